import Glibc
import Testing

@testable import Pipeline

@Suite("One id for two texts")
struct DuplicateTests {
  private static func line(_ id: String, _ number: Int) -> String {
    "{\"id\": \"\(id)\", \"text\": \"Doanh thu đạt \(number) tỷ đồng.\"}\n"
  }

  private let standing =
    "SELECT document, reason FROM rejections WHERE resolved_run_id IS NULL ORDER BY 1, 2"
  /// Two files that share ids, one of which holds an id twice itself.
  private func fill(_ site: Site) throws {
    try site.write("a.jsonl", Self.line("x", 5) + Self.line("y", 6) + Self.line("y", 66))
    try site.write("b.jsonl", Self.line("z", 8) + Self.line("x", 55) + Self.line("y", 6))
  }

  private func reason(_ site: Site, _ later: String, _ id: String, _ first: String) -> String {
    "\(site.raw)/\(later): the id '\(id)' is that of another text, in \(site.raw)/\(first), which "
      + "is kept; give one of them another id, or remove the one that is out of date"
  }

  private func values(_ site: Site) throws -> [String] {
    try site.rows("SELECT document, CAST(value_real / 1e9 AS INTEGER) FROM figures ORDER BY 1")
  }

  @Test("keeps the first and refuses the later one, for any number of workers", arguments: [1, 4])
  func first(jobs: Int) throws {
    let site = Site()
    try fill(site)
    let report = try site.run { $0.jobs = jobs }
    #expect(report.counts.documentsNew == 3)
    #expect(report.counts.documentsUnreadable == 2)
    #expect(try values(site) == ["x|5", "y|6", "z|8"])
    #expect(
      try site.rows(standing) == [
        "\(site.raw)/a.jsonl|" + reason(site, "a.jsonl, record 3", "y", "a.jsonl, record 2"),
        "\(site.raw)/b.jsonl|" + reason(site, "b.jsonl, record 2", "x", "a.jsonl, record 1"),
      ])
  }

  @Test("ends the same however often it is read")
  func again() throws {
    let site = Site()
    try fill(site)
    try site.run()
    let before = try site.dump()
    #expect(try site.run().documents == 3)
    #expect(try site.dump() == before)
    #expect(try site.run { $0.isFull = true }.documents == 3)
    #expect(try site.dump() == before)
  }

  @Test("a dry run counts the same")
  func dryRun() throws {
    let site = Site()
    try fill(site)
    let report = try site.run { $0.isDryRun = true }
    #expect(report.counts.documentsNew == 3)
    #expect(report.counts.documentsUnreadable == 2)
  }

  @Test("the same text is the same document")
  func same() throws {
    let site = Site()
    try site.write("a.jsonl", Self.line("x", 5))
    try site.write("b.jsonl", Self.line("x", 5))
    let report = try site.run()
    #expect(report.documents == 1)
    #expect(report.counts.documentsUnreadable == 0)
    let before = try site.dump()
    #expect(try site.run().documents == 1)
    #expect(try site.run { $0.isFull = true }.documents == 1)
    #expect(try site.dump() == before)
  }

  @Test("a file that comes later does not take a document from one that was skipped")
  func addedLater() throws {
    let site = Site()
    try site.write("a.jsonl", Self.line("x", 5) + Self.line("y", 6))
    try site.run()
    try site.write("b.jsonl", Self.line("x", 55) + Self.line("y", 6) + Self.line("z", 7))
    let report = try site.run()
    #expect(report.counts.documentsNew == 1)
    #expect(report.counts.documentsChanged == 0)
    #expect(report.counts.documentsUnreadable == 1)
    #expect(try values(site) == ["x|5", "y|6", "z|7"])
  }

  @Test("a file that comes before takes it, and the one after is read again", arguments: [0, 1])
  func addedBefore(stopAfter: Int) throws {
    let site = Site()
    try site.write("b.jsonl", Self.line("x", 5) + Self.line("y", 6))
    try site.run()
    var lines = Self.line("x", 55)
    for number in 0..<3000 { lines += Self.line("many\(number)", number + 1) }
    try site.write("a.jsonl", lines)
    if stopAfter > 0 {
      #expect(try site.run { $0.stopAfterTransactions = stopAfter }.status == .interrupted)
    }
    let report = try site.run()
    #expect(try values(site).filter { !$0.hasPrefix("many") } == ["x|55", "y|6"])
    #expect(
      try site.rows(standing).map { $0.hasPrefix("\(site.raw)/b.jsonl|") } == [true])
    #expect(report.documents == 3002)
    let before = try site.dump()
    try site.run()
    try site.run { $0.isFull = true }
    #expect(try site.dump() == before)
  }

  @Test("is the other file's when the first one no longer has it")
  func movedOn() throws {
    let site = Site()
    try site.write("a.jsonl", Self.line("x", 5) + Self.line("y", 6))
    try site.write("b.jsonl", Self.line("x", 55))
    try site.run()
    #expect(try values(site) == ["x|5", "y|6"])
    try site.write("a.jsonl", Self.line("y", 6))
    #expect(try site.run().counts.documentsChanged == 1)
    #expect(try values(site) == ["x|55", "y|6"])
    #expect(try site.rows(standing) == [])
    // A file that was left unread no longer holds what it once did.
    unlink(site.raw + "/b.jsonl")
    try site.write("c.jsonl", Self.line("x", 555))
    try site.run()
    #expect(try values(site) == ["x|555", "y|6"])
    #expect(try site.rows(standing) == [])
  }

  @Test("goes to a new file when the old one had lost it the night before")
  func lostBefore() throws {
    let site = Site()
    try site.write("a.jsonl", Self.line("x", 5) + Self.line("y", 6))
    try site.run()
    try site.write("a.jsonl", Self.line("y", 6))
    #expect(try site.run().counts.documentsWithdrawn == 1)
    try site.write("b.jsonl", Self.line("x", 55))
    #expect(try site.run().counts.documentsReturned == 1)
    #expect(try values(site) == ["x|55", "y|6"])
    #expect(try site.rows(standing) == [])
  }
}
