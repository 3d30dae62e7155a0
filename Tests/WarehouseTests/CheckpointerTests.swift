import Glibc
import Testing

@testable import Warehouse

@Suite("Moving the log's pages") struct CheckpointerTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test(
    "loses nothing, whoever moves them",
    arguments: [(1, 8), (1, 1_000_000), (1_000_000, 1_000_000)])
  func moves(pages: Int, mostPages: Int) throws {
    let path = fixture.path
    let connection = try Connection(path: path, mode: .write)
    try connection.execute(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (k INTEGER PRIMARY KEY, b BLOB)")
    try connection.checkpoint()
    let empty = size(path)
    let checkpointer = Checkpointer(connection, pages: pages, mostPages: mostPages)
    for _ in 0..<50 {
      try connection.inTransaction {
        try connection.execute("INSERT INTO t (b) VALUES (randomblob(20000))")
      }
    }
    checkpointer.end(connection)
    // With few pages they are in the file before the connection is closed, else all in the log.
    if mostPages == 8 { #expect(size(path) > empty) }
    if pages > 50 * 6 { #expect(size(path) == empty) }
    #expect(try connection.integer("SELECT count(*) FROM t WHERE length(b) = 20000") == 50)
    #expect(try connection.prepare("PRAGMA integrity_check").firstRow { $0.text(0) } == "ok")
  }
}

extension Connection {
  fileprivate func checkpoint() throws {
    try prepare("PRAGMA wal_checkpoint(TRUNCATE)").forEachRow { _ in }
  }
}
