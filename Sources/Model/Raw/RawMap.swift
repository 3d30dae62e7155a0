/// Which raw bytes the characters of a text were read from, as a list of runs.
///
/// A text that was stored as it came has an empty map. Otherwise the map begins with the width that
/// characters have unless a run says so, 0 for as many bytes as in the text's own UTF-8, and with
/// the number of raw bytes before the first of them. The runs follow; what is left after the last
/// one is of the standard width. All numbers are in base 128, the lowest seven bits first, and the
/// lowest two bits of a run's first number tell its kind.
public struct RawMap: Sendable, Hashable {
  /// The kinds of runs, by the lowest two bits of their first number.
  enum Kind: Int {
    /// So many units of the standard width: characters, or bytes where that is 0.
    case plain
    /// So many characters of another width, which follows.
    case wide
    /// So many raw bytes that gave no text.
    case skipped
    /// In bits 2 to 4 the width of one character, and above them how many units stand before it.
    case single
  }

  /// The map as it is stored.
  public let bytes: [UInt8]

  /// The map of a text that stands in its record byte for byte.
  public init() { bytes = [] }

  /// Takes a map that was stored.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Takes a map from what ``hexadecimalDigits(of:)`` gave; what is no such digit counts as 0.
  init(hexadecimalText text: String) {
    let digits = text.utf8.map { UInt8(JSONBytes.hexDigit($0) ?? 0) }
    bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// A part of a map as two digits a byte.
  static func hexadecimalDigits(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  public var isIdentity: Bool { bytes.isEmpty }

  /// The raw bytes that most characters have; 0 for as many as in UTF-8.
  public var width: Int { Int(bytes.first ?? 0) }

  /// The raw bytes of a span of the text, counted from the start of the record; nil when the map is
  /// broken.
  ///
  /// - Parameters:
  ///   - span: Byte offsets in `text`, which must lie at borders of characters.
  ///   - text: The text in UTF-8.
  public func rawRange(of span: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard !isIdentity else { return span }
    var walk = RawMapWalk(self, text)
    guard let start = walk.characterRange(at: span.lowerBound) else { return nil }
    guard !span.isEmpty else { return start.lowerBound..<start.lowerBound }
    var last = span.upperBound - 1
    while last > span.lowerBound, text[last] & 0xC0 == 0x80 { last -= 1 }
    guard let end = walk.characterRange(at: last) else { return nil }
    return start.lowerBound..<max(start.lowerBound, end.upperBound)
  }

  /// The raw bytes of every character of the text, in order; nil when the map is broken. For short
  /// texts: it takes 16 bytes a character, which ``RawMapWalk`` does not.
  public func ranges(in text: [UInt8]) -> [Range<Int>]? {
    var walk = RawMapWalk(self, text)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let range = walk.characterRange(at: index) else { return nil }
      ranges.append(range)
      index += utf8Length(text[index])
    }
    return ranges
  }
}

/// The number of bytes of the UTF-8 character that starts with `lead`.
@inline(__always)
package func utf8Length(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
