import CSQLite
import Glibc
import Model
import Testing

@testable import Warehouse

@Suite("Queries") struct QueryTests {
  let fixture: Fixture
  let warehouse: Warehouse

  init() throws {
    fixture = try Fixture()
    let writer = try fixture.open()
    let run = try writer.begin()
    for id in ["a1", "a2"] { try writer.store(Sample.reading(id), run: run, rulesDigest: "r1") }
    try writer.ledger.finish(run, .done)
    warehouse = try fixture.open(.readOnly)
  }

  @Test(
    "views have the columns that are promised",
    arguments: [
      (
        "figures",
        """
        figure_id document title outlet url published quote prefix suffix kind value value_real
        upper of unit precision qualifier change basis status period period_first_day
        period_last_day place place_name subject source indicator char_start char_end byte_start
        byte_end verdict rule run_id
        """
      ),
      (
        "documents",
        "document path url outlet title published digest text version first_run_id is_current"
      ),
      ("relations", "relation_id document kind formula expected stated verdict"),
      ("relation_members", "relation_id figure_id role"),
      (
        "rejections",
        """
        document stage rule reason quote char_start char_end first_run_id last_run_id
        resolved_run_id
        """
      ),
      ("runs", "run_id started finished status rules_digest program_version figures_added"),
    ])
  func columns(view: String, promised: String) throws {
    let columns = try warehouse.query("SELECT * FROM \(view)").columns
    let missing = Set(promised.split(whereSeparator: \.isWhitespace).map(String.init))
      .subtracting(columns)
    #expect(missing == [])
  }

