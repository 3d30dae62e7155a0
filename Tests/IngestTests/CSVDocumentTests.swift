import Ingest
import Testing

@Suite struct CSVDocumentTests {
  @Test(arguments: [
    "id,text,published,url\n1,\"tỷ,\nđồng\",12/10/2023,u\n,b,,\n",
    "\u{FEFF}Date;Link;Content;ID;skipped\r\n2023-10-12;u;\"tỷ,\nđồng\";1;x\r\n;;b;;\r\n",
    "body\tdate\tlink\tid\n\"tỷ,\nđồng\"\t12-10-2023\tu\t1\n\nb\t\t\t",
  ])
  func readsRecords(content: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", content)
    let documents = folder.documents()
    #expect(documents.count == 2)
    #expect(documents.map(\.id) == ["1", "\(path)#2"])
    #expect(documents.map { $0.string.split(separator: "\r").joined() } == ["tỷ,\nđồng", "b"])
    #expect(documents.map(\.record) == [1, 2])
    #expect(documents.map(\.published) == ["2023-10-12", nil])
    #expect(documents.map(\.url) == ["u", nil])
    #expect(folder.rejections().isEmpty)
  }

  @Test func prefersAColumnsOwnName() {
    let folder = TemporaryFolder()
    folder.write("a.csv", "content,text,body\nx,y,z\n")
    #expect(folder.documents().map(\.string) == ["y"])
  }

  @Test(arguments: [
    ("b\n", "ingest:csv a.csv:3:2: the record has 1 fields, the header 2"),
    ("b,c,d\n", "ingest:csv a.csv:3:3: the record has 3 fields, the header 2"),
    ("2,b\"c\n", "ingest:csv a.csv:3:2: a quote stands inside a field"),
    ("2, \n", "ingest:empty a.csv:3:1: there is no text"),
    ("2,b\u{0}\n", "ingest:nul a.csv:3:1: the text holds a NUL"),
  ])
  func rejectsAndReadsOn(record: String, reason: String) {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", "id,text\n,a\n\(record),c\n")
    #expect(folder.documents().map(\.id) == ["\(path)#1", "\(path)#3"])
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix(reason) == true, "\(rejections)")
  }

  @Test func readsOnAfterAQuoteThatIsNeverClosed() {
    let folder = TemporaryFolder()
    folder.write("a.csv", "id,text\n1,a\n2,\"b\n3,c\n4,d\n")
    #expect(folder.documents().map(\.id) == ["1", "3", "4"])
    let rejections = folder.rejections()
    #expect(rejections.count == 1, "\(rejections)")
    #expect(rejections.first?.hasPrefix("ingest:csv a.csv:3:2: ") == true, "\(rejections)")
    #expect(rejections.first?.hasSuffix("; record 2, byte 12") == true, "\(rejections)")
  }

  @Test func tellsWhichLinesAnOpenQuoteTook() {
    let folder = TemporaryFolder()
    folder.write("a.csv", "id,text\n1,\"a\n2,b\n3,\"c\"\n4,d\n")
    #expect(folder.documents().map(\.id) == ["3", "4"])
    #expect(folder.rejections().first?.contains("lines 2 to 3 are passed over") == true)
  }

  @Test func rejectsAFieldThatIsNotUTF8() {
    let folder = TemporaryFolder()
    folder.write(
      "a.csv", Array("id,text\n1,a".utf8) + [0xFF, 0x0A] + Array("2,b\n".utf8))
    #expect(folder.documents().map(\.string) == ["b"])
    #expect(folder.rejections().first?.hasPrefix("ingest:not-utf8 a.csv:2:2: byte 0xFF") == true)
  }

  @Test(arguments: [
    ("", "ingest:empty a.csv: the file is empty"),
    ("id,title\n1,a\n2,b\n", "ingest:csv a.csv:1:1: the header has no column 'text'"),
    ("id,te\"xt\n1,a\n", "ingest:csv a.csv:1:2: a quote stands inside a field"),
    ("text\n\"abc\n", "ingest:csv a.csv:2:1: a quote is opened and never closed"),
  ])
  func rejectsAFile(content: String, reason: String) {
    let folder = TemporaryFolder()
    folder.write("a.csv", content)
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix(reason) == true, "\(rejections)")
    #expect(folder.documents().isEmpty)
  }

  @Test func streamsManyRecords() {
    let folder = TemporaryFolder()
    let texts = (0..<5000).map { "bài \($0)\n" + String(repeating: "\"", count: $0 % 40) }
    let rows = texts.map { text in
      "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"\n"
    }
    folder.write("a.csv", "text\n" + rows.joined())
    #expect(folder.documents().map(\.string) == texts)
  }
}
