import CSQLite
import Glibc
import Testing

@testable import Warehouse

@Suite("Opening a warehouse") struct OpeningTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private var known: Int { get throws { try Migration.load(folder: Fixture.schema).count } }

  @Test("makes the file with its marks, tables and views")
  func creates() throws {
    let warehouse = try fixture.open()
    #expect(try warehouse.connection.integer("PRAGMA application_id") == 0x534C_4955)
    #expect(try warehouse.connection.integer("PRAGMA user_version") == known)
    #expect(try warehouse.connection.integer("PRAGMA foreign_keys") == 1)
    let mode = try warehouse.connection.prepare("PRAGMA journal_mode").firstRow { $0.text(0) }
    #expect(mode == "wal")
    let loose =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    #expect(try warehouse.connection.prepare(loose).firstRow { $0.text(0) } == "sqlite_schema")
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("again changes nothing")
  func reopens() throws {
    _ = try fixture.open()
    let before = try fixture.open().connection.integer("PRAGMA schema_version")
    #expect(try fixture.open().connection.integer("PRAGMA schema_version") == before)
  }

  @Test("for reading refuses a missing file")
  func missing() throws {
    #expect(throws: WarehouseError.missing(path: fixture.path)) { try fixture.open(.readOnly) }
    #expect(access(fixture.path, F_OK) != 0)
  }

  @Test("refuses the schema of a newer program")
  func newer() throws {
    let known = try known
    try fixture.open().tamper("PRAGMA user_version = \(known + 1)")
    let error = WarehouseError.newerSchema(path: fixture.path, found: known + 1, known: known)
    #expect(throws: error) { try fixture.open() }
    #expect(throws: error) { try fixture.open(.readOnly) }
  }

  @Test("refuses another program's database")
  func other() throws {
    try Connection(path: fixture.path, mode: .write).execute("CREATE TABLE x (y)")
    let error = WarehouseError.notAWarehouse(path: fixture.path)
    #expect(throws: error) { try fixture.open() }
    #expect(throws: error) { try fixture.open(.readOnly) }
  }

  @Test("refuses a file that is no database")
  func noDatabase() throws {
    try fixture.write(String(repeating: "Không phải cơ sở dữ liệu. ", count: 40), to: fixture.path)
    let error = #expect(throws: SQLiteError.self) { try fixture.open() }
    #expect(error?.code == SQLITE_NOTADB)
    #expect(error?.description == "\(fixture.path): not a SQLite database; name another file")
  }

  @Test("says so when the folder is missing")
  func noFolder() throws {
    let path = fixture.folder + "/none/solieu.sqlite"
    let error = #expect(throws: SQLiteError.self) {
      try Warehouse.open(
        path: path, schemaFolder: Fixture.schema, viewsFolder: Fixture.views, mode: .write)
    }
    #expect(error?.code == SQLITE_CANTOPEN)
  }

  @Test("takes paths with marks that a URI would read otherwise")
  func oddPath() throws {
    let folder = fixture.makeFolder("kho 100%?mode=memory#đồng")
    let warehouse = try Warehouse.open(
      path: folder + "/w.sqlite", schemaFolder: Fixture.schema, viewsFolder: Fixture.views,
      mode: .write)
    #expect(access(folder + "/w.sqlite", F_OK) == 0)
    _ = consume warehouse
    unlink(folder + "/w.sqlite")
  }

  @Test("applies migrations that came since, and for reading asks for them")
  func migrates() throws {
    _ = try fixture.open()
    let folder = fixture.makeFolder("schema")
    let known = try known
    for file in try SQLFolder.read(Fixture.schema) {
      try fixture.write(file.text, to: folder + "/\(file.name).sql")
    }
    let number = known < 9 ? "00\(known + 1)" : "0\(known + 1)"
    try fixture.write(
      "CREATE TABLE more (x INTEGER) STRICT;", to: folder + "/\(number)_more.sql")
    func open(_ mode: Warehouse.Mode) throws -> Warehouse {
      try Warehouse.open(
        path: fixture.path, schemaFolder: folder, viewsFolder: Fixture.views, mode: mode)
    }
    #expect(throws: WarehouseError.olderSchema(path: fixture.path, found: known, known: known + 1))
    {
      try open(.readOnly)
    }
    #expect(try open(.write).connection.integer("PRAGMA user_version") == known + 1)
    #expect(try open(.readOnly).value("SELECT count(*) FROM more") == .integer(0))
  }

  @Test("leaves the file as it was when a migration fails")
  func failedMigration() throws {
    let folder = fixture.makeFolder("schema")
    let views = fixture.makeFolder("no views")
    func open() throws -> Warehouse {
      try Warehouse.open(
        path: fixture.path, schemaFolder: folder, viewsFolder: views, mode: .write)
    }
    let first = """
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE document (document_key INTEGER PRIMARY KEY) STRICT;
      """
    try fixture.write(first, to: folder + "/001_a.sql")
    let tables = try open().connection.integer("SELECT count(*) FROM sqlite_schema")
    try fixture.write("CREATE TABLE b (x); nonsense;", to: folder + "/002_b.sql")
    #expect(throws: SQLiteError.self) { try open() }
    let connection = try Connection(path: fixture.path, mode: .readOnly)
    #expect(try connection.integer("PRAGMA user_version") == 1)
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema") == tables)
  }

  @Test("leaves no file behind when a new one cannot be made")
  func failedMaking() throws {
    let folder = fixture.makeFolder("schema")
    try fixture.write("CREATE TABLE a (x INTEGER);", to: folder + "/001_a.sql")
    try fixture.write("CREATE TABLE b (x); nonsense;", to: folder + "/002_b.sql")
    #expect(throws: SQLiteError.self) {
      try Warehouse.open(
        path: fixture.path, schemaFolder: folder, viewsFolder: Fixture.views, mode: .write)
    }
    for part in ["", "-wal", "-shm"] { #expect(access(fixture.path + part, F_OK) != 0) }
  }

  @Test("refuses migrations with a gap, or a name without a number")
  func gap() throws {
    let folder = fixture.makeFolder("schema")
    try fixture.write("SELECT 1;", to: folder + "/002_late.sql")
    let path = folder + "/002_late.sql"
    #expect(
      throws: WarehouseError.unusableFile(path: path, reason: "migration 1 should come here")
    ) { try Migration.load(folder: folder) }
    try fixture.write("SELECT 1;", to: folder + "/001first.sql")
    #expect(throws: WarehouseError.self) { try Migration.load(folder: folder) }
    #expect(throws: WarehouseError.self) { try Migration.load(folder: folder + "/none") }
  }

  @Test("makes views anew when their files changed, and keeps those of others")
  func views() throws {
    try fixture.open().tamper("CREATE VIEW mine AS SELECT 1 AS one")
    let folder = fixture.makeFolder("views")
    func open() throws -> Warehouse {
      try Warehouse.open(
        path: fixture.path, schemaFolder: Fixture.schema, viewsFolder: folder, mode: .write)
    }
    try fixture.write("CREATE VIEW runs AS SELECT 7 AS seven FROM run;", to: folder + "/runs.sql")
    #expect(try open().query("SELECT * FROM runs").columns == ["seven"])
    #expect(
      try open().lines("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
        == ["mine", "runs", "sentence_content"])
    try fixture.write("CREATE VIEW runs AS SELECT nothing FROM run;", to: folder + "/runs.sql")
    #expect(throws: SQLiteError.self) { try open() }
    let old = try fixture.open(.readOnly)
    #expect(try old.query("SELECT * FROM runs").columns == ["seven"])
  }
}
