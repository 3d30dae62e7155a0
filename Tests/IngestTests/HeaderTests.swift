import Model
import Tables
import Testing

@testable import Ingest

/// What stands above the article in plain text: `Pipelines/examples/ingest/headers.csv`.
@Suite struct HeaderTests {
  private static let table = Result {
    try Table.read(
      path: TemporaryFolder.rules + "/../examples/ingest/headers.csv",
      columns: ["text", "published", "outlet", "title"], optional: ["note"])
  }

  @Test func eachExampleIsMet() throws {
    let headers = try projectRules.get().headers
    for row in try Self.table.get().rows {
      let text = Array(row["text"].utf8)
      let header = TextHeader(text, headers)
      #expect(HeaderDate.find(in: text, headers) ?? "" == row["published"], "\(row["text"])")
      #expect(header.outlet ?? "" == row["outlet"], "\(row["text"])")
      #expect(header.title ?? "" == row["title"], "\(row["text"])")
    }
  }

  @Test func eachRuleHasAnExample() throws {
    let headers = try projectRules.get().headers
    let texts = try Self.table.get().rows.map { $0["text"] }
    for words in headers.labels + headers.weekdays {
      #expect(texts.contains { $0.lowercased().contains(words) }, "\(words)")
    }
    for words in headers.outlets.keys {
      let name = String(decoding: words, as: UTF8.self)
      #expect(
        texts.contains { $0.contains("(\(name)) - ") || $0.contains("\(name) - ") }, "\(name)")
    }
  }

  @Test func theyReachTheDocument() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.txt", "(TTXVN) - 12/10/2023 09:30\nLúa được mùa ở xã An Bình\nXã thu 320 tấn.\n")
    let options = try IngestOptions(rules: TemporaryFolder.rules)
    let document = try #require(folder.documents("a.txt", options: options).first)
    #expect(document.published == "2023-10-12")
    #expect(document.outlet == "TTXVN")
    #expect(document.title == "Lúa được mùa ở xã An Bình")
    var sourced = options
    sourced.outlet = "Báo Mẫu"
    #expect(folder.documents("a.txt", options: sourced).first?.outlet == "Báo Mẫu")
  }
}
