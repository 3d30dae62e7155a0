import CSQLite
import Glibc
import Testing

@testable import Warehouse

@Suite("A warehouse of an earlier program") struct MigrationTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    let script = Fixture.root + "/Tests/WarehouseTests/Fixtures/schema-001.sql"
    guard
      let file = try SQLFolder.read(Fixture.root + "/Tests/WarehouseTests/Fixtures")
        .first(where: { $0.path == script })
    else { throw Fixture.Failure.noFolder }
    try Connection(path: fixture.path, mode: .write).execute(file.text)
  }

  @Test("keeps every row, and every promise")
  func kept() throws {
    let old = try Connection(path: fixture.path, mode: .readOnly)
    let tables = [
      "run", "source_file", "place", "rule", "document", "document_version", "figure", "verdict",
      "numeral", "relation", "relation_member", "rejection",
    ]
    let counted = try tables.map { try old.integer("SELECT count(*) FROM \($0)") }
    #expect(try old.integer("PRAGMA user_version") == 1)
    let warehouse = try fixture.open()
    for (table, count) in zip(tables, counted) {
      // Figures' rules have joined those of numerals.
      let found = try warehouse.connection.integer("SELECT count(*) FROM \(table)")
      #expect(table == "rule" ? found > count : found == count, "\(table)")
    }
    #expect(try warehouse.connection.integer("PRAGMA foreign_keys") == 1)
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("shows the same figures as before, history among them")
  func figures() throws {
    let columns =
      """
      figure_id, document, version, quote, kind, value, upper, of, unit, qualifier, change, status,
      period, place, subject, indicator, rule, verdict, first_run_id, superseded_run_id
      """
    func rows(_ connection: Connection) throws -> [[SQLValue]] {
      var rows: [[SQLValue]] = []
      try connection.prepare(
        "SELECT \(columns) FROM figure_history ORDER BY figure_id, first_run_id"
      ).forEachRow { rows.append($0.values()) }
      return rows
    }
    let before = try rows(Connection(path: fixture.path, mode: .readOnly))
    #expect(before.count > 60)
    #expect(before.contains { $0.last != .null })
    let warehouse = try fixture.open()
    #expect(try rows(warehouse.connection) == before)
    let texts = "SELECT count(*) FROM documents WHERE length(text) = char_count"
    #expect(try warehouse.value(texts) == .integer(4))
  }

  @Test("of schema 8 gets room for authors and parts, and loses nothing")
  func partsOfSchemaEight() throws {
    let connection = try Connection(path: fixture.path, mode: .write)
    let steps = try Migration.load(folder: Fixture.schema)
    try SchemaKeeper(connection: connection, migrations: Array(steps.prefix(8))).update()
    #expect(try connection.integer("PRAGMA user_version") == 8)
    let counts = ["document_version", "document_text", "figure", "numeral", "document_appearance"]
      .map { "SELECT count(*) FROM \($0)" }
    let before = try counts.map { try connection.integer($0) }
    let warehouse = try fixture.open()
    #expect(try warehouse.connection.integer("PRAGMA user_version") == steps.count)
    #expect(try counts.map { try warehouse.connection.integer($0) } == before)
    #expect(try warehouse.value("SELECT count(author) FROM documents") == .integer(0))
    #expect(try warehouse.value("SELECT count(*) FROM document_parts") == .integer(0))
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("can be searched")
  func search() throws {
    let warehouse = try fixture.open()
    #expect(
      try warehouse.lines(
        "SELECT DISTINCT document FROM search WHERE words MATCH 'tong doanh thu 20 ty dong'")
        == ["hong"])
    #expect(
      try warehouse.value("SELECT count(*) FROM meta WHERE name = 'search_pending'") == .integer(0))
  }

  @Test("is not read before it is brought up to date, and left alone when that fails")
  func refused() throws {
    #expect(throws: WarehouseError.self) { try fixture.open(.readOnly) }
    try Connection(path: fixture.path, mode: .write).execute(
      "PRAGMA foreign_keys = OFF; DELETE FROM document WHERE document = 'sai'")
    let error = #expect(throws: WarehouseError.self) { try fixture.open() }
    #expect(error?.description.contains("lead nowhere") == true)
    let connection = try Connection(path: fixture.path, mode: .readOnly)
    #expect(try connection.integer("PRAGMA user_version") == 1)
    #expect(try connection.integer("SELECT count(*) FROM figures") > 0)
  }
}
