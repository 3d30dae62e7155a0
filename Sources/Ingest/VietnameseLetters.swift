/// Tells Vietnamese from other languages by the letters that hardly any other one has.
enum VietnameseLetters {
  /// How much of a text is looked at.
  private static let lookedAt = 20_000

  /// Whether letters such as `đ`, `ơ`, `ư`, `ạ` are a thirtieth of all or more, composed or not: in
  /// Vietnamese they are a fifth.
  static func areIn(_ text: [UInt8]) -> Bool {
    var letters = 0
    var own = 0
    let text = text.prefix(lookedAt)
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        0xC3, 0xC5, 0xC7...0xCB, 0xCE...0xE0, 0xE2...0xF4:
        letters += 1
      case 0xC4:
        letters += 1
        if next == 0x90 || next == 0x91 || next == 0x82 || next == 0x83 { own += 1 }
      case 0xC6:
        letters += 1
        if next == 0xA0 || next == 0xA1 || next == 0xAF || next == 0xB0 { own += 1 }
      case 0xE1:
        letters += 1
        if next == 0xBA || next == 0xBB { own += 1 }
      case 0xCC where next == 0x89 || next == 0xA3 || next == 0x9B: own += 1
      default: break
      }
    }
    return letters > 0 && own * 30 >= letters
  }
}
