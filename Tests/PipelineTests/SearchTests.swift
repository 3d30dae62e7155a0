import Testing
import Warehouse

@testable import Pipeline

@Suite("Full-text search")
struct SearchTests {
  private let site = Site()

  init() throws {
    try site.write(
      "a.txt",
      """
      Chuyển đổi số
      Tỷ lệ hồ sơ trực tuyến đạt 98,5%. Đà Nẵng có 12 tổ công nghệ, thu về 5 tỷ đồng.
      Không có con số nào ở đây, chỉ có chữ ký số.
      """)
    try site.write("b.txt", "Hồ sơ giấy còn 7 bộ. Đến nay, cấp được 1.200 chữ ký số.\n")
    try site.run()
  }

  private func found(_ words: String, _ match: String = "words") throws -> [String] {
    let queries = try CannedQuery.load(folder: Site.root.queries)
    let query = try site.open().query(
      named: "search", among: queries, parameters: ["words": words, "match": match])
    let column = try #require(query.columns.firstIndex(of: "quote"))
    return try query.rows().map { $0[column].description }
  }

  @Test(
    "finds words with their accents, without them, and đ as d",
    arguments: [
      ("ty le ho so truc tuyen", ["98,5%"]), ("tỷ lệ hồ sơ trực tuyến", ["98,5%"]),
      ("TỶ LỆ HỒ SƠ", ["98,5%"]), ("da nang", ["12 tổ", "5 tỷ đồng"]),
      ("Đà Nẵng", ["12 tổ", "5 tỷ đồng"]), ("đà nẵng", ["12 tổ", "5 tỷ đồng"]),
      ("dong", ["12 tổ", "5 tỷ đồng"]), ("tuyến tỷ", ["98,5%"]),
      ("98,5% — \"hồ sơ\"", ["98,5%"]), ("không có gì", []), ("…", []), ("", []),
    ])
  func words(words: String, quotes: [String]) throws {
    #expect(try found(words) == quotes)
  }

  @Test("finds phrases, and takes the syntax of FTS5 where it is asked for")
  func phrases() throws {
    #expect(try found("hồ sơ trực tuyến", "phrase") == ["98,5%"])
    #expect(try found("trực tuyến hồ sơ", "phrase") == [])
    #expect(try found("trực tuyến hồ sơ", "words") == ["98,5%"])
    #expect(try found("giay OR nẵng", "fts5") == ["7 bộ", "12 tổ", "5 tỷ đồng"])
    #expect(try found("nan*", "fts5") == ["12 tổ", "5 tỷ đồng"])
    #expect(try found("ho so NOT giấy", "fts5") == ["98,5%"])
  }

  @Test("holds only sentences with figures, and finds what their figures are about")
  func subjects() throws {
    #expect(try found("chữ ký số") == ["1.200 chữ ký số"])
    #expect(try found("con số nào") == [])
  }

  @Test("works in plain SQL: the view gives every figure of a hit")
  func view() throws {
    #expect(
      try site.rows(
        """
        SELECT quote, sentence FROM search WHERE words MATCH 'da AND nang'
        """)
        == [
          "12 tổ|Đà Nẵng có 12 tổ công nghệ, thu về 5 tỷ đồng.",
          "5 tỷ đồng|Đà Nẵng có 12 tổ công nghệ, thu về 5 tỷ đồng.",
        ])
  }

  @Test("follows a changed text")
  func changed() throws {
    try site.write("b.txt", "Hồ sơ điện tử có 9 bộ mới nguyên.\n")
    try site.run()
    #expect(try found("ho so") == ["9 bộ", "98,5%"])
    #expect(try found("ho so giay") == [])
    #expect(try site.broken() == [])
  }
}
