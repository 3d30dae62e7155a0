import Model
import Testing

@testable import Warehouse

@Suite("Storing a reading") struct StoreTests {
  let fixture: Fixture
  let warehouse: Warehouse
  let run: RunID

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
    run = try warehouse.begin()
  }

  private func store(
    _ reading: DocumentReading, run: RunID? = nil, rules: String = "r1"
  ) throws -> StoreOutcome {
    try warehouse.store(reading, run: run ?? self.run, rulesDigest: rules)
  }

  @Test("of a new document writes all of it")
  func new() throws {
    let outcome = try store(Sample.reading())
    #expect(outcome.change == .new)
    #expect(outcome.figuresAdded == 3)
    #expect(outcome.figuresSuperseded == 0)
    let row = try warehouse.lines(
      """
      SELECT document, prefix, quote, suffix, kind, value, value_real, unit, precision, status,
        period_first_day, period_last_day, verdict, run_id
      FROM figures WHERE kind = 'money'
      """)
    #expect(
      row == [
        "a1|Năm 2023, Bình Định thu |1.363 tỷ đồng|, có 424/586 hộ, đạt 72,3%; theo|money|"
          + "1363000000000|1363000000000.0|VND|9|actual|2023-01-01|2023-12-31|info|1"
      ])
    #expect(try warehouse.value("SELECT of FROM figures WHERE kind = 'ratio'") == .text("586"))
    #expect(try warehouse.lines("SELECT version, is_current FROM documents") == ["1|1"])
    #expect(try warehouse.lines("SELECT kind, verdict FROM relations") == ["share|rounded"])
    #expect(try warehouse.value("SELECT count(*) FROM relation_members") == .integer(2))
    #expect(
      try warehouse.lines("SELECT * FROM document_ledger") == ["a1|1|8|0|5|3|1|1|0|1"])
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("again under the same rules writes nothing")
  func unchanged() throws {
    _ = try store(Sample.reading())
    let before = warehouse.connection.totalChanges
    let later = try warehouse.begin(rules: "r1", program: "1.0.1")
    let runRows = warehouse.connection.totalChanges - before
    let outcome = try store(Sample.reading(), run: later)
    #expect(outcome.change == .unchanged)
    #expect(warehouse.connection.totalChanges == before + runRows)
    #expect(try warehouse.value("SELECT max(first_run_id) FROM figure") == .integer(1))
  }

  @Test("with another text makes a version and supersedes the old one's figures")
  func changed() throws {
    _ = try store(Sample.reading())
    let second = try warehouse.begin(program: "1.0.1")
    let text = "Thu 1.363 tỷ đồng."
    var reading = DocumentReading(
      document: Sample.document(text: text),
      figures: [Sample.figure("1.363 tỷ đồng", .money, "1363000000000", unit: "VND", text: text)],
      numerals: [Sample.numeral("1.363", .figure, runs: 2, text: text)])
    let outcome = try store(reading, run: second)
    #expect(outcome.change == .changed)
    #expect(outcome.figuresAdded == 1)
    #expect(outcome.figuresSuperseded == 3)
    #expect(
      try warehouse.lines("SELECT version, is_current, superseded_run_id FROM documents")
        == ["1|0|2", "2|1|"])
    #expect(try warehouse.lines("SELECT quote, version FROM figures") == ["1.363 tỷ đồng|2"])
    #expect(try warehouse.value("SELECT count(*) FROM relations") == .integer(0))
    #expect(try warehouse.value("SELECT count(*) FROM figure_history") == .integer(4))
    // Back to what it said at first: a third version, with the figures of the first by name.
    reading = Sample.reading()
    #expect(try store(reading, run: second).change == .changed)
    let names = "SELECT DISTINCT figure_id FROM figure_history WHERE version = "
    #expect(
      try warehouse.lines(names + "1 ORDER BY 1") == warehouse.lines(names + "3 ORDER BY 1"))
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("under other rules writes only the figures that differ")
  func reread() throws {
    _ = try store(Sample.reading())
    let second = try warehouse.begin(rules: "r2")
    var reading = Sample.reading()
    reading.figures[0].subject = "thu ngân sách"
    let outcome = try store(reading, run: second, rules: "r2")
    #expect(outcome.change == .reread)
    #expect(outcome.figuresAdded == 1)
    #expect(outcome.figuresSuperseded == 1)
    #expect(
      try warehouse.lines("SELECT kind, run_id, subject FROM figures ORDER BY char_start")
        == ["money|2|thu ngân sách", "ratio|1|doanh thu", "percent|1|doanh thu"])
    #expect(
      try warehouse.value(
        "SELECT count(DISTINCT figure_id) FROM figure_history WHERE kind = 'money'")
        == .integer(1))
    #expect(try warehouse.value("SELECT rules_digest FROM documents") == .text("r2"))
    #expect(try warehouse.value("SELECT run_id FROM relations") == .integer(1))
    #expect(try warehouse.value("SELECT count(*) FROM numeral") == .integer(5))
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("a figure found before the others leaves these as they are")
  func insertedBefore() throws {
    var reading = Sample.reading()
    let money = reading.figures.removeFirst()
    reading.relations = []
    reading.numerals.remove(at: 1)
    _ = try store(reading)
    #expect(try warehouse.brokenPromises() == ["ledger-balances"])
    reading.figures.insert(money, at: 0)
    reading.numerals = Sample.reading().numerals
    let outcome = try store(reading, rules: "r2")
    #expect(outcome.figuresAdded == 1)
    #expect(outcome.figuresSuperseded == 0)
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("a relation whose figure was replaced is replaced too")
  func relationFollows() throws {
    _ = try store(Sample.reading())
    let second = try warehouse.begin(rules: "r2")
    var reading = Sample.reading()
    reading.figures[2].basis = "so với năm 2022"
    _ = try store(reading, run: second, rules: "r2")
    #expect(try warehouse.lines("SELECT run_id FROM relations") == ["2"])
    #expect(try warehouse.lines("SELECT superseded_run_id FROM relation") == ["2", ""])
    #expect(
      try warehouse.lines("SELECT count(DISTINCT relation_id) FROM relation") == ["1"])
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("a broken relation marks its figures, and mending it unmarks them")
  func broken() throws {
    var reading = Sample.reading()
    reading.relations[0].verdict = .broken
    _ = try store(reading)
    let verdicts = "SELECT verdict FROM figures ORDER BY char_start"
    #expect(try warehouse.lines(verdicts) == ["info", "broken", "broken"])
    #expect(try warehouse.brokenPromises() == [])
    let outcome = try store(Sample.reading(), rules: "r2")
    #expect(outcome.figuresAdded == 2)
    #expect(try warehouse.lines(verdicts) == ["info", "ok", "ok"])
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("a verdict that changed its words replaces the figure")
  func verdictChanges() throws {
    _ = try store(Sample.reading())
    var reading = Sample.reading()
    reading.figures[0].verdicts[0].message = "khác"
    #expect(try store(reading, rules: "r2").figuresAdded == 1)
    #expect(try warehouse.lines("SELECT message FROM verdicts") == ["khác"])
  }

  @Test("with other metadata updates the version and reads it anew")
  func metadata() throws {
    _ = try store(Sample.reading())
    var reading = Sample.reading()
    reading.document.title = "Tên mới"
    reading.document.published = "2024-01-02"
    let outcome = try store(reading)
    #expect(outcome.change == .reread)
    #expect(outcome.figuresAdded == 0)
    #expect(
      try warehouse.lines("SELECT title, published, version FROM documents")
        == ["Tên mới|2024-01-02|1"])
  }

  @Test("when a page was fetched is kept, and is no reason to read its text again")
  func retrieved() throws {
    var reading = Sample.reading()
    reading.document.retrieved = "2024-05-03T01:15:00Z"
    _ = try store(reading)
    reading.document.retrieved = "2024-06-03T01:15:00Z"
    #expect(try store(reading).change == .unchanged)
    #expect(
      try warehouse.lines("SELECT document, retrieved FROM documents")
        == ["a1|2024-05-03T01:15:00Z"])
  }

  @Test("two figures of one span have names of their own")
  func sameSpan() throws {
    var reading = Sample.reading()
    reading.figures.append(reading.figures[0])
    _ = try store(reading)
    #expect(try warehouse.value("SELECT count(DISTINCT figure_id) FROM figures") == .integer(4))
    #expect(try store(reading, rules: "r2").figuresAdded == 0)
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("takes every word of the vocabularies")
  func vocabularies() throws {
    var reading = Sample.reading()
    let base = reading.figures[0]
    for kind in FigureKind.allCases {
      reading.figures.append(base)
      reading.figures[reading.figures.count - 1].kind = kind
    }
    for status in Status.allCases {
      reading.figures.append(base)
      reading.figures[reading.figures.count - 1].status = status
    }
    for qualifier in Qualifier.allCases {
      reading.figures.append(base)
      reading.figures[reading.figures.count - 1].qualifier = qualifier
    }
    for change in Change.allCases {
      reading.figures.append(base)
      reading.figures[reading.figures.count - 1].change = change
    }
    reading.figures[0].verdicts = Severity.allCases.map {
      Verdict(rule: "x", severity: $0, message: "y")
    }
    reading.rejections = Stage.allCases.map {
      Rejection(document: "a1", stage: $0, rule: "x", reason: "y")
    }
    for verdict in RelationVerdict.allCases {
      reading.relations.append(reading.relations[0])
      reading.relations[reading.relations.count - 1].verdict = verdict
    }
    reading.numerals[4].disposition = .rejected
    reading.numerals[4].reason = "z"
    #expect(try store(reading).change == .new)
    #expect(try warehouse.value("SELECT count(*) FROM relations") == .integer(4))
    #expect(try warehouse.value("SELECT verdict FROM figures") == .text("error"))
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("refuses a relation between figures that are not there")
  func badRelation() throws {
    var reading = Sample.reading()
    reading.relations[0].members[0].figure = 3
    #expect(throws: WarehouseError.self) { try store(reading) }
    #expect(try warehouse.value("SELECT count(*) FROM document") == .integer(0))
  }

  @Test("states are known one by one and all together")
  func states() throws {
    #expect(try warehouse.state(of: "a1") == nil)
    _ = try store(Sample.reading())
    _ = try store(Sample.reading("a2"))
    let state = DocumentState(of: Sample.document(), rulesDigest: "r1")
    #expect(try warehouse.state(of: "a1") == StoredDocumentState(state: state, lastRun: run))
    let all = try warehouse.loadAllStates()
    #expect(all.count == 2)
    #expect(all["a1"]?.state == state)
    var document = Sample.document()
    document.published = nil
    #expect(all["a1"]?.state != DocumentState(of: document, rulesDigest: "r1"))
  }

  @Test("files are known as they were recorded")
  func files() throws {
    var record = FileRecord(
      sizeBytes: 12, modifiedNanoseconds: 1_700_000_000_123_456_789,
      digest: String(repeating: "0d", count: 32), rulesDigest: "r1", documentCount: 1, lastRun: run)
    try warehouse.recordFile("Raw/một.txt", record)
    #expect(try warehouse.knownFiles()["Raw/một.txt"] == record)
    record.sizeBytes = 13
    record.digest = String(repeating: "1d", count: 32)
    try warehouse.recordFile("Raw/một.txt", record)
    #expect(try warehouse.knownFiles()["Raw/một.txt"] == record)
    #expect(try warehouse.knownFiles().count == 1)
    try warehouse.forgetFile("Raw/một.txt")
    #expect(try warehouse.knownFiles().isEmpty)
  }

  @Test("the file of a document's current version is known")
  func paths() throws {
    #expect(try warehouse.path(of: "a1") == nil)
    var reading = Sample.reading()
    reading.document.path = "Raw/a.txt"
    _ = try store(reading)
    reading.document.path = "Raw/b.txt"
    _ = try store(reading)
    #expect(try warehouse.path(of: "a1") == "Raw/b.txt")
  }

  @Test("a place is named as it was when the article was published")
  func places() throws {
    _ = try store(Sample.reading())
    #expect(try warehouse.value("SELECT place_name FROM figures") == .null)
    let places = [
      Place(code: "VN-31", name: "Bình Định", level: "province", validTo: "2025-06-30"),
      Place(code: "VN-31", name: "Gia Lai", level: "province", validFrom: "2025-07-01"),
    ]
    try warehouse.setPlaces(places)
    #expect(try warehouse.value("SELECT place_name FROM figures") == .text("Bình Định"))
    var reading = Sample.reading()
    reading.document.published = "2025-08-01T08:00:00+07:00"
    _ = try store(reading)
    #expect(try warehouse.value("SELECT place_name FROM figures") == .text("Gia Lai"))
    reading.document.published = nil
    _ = try store(reading)
    #expect(try warehouse.value("SELECT place_name FROM figures") == .text("Gia Lai"))
    let before = warehouse.connection.totalChanges
    try warehouse.setPlaces(places)
    #expect(warehouse.connection.totalChanges == before)
  }
}
