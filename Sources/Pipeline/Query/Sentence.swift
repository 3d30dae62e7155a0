/// The sentence of a text that a span stands in.
struct Sentence {
  let before: String
  let quote: String
  let after: String

  /// - Parameters:
  ///   - byteStart: Where the span begins in the text's UTF-8.
  ///   - byteEnd: Where it ends.
  init?(in text: String, byteStart: Int, byteEnd: Int) {
    let bytes = Array(text.utf8)
    guard 0 <= byteStart, byteStart < byteEnd, byteEnd <= bytes.count else { return nil }
    let start = Self.start(bytes, before: byteStart)
    let end = Self.end(bytes, after: byteEnd)
    before = String(decoding: bytes[start..<byteStart], as: UTF8.self)
    quote = String(decoding: bytes[byteStart..<byteEnd], as: UTF8.self)
    after = String(decoding: bytes[byteEnd..<end], as: UTF8.self)
  }

  private static func start(_ bytes: [UInt8], before position: Int) -> Int {
    var index = position
    while index > 0, !isEnd(bytes, at: index - 1) { index -= 1 }
    while index < position, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private static func end(_ bytes: [UInt8], after position: Int) -> Int {
    var index = position
    while index < bytes.count, !isEnd(bytes, at: index) { index += 1 }
    if index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// A line's end, or a mark that ends a sentence with a blank after it; not the dot of `TP. HCM`.
  private static func isEnd(_ bytes: [UInt8], at index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    guard [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index]),
      index + 1 < bytes.count, isBlank(bytes[index + 1])
    else { return false }
    let word = bytes[..<index].reversed().prefix { !isBlank($0) }
    let isShort = word.count <= 3
    return !(isShort && word.allSatisfy { (0x41...0x5A).contains($0) })
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
