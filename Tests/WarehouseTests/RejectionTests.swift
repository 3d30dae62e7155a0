import Model
import Testing

@testable import Warehouse

@Suite("Rejections") struct RejectionTests {
  let fixture: Fixture
  let warehouse: Warehouse

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
  }

  private func store(_ rejections: [Rejection], rules: String) throws -> StoreOutcome {
    var reading = Sample.reading()
    reading.rejections = rejections
    let run = try warehouse.begin(rules: rules)
    return try warehouse.store(reading, run: run, rulesDigest: rules)
  }

  private func ledger() throws -> [String] {
    try warehouse.lines(
      "SELECT reason, first_run_id, last_run_id, resolved_run_id FROM rejections ORDER BY 1")
  }

  @Test("are met again, resolved, and met once more")
  func life() throws {
    #expect(try store([Sample.rejection()], rules: "r1").rejectionsAdded == 1)
    #expect(try ledger() == ["không đọc được|1|1|"])
    #expect(try store([Sample.rejection()], rules: "r2").rejectionsAdded == 0)
    #expect(try ledger() == ["không đọc được|1|2|"])
    #expect(try store([Sample.rejection("khác")], rules: "r3").rejectionsAdded == 1)
    #expect(try ledger() == ["khác|3|3|", "không đọc được|1|2|3"])
    #expect(try store([Sample.rejection()], rules: "r4").rejectionsAdded == 0)
    #expect(try ledger() == ["khác|3|3|4", "không đọc được|1|4|"])
  }

  @Test("stay as they are when the document is not read")
  func unread() throws {
    _ = try store([Sample.rejection()], rules: "r1")
    #expect(try store([], rules: "r1").change == .unchanged)
    #expect(try ledger() == ["không đọc được|1|1|"])
  }

  @Test("said twice are stored once")
  func twice() throws {
    #expect(
      try store([Sample.rejection(), Sample.rejection()], rules: "r1").rejectionsAdded == 1)
    #expect(try ledger().count == 1)
  }

  @Test("of a file are resolved stage by stage")
  func files() throws {
    let run = try warehouse.begin()
    let bad = Rejection(document: "x.csv", stage: .ingest, rule: "csv", reason: "x.csv:3: lỗi")
    #expect(
      try warehouse.storeRejections([bad], document: "x.csv", stages: [.ingest], run: run)
        .added == 1)
    #expect(
      try warehouse.storeRejections([], document: "x.csv", stages: [.extract], run: run)
        .added == 0)
    #expect(try ledger() == ["x.csv:3: lỗi|1|1|"])
    let later = try warehouse.begin(rules: "r2")
    try warehouse.storeRejections([], document: "x.csv", stages: [.ingest], run: later)
    #expect(try ledger() == ["x.csv:3: lỗi|1|1|2"])
    #expect(try warehouse.lines("SELECT rejections_added FROM runs") == ["1", "0"])
  }

  @Test("of another document are refused")
  func foreign() throws {
    #expect(throws: WarehouseError.self) {
      try store([Sample.rejection(document: "a2")], rules: "r1")
    }
  }
}
