/// The answer of a web server as it was recorded.
struct HTTPResponse {
  let status: Int
  let fields: HeaderFields
  private let body: ArraySlice<UInt8>

  /// - Parameter bytes: the message, or its beginning; nil for what is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "HTTP/".utf8), let header = HeaderFields.end(in: bytes) else {
      return nil
    }
    fields = HeaderFields(bytes[..<header.end])
    let words = fields.firstLine.split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    self.status = status
    body = bytes[header.next...]
  }

  var isPage: Bool { status == 200 && (fields["content-type"].map(Self.isPage) ?? false) }

  static func isPage(_ type: String) -> Bool {
    let lower = type.lowercased()
    return lower.hasPrefix("text/html") || lower.hasPrefix("application/xhtml")
  }

  /// The encoding of the text that the server declared.
  var charset: String? {
    fields["content-type"].flatMap { PageCharset.declared(in: Array($0.utf8)[...]) }
  }

  /// The page itself, with the codings of its transfer undone.
  ///
  /// Some archives keep the header and undo the coding; so what does not look coded is not.
  func page(path: String, limits: IngestLimits) throws(StreamError) -> [UInt8] {
    var content = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      content = Self.dechunked(content) ?? content
    }
    let coding = fields["content-encoding"]?.lowercased() ?? "identity"
    switch coding {
    case "identity", "": return Array(content)
    case "gzip", "x-gzip", "deflate":
      let isPacked = content.starts(with: [0x1F, 0x8B]) || content.first == 0x78
      return isPacked ? try Self.unpacked(content, path, limits, Self.gunzipped) : Array(content)
    case "zstd" where Wrapper(content.prefix(8)) == .zstandard:
      return try Self.unpacked(content, path, limits) {
        CompressedSource($0, ZstandardDecompressor(), $1).unpacked()
      }
    default:
      // A page that begins like one is not coded, whatever is said.
      if Self.isPage(content) { return Array(content) }
      if coding == "br" {
        return try Self.unpacked(content, path, limits) {
          CompressedSource($0, BrotliDecompressor(), $1).unpacked()
        }
      }
      throw .broken(
        rule: "warc", reason: "the content encoding '\(coding)' is not read; crawl without it")
    }
  }

  /// Whether markup begins here.
  private static func isPage(_ content: ArraySlice<UInt8>) -> Bool {
    let text = content.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard text.first == UInt8(ascii: "<"), let next = text.dropFirst().first else { return false }
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }

  private static func gunzipped(_ packed: ByteStream, _ budget: UnpackBudget) -> ByteStream {
    GzipSource(packed, budget, isAlsoZlib: true).unpacked()
  }

  private static func unpacked(
    _ content: ArraySlice<UInt8>, _ path: String, _ limits: IngestLimits,
    _ unpack: (ByteStream, UnpackBudget) -> ByteStream
  ) throws(StreamError) -> [UInt8] {
    let budget = UnpackBudget(limits)
    budget.takePacked(content.count)
    let bytes = unpack(ByteStream(path: path, bytes: content), budget)
    guard let page = try bytes.readAll(limit: limits.documentBytes) else {
      throw .broken(
        rule: "too-large", reason: "more than \(limits.documentBytes) bytes for one document")
    }
    return page
  }

  /// The parts put together; nil for what is not in parts.
  private static func dechunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var whole: [UInt8] = []
    var rest = bytes
    while let lineFeed = rest.prefix(64).firstIndex(of: 0x0A) {
      let line = rest[..<lineFeed].prefix { $0 != 0x0D && $0 != UInt8(ascii: ";") }
      let text = String(decoding: line, as: UTF8.self).trimmingBlanks
      guard let size = Int(text, radix: 16), size >= 0 else { return nil }
      rest = rest[(lineFeed + 1)...]
      if size == 0 { return whole[...] }
      guard rest.count >= size else { return nil }
      whole += rest.prefix(size)
      rest = rest.dropFirst(size).drop { $0 == 0x0D || $0 == 0x0A }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(filter { $0 != " " && $0 != "\t" }) }
}
