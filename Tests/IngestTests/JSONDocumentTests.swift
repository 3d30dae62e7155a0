import Glibc
import Ingest
import Testing

@Suite struct JSONLinesTests {
  @Test func readsALinePerDocument() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "a.jsonl",
      "\u{FEFF}{\"id\":\"n1\",\"text\":\"tỷ\\nđồng\",\"title\":\"T\",\"published\":\"2023-10-12\","
        + "\"url\":\"u\",\"outlet\":\"o\",\"place\":\"VN-31\",\"other\":[{\"a\":1}]}\r\n"
        + "\n{\"text\":\"e\\u0302\\u0301\",\"id\":null}\n{\"id\":7,\"text\":\"c\"}")
    let documents = folder.documents()
    #expect(documents.map(\.id) == ["n1", "\(path)#3", "7"])
    #expect(documents.map(\.string) == ["tỷ\nđồng", "ế", "c"])
    #expect(documents.map(\.record) == [1, 3, 4])
    #expect(documents[0].title == "T")
    #expect(documents[0].published == "2023-10-12")
    #expect(documents[0].url == "u")
    #expect(documents[0].outlet == "o")
    #expect(documents[0].place == "VN-31")
    #expect(Array(documents[1].text) == Array("\u{1EBF}".utf8))
    #expect(folder.rejections().isEmpty)
  }

  @Test(arguments: [
    (#"{"id":"x"}"#, "ingest:empty a.jsonl:2:1: there is no text"),
    (#"{"id":"x","text":" \n"}"#, "ingest:empty a.jsonl:2:1: there is no text"),
    (#"{"id":"x","text":5}"#, "ingest:empty a.jsonl:2:1: 'text' is a number; make it a string"),
    (#"{"text":"a"#, "ingest:json a.jsonl:2:11: a string is not closed"),
    (#"{"text":"a",}"#, "ingest:json a.jsonl:2:13: expected a key in quotes"),
    (#"{"text":"a"} x"#, "ingest:json a.jsonl:2:14: unexpected text after the value"),
    (#"["text"]"#, "ingest:json a.jsonl:2:1: expected an object"),
    (#"{"text":"a\u0000b"}"#, "ingest:nul a.jsonl:2:1: the text holds a NUL"),
    ("{\"text\":\"\u{1}\"}", "ingest:json a.jsonl:2:10: a control character"),
  ])
  func rejectsAndReadsOn(line: String, reason: String) {
    let folder = TemporaryFolder()
    folder.write("a.jsonl", "{\"text\":\"one\"}\n\(line)\n{\"text\":\"two\"}\n")
    #expect(folder.documents().map(\.string) == ["one", "two"])
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix(reason) == true, "\(rejections)")
  }

  @Test func rejectsALineThatIsNotUTF8() {
    let folder = TemporaryFolder()
    folder.write(
      "a.ndjson",
      Array("{\"text\":\"".utf8) + [0xC3, 0x22, 0x7D, 0x0A] + Array("{\"text\":\"b\"}".utf8))
    #expect(folder.documents().map(\.string) == ["b"])
    #expect(
      folder.rejections().first?.hasPrefix("ingest:not-utf8 a.ndjson:1:10: byte 0xC3") == true)
  }

  @Test func saysWhenAFieldIsOfTheWrongType() {
    let folder = TemporaryFolder()
    folder.write("a.jsonl", #"{"id":"x","text":"a","title":["b"],"published":"soon"}"#)
    #expect(folder.documents().map(\.title) == [nil])
    #expect(
      folder.rejections() == [
        "ingest:field a.jsonl:1:1: 'title' is an array; make it a string",
        "ingest:date a.jsonl:1:1: published 'soon' is no date; write it as 2023-10-12 or 12/10/2023",
      ])
  }

  @Test func readsOtherNames() {
    let folder = TemporaryFolder()
    folder.write(
      "a.jsonl",
      #"{"content":"alias","link":"u","source":"o","date":"1/2/2023"}"# + "\n"
        + #"{"content":"alias","text":"own","body":"alias"}"# + "\n"
        + #"{"text":"own","content":"alias"}"#)
    let documents = folder.documents()
    #expect(documents.map(\.string) == ["alias", "own", "own"])
    #expect(documents[0].url == "u")
    #expect(documents[0].outlet == "o")
    #expect(documents[0].published == "2023-02-01")
  }

  /// Lines around the size of a chunk, and the cap on them.
  @Test(arguments: [65_520, 65_536, 65_550, 200_000, 300_000])
  func streamsLongLines(length: Int) {
    let folder = TemporaryFolder()
    let long = "{\"text\":\"\(String(repeating: "x", count: length))\"}"
    let path = folder.write("a.jsonl", "{\"text\":\"a\"}\n\(long)\n{\"text\":\"b\"}\n\(long)")
    #expect(folder.documents().map(\.text.count) == [1, length, 1, length])
    var items: [IngestItem] = []
    var reader = DocumentReader(options: .limited(to: 250_000))
    let stamp = FileStamp(size: 0, mtimeNanoseconds: 0)
    reader.read(SourceFile(path: path, format: .jsonLines, stamp: stamp)) { items.append($0) }
    let isCapped = length > 250_000
    #expect(
      items.map { $0.document?.text.count }
        == (isCapped ? [1, nil, 1, nil] : [1, length, 1, length]))
    if isCapped {
      #expect(items[1].rejection?.rule == "ingest:too-large")
      #expect(items[3].rejection?.reason.hasPrefix("\(path):4:1: more than 250000 bytes") == true)
    }
  }

  @Test func passesOnWhatTheCallerThrows() {
    struct Stop: Error {}
    let folder = TemporaryFolder()
    let path = folder.write("a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
    var count = 0
    #expect(throws: Stop.self) {
      try RawFiles.read(paths: [path]) { _ throws(Stop) in
        count += 1
        throw Stop()
      }
    }
    #expect(count == 1)
  }
}

@Suite struct JSONFileTests {
  @Test(
    arguments: [
      (#"{"text":"a"}"#, ["a.json"], ["a"]),
      (
        " [ {\"text\":\"a]}\\\"\"} ,\n{\"text\":\"b\",\"x\":[[]]}]\n", ["a.json#1", "a.json#2"],
        ["a]}\"", "b"]
      ),
      (
        "\u{FEFF}{\"text\":\"a\"}{\"text\":\"b\"}\n{\"id\":\"c\",\"text\":\"c\"}",
        ["a.json", "a.json#2", "c"], ["a", "b", "c"]
      ),
      ("[]", [], []),
    ] as [(String, [String], [String])])
  func readsObjects(content: String, ids: [String], texts: [String]) {
    let folder = TemporaryFolder()
    folder.write("a.json", content)
    let documents = folder.documents()
    #expect(documents.map { $0.id.split(separator: "/").last.map(String.init) } == ids)
    #expect(documents.map(\.string) == texts)
    #expect(folder.rejections().isEmpty)
  }

  @Test(
    arguments: [
      ("", ["ingest:empty a.json: the file holds no JSON"], 0),
      ("[{\"text\":\"a\"},", ["ingest:json a.json:1:15: the array is not closed"], 1),
      (
        "[1, {\"text\":\"a\"}, \"x\",null]",
        [
          "ingest:json a.json:1:2: expected an object",
          "ingest:json a.json:1:19: expected an object",
        ], 1
      ),
      (
        "[\n{\"text\":\"a\",\n\"id\" 1},{\"text\":\"b\"}]",
        ["ingest:json a.json:3:6: expected ':' after the key"], 1
      ),
      ("{\"text\":\"a", ["ingest:json a.json:1:11: a string is not closed"], 0),
      ("{\"text\":\"a\"}}", ["ingest:json a.json:1:13: expected an object"], 1),
      (
        "{\"text\":\"a \"quoted\" b\"} and, so: on\n{\"text\":\"b\"}",
        ["ingest:json a.json:1:13: expected ','", "ingest:json a.json:1:25: expected an object"], 1
      ),
      ("{\"articles\":[{\"text\":\"a\"}]}", ["ingest:empty a.json:1:1: there is no text"], 0),
      (
        "\"a\" 12",
        [
          "ingest:json a.json:1:1: expected an object"
        ], 0
      ),
    ] as [(String, [String], Int)])
  func rejectsAndReadsOn(content: String, reasons: [String], count: Int) {
    let folder = TemporaryFolder()
    folder.write("a.json", content)
    let rejections = folder.rejections()
    #expect(rejections.count == reasons.count, "\(rejections)")
    for (rejection, reason) in zip(rejections, reasons) {
      #expect(rejection.hasPrefix(reason), "\(rejection)")
    }
    #expect(folder.documents().count == count)
  }

  /// Values that lie across the ends of chunks in every way.
  @Test func streamsLongArrays() {
    let folder = TemporaryFolder()
    let texts = (0..<4000).map { "\($0) \"{[đ\\" + String(repeating: "y", count: $0 % 97) }
    let escaped = texts.map { text in
      "{\"text\":\"\(text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined())\"}"
    }
    folder.write("a.json", "[\n" + escaped.joined(separator: ",\n") + "\n]\n")
    #expect(folder.documents().map(\.string) == texts)
  }

  @Test func capsAValue() {
    let folder = TemporaryFolder()
    let long = String(repeating: "x", count: 200_000)
    let path = folder.write("a.json", "[{\"text\":\"\(long)\"},{\"text\":\"b\"}]")
    var items: [IngestItem] = []
    var reader = DocumentReader(options: .limited(to: 100_000))
    let stamp = FileStamp(size: 0, mtimeNanoseconds: 0)
    reader.read(SourceFile(path: path, format: .json, stamp: stamp)) { items.append($0) }
    #expect(items.map { $0.rejection?.rule } == ["ingest:too-large", nil])
    #expect(items.last?.document?.string == "b")
  }
}
