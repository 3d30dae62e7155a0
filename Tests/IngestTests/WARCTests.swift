import Ingest
import Testing

@Suite struct WARCTests {
  private static let sentence =
    "Doanh thu của đơn vị mẫu trong quý này đạt 1.200 tỷ đồng, tăng 5%. "

  private static func page(_ number: Int, language: String = sentence) -> String {
    "<html><body><article><p>Tin \(number). "
      + String(repeating: language, count: 3) + "</p></article></body></html>"
  }

  /// A record with the fields that all have.
  private static func record(
    _ type: String, _ url: String, _ block: [UInt8], fields: String = "", length: Int? = nil
  ) -> [UInt8] {
    Array(
      ("WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\n"
        + "WARC-Date: 2024-05-03T01:15:00Z\r\n\(fields)"
        + "Content-Length: \(length ?? block.count)\r\n\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  private static func response(
    _ number: Int, _ body: [UInt8]? = nil, header: String = "", length: Int? = nil
  ) -> [UInt8] {
    record(
      "response", "https://bao.example/\(number)",
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(header)\r\n".utf8)
        + (body ?? Array(page(number).utf8)), length: length)
  }

  private static let info = record("warcinfo", "urn:x", Array("software: x\r\n".utf8))

  private func texts(_ folder: TemporaryFolder) -> [String] {
    folder.documents().map { String($0.string.prefix { $0 != "." }) }
  }

  @Test(arguments: [Packing.Filter.none, .gzip, .zstd])
  func takesVietnamesePages(filter: Packing.Filter) {
    let folder = TemporaryFolder()
    let english = "Revenue of the sample unit reached 1,200 billion in the quarter, up 5 percent. "
    let records = [
      Self.info, Self.record("request", "https://bao.example/1", Array("GET / HTTP/1.1\r\n".utf8)),
      Self.response(1), Self.response(2, Array(Self.page(2, language: english).utf8)),
      Self.record(
        "response", "https://bao.example/i.png",
        Array("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".utf8) + [0, 1, 2]),
      Self.record(
        "response", "https://bao.example/gone",
        Array("HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n\(Self.page(9))".utf8)),
      Self.record(
        "resource", "https://bao.example/3", Array(Self.page(3).utf8),
        fields: "Content-Type: text/html\r\n"),
      Self.record("metadata", "https://bao.example/3", Array("x: y\r\n".utf8)),
    ]
    // As archives do: each record is a member of its own.
    let packed =
      filter == .none
      ? records.flatMap { $0 } : records.flatMap { Packing.compress($0, filter) }
    let path = folder.write("a.warc.gz", packed)
    let documents = folder.documents()
    #expect(texts(folder) == ["Tin 1", "Tin 3"])
    #expect(documents.map(\.id) == ["\(path)#3", "\(path)#7"])
    #expect(documents.map(\.record) == [3, 7])
    #expect(documents.map(\.url) == ["https://bao.example/1", "https://bao.example/3"])
    #expect(documents.map(\.retrieved) == ["2024-05-03T01:15:00Z", "2024-05-03T01:15:00Z"])
    #expect(
      folder.rejections() == [
        "ingest:foreign a.warc.gz: pages that are not Vietnamese and were set aside: 1, "
          + "the first https://bao.example/2; nothing is to be done"
      ])
  }

  @Test func readsTheWebArchivesOfAWACZAlone() {
    let folder = TemporaryFolder()
    folder.write(
      "a.wacz",
      Packing.pack(
        [
          ("archive/data.warc.gz", Packing.compress(Self.response(1), .gzip)),
          ("pages/pages.jsonl", Array("{\"id\": \"x\", \"text\": \"Trang chủ. Tin 1.\"}\n".utf8)),
          ("datapackage.json", Array("{\"profile\": \"data-package\"}".utf8)),
          ("indexes/index.cdx", Array("com,example)/ 2024 {}\n".utf8)),
        ], as: .zip))
    #expect(texts(folder) == ["Tin 1"])
    #expect(folder.rejections() == [])
  }

  @Test func takesAPageWithoutTheMostFrequentLetters() {
    let folder = TemporaryFolder()
    let text = "Vụ này, xã thu hoạch hai trăm tấn lúa và bán hết; mỗi hộ lãi gần một tỷ trong vụ. "
    folder.write("a.warc", Self.response(1, Array(Self.page(1, language: text).utf8)))
    #expect(folder.documents().count == 1)
    #expect(folder.rejections() == [])
  }

  @Test func undoesTheCodingsOfTheTransfer() {
    let folder = TemporaryFolder()
    let plain = Array(Self.page(1).utf8)
    let packed = Packing.compress(plain, .gzip)
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      let parts = [bytes.prefix(40), bytes.dropFirst(40)]
      return parts.flatMap {
        Array("\(String($0.count, radix: 16))\r\n".utf8) + $0 + Array("\r\n".utf8)
      } + Array("0\r\n\r\n".utf8)
    }
    folder.write(
      "a.warc",
      [
        Self.response(1, packed, header: "Content-Encoding: gzip\r\n"),
        Self.response(2, chunked(plain), header: "Transfer-Encoding: chunked\r\n"),
        Self.response(
          3, chunked(packed), header: "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        // The archive undid it and left the header.
        Self.response(
          4, plain, header: "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"),
        Self.response(
          5, Packing.compress(plain, .zstd), header: "Content-Encoding: zstd\r\n"),
        Self.response(6, [0x11, 0x22, 0x33, 0x44, 0x55], header: "Content-Encoding: br\r\n"),
        Self.response(7, Self.brotli, header: "Content-Encoding: br\r\n"),
        Self.response(8, [0x1F, 0x9D, 0x90], header: "Content-Encoding: compress\r\n"),
        Self.response(9, Array(Self.brotli.prefix(100)), header: "Content-Encoding: br\r\n"),
      ].flatMap { $0 })
    #expect(texts(folder) == Array(repeating: "Tin 1", count: 6))
    let rejections = folder.rejections()
    #expect(rejections.count == 3)
    #expect(rejections.first?.hasPrefix("ingest:warc a.warc: record 6, byte ") == true)
    #expect(rejections.first?.contains("the Brotli data are broken") == true, "\(rejections)")
    #expect(
      rejections[1].contains("the content encoding 'compress' is not read"), "\(rejections)")
    #expect(rejections[2].contains("the Brotli data end too early"), "\(rejections)")
  }

