import Testing

@testable import Pipeline

@Suite("A text with several appearances")
struct CopyTests {
  private let site = Site()

  private static func line(_ id: String, _ outlet: String, _ text: String, day: Int = 5) -> String {
    "{\"id\": \"\(id)\", \"outlet\": \"\(outlet)\", \"published\": \"2024-06-0\(day)\", "
      + "\"url\": \"https://\(id).example/1\", \"text\": \"\(text)\"}\n"
  }

  private static let report = "Xã Đông Hải thu 35 tỷ đồng, giảm 1.36.3 tỷ đồng."
  private static let other = "Xã Đông Hải thu 36 tỷ đồng."

  private func fill() throws {
    try site.write("a.jsonl", Self.line("a1", "Báo A", Self.report))
    try site.write("b.jsonl", Self.line("b1", "Báo B", Self.report, day: 6))
    try site.write(
      "c.jsonl", Self.line("c1", "Báo C", Self.report) + Self.line("c2", "Báo C", "Có 7 xã."))
  }

  private let figures = "SELECT document, value, unit FROM figures ORDER BY 1, value_real"
  private let appearances =
    "SELECT document, outlet, url, text_document FROM appearances ORDER BY document"

  @Test("is stored once, with one set of figures", arguments: [1, 4])
  func once(jobs: Int) throws {
    try fill()
    let report = try site.run { $0.jobs = jobs }
    #expect(report.counts.documentsNew == 4)
    #expect(report.counts.figuresAdded == 2)
    #expect(report.copies == 2)
    #expect(RunSummary.text(report).contains("2 with the text of another one"))
    #expect(try site.rows(figures) == ["a1|35000000000|VND", "c2|7|xã"])
    #expect(try site.rows("SELECT count(*) FROM document_text") == ["2"])
    #expect(try site.rows("SELECT DISTINCT document FROM document_ledger") == ["a1", "c2"])
    #expect(
      try site.rows(appearances) == [
        "a1|Báo A|https://a1.example/1|a1", "b1|Báo B|https://b1.example/1|a1",
        "c1|Báo C|https://c1.example/1|a1", "c2|Báo C|https://c2.example/1|c2",
      ])
    #expect(
      try site.rows("SELECT text FROM documents WHERE document = 'c1'") == [Self.report])
    // What was refused of the text is told of once, too.
    #expect(try site.rows("SELECT document FROM rejections") == ["a1"])
    #expect(try site.broken() == [])
    let before = try site.dump()
    #expect(try site.run { $0.isFull = true }.counts.documentsUnchanged == 4)
    #expect(try site.dump() == before)
  }

  @Test("stays while any of them is there, and goes with the last one")
  func withdrawn() throws {
    try fill()
    try site.run()
    try site.removeRaw("a.jsonl")
    let gone = try site.run()
    #expect(gone.counts.documentsWithdrawn == 1)
    #expect(try site.rows(figures) == ["b1|35000000000|VND", "c2|7|xã"])
    #expect(
      try site.rows("SELECT document FROM rejections WHERE resolved_run_id IS NULL") == ["b1"])
    #expect(
      try site.rows("SELECT document, text_document FROM appearances ORDER BY 1")
        == ["b1|b1", "c1|b1", "c2|c2"])
    #expect(
      try site.rows(
        """
        SELECT valid_from_run, ifnull(valid_to_run, '-'), document FROM figures_as_of ORDER BY 1, 3
        """) == ["1|2|a1", "1|-|c2", "2|-|b1"])
    #expect(try site.broken() == [])
    // A copy that goes takes nothing along.
    try site.write("c.jsonl", Self.line("c2", "Báo C", "Có 7 xã."))
    #expect(try site.run().counts.figuresSuperseded == 0)
    #expect(try site.rows(figures) == ["b1|35000000000|VND", "c2|7|xã"])
    try site.removeRaw("b.jsonl")
    #expect(try site.run().counts.figuresSuperseded == 1)
    #expect(try site.rows(figures) == ["c2|7|xã"])
    #expect(try site.broken() == [])
    // It comes back as the copy of none.
    try fill()
    #expect(try site.run().counts.documentsReturned == 3)
    #expect(try site.rows(figures) == ["a1|35000000000|VND", "c2|7|xã"])
    #expect(try site.broken() == [])
  }

  @Test("is stored with another one when its article is corrected")
  func corrected() throws {
    try fill()
    try site.run()
    try site.write("a.jsonl", Self.line("a1", "Báo A", Self.other))
    try site.run()
    #expect(
      try site.rows(figures) == ["a1|36000000000|VND", "b1|35000000000|VND", "c2|7|xã"])
    #expect(try site.broken() == [])
    try site.write("b.jsonl", Self.line("b1", "Báo B", Self.other, day: 6))
    try site.run()
    #expect(
      try site.rows("SELECT document, text_document FROM appearances ORDER BY 1")
        == ["a1|a1", "b1|a1", "c1|c1", "c2|c2"])
    #expect(
      try site.rows(figures) == ["a1|36000000000|VND", "c1|35000000000|VND", "c2|7|xã"])
    #expect(try site.broken() == [])
  }

  @Test("is stored with another one by the run that takes up a killed one")
  func resumed() throws {
    try fill()
    try site.run()
    try site.write("a.jsonl", Self.line("a1", "Báo A", Self.other))
    try site.addLines(3000)
    #expect(try site.run { $0.stopAfterTransactions = 1 }.status == .interrupted)
    try site.run()
    let values = "SELECT document, value FROM figures WHERE document GLOB '[abc]1'"
    #expect(try site.rows(values + " ORDER BY 1") == ["a1|36000000000", "b1|35000000000"])
    #expect(try site.broken() == [])
  }

  @Test("keeps the figures of its first appearance under other rules, and explains them")
  func reread() throws {
    try fill()
    try site.run()
    try site.run { $0.sources[0].place = "VN-31" }
    #expect(try site.rows("SELECT count(*) FROM figures") == ["2"])
    #expect(try site.broken() == [])
    #expect(
      try site.rows("SELECT count(*) FROM document_version WHERE place = 'VN-31'") == ["4"])
  }

  @Test("does not corroborate itself")
  func corroboration() throws {
    let text = "Đến hết năm 2023, tỉnh Bình Định có 45 xã đạt chuẩn nông thôn mới."
    try site.write("a.jsonl", Self.line("a1", "Báo A", text))
    try site.write("b.jsonl", Self.line("b1", "Báo B", text))
    #expect(try site.run().comparisons?.corroborated == 0)
    #expect(try site.rows("SELECT count(*) FROM figures") == ["1"])
  }
}
