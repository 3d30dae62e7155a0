import Model
@_spi(_Unicode) import Swift

/// Brings text to Unicode normalization form C, in which all offsets are counted.
public enum Normalizer {
  /// The text in form C.
  ///
  /// - Parameter text: Valid UTF-8. It is given back as it is, without a copy, when nothing in it
  ///   can be composed, which is so for nearly all text.
  public static func nfc(_ text: [UInt8]) -> [UInt8] {
    guard let suspect = firstSuspect(in: text, from: 0) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var copied = 0
    var next: Int? = suspect
    while let suspect = next {
      let word = wordBounds(around: suspect, from: copied, in: text)
      result.append(contentsOf: text[copied..<word.lowerBound])
      appendComposed(text[word], to: &result)
      copied = word.upperBound
      next = firstSuspect(in: text, from: copied)
    }
    result.append(contentsOf: text[copied...])
    return result
  }

  /// As above, of a string.
  public static func nfc(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard firstSuspect(in: bytes, from: 0) != nil else { return text }
    return String(decoding: nfc(bytes), as: UTF8.self)
  }

  /// The stretch around `index` from a space to before the next one.
  ///
  /// A space starts anew: nothing before it composes with it or with what follows. What follows the
  /// space may be a mark on it, so the space belongs to the word after it.
  private static func wordBounds(around index: Int, from start: Int, in text: [UInt8]) -> Range<Int>
  {
    var lower = index
    while lower > start, !isSpace(text[lower]) { lower -= 1 }
    var upper = index + 1
    while upper < text.count, !isSpace(text[upper]) { upper += 1 }
    return lower..<upper
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private static func appendComposed(_ word: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for scalar in String(decoding: word, as: UTF8.self)._nfc {
      result.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  /// The offset of the first character from `start` on that form C might change, or that might
  /// change the one before it.
  static func firstSuspect(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { firstSuspect(in: $0, from: start) }
  }

  /// As above, of bytes in a buffer.
  static func firstSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    quickCheck.firstRejected(in: text, from: start)
  }

  /// What a character in form C may be, by the bytes that its encoding starts with.
  private enum State: Int {
    case character
    case afterE1, afterE2, afterE280, afterE284, afterEF, afterEFB8, afterF0
    case suspect
  }

  private static let quickCheck = ByteAutomaton(states: 9) { state, byte in
    (State(rawValue: state).map { next($0, byte) } ?? .suspect).rawValue
  }

  /// Conservative: what is not listed is left to the standard library, which is only slower. As the
  /// text is known to be valid, continuation bytes that need no look pass as characters.
  private static func next(_ state: State, _ byte: UInt8) -> State {
    switch (state, byte) {
    case (.character, ..<0xCC): .character  // below U+0300
    case (.character, 0xE1): .afterE1
    case (.character, 0xE2): .afterE2
    case (.character, 0xE4...0xE9), (.character, 0xEE): .character  // ideographs, private use
    case (.character, 0xEF): .afterEF
    case (.character, 0xF0): .afterF0
    case (.afterE1, 0xB8...0xBB): .character  // U+1E00–1EFF: the letters of Vietnamese
    case (.afterE2, 0x80): .afterE280
    case (.afterE280, 0x82...): .character  // U+2000 and U+2001 stand for others
    case (.afterE2, 0x81...0x82): .character  // U+2040–20BF
    case (.afterE2, 0x84): .afterE284
    case (.afterE284, 0xA6), (.afterE284, 0xAA...0xAB): .suspect  // Ohm, Kelvin, Ångström
    case (.afterE284, _): .character
    case (.afterE2, 0x85...0x8B), (.afterE2, 0x94...0x9E): .character  // U+2140–22FF, 2500–27BF
    case (.afterEF, 0x80...0xA3), (.afterEF, 0xBB...): .character  // private use, width forms
    case (.afterEF, 0xB8): .afterEFB8
    case (.afterEFB8, ..<0xA0): .character  // U+FE00–FE1F: variation selectors
    case (.afterF0, 0x9F): .character  // emoji and other pictures
    default: .suspect
    }
  }
}
