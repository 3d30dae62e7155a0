import Extraction
import Glibc
import Ingest
import Model
import Rules
import Testing

/// The outputs of real crawlers, made of the same page: `Fixtures/crawlers`.
@Suite struct CrawlerTests {
  private static let folder =
    String(#filePath.dropLast("CrawlerTests.swift".count)) + "Fixtures/crawlers"

  private static func read(_ name: String) throws -> (documents: [Document], refused: [String]) {
    var (documents, refused): ([Document], [String]) = ([], [])
    RawFiles.read(paths: ["\(folder)/\(name)"], options: try RawBytesTests.options()) { item in
      if let document = item.document { documents.append(document) }
      if let rejection = item.rejection { refused.append(rejection.reason) }
    }
    return (documents, refused)
  }

  @Test(arguments: [
    "trafilatura.json", "trafilatura.jsonl", "trafilatura.csv", "trafilatura.xml",
    "trafilatura-tei.xml", "trafilatura.txt", "scrapy.json", "scrapy.jsonl", "scrapy.csv",
    "scrapy.xml", "news-please.json",
  ])
  func areUnderstood(name: String) throws {
    let (documents, refused) = try Self.read(name)
    #expect(refused == [])
    let document = try #require(documents.first)
    #expect(document.title == "Lúa đông xuân được mùa")
    #expect(document.published?.hasPrefix("2024-05-03") == true)
    #expect(document.url == "https://bao.example/lua.html")
    // trafilatura's CSV has neither.
    if name != "trafilatura.csv" {
      #expect(document.author == "Lê Na")
      #expect(document.outlet == (name == "news-please.json" ? "bao.example" : "Báo Mẫu"))
    }
    let isOfTwo = name.hasPrefix("scrapy") || name == "trafilatura.jsonl" || name.hasSuffix("csv")
    #expect(documents.map(\.title).count == (isOfTwo ? 2 : 1))
    #expect(documents.count == 1 || documents[1].title == "Cảng biển đón thêm hàng")
  }

  @Test func giveTheSameFigures() throws {
    let extractor = Extractor(rules: try RuleSet(folder: TemporaryFolder.rules))
    func figures(_ name: String) throws -> [String] {
      let document = try #require(try Self.read(name).documents.first, "\(name)")
      return extractor.read(document).figures.map { "\($0.value) \($0.unit ?? "")" }
    }
    let expected = try figures("page.html")
    #expect(expected.count == 8)
    for name in ["json", "jsonl", "csv", "xml", "txt"] {
      #expect(try figures("trafilatura.\(name)") == expected, "\(name)")
    }
    #expect(try figures("trafilatura-tei.xml") == expected)
    // The spider took the paragraphs without the table, and so did news-please.
    for name in ["scrapy.json", "scrapy.jsonl", "scrapy.csv", "scrapy.xml", "news-please.json"] {
      #expect(try figures(name) == Array(expected.prefix(6)), "\(name)")
    }
  }

  @Test func readsFrontMatterThatMakersOfSitesWrite() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.md",
      "---\r\ntitle: 'Chuyện \"lúa\"'\ntags:\n  - lúa\n- gạo\ndate: 2024-05-03\nweight: 5\n---\nĐạt 5%.\n"
    )
    folder.write("b.md", "---\nĐạt 7%: tin vui.\n---\nĐạt 8%.\n")
    let documents = folder.documents()
    #expect(documents.map(\.string) == ["Đạt 5%.\n", "---\nĐạt 7%: tin vui.\n---\nĐạt 8%.\n"])
    #expect(documents.first?.title == "Chuyện \"lúa\"")
    #expect(documents.first?.published == "2024-05-03")
    let text = documents.first?.text ?? []
    #expect(documents.first?.origin?.rawRange(of: 0..<6, in: text)?.lowerBound == 84)
  }

  @Test func readsXMLRecordByRecord() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.xml",
      """
      <?xml version="1.0"?>
      <articles>
      <article id="9"><title>A</title><body>Đạt 5&#37;, &lt;b&gt;</body></article>
      <article><title>B</title><body>Đạt & &nosuch; 6%</body></article>
      <article><title>C</title><body>Đạt 7%</body></article>
      </articles>
      """)
    #expect(folder.documents().map(\.string) == ["Đạt 5%, <b>", "Đạt 7%"])
    let refused = folder.rejections()
    #expect(refused.count == 1)
    #expect(refused.first?.hasPrefix("ingest:xml a.xml:4:1: line 4: ") == true, "\(refused)")
    #expect(refused.first?.contains("; record 2, byte ") == true, "\(refused)")
    folder.write("b.xml", "<urlset><url><loc>https://bao.example/1</loc></url><url/></urlset>")
    #expect(
      folder.rejections("b.xml").first?.hasPrefix(
        "ingest:xml b.xml:1: the first record has no element 'text'") == true)
  }
}
