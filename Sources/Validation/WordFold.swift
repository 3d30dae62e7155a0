/// Turns the bytes of Vietnamese words to lower case one by one, and hashes them.
///
/// Upper and lower case of every Vietnamese letter are equally long in UTF-8 and differ in the last
/// byte only, but for Ơ/ơ, Ư/ư, which do so too; so no text is copied.
struct WordFold {
  /// FNV-1a of the bytes added.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private var lead: UInt8 = 0

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(lowercase(byte))) &* 0x100_0000_01b3
  }

  /// The byte as it stands in the lower-case word; bytes are to be given in their order.
  mutating func lowercase(_ byte: UInt8) -> UInt8 {
    if byte < 0x80 {
      lead = 0
      return byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    guard byte & 0xC0 == 0x80 else {
      lead = byte
      isSecond = false
      return byte
    }
    switch lead {
    case 0xC3: return byte < 0x9F ? byte | 0x20 : byte
    case 0xC4, 0xC5, 0xE1: return isUpperEven(byte) ? byte | 1 : byte
    case 0xC6: return byte == 0xA0 ? 0xA1 : byte == 0xAF ? 0xB0 : byte
    default: return byte
    }
  }

  /// In the blocks of Ă, Đ, Ĩ, Ũ and of Ạ to Ỹ, capitals are even and small letters odd.
  private mutating func isUpperEven(_ byte: UInt8) -> Bool {
    // Of the three bytes of Ạ, the second is no letter of its own.
    if lead == 0xE1, byte == 0xBA || byte == 0xBB, !isSecond {
      isSecond = true
      return false
    }
    isSecond = false
    return byte & 1 == 0
  }

  private var isSecond = false

  /// True for ASCII letters and digits and for the bytes of longer letters. Dashes, quotation marks
  /// and the no-break space begin with bytes that no Vietnamese letter begins with.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte != 0xE2 && byte != 0xC2 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
