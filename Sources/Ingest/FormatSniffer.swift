/// Tells a format by the first bytes of a file, with its name as a help.
enum FormatSniffer {
  static let headBytes = 1024

  /// The format; nil where neither content nor name tells.
  static func format(of head: ArraySlice<UInt8>, named name: String) -> SourceFormat? {
    let named = SourceFormat(path: name)
    if head.starts(with: "WARC/".utf8) { return .warc }
    let text = start(of: head)
    if named == nil || named == .text || named == .xml, isPage(text) { return .html }
    guard named == nil else { return named }
    if isCrawl(text) { return .xml }
    return text.first == UInt8(ascii: "{") || isArrayOfObjects(text) ? .json : nil
  }

  /// Without a byte order mark and blanks.
  private static func start(of head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    return text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private static func isPage(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    let lower = String(decoding: text.map(NameHash.lower), as: UTF8.self)
    return lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html")
      || (lower.hasPrefix("<?xml") || lower.hasPrefix("<!--")) && lower.contains("<html")
  }

  /// What Scrapy or trafilatura writes.
  private static func isCrawl(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    let lower = String(decoding: text.map(NameHash.lower), as: UTF8.self)
    return ["<items>", "<doc ", "<tei "].contains { root in
      lower.hasPrefix(root) || lower.hasPrefix("<?xml") && lower.contains(root)
    }
  }

  private static func isArrayOfObjects(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "[") && start(of: text.dropFirst()).first == UInt8(ascii: "{")
  }
}
