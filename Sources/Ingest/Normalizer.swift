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
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return firstSuspect(base, from: start, count: buffer.count)
    }
  }

  private static func firstSuspect(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int
  ) -> Int? {
    var index = start
    while index < count {
      let lead = base[index]
      if lead < 0xCC {
        // Below U+0300 every character is in form C: one step is right for continuations too.
        index += 1
      } else if lead < 0xE0 {
        return index
      } else if lead < 0xF0 {
        guard isSafe(lead, base[index + 1], base[index + 2]) else { return index }
        index += 3
      } else {
        // F0 9F: emoji and other pictures.
        guard lead == 0xF0, base[index + 1] == 0x9F else { return index }
        index += 4
      }
    }
    return nil
  }

  /// Whether a character of three bytes is known to be in form C whatever stands around it.
  ///
  /// Conservative: what is not listed is left to the standard library, which is only slower.
  @inline(__always)
  private static func isSafe(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xE1: second >= 0xB8 && second <= 0xBB  // U+1E00–1EFF: the letters of Vietnamese
    case 0xE2: isSafePunctuation(second, third)
    case 0xE3: second == 0x80 && third < 0xAA  // U+3000–3029
    case 0xE4...0xE9: true  // U+4000–9FFF: ideographs
    case 0xEF: isSafeSpecial(second, third)
    case 0xEE: true  // U+E000–EFFF: private use
    default: false
    }
  }

  private static func isSafePunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third >= 0x82  // U+2000 and U+2001 stand for others
    case 0x81, 0x82: true  // U+2040–20BF
    case 0x84: third != 0xA6 && third != 0xAA && third != 0xAB  // Ohm, Kelvin, Ångström
    case 0x85...0x8B: true  // U+2140–22FF
    case 0x94...0x9E: true  // U+2500–27BF
    default: false
    }
  }

  private static func isSafeSpecial(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80...0xA3: true  // U+F000–F8FF: private use
    case 0xB8: third < 0xA0  // U+FE00–FE1F: variation selectors
    case 0xBB...0xBF: true  // U+FEC0–FFFF: forms of Arabic, full and half width, specials
    default: false
    }
  }
}
