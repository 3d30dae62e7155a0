import CSQLite
import Glibc
import Testing
import Warehouse

@testable import Pipeline

/// Files that no run may touch: each is refused in one line, and left as it was.
@Suite("A run into a file that is no warehouse of this program")
struct BadWarehouseTests {
  private let site = Site()

  init() throws { try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n") }

  private func execute(_ sql: String) {
    var handle: OpaquePointer?
    #expect(sqlite3_open(site.warehouse, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
  }

  /// Runs, expects a refusal that says so, and gives what the file then holds.
  private func refuse(_ words: String) throws {
    let before = try Site.bytes(site.warehouse)
    for isDryRun in [false, true] {
      let error = #expect(throws: (any Error).self) {
        try site.run { $0.isDryRun = isDryRun }
      }
      let message = "\(error!)"
      #expect(message.contains(words), "\(message)")
      #expect(message.hasPrefix(site.warehouse), "\(message)")
      #expect(!message.contains("\n"))
    }
    #expect(try Site.bytes(site.warehouse) == before)
  }

  @Test("is refused when it is no database")
  func noDatabase() throws {
    try writeFile(site.warehouse, Array(repeating: UInt8(ascii: "x"), count: 5000))
    try refuse("not a SQLite database")
  }

  @Test("is refused when another program made it")
  func other() throws {
    execute("CREATE TABLE x (y)")
    try refuse("not a solieu warehouse")
  }

  @Test("is refused when a newer program made it")
  func newer() throws {
    try site.run()
    execute(
      "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    try refuse("use a newer solieu")
  }

  @Test("is refused when it is a folder")
  func folder() throws {
    mkdir(site.warehouse, 0o755)
    let error = #expect(throws: (any Error).self) { try site.run() }
    #expect("\(error!)".contains("cannot be opened"))
    rmdir(site.warehouse)
  }

  @Test("fails in one line when a page that it needs is damaged")
  func damaged() throws {
    try site.addSamples()
    try site.run()
    execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    let root = try #require(
      try site.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'document'").first)
    var bytes = try Site.bytes(site.warehouse)
    let start = (Int(root)! - 1) * 4096
    for index in start..<(start + 4096) { bytes[index] = 0x5A }
    try writeFile(site.warehouse, bytes)
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    let error = #expect(throws: (any Error).self) { try site.run() }
    #expect("\(error!)".contains("damaged"), "\(error!)")
    #expect("\(error!)".split(separator: "\n").count == 1)
  }
}
