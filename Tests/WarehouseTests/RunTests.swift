import CSQLite
import Model
import Testing

@testable import Warehouse

@Suite("Runs and transactions") struct RunTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func open() throws -> Warehouse {
    let warehouse = try fixture.open()
    warehouse.clock = { "2025-01-01T00:00:00Z" }
    return warehouse
  }

  @Test("a run is begun, counted and finished")
  func ledger() throws {
    let warehouse = try open()
    let run = try warehouse.begin()
    try warehouse.withTransaction {
      for id in ["a1", "a2"] {
        try warehouse.store(Sample.reading(id), run: run, rulesDigest: "r1")
      }
      try warehouse.ledger.add(RunCounts(documentsUnreadable: 1), to: run)
    }
    try warehouse.ledger.finish(run, .done, adding: RunCounts(filesSeen: 3))
    #expect(
      try warehouse.lines(
        """
        SELECT run_id, started, finished, status, files_seen, documents_new, documents_changed,
          documents_unreadable, figures_added, times_resumed, rules_digest, program_version
        FROM runs
        """) == [
          "1|2025-01-01T00:00:00Z|2025-01-01T00:00:00Z|done|3|2|0|1|6|0|r1|1.0.0"
        ])
    #expect(throws: WarehouseError.unknownRun(9)) {
      try warehouse.ledger.finish(RunID(rawValue: 9), .done)
    }
  }

  @Test("a run that was killed is taken up again, and ends as if it had not been")
  func resumed() throws {
    let ids = (1...6).map { "a\($0)" }
    func work(_ warehouse: Warehouse, stopAfter batches: Int = .max) throws {
      let run = try warehouse.begin()
      for batch in 0..<min(batches, 3) {
        try warehouse.withTransaction {
          for id in ids[(batch * 2)..<(batch * 2 + 2)] {
            try warehouse.store(Sample.reading(id), run: run, rulesDigest: "r1")
          }
        }
      }
      if batches < 3 { return }
      try warehouse.ledger.finish(run, .done, adding: RunCounts(filesSeen: 6))
    }
    let other = try Fixture()
    let unbroken = try other.open()
    unbroken.clock = { "2025-01-01T00:00:00Z" }
    try work(unbroken)
    try work(try open(), stopAfter: 2)
    let warehouse = try open()
    #expect(try warehouse.value("SELECT status FROM runs") == .text("running"))
    try work(warehouse)
    #expect(try warehouse.value("SELECT times_resumed FROM runs") == .integer(1))
    try warehouse.tamper("UPDATE run SET times_resumed = 0")
    let tables = try unbroken.lines(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT GLOB 'sentence_search*' ORDER BY name
      """)
    #expect(tables.count == 27)
    for table in tables {
      let sql = "SELECT * FROM \(table)"
      #expect(try warehouse.lines(sql) == unbroken.lines(sql))
    }
  }

  @Test("a run that was killed is given up when rules or program changed")
  func abandoned() throws {
    let warehouse = try open()
    _ = try warehouse.begin()
    #expect(
      try warehouse.ledger.begin(programVersion: "1.0.0", rulesDigest: "r2", arguments: "run")
        == RunLedger.Run(id: RunID(rawValue: 2), isResumed: false))
    #expect(try warehouse.begin(rules: "r2", program: "2.0.0") == RunID(rawValue: 3))
    #expect(
      try warehouse.lines("SELECT status FROM runs") == ["interrupted", "interrupted", "running"])
    try warehouse.ledger.finish(RunID(rawValue: 3), .done)
    #expect(try warehouse.begin(rules: "r2", program: "2.0.0") == RunID(rawValue: 4))
  }

  @Test("a run that ended itself as interrupted is taken up too")
  func interrupted() throws {
    let warehouse = try open()
    let run = try warehouse.begin()
    try warehouse.ledger.finish(run, .interrupted)
    let resumed = try warehouse.ledger.begin(
      programVersion: "1.0.0", rulesDigest: "r1", arguments: "run")
    #expect(resumed == RunLedger.Run(id: run, isResumed: true))
    #expect(try warehouse.lines("SELECT status, finished FROM runs") == ["running|"])
  }

  @Test("a transaction that fails leaves nothing, not even the names that it made")
  func rolledBack() throws {
    struct Stop: Error {}
    let warehouse = try open()
    let run = try warehouse.begin()
    #expect(throws: Stop.self) {
      try warehouse.withTransaction {
        try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1")
        throw Stop()
      }
    }
    #expect(try warehouse.value("SELECT count(*) FROM figure") == .integer(0))
    #expect(try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1").change == .new)
    #expect(try warehouse.value("SELECT documents_new FROM runs") == .integer(1))
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("an error that the caller swallows undoes the transaction all the same")
  func swallowed() throws {
    let warehouse = try open()
    let run = try warehouse.begin()
    var bad = Sample.reading("a2")
    bad.figures[2].span.charEnd = 0
    #expect(throws: SQLiteError.self) {
      try warehouse.withTransaction {
        try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1")
        _ = try? warehouse.store(bad, run: run, rulesDigest: "r1")
      }
    }
    #expect(try warehouse.value("SELECT count(*) FROM document") == .integer(0))
  }

  @Test("a full disk undoes the transaction and is named")
  func full() throws {
    let warehouse = try open()
    let run = try warehouse.begin()
    let pages = try warehouse.connection.integer("PRAGMA page_count")
    try warehouse.connection.prepare("PRAGMA max_page_count = \(pages + 3)").forEachRow { _ in }
    let error = #expect(throws: SQLiteError.self) {
      try warehouse.withTransaction {
        for id in 0..<100 {
          try warehouse.store(Sample.reading("a\(id)"), run: run, rulesDigest: "r1")
        }
      }
    }
    #expect(error?.code == SQLITE_FULL)
    #expect(error?.description.contains("the disk is full") == true)
    #expect(!warehouse.connection.isInTransaction)
    #expect(try warehouse.value("SELECT count(*) FROM document") == .integer(0))
  }

  @Test("a lock of another process is named")
  func locked() throws {
    let warehouse = try open()
    let other = try Connection(path: fixture.path, mode: .write)
    try other.execute("BEGIN IMMEDIATE")
    sqlite3_busy_timeout(warehouse.connection.handle, 10)
    let error = #expect(throws: SQLiteError.self) { try warehouse.begin() }
    #expect(error?.isBusy == true)
    #expect(error?.description.contains("locked by another process") == true)
    try other.execute("ROLLBACK")
    #expect(try warehouse.begin() == RunID(rawValue: 1))
  }

  @Test("readers see whole transactions while one is written")
  func concurrent() throws {
    let warehouse = try open()
    let run = try warehouse.begin()
    let reader = try fixture.open(.readOnly)
    try warehouse.withTransaction {
      try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1")
      #expect(try reader.value("SELECT count(*) FROM figures") == .integer(0))
    }
    #expect(try reader.value("SELECT count(*) FROM figures") == .integer(3))
  }
}
