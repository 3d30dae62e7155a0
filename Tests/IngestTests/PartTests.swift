import Model
import Tables
import Testing

@testable import Ingest

/// Titles, stamps, captions and bylines within texts: `Pipelines/examples/ingest/parts.csv`.
@Suite struct PartTests {
  private static let table = Result {
    try Table.read(
      path: TemporaryFolder.rules + "/../examples/ingest/parts.csv",
      columns: ["text", "author", "parts"], optional: ["note"])
  }

  @Test func eachExampleIsMet() throws {
    let folder = TemporaryFolder()
    for (number, row) in try Self.table.get().rows.enumerated() {
      let name = "\(number).txt"
      folder.write(name, row["text"])
      let document = try #require(folder.documents(name).first)
      #expect(document.string == row["text"])
      #expect(document.author ?? "" == row["author"], "\(row["text"])")
      let parts = document.parts.map { part in
        let words = document.text[part.span.byteStart..<part.span.byteEnd]
        return "\(part.role.rawValue): \(String(decoding: words, as: UTF8.self))"
      }
      #expect(parts.joined(separator: "\n") == row["parts"], "\(row["text"])")
    }
  }

  @Test func eachRuleHasAnExample() throws {
    let headers = try projectRules.get().headers
    let rows = try Self.table.get().rows
    for words in headers.bylines {
      let parts = rows.map { $0["parts"].lowercased() }
      #expect(
        parts.contains { $0.contains("byline: \(words)") || $0.contains("(\(words) ") }, "\(words)")
    }
    for words in headers.authors {
      #expect(rows.contains { $0["author"].lowercased() == words }, "\(words)")
    }
    for words in headers.nobodies {
      #expect(rows.contains { $0["text"].lowercased().hasSuffix("\n\(words)") }, "\(words)")
    }
    for words in headers.captions.map({ String(decoding: $0, as: UTF8.self) }) {
      #expect(rows.contains { $0["parts"].contains("caption: \(words)") }, "\(words)")
    }
  }

  @Test func charactersAndBytesNameTheSameStretch() {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Được mùa lúa ở xã\nXã thu được 320 tấn lúa.\nẢnh: Lê Na\nThu Hà\n")
    let document = folder.documents()[0]
    let scalars = Array(document.string.unicodeScalars)
    for part in document.parts {
      let words = scalars[part.span.charStart..<part.span.charEnd].flatMap {
        Array(String($0).utf8)
      }
      #expect(words == Array(document.text[part.span.byteStart..<part.span.byteEnd]))
    }
    #expect(document.parts.map(\.role) == [.title, .caption, .byline])
  }

  @Test(
    arguments: [
      (#"{"text":"x","author":"Thu Hà"}"#, "Thu Hà"),
      (#"{"text":"x","authors":["Thu Hà","Lê Na"]}"#, "Thu Hà, Lê Na"),
      (#"{"text":"x","authors":[]}"#, nil),
      (#"{"text":"x","author":{"@type":"Person","name":"Thu Hà"}}"#, "Thu Hà"),
      (#"{"text":"x","author":[{"name":"Thu Hà"},{"url":"https://x.vn"}]}"#, "Thu Hà"),
      (#"{"text":"x","byline":"Thu Hà","author":null}"#, "Thu Hà"),
      (#"{"text":"x","author":"https://x.vn/thu-ha"}"#, nil),
      (#"{"text":"x","t\u00e1c gi\u1ea3":"Thu Hà"}"#, "Thu Hà"),
    ] as [(String, String?)])
  func takesAuthorsOfJSON(line: String, author: String?) {
    let folder = TemporaryFolder()
    folder.write("a.jsonl", line)
    #expect(folder.documents().map(\.author) == [author])
    #expect(folder.rejections().isEmpty)
  }

  @Test func takesAuthorsOfColumnsAndManifests() {
    let folder = TemporaryFolder()
    folder.write("a.csv", "text,tác giả\nx,Thu Hà\n")
    folder.write("b.txt", "x")
    folder.write("manifest.csv", "file,author\nb.txt,Lê Na\n")
    #expect(folder.documents().map(\.author) == ["Thu Hà", "Lê Na"])
  }

  @Test(
    arguments: [
      (#"<meta name="author" content="Thu Hà">"#, "Thu Hà"),
      (#"<meta property="article:author" content="https://x.vn/ha">"#, nil),
      (
        #"<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Lê Na"}]}</script>"#
          + #"<meta name="author" content="Báo Mẫu">"#, "Lê Na"
      ),
    ] as [(String, String?)])
  func takesAuthorsOfPages(head: String, author: String?) {
    let folder = TemporaryFolder()
    let body = String(repeating: "Xã thu hoạch 320 tấn lúa trong vụ này. ", count: 8)
    folder.write(
      "a.html", "<html><head>\(head)</head><body><article><p>\(body)</p></article></body></html>")
    #expect(folder.documents().map(\.author) == [author])
  }

  @Test func readsBackWhatItWrites() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Được mùa lúa ở xã\nXã thu được 320 tấn lúa.\nThu Hà\n")
    let document = folder.documents()[0]
    var writer = JSONWriter()
    document.writeJSON(to: &writer)
    let read = try Document(json: JSONReader.read(writer.bytes))
    #expect(read.parts.count == 2)
    #expect(read == document)
  }
}
