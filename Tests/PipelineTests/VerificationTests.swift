import CSQLite
import Glibc
import Testing
import Warehouse

@testable import Pipeline

@Suite("Verification of a warehouse")
struct VerificationTests {
  private let site = Site()

  init() throws {
    try site.addSamples()
    try site.write("x.txt", "Giá trị 1.36.3 tỷ đồng.\n")
    try site.run()
    try site.write("x.txt", "Giá trị 1.363 tỷ đồng.\n")
    try site.run()
  }

  private func verify() throws -> [Promise] {
    try Verification(root: Site.root, warehouse: site.warehouse).run()
  }

  private func broken() throws -> Set<String> {
    Set(try verify().filter { $0.broken > 0 }.map(\.name))
  }

  /// Changes the file behind the program's back.
  private func tamper(_ sql: String) {
    var handle: OpaquePointer?
    #expect(sqlite3_open(site.warehouse, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    let result = sqlite3_exec(handle, sql, nil, nil, nil)
    #expect(result == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
  }

  @Test("finds nothing wrong with what a run leaves, and writes nothing")
  func whole() throws {
    let before = try Site.bytes(site.warehouse)
    let promises = try verify()
    #expect(promises.count > 18)
    #expect(try broken() == [])
    #expect(try Site.bytes(site.warehouse) == before)
  }

  @Test(
    "finds each break",
    arguments: [
      ("digests-match-texts", "UPDATE document_text SET text = replace(text, 'đồng', 'đống')"),
      ("digests-match-texts", "UPDATE document_version SET digest = substr(digest, 2) || 'x'"),
      ("digests-match-texts", "DELETE FROM document_text WHERE version_key = 1"),
      (
        "names-match-spans", "UPDATE figure SET figure_id = 'ffffffffffffffff' WHERE figure_key = 7"
      ),
      ("names-match-spans", "UPDATE document SET document = document || 'x'"),
      ("quotes-match-characters", "UPDATE figure SET char_end = char_end + 1 WHERE figure_key = 7"),
      ("quotes-match-bytes", "UPDATE figure SET byte_end = byte_end + 1 WHERE figure_key = 7"),
      ("quotes-match-bytes", "UPDATE figure SET quote = quote || ' ' WHERE figure_key = 7"),
      ("references-exist", "DELETE FROM unit WHERE unit = 'VND'"),
      ("references-exist", "UPDATE figure SET period_key = 99999 WHERE figure_key = 7"),
      ("ledger-balances", "DELETE FROM numeral WHERE disposition = 'time'"),
      ("ledger-balances", "UPDATE document_version SET reference_count = reference_count + 1"),
      ("search-knows-every-sentence", "DELETE FROM sentence WHERE sentence_key < 20"),
      ("search-knows-every-sentence", "DELETE FROM sentence_search_docsize WHERE id < 20"),
      (
        "words-are-known",
        """
        PRAGMA ignore_check_constraints = ON;
        UPDATE figure SET kind = 'nonsense' WHERE figure_key = 7
        """
      ),
      (
        "integrity",
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX figure_version ON figure (figure_id)'
        WHERE name = 'figure_version'
        """
      ),
    ])
  func planted(check: String, sql: String) throws {
    tamper(sql)
    #expect(try broken().contains(check))
    let promise = try #require(try verify().first { $0.name == check })
    #expect(!promise.rows.isEmpty)
    #expect(PromiseCheck.text([promise]).hasPrefix("broken  \(check): "))
  }

  @Test("tells every break, not only the first ones")
  func all() throws {
    tamper("UPDATE figure SET quote = quote || 'x'")
    let promise = try #require(try verify().first { $0.name == "quotes-match-bytes" })
    #expect(promise.broken > 400)
    #expect(promise.rows.count == promise.broken)
  }

  @Test("goes on where pages are damaged")
  func damaged() throws {
    tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try Site.bytes(site.warehouse)
    // Behind the schema, whose pages come first.
    let pages = bytes.count / 4096
    for page in (pages / 2)..<(pages / 2 + 8) {
      for index in (page * 4096)..<(page * 4096 + 200) { bytes[index] = 0xA5 }
    }
    try writeFile(site.warehouse, bytes)
    let broken = try broken()
    #expect(broken.contains("integrity"))
  }

  @Test("of a file that is no warehouse is refused in one line")
  func refused() throws {
    try writeFile(site.warehouse, Array("not a database, and long enough to be looked at".utf8))
    for suffix in ["-wal", "-shm"] { unlink(site.warehouse + suffix) }
    let error = #expect(throws: (any Error).self) { try verify() }
    #expect("\(error!)".split(separator: "\n").count == 1)
  }
}
