import Testing

@testable import Pipeline

@Suite("A record that is gone from its file")
struct LostRecordTests {
  private let site = Site()

  private static func line(_ id: String, _ number: Int) -> String {
    "{\"id\": \"\(id)\", \"text\": \"Doanh thu đạt \(number) tỷ đồng.\"}\n"
  }

  private func documents() throws -> [String] {
    try site.rows("SELECT DISTINCT document FROM figures ORDER BY 1")
  }

  @Test("is withdrawn as a file that is gone is", arguments: ["csv", "jsonl", "json"])
  func withdrawn(format: String) throws {
    func content(_ ids: [String]) -> String {
      switch format {
      case "csv":
        "id,text\n" + ids.map { "\($0),Doanh thu đạt 5\($0.dropFirst()) tỷ đồng.\n" }.joined()
      case "json":
        "[" + ids.map { Self.line($0, 50 + (Int($0.dropFirst()) ?? 0)) }.joined(separator: ",")
          + "]"
      default: ids.map { Self.line($0, 50 + (Int($0.dropFirst()) ?? 0)) }.joined()
      }
    }
    try site.write("a.\(format)", content(["x1", "x2", "x3"]))
    try site.run()
    #expect(try documents() == ["x1", "x2", "x3"])
    try site.write("a.\(format)", content(["x1", "x3"]))
    #expect(try site.run { $0.isDryRun = true }.counts.documentsWithdrawn == 1)
    let report = try site.run()
    #expect(report.counts.documentsWithdrawn == 1)
    #expect(report.counts.figuresSuperseded == 1)
    #expect(try documents() == ["x1", "x3"])
    #expect(
      try site.rows(
        "SELECT document, is_withdrawn, superseded_run_id FROM documents WHERE NOT is_current")
        == ["x2|1|2"])
    #expect(try site.run().counts.documentsWithdrawn == 0)
    try site.write("a.\(format)", content(["x1", "x2", "x3"]))
    #expect(try site.run().counts.documentsReturned == 1)
    #expect(try documents() == ["x1", "x2", "x3"])
    #expect(try site.broken() == [])
  }

  @Test("stays when the reading broke off before it")
  func cut() throws {
    try site.write("a.json", "[\(Self.line("x1", 5)),\(Self.line("x2", 6))]")
    try site.run()
    try site.write("a.json", "[\(Self.line("x1", 5)),")
    #expect(try site.run().counts.documentsWithdrawn == 0)
    #expect(try documents() == ["x1", "x2"])
    // Read as a whole, it is gone indeed.
    try site.write("a.json", "[\(Self.line("x1", 5))]")
    #expect(try site.run().counts.documentsWithdrawn == 1)
    #expect(try documents() == ["x1"])
  }

  @Test("stays when another record is broken that may be it")
  func broken() throws {
    try site.write("a.jsonl", Self.line("x1", 5) + Self.line("x2", 6) + Self.line("x3", 7))
    try site.run()
    try site.write("a.jsonl", Self.line("x1", 5) + "{\"id\": \"x2\", \"te\n" + Self.line("x3", 7))
    #expect(try site.run().counts.documentsWithdrawn == 0)
    #expect(try documents() == ["x1", "x2", "x3"])
    // The broken one stands as before: what is gone now is another one.
    try site.write("a.jsonl", Self.line("x1", 5) + "{\"id\": \"x2\", \"te\n")
    #expect(try site.run().counts.documentsWithdrawn == 2)
    #expect(try documents() == ["x1"])
  }

  @Test("stays when another file has it now, or had it too")
  func moved() throws {
    try site.write("a.jsonl", Self.line("x1", 5) + Self.line("x2", 6))
    try site.write("b.jsonl", Self.line("y1", 7))
    try site.write("c.jsonl", Self.line("x1", 5))
    try site.run()
    try site.write("a.jsonl", Self.line("z1", 9))
    try site.write("b.jsonl", Self.line("y1", 7) + Self.line("x2", 6))
    #expect(try site.run().counts.documentsWithdrawn == 0)
    #expect(
      try site.rows("SELECT document, substr(path, -7) FROM documents WHERE is_current ORDER BY 1")
        == ["x1|c.jsonl", "x2|b.jsonl", "y1|b.jsonl", "z1|a.jsonl"])
    #expect(try site.broken() == [])
  }

  @Test("is withdrawn by the run that takes up a killed one")
  func resumed() throws {
    try site.addLines(3000)
    try site.write("a.jsonl", Self.line("x1", 5) + Self.line("x2", 6))
    try site.run()
    try site.write("a.jsonl", Self.line("x1", 5))
    try site.addLines(6000)
    #expect(try site.run { $0.stopAfterTransactions = 1 }.status == .interrupted)
    #expect(try site.run().counts.documentsWithdrawn == 1)
    #expect(try site.rows("SELECT count(*) FROM figures WHERE document = 'x2'") == ["0"])
    #expect(try site.broken() == [])
  }

  @Test("is a text that its file no longer holds")
  func emptied() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.write("a.txt", "\n")
    #expect(try site.run().counts.documentsWithdrawn == 1)
    #expect(try site.rows("SELECT value FROM figures") == ["7"])
  }
}
