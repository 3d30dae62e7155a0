import Model

/// UTF-8 that was taken for windows-1252 or ISO 8859-1 and encoded once more: `Viá»‡t` for `Việt`.
struct DoubleEncoding {
  enum Outcome: Hashable {
    /// The text with the map of its characters, and what it was in.
    case undone(DecodedText)
    /// The text is encoded twice, and at this byte some of it was lost.
    case lossy(offset: Int)
  }

  /// How often the signs of it must stand in a text before it is refused.
  private static let leastSigns = 3

  /// The name of the encoding of texts that were repaired.
  static let name = "utf-8-twice"

  /// Nil for a text that is as it should be.
  ///
  /// - Parameter text: Valid UTF-8, with its map.
  static func outcome(_ text: DecodedText) -> Outcome? {
    // A text with letters that only Vietnamese has is what it seems to be.
    guard !LanguageCheck.hasVietnameseLetters(text.bytes.prefix(4096), 1),
      signs(in: text.bytes) > 0
    else { return nil }
    let (inner, starts, stop) = undo(text.bytes)
    if stop == nil, UTF8Check.firstInvalid(in: inner) == nil, gainsLetters(inner) {
      return .undone(decoded(inner, starts, text))
    }
    guard signs(in: text.bytes) >= leastSigns,
      !LanguageCheck.hasVietnameseLetters(text.bytes[...], 1)
    else { return nil }
    let invalid = UTF8Check.firstInvalid(in: inner).map { Int(starts[$0]) }
    return .lossy(offset: min(invalid ?? .max, stop ?? .max))
  }

  private static func gainsLetters(_ text: [UInt8]) -> Bool {
    LanguageCheck.hasVietnameseLetters(text[...], 1) || text.contains(0xC6) || text.contains(0xC4)
  }

  /// How many times the beginning of a letter stands there encoded twice: á before º or », Ä before
  /// a quotation mark or a control, Æ before ° or a blank.
  private static func signs(in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = 0
      while index + 3 < bytes.count {
        defer { index += 1 }
        guard bytes[index] == 0xC3, bytes[index + 2] == 0xC2 || bytes[index + 2] == 0xE2 else {
          continue
        }
        switch (bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
        case (0xA1, 0xC2, 0xBA), (0xA1, 0xC2, 0xBB):
          // What was the third byte of the letter follows; in «bá» it does not.
          if index + 4 < bytes.count, continuations.contains(bytes[index + 4]) { count += 1 }
        case (0x84, 0xC2, 0x90...0x91), (0x84, 0xE2, 0x80): count += 1
        case (0x86, 0xC2, 0xA0...0xB0): count += 1
        default: break
        }
      }
      return count
    }
  }

  /// What the characters start with that continuation bytes were taken for.
  private static let continuations: Set<UInt8> = [0xC2, 0xC5, 0xC6, 0xCB, 0xE2]

  /// The bytes that the characters were made of, and where each of them starts in the text; `stop` is
  /// the first character that was made of none.
  private static func undo(_ text: [UInt8]) -> (bytes: [UInt8], starts: [UInt32], stop: Int?) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = []
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = byte(of: scalar) else { return (bytes, starts, offset) }
      bytes.append(byte)
      starts.append(UInt32(offset))
      offset += UTF8.encode(scalar)?.count ?? 1
    }
    return (bytes, starts, nil)
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows1252.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// The characters of the bytes from 0x80 on, 0 for those that windows-1252 leaves to the controls.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func decoded(
    _ inner: [UInt8], _ starts: [UInt32], _ text: DecodedText
  ) -> DecodedText {
    var repaired = text
    repaired.bytes = inner
    repaired.encoding = name
    // One byte of the inner text is one character of the outer one.
    var walk = RawMapWalk(text.map, text.bytes)
    var map = RawMapBuilder(width: text.map.width)
    var index = 0
    while index < inner.count {
      let length = inner[index] < 0x80 ? 1 : inner[index] < 0xE0 ? 2 : inner[index] < 0xF0 ? 3 : 4
      let last = min(index + length, inner.count) - 1
      guard let first = walk.characterRange(at: Int(starts[index])),
        let end = walk.characterRange(at: Int(starts[last]))
      else { return repaired }
      map.character(utf8Length: length, from: first.lowerBound..<end.upperBound)
      index += length
    }
    repaired.map = map.map()
    return repaired
  }
}