  @Test("give typed values")
  func types() throws {
    let query = try warehouse.query(
      "SELECT NULL AS a, 1 AS b, 1.5 AS c, 'đồng' AS d, x'00ff' AS e, :p AS f",
      parameters: ["p": .text("p")])
    #expect(query.columns == ["a", "b", "c", "d", "e", "f"])
    #expect(
      try query.next() == [
        .null, .integer(1), .real(1.5), .text("đồng"), .blob([0, 255]), .text("p"),
      ])
    #expect(try query.next() == nil)
    // The end stays the end.
    #expect(try query.next() == nil)
  }

  @Test(
    "refuse all but reading, on a connection that may write as well",
    arguments: [
      "DELETE FROM figure", "UPDATE run SET status = 'done'", "DROP TABLE figure",
      "INSERT INTO meta VALUES ('a', 'b')", "CREATE TABLE x (y)", "ATTACH 'x.sqlite' AS x",
      "PRAGMA user_version = 7", "PRAGMA query_only = OFF", "BEGIN", "VACUUM", "REINDEX",
      "VACUUM INTO '/tmp/solieu-copy.sqlite'", "SAVEPOINT x", "ANALYZE",
      "EXPLAIN DELETE FROM figure", "CREATE TEMP TABLE x (y)",
      "WITH x AS (SELECT 1) DELETE FROM figure",
    ])
  func refused(sql: String) throws {
    for mode in [Warehouse.Mode.readOnly, .write] {
      let error = #expect(throws: SQLiteError.self) { try fixture.open(mode).query(sql).rows() }
      #expect(error?.code == SQLITE_AUTH)
      #expect(error?.description.contains("a query may only read") == true)
    }
    #expect(try warehouse.value("SELECT count(*) FROM figure") == .integer(6))
  }

  @Test("do not get at the schema either")
  func schema() throws {
    for mode in [Warehouse.Mode.readOnly, .write] {
      #expect(throws: SQLiteError.self) {
        try fixture.open(mode).query("UPDATE sqlite_master SET sql = ''").rows()
      }
    }
  }

  @Test("the read-only connection itself refuses to write")
  func readOnly() throws {
    let error = #expect(throws: SQLiteError.self) { try warehouse.begin() }
    #expect(error?.code == SQLITE_READONLY)
    #expect(error?.description.contains("cannot be written to") == true)
  }

  @Test("are one statement")
  func oneStatement() throws {
    for sql in ["SELECT 1; SELECT 2", "SELECT 1; DROP TABLE figure", "", "-- nothing"] {
      #expect(throws: WarehouseError.notOneStatement(sql: sql)) { try warehouse.query(sql) }
    }
    #expect(try warehouse.value("SELECT 1 ; -- one; \n /* 2 */ ;") == .integer(1))
    #expect(try warehouse.query("PRAGMA table_info(figure)").rows().count == 31)
  }

  @Test(
    "say where they are wrong, and what is, in one line",
    arguments: [
      ("SELECT\n  money\nFROM figures", "the query:2:3: no such column: money"),
      ("SELECT 'tỷ đồng', , 1", "the query:1:19: near \",\": syntax error"),
      ("SELECT kind FROM figures WHERE", "the query:1:31: incomplete input"),
      ("SELECT round(1, 2, 3)", "the query:1:8: wrong number of arguments to function round()"),
      ("SELECT * FROM (SELECT 1) LIMIT 'x'", "the query: datatype mismatch"),
    ])
  func wrong(sql: String, message: String) throws {
    let error = #expect(throws: SQLiteError.self) { try warehouse.query(sql).rows() }
    #expect(error?.description == message)
  }

  @Test("say which views there are when one is not")
  func unknownView() throws {
    let error = #expect(throws: SQLiteError.self) {
      try warehouse.query("SELECT * FROM figurs", name: "--sql")
    }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("--sql:1:15: no such table: figurs; there are "))
    #expect(text.contains(", figures, "))
  }

  @Test(
    "say what they would do that they may not",
    arguments: [
      ("DELETE FROM figure", "delete from figure"),
      ("INSERT INTO meta VALUES ('a', 'b')", "insert into meta"),
      ("UPDATE run SET status = 'done'", "update run"),
      ("DROP VIEW figures", "change the schema"), ("CREATE TABLE x (y)", "change the schema"),
      ("ATTACH 'x' AS x", "attach another file"), ("VACUUM", "do more"),
      ("PRAGMA journal_mode = DELETE", "use PRAGMA journal_mode"),
      ("PRAGMA wal_checkpoint", "use PRAGMA wal_checkpoint"),
      ("SELECT * FROM pragma_optimize", "use pragma_optimize"),
      ("BEGIN", "begin or end a transaction"),
    ])
  func deed(sql: String, deed: String) throws {
    let error = #expect(throws: SQLiteError.self) { try warehouse.query(sql).rows() }
    #expect(
      error?.description == "the query: a query may only read, and this one would \(deed)")
  }

  @Test("are answered while a run is writing, from what it has committed")
  func duringRun() throws {
    let writer = try fixture.open()
    let run = try writer.begin()
    try writer.withTransaction {
      try writer.store(Sample.reading("a3"), run: run, rulesDigest: "r1")
      #expect(try warehouse.value("SELECT count(*) FROM figures") == .integer(6))
      #expect(
        try fixture.open(.readOnly).value("SELECT count(*) FROM figures") == .integer(6))
    }
    #expect(try warehouse.value("SELECT count(*) FROM figures") == .integer(9))
  }

  @Test("take exactly their parameters")
  func parameters() throws {
    let sql = "SELECT count(*) FROM figures WHERE kind = :kind"
    let query = try warehouse.query(sql, parameters: ["kind": .text("money")])
    #expect(try query.next() == [.integer(2)])
    #expect(throws: WarehouseError.missingParameter(name: "kind", query: "the query")) {
      try warehouse.query(sql)
    }
    #expect(
      throws: WarehouseError.unknownParameter(name: "x", query: "the query", known: ["kind"])
    ) { try warehouse.query(sql, parameters: ["x": .null, "kind": .null]) }
    #expect(throws: WarehouseError.missingParameter(name: "?", query: "the query")) {
      try warehouse.query("SELECT ?")
    }
  }

  @Test("a file on a medium that nobody may write to is read without locks")
  func immutable() throws {
    try fixture.open().checkpoint()
    let connection = try Connection(path: fixture.path, mode: .immutable)
    #expect(try connection.integer("SELECT count(*) FROM figures") == 6)
    #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM figure") }
  }

  @Test(
    "a file in a folder that we may not write to is read all the same",
    .enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func readOnlyFolder() throws {
    let sealed = try Fixture()
    try sealed.open().checkpoint()
    chmod(sealed.path, 0o444)
    chmod(sealed.folder, 0o555)
    defer { chmod(sealed.folder, 0o755) }
    #expect(try sealed.open(.readOnly).value("SELECT count(*) FROM figures") == .integer(0))
    #expect(throws: SQLiteError.self) { try sealed.open() }
  }
}