  /// The first page as Google's own library packs it.
  private static let brotli: [UInt8] = [
    0x1B, 0x3C, 0x01, 0x18, 0x9C, 0x07, 0x76, 0x0C, 0x31, 0x0D, 0x02, 0xB5, 0xFB, 0xCA, 0x41, 0x4D,
    0x0E, 0x94, 0x9F, 0x1F, 0xC3, 0x40, 0xB2, 0x00, 0xDB, 0xFE, 0x96, 0xFF, 0x78, 0x8D, 0xF4, 0x5D,
    0x59, 0xB4, 0x8E, 0x8E, 0xA4, 0x72, 0xEB, 0x03, 0x90, 0x12, 0xFF, 0x19, 0x19, 0xBA, 0x5A, 0x3C,
    0x54, 0xE0, 0x90, 0x03, 0x97, 0x97, 0x85, 0xDE, 0x42, 0xC4, 0x60, 0x03, 0xCE, 0x24, 0x5D, 0x60,
    0xDC, 0x06, 0xA2, 0x6D, 0x8D, 0x1A, 0xBA, 0x02, 0xDE, 0x51, 0x46, 0xB2, 0x1B, 0x47, 0x91, 0xA2,
    0x15, 0x1D, 0x5F, 0x61, 0x57, 0x87, 0x81, 0xD8, 0x0E, 0xAF, 0x3F, 0x8E, 0x9B, 0x28, 0x5C, 0x94,
    0x1D, 0xAC, 0x16, 0x7C, 0x81, 0x72, 0xCF, 0x83, 0x3F, 0x23, 0xBC, 0x28, 0x59, 0x14, 0x69, 0x99,
    0xE7, 0xB0, 0xC4, 0xE1, 0x45, 0x34, 0x5F, 0x62, 0xD8, 0xD7, 0x7C, 0x41, 0x13, 0xC9, 0xBA, 0x4F,
    0xED, 0x1B, 0x61,
  ]

  @Test(arguments: [
    (
      Array("WARC/1.0\r\nContent-Length: x\r\n\r\nabc\r\n\r\n".utf8),
      "its header has no Content-Length"
    ),
    (Array("no record at all\r\n".utf8), "no record begins here"),
    (response(9, length: 5), "is longer or shorter than its Content-Length"),
    (response(9, length: 900), "is longer or shorter than its Content-Length"),
    (response(9, length: 9_000_000_000), "has 9000000000 bytes, more than a document may"),
    // Cut within a line.
    (Array(response(9).dropLast(40)), "is longer or shorter than its Content-Length"),
    (Array("WARC/1.0\r\nWARC-Type: response\r\n".utf8), "its header has a line that is no field"),
  ])
  func goesOnAfterABrokenRecord(broken: [UInt8], reason: String) {
    let folder = TemporaryFolder()
    let before = Self.info + Self.response(1)
    folder.write("a.warc", before + broken + Self.response(2) + Self.response(3))
    let found = texts(folder)
    #expect(found.first == "Tin 1")
    #expect(found.suffix(1) == ["Tin 3"])
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.contains("byte \(before.count): \(reason)") == true, "\(rejections)")
  }

  @Test func goesOnAfterABrokenMember() {
    let folder = TemporaryFolder()
    var members = (1...5).map { Packing.compress(Self.response($0), .gzip) }
    for index in 30..<60 { members[2][index] = 0xFF }
    folder.write("a.warc.gz", members.flatMap { $0 })
    #expect(texts(folder) == ["Tin 1", "Tin 2", "Tin 4", "Tin 5"])
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.contains("the gzip data is broken in the member at byte") == true)
  }

  @Test(arguments: [Packing.Filter.none, .gzip])
  func keepsWhatStoodBeforeTheCut(filter: Packing.Filter) {
    let folder = TemporaryFolder()
    let members = (1...3).map { Packing.compress(Self.response($0), filter) }
    folder.write("a.warc", members[0] + members[1] + members[2].prefix(members[2].count / 2))
    #expect(texts(folder) == ["Tin 1", "Tin 2"])
    #expect(folder.rejections().count == 1)
  }
}
