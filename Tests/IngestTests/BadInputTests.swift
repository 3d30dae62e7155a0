import Glibc
import Ingest
import Model
import Tables
import Testing

@Suite struct BadInputTests {
  @Test func undoesWordSegmentation() {
    let folder = TemporaryFolder()
    folder.write(
      "a.txt.ws",
      "Nông_thôn mới ( xã mẫu ) có 1.200 hộ , đạt 5 % . Văn_bản số 26-NQ / TW của Tỉnh_uỷ\na _ b")
    #expect(
      folder.documents().map(\.string) == [
        "Nông thôn mới (xã mẫu) có 1.200 hộ, đạt 5%. Văn bản số 26-NQ/TW của Tỉnh uỷ\na _ b"
      ])
  }

  @Test func setsDumpsAside() {
    let folder = TemporaryFolder()
    folder.write("a.sql", "INSERT INTO a VALUES (1, 'Đạt 5%');")
    #expect(folder.documents().isEmpty)
    #expect(
      folder.rejections().first?.hasPrefix("ingest:sql a.sql: is a SQL dump; load it") == true)
  }

  @Test func refusesLinksThatLeadOut() {
    let (folder, other) = (TemporaryFolder(), TemporaryFolder())
    other.write("x.txt", "x")
    other.write("in/y.txt", "y")
    folder.link("a.txt", to: "\(other.path)/x.txt")
    folder.link("b", to: "\(other.path)/in")
    folder.write("c.txt", "c")
    #expect(folder.documents().map(\.string) == ["c"])
    #expect(
      folder.rejections().map { $0.prefix(30) } == [
        "ingest:outside a.txt: leads to", "ingest:outside b: leads to /tm",
      ])
    // Both folders are the source then.
    var items: [IngestItem] = []
    RawFiles.read(paths: ["\(folder.path)/a.txt"]) { items.append($0) }
    #expect(items.compactMap(\.document?.string) == ["x"])
  }

  @Test func noticesAFileThatGrows() throws {
    let folder = TemporaryFolder()
    let line = "{\"text\": \"Đạt 5 tỷ đồng trong quý vừa qua, theo báo cáo của đơn vị mẫu.\"}\n"
    let path = folder.write("a.jsonl", String(repeating: line, count: 5000))
    var reader = DocumentReader(takesDigest: true)
    var items: [IngestItem] = []
    let stamp = FileStamp(size: 0, mtimeNanoseconds: 0)
    let file = SourceFile(path: path, format: .jsonLines, stamp: stamp)
    reader.read(file) { item in
      if items.isEmpty {
        let stream = fopen(path, "a")
        fputs(line + "{\"text\": \"ha", stream)
        fclose(stream)
      }
      items.append(item)
    }
    #expect(items.compactMap(\.document).count == 5000)
    #expect(items.compactMap(\.rejection?.rule) == ["ingest:changed"])
    #expect(reader.digest == nil)
  }

  @Test func readsEachRecordOfMixedEncodingsByItself() throws {
    let folder = TemporaryFolder()
    func line(_ id: String) -> String {
      "{\"id\": \"\(id)\", \"text\": \"Xã An Bình thu hoạch 320 tấn lúa, tăng 5% so với vụ trước.\"}\n"
    }
    let lines =
      Array(line("a").utf8) + (try EncodingTests.encode(line("b"), "windows-1258"))
      + (try EncodingTests.encode(line("c"), "vni")) + Array("{\"id\": \"d\", \"text\": \"".utf8)
      + [0xFF, 0xC0, 0x81] + Array("\"}\n".utf8) + Array(line("e").utf8)
    folder.write("a.jsonl", lines)
    let options = try RawBytesTests.options()
    let documents = folder.documents("a.jsonl", options: options)
    #expect(documents.map(\.id) == ["a", "b", "c", "e"])
    #expect(Set(documents.map(\.text)).count == 1)
    #expect(
      documents.compactMap(\.origin?.encoding) == ["utf-8", "windows-1258", "vni", "utf-8"])
    let rejections = folder.rejections("a.jsonl", options: options)
    #expect(rejections.count == 1)
    #expect(
      rejections.first?.hasPrefix("ingest:not-utf8 a.jsonl:4:22: byte 0xFF") == true,
      "\(rejections)")
    #expect(rejections.first?.contains("; record 4, byte ") == true, "\(rejections)")
  }

  /// Lines that hold a NUL or are in no encoding are left out; those in another one are read.
  @Test func readsWhatCanBeReadOfAText() throws {
    let folder = TemporaryFolder()
    let other = "Giá bán tăng mạnh, mỗi hộ lãi 5 triệu đồng.\n"
    let first = "Xã An Bình thu hoạch được 320 tấn lúa vụ này.\n"
    let last = "Nông dân trong xã phấn khởi vì được mùa, được giá.\n"
    folder.write(
      "a.txt",
      Array(first.utf8) + Array("Tăng 7".utf8) + [0, 0] + Array("00 tấn.\n".utf8)
        + (try EncodingTests.encode(other, "windows-1258")) + Array(last.utf8)
        + Array("Hụt 4% vì nắng ".utf8) + [0xE1, 0xBA])
    let options = try RawBytesTests.options()
    let document = try #require(folder.documents("a.txt", options: options).first)
    #expect(document.string == first + other + last)
    #expect(document.origin?.encoding == "utf-8+windows-1258")
    #expect((80..<100).contains(document.origin?.confidence ?? 0))
    let refused = folder.rejections("a.txt", options: options)
    #expect(
      refused.map { $0.prefix(38) } == [
        "ingest:nul a.txt:2:8: line 2 is left o", "ingest:mixed a.txt:3:3: line 3 is read",
        "ingest:not-utf8 a.txt:5:21: line 5 is ",
      ], "\(refused)")
    #expect(refused.first?.hasSuffix("; byte \(first.utf8.count + 7)") == true, "\(refused)")
    for quote in ["320 tấn", "5 triệu", "được giá"] {
      let start = try #require(EncodingTests.offset(of: Array(quote.utf8), in: document.text))
      let raw = try #require(
        document.origin?.rawRange(of: start..<start + quote.utf8.count, in: document.text))
      let bytes = try InputFile(path: "\(folder.path)/a.txt").bytes(raw)
      let inOther = try EncodingTests.encode(quote, "windows-1258")
      #expect(bytes == Array(quote.utf8) || bytes == inOther)
    }
  }

  @Test func takesOnlyWhatTheGlobsSay() {
    let folder = TemporaryFolder()
    for name in ["a.txt", "b.html", "in/c.txt", "in/d.jsonl"] { folder.write(name, "x") }
    func names(_ globs: [String]) -> [String] {
      SourceWalker(paths: [folder.path], globs: globs).map { entry in
        if case .file(let file) = entry {
          return String(file.path.dropFirst(folder.path.count + 1))
        }
        return "?"
      }
    }
    #expect(names(["*.txt"]) == ["a.txt", "in/c.txt"])
    #expect(names(["in/*"]) == ["in/c.txt", "in/d.jsonl"])
    #expect(names(["*.html", "*.jsonl"]) == ["b.html", "in/d.jsonl"])
  }

  @Test func readsWhatCrawlersWrite() {
    let folder = TemporaryFolder()
    folder.write(
      "news-please.json",
      """
      {"authors": [], "date_publish": "2024-05-03 08:15:00", "language": "vi", "text": null,
       "maintext": "Đạt 5%.", "source_domain": "bao.example", "title": "A", "url": "https://bao.example/1"}
      """)
    folder.write(
      "scrapy.jsonl",
      "{\"title\": \"C\", \"content\": [\"Đạt 5%.\", \"Tăng 2%.\"], \"link\": \"https://bao.example/3\", "
        + "\"date\": \"Fri, 03 May 2024 08:15:00 +0700\"}\n")
    folder.write(
      "trafilatura.json",
      """
      {"title": "B", "hostname": "bao.example", "date": "2024-05-03", "id": null, "raw_text": "Đạt",
       "text": "Đạt 5%.", "source": "https://bao.example/2", "source-hostname": "Báo Mẫu"}
      """)
    let documents = folder.documents()
    #expect(documents.map(\.string) == ["Đạt 5%.", "Đạt 5%.\nTăng 2%.", "Đạt 5%."])
    #expect(documents.map(\.outlet) == ["bao.example", nil, "Báo Mẫu"])
    #expect(documents.map(\.url?.last) == ["1", "3", "2"])
    #expect(
      documents.map { $0.published?.prefix(10) } == ["2024-05-03", "2024-05-03", "2024-05-03"])
    #expect(folder.rejections().isEmpty)
  }

  @Test func readsByAMapping() {
    let folder = TemporaryFolder()
    folder.write("a.csv", "ma|tieu de|noi dung|luc\n7|A|Đạt 5%.|2024-05-03T18:30:00Z\n")
    folder.write(
      "b.json", "{\"data\": {\"noi dung\": \"Tăng 2%.\"}, \"luc\": \"2024-05-03 06:00\"}")
    var options = IngestOptions()
    options.delimiter = UInt8(ascii: "|")
    options.timeZone = UTCOffset("+07:00")
    let isKnown = [
      options.fields.map("text", to: ["noi dung", "data.noi dung"]),
      options.fields.map("id", to: ["ma"]), options.fields.map("published", to: ["luc"]),
      options.fields.map("keywords", to: ["x"]),
    ]
    #expect(isKnown == [true, true, true, false])
    var documents: [Document] = []
    RawFiles.read(paths: [folder.path], options: options) { item in
      if let document = item.document { documents.append(document) }
    }
    #expect(documents.map(\.string) == ["Đạt 5%.", "Tăng 2%."])
    #expect(documents.first?.id == "7")
    #expect(
      documents.map(\.published) == ["2024-05-04T01:30:00+07:00", "2024-05-03T06:00+07:00"])
  }
}
