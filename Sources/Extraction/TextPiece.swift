import Model

/// A stretch of a document's text that is read by itself. Most documents are one.
public struct TextPiece: Sendable {
  public var bytes: Range<Int>
  /// The code points of the text before it.
  public var charOffset: Int
}

/// The pieces of a text: longer ones are cut at line breaks or spaces, so that memory does not grow
/// with the document, and several workers can share it.
public struct TextPieces: Sequence, IteratorProtocol {
  /// No piece is much longer.
  public static let longestPiece = 1 << 20

  private let text: [UInt8]
  private var last = TextPiece(bytes: 0..<0, charOffset: 0)

  public init(_ text: [UInt8]) { self.text = text }

  public mutating func next() -> TextPiece? {
    let start = last.bytes.upperBound
    guard start < text.count else { return nil }
    text.withUnsafeBufferPointer { text in
      last.charOffset += TextPosition.codePoints(
        in: UnsafeBufferPointer(rebasing: text[last.bytes]))
      last.bytes = start..<Self.end(in: text, from: start)
    }
    return last
  }

  private static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard text.count - start > longestPiece else { return text.count }
    let limit = start + longestPiece
    for separator in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
      var end = limit
      while end > start + longestPiece / 2, text[end - 1] != separator { end -= 1 }
      if text[end - 1] == separator { return end }
    }
    var end = limit
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
