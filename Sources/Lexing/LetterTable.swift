/// What a code point below U+1F00 is when it stands in a word: its base letter, tone and case.
///
/// The same word typed with the tone on another vowel (`hoà`, `hòa`), in capitals, or with the
/// Icelandic eth in place of đ has the same base letters and the same tone.
public struct LetterTable: Sendable {
  /// Code points from here on are not looked up.
  public static let limit = 0x1F00

  static let toneShift: UInt16 = 8
  static let upperBit: UInt16 = 1 << 11

  /// Low byte: the base letter, 0 for what is no letter; then three bits of tone; then the case.
  let entries: [UInt16]

  public static let shared = LetterTable()

  /// What a code point is; 0 for what is no letter, and beyond ``limit``.
  func entry(of value: UInt32) -> UInt16 {
    value < UInt32(Self.limit) ? entries[Int(value)] : 0
  }

  /// The letter without its tone and case, as a code of this table's own; nil for what is none.
  public func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    let letter = UInt8(entry(of: scalar.value) & 0xFF)
    return letter == 0 ? nil : letter
  }

  private init() {
    var entries = [UInt16](repeating: 0, count: Self.limit)
    for letter in UInt16(UInt8(ascii: "a"))...UInt16(UInt8(ascii: "z")) {
      entries[Int(letter)] = letter
      entries[Int(letter) - 0x20] = letter | Self.upperBit
    }
    Self.addForeignLetters(to: &entries)
    for (index, family) in Self.vowels.enumerated() {
      for (tone, scalar) in family.unicodeScalars.enumerated() {
        // Plain vowels keep their ASCII code, so that only marked ones need a code of their own.
        let base = scalar.isASCII ? UInt16(scalar.value) : Self.baseCode(index, family)
        let code = base | UInt16(tone) << Self.toneShift
        entries[Int(scalar.value)] = code
        let upper = scalar.properties.uppercaseMapping.unicodeScalars.first!
        entries[Int(upper.value)] = code | Self.upperBit
      }
    }
    for (lower, upper) in [("đ", "Đ"), ("ð", "Ð")] as [(Unicode.Scalar, Unicode.Scalar)] {
      entries[Int(lower.value)] = Self.barredD
      entries[Int(upper.value)] = Self.barredD | Self.upperBit
    }
    self.entries = entries
  }

  private static let barredD: UInt16 = 1
  private static let vowels = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]

  private static func baseCode(_ index: Int, _ family: String) -> UInt16 {
    let first = family.unicodeScalars.first!
    return first.isASCII ? UInt16(first.value) : UInt16(2 + index)
  }

  /// Letters of other Latin alphabets and of Greek and Cyrillic, told apart well enough for names.
  private static func addForeignLetters(to entries: inout [UInt16]) {
    var run = 0
    for value in 0xAA..<limit where entries[value] == 0 {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
        continue
      }
      while run < casedRuns.count, casedRuns[run].upperBound < value { run += 1 }
      let hasCase = run < casedRuns.count && casedRuns[run].contains(value)
      entries[value] = hasCase ? casedEntry(scalar) : code(of: scalar)
    }
  }

  /// Where letters that have a case lie; asking each letter for it takes as long as all else here.
  static let casedRuns = [
    0xC0...0x24E, 0x370...0x42F, 0x460...0x556, 0x10A0...0x10CD, 0x13A0...0x13F5, 0x1C89...0x1CBF,
    0x1E00...0x1EFE,
  ]

  private static func casedEntry(_ scalar: Unicode.Scalar) -> UInt16 {
    // Asking for the mapping makes a string: only of the few letters that have one.
    let lower =
      scalar.properties.changesWhenLowercased
      ? scalar.properties.lowercaseMapping.unicodeScalars.first! : scalar
    return code(of: lower) | (scalar.properties.isUppercase ? upperBit : 0)
  }

  private static func code(of lower: Unicode.Scalar) -> UInt16 {
    UInt16(0x80 | (lower.value % 0x7F))
  }
}
