import Testing
import Warehouse

@testable import Pipeline

@Suite("What was believed before")
struct HistoryTests {
  private let site = Site()

  private func asOf(_ run: Int) throws -> [String] {
    let queries = try CannedQuery.load(folder: Site.root.queries)
    let query = try site.open().query(
      named: "figures-as-of", among: queries, parameters: ["run": "\(run)"])
    let column = try #require(query.columns.firstIndex(of: "quote"))
    return try query.rows().map { $0[column].description }.sorted()
  }

  private func changes(_ from: Int, _ to: Int) throws -> [String] {
    let queries = try CannedQuery.load(folder: Site.root.queries)
    let query = try site.open().query(
      named: "figure-changes", among: queries, parameters: ["from": "\(from)", "to": "\(to)"])
    let columns = try ["change", "old_value", "new_value"].map {
      try #require(query.columns.firstIndex(of: $0))
    }
    return try query.rows().map { row in
      columns.map { row[$0].description }.joined(separator: "|")
    }.sorted()
  }

  @Test("a corrected article: each run's figures, and only what differs between them")
  func corrected() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng. Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.write("a.txt", "Đính chính: Doanh thu đạt 15 tỷ đồng. Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.write("b.txt", "Lãi suất là 6,5%.\n")
    try site.run()
    #expect(try asOf(1) == ["5 tỷ đồng", "7 xã"])
    #expect(try asOf(2) == ["15 tỷ đồng", "7 xã"])
    #expect(try asOf(3) == ["15 tỷ đồng", "6,5%", "7 xã"])
    #expect(try changes(1, 2) == ["revised|5000000000|15000000000"])
    #expect(try changes(2, 3) == ["added||6.5"])
    #expect(try changes(1, 3) == ["added||6.5", "revised|5000000000|15000000000"])
    #expect(try changes(3, 3) == [])
    #expect(
      try site.rows(
        "SELECT DISTINCT cause FROM figure_changes WHERE run_id = 2 AND change = 'removed'")
        == ["corrected text"])
  }

  @Test("what another reading changes is a revision of the same figure")
  func reread() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    try site.write("manifest.csv", "file,title,published\na.txt,Thu,2023-05-06\n")
    try site.run()
    // The date bears on the reading of the text; here it changes nothing of the figure.
    #expect(try site.rows("SELECT count(*) FROM figure_changes WHERE run_id = 2") == ["0"])
    #expect(try asOf(2) == ["5 tỷ đồng"])
  }

  @Test("a withdrawn article is believed until then")
  func withdrawn() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.jsonl", "{\"id\": \"b\", \"text\": \"Có 7 xã đạt chuẩn.\"}\n")
    try site.run()
    try site.removeRaw("a.txt")
    try site.run()
    #expect(try asOf(1) == ["5 tỷ đồng", "7 xã"])
    #expect(try asOf(2) == ["7 xã"])
    #expect(try changes(1, 2) == ["removed|5000000000|"])
  }

  @Test("without a run the query tells what is believed now")
  func now() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    let queries = try CannedQuery.load(folder: Site.root.queries)
    #expect(try site.open().query(named: "figures-as-of", among: queries).rows().count == 1)
  }
}
