import Model
import Testing

@testable import Warehouse

@Suite("Comparisons across articles") struct ComparisonTests {
  let fixture: Fixture
  let warehouse: Warehouse

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
  }

  /// Stores an article that states one amount for a subject, in a run of its own.
  @discardableResult
  private func store(
    _ id: String, _ amount: String, _ value: String, precision: Int, period: String = "2023",
    opening: String = "Năm 2023, tỉnh báo cáo số thu cả năm là ", qualifier: Qualifier? = nil,
    indicator: String? = nil, subject: String = "Tổng thu ngân sách", basis: String? = nil,
    andThen second: (amount: String, value: String)? = nil
  ) throws -> ComparisonCounts {
    let run = try warehouse.begin(rules: "r-\(id)-\(amount)")
    let text = "\(opening)\(amount)." + (second.map { " Sau đó là \($0.amount)." } ?? "")
    let amounts = [(amount: amount, value: value)] + (second.map { [$0] } ?? [])
    let figures = amounts.map { amount, value in
      var figure = Sample.figure(amount, .money, value, unit: "VND", document: id, text: text)
      figure.subject = subject
      figure.precision = precision
      figure.period = period
      figure.qualifier = qualifier
      figure.indicator = indicator
      figure.basis = basis
      return figure
    }
    let reading = DocumentReading(
      document: Sample.document(id, text: text), figures: figures,
      numerals: amounts.map { Sample.numeral($0.amount, .figure, runs: 2, text: text) })
    try warehouse.store(reading, run: run, rulesDigest: "r1")
    let counts = try warehouse.compareFigures(through: run)
    try warehouse.ledger.finish(run, .done)
    return counts
  }

  private func lines(_ view: String) throws -> [String] {
    try warehouse.lines(
      """
      SELECT subject, place, period, lowest, lowest_document, highest, highest_document, texts
      FROM \(view) ORDER BY 1, 3
      """)
  }

  @Test("agree within the rounding of each")
  func corroborated() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    try store(
      "b", "1,36 nghìn tỷ đồng", "1360000000000", precision: 10, opening: "Theo sở, đã thu được ")
    #expect(
      try lines("corroborations") == [
        "tổng thu ngân sách|VN-31|2023|1360000000000|b|1363000000000|a|2"
      ])
    #expect(try lines("contradictions") == [])
    #expect(!(try warehouse.brokenPromises().contains("comparisons-are-current")))
  }

  @Test("contradict each other beyond it, or by a power of ten")
  func contradicted() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    try store("b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Sở cho biết đã thu ")
    #expect(
      try lines("contradictions") == [
        "tổng thu ngân sách|VN-31|2023|1336000000000|b|1363000000000|a|2"
      ])
    try store("c", "13.363 tỷ đồng", "13363000000000", precision: 9, period: "2022")
    let counts = try store(
      "d", "13.363 triệu đồng", "13363000000", precision: 6, period: "2022", opening: "Đã thu ")
    #expect(counts.contradicted == 2)
  }

  @Test("so far apart that they are of other things say nothing")
  func unlike() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    let counts = try store("b", "4.500 tỷ đồng", "4500000000000", precision: 9)
    #expect(counts == ComparisonCounts())
  }

  @Test("a text with two values for the same words is of two things, and so is no contradiction")
  func twoValues() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    let counts = try store(
      "b", "1.300 tỷ đồng", "1300000000000", precision: 9, opening: "Sở cho biết thu từ ",
      andThen: ("1.340 tỷ đồng", "1340000000000"))
    #expect(counts == ComparisonCounts())
  }

  @Test("what is measured against unlike things is not compared")
  func bases() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9, basis: "so với năm trước")
    let counts = try store(
      "b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Đã thu ",
      basis: "so với dự toán")
    #expect(counts == ComparisonCounts())
  }

  @Test("an indicator of many things contradicts itself only where the same words name it")
  func wordsOfIndicators() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9, indicator: "X.1")
    var counts = try store(
      "b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Đã thu ", indicator: "X.1",
      subject: "Tổng thu của một công ty")
    #expect(counts.contradicted == 0)
    counts = try store(
      "b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Đã thu được ",
      indicator: "X.1")
    #expect(counts.contradicted == 1)
  }

  @Test("a subject of two syllables names too much, and a year that is not known any year")
  func vague() throws {
    for (subject, period) in [("Doanh thu", "2023"), ("Tổng thu ngân sách", "XXXX-03-02")] {
      try store(
        "a\(period)", "1.363 tỷ đồng", "1363000000000", precision: 9, period: period,
        subject: subject)
      let counts = try store(
        "b\(period)", "1.336 tỷ đồng", "1336000000000", precision: 9, period: period,
        opening: "Đã thu ", subject: subject)
      #expect(counts == ComparisonCounts())
    }
  }

  @Test("round numbers are a power of ten apart by chance")
  func roundNumbers() throws {
    try store("a", "10 tỷ đồng", "10000000000", precision: 9)
    let counts = try store("b", "1 tỷ đồng", "1000000000", precision: 9, opening: "Đã thu ")
    #expect(counts == ComparisonCounts())
  }

  @Test(
    "the words around a figure tell copies, but for texts too long to look into",
    arguments: [(60, 0), (1_000_000, 1)])
  func longTexts(length: Int, corroborations: Int) throws {
    let same = String(repeating: "x", count: length) + " thu được "
    for id in ["a", "b"] {
      try store(
        id, "1.363 tỷ đồng", "1363000000000", precision: 9, opening: "Sở \(id) cho biết: " + same)
    }
    #expect(try lines("corroborations").count == corroborations)
    #expect(try lines("contradictions") == [])
  }

  @Test("copies of one text do not corroborate it, nor do the same words")
  func copies() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    try store("b", "1.363 tỷ đồng", "1363000000000", precision: 9)
    // Stored once, it is compared with nothing.
    #expect(try warehouse.lines("SELECT document FROM figures") == ["a"])
    #expect(try warehouse.lines("SELECT verdict, texts FROM comparison") == [])
    try store(
      "c", "1.363 tỷ đồng", "1363000000000", precision: 9,
      opening: "Tin vắn trong ngày. Năm 2023, tỉnh báo cáo số thu cả năm là ")
    #expect(try lines("corroborations") == [])
    #expect(try warehouse.lines("SELECT verdict, texts FROM comparison") == ["repeated|1"])
  }

  @Test("near copies are one voice too, and other texts another")
  func nearCopies() throws {
    let body = AppearanceTests.text(1) + "\nNăm 2023, tỉnh báo cáo số thu cả năm là "
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9, opening: body)
    // Other words about the figure, so that it is the likeness of the texts that tells.
    let edited =
      AppearanceTests.text(1) + "\nTheo sở tài chính vừa cho hay, đến nay toàn ngành đã thu "
    try store("b", "1.363 tỷ đồng", "1363000000000", precision: 9, opening: edited)
    #expect(
      try warehouse.lines("SELECT likeness FROM appearances ORDER BY document")
        == ["first", "near"])
    #expect(try warehouse.lines("SELECT count(DISTINCT origin) FROM text_origins") == ["1"])
    #expect(try lines("corroborations") == [])
    #expect(try warehouse.lines("SELECT verdict, texts FROM comparison") == ["repeated|1"])
    let other = AppearanceTests.text(2) + "\nPhòng kế hoạch tổng kết rằng cả tỉnh thu về "
    try store("c", "1.363 tỷ đồng", "1363000000000", precision: 9, opening: other)
    #expect(try warehouse.lines("SELECT verdict, texts FROM comparison") == ["corroborated|2"])
  }

  @Test("a qualifier widens what a figure stands for")
  func qualified() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    let counts = try store(
      "b", "1.300 tỷ đồng", "1300000000000", precision: 11, opening: "Đã thu được hơn ",
      qualifier: .over)
    #expect(counts.corroborated == 1)
  }

  @Test("follow what is believed: a corrected text takes its contradiction back")
  func corrected() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    #expect(
      try store("b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Đã thu ")
        .contradicted == 1)
    let counts = try store(
      "b", "1.363 tỷ đồng", "1363000000000", precision: 9, opening: "Sau khi rà soát, đã thu ")
    #expect(counts.contradicted == 0)
    #expect(counts.corroborated == 1)
    #expect(!(try warehouse.brokenPromises().contains("comparisons-are-current")))
  }

  @Test("all at once, also by another connection, gives what run after run does")
  func allAtOnce() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    try store("b", "1.336 tỷ đồng", "1336000000000", precision: 9, opening: "Sở cho biết đã thu ")
    try store("c", "10 tỷ đồng", "10000000000", precision: 9, period: "2022", indicator: "X.1")
    try store(
      "d", "10 tỷ đồng", "10000000000", precision: 9, period: "2022", opening: "Đã thu ",
      indicator: "X.1", subject: "Thu")
    let found = "SELECT * FROM comparison ORDER BY 1, 2, 3, 4, 5, 6, 7, 8"
    let before = try warehouse.lines(found)
    #expect(before.count == 2)
    for isAhead in [false, true] {
      try warehouse.tamper("DELETE FROM meta WHERE name = 'compared_through_run'")
      #expect(try warehouse.comparesAll())
      let ahead = isAhead ? try Warehouse.compareAll(in: fixture.path) : nil
      try warehouse.compareFigures(through: RunID(rawValue: 4), ahead: ahead)
      #expect(try warehouse.lines(found) == before)
      #expect(try !warehouse.comparesAll())
    }
  }

  @Test("a run that changes nothing writes nothing")
  func unchanged() throws {
    try store("a", "1.363 tỷ đồng", "1363000000000", precision: 9)
    let run = try warehouse.begin(rules: "again")
    let before = warehouse.connection.totalChanges
    try warehouse.compareFigures(through: run)
    #expect(warehouse.connection.totalChanges == before)
  }

  @Test("a step out of line with its series is a jump")
  func jump() throws {
    let values = ["2018": "100", "2019": "104", "2020": "109", "2021": "113", "2022": "1180"]
    for (year, value) in values.sorted(by: { $0.key < $1.key }) {
      try store(
        "y\(year)", "\(value) tỷ đồng", value + "000000000", precision: 9, period: year,
        opening: "Năm \(year), tỉnh thu ", indicator: "X.1")
    }
    #expect(
      try warehouse.lines(
        "SELECT previous_period, period, factor, steps FROM series_jumps") == [
          "2021|2022|10.442|4"
        ])
    try store(
      "y2022", "118 tỷ đồng", "118000000000", precision: 9, period: "2022",
      opening: "Năm 2022, tỉnh đính chính thu ", indicator: "X.1")
    #expect(try warehouse.lines("SELECT * FROM series_jumps") == [])
  }
}
