/// Undoes what word segmenters do to a text: `nông_thôn mới , đạt 5 %` was `nông thôn mới, đạt 5%`.
enum WordSegments {
  /// The text with blanks for the `_` within words, and without those before and after marks.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for index in text.indices {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0x0A
      switch byte {
      case UInt8(ascii: "_") where index > 0 && !isBlank(text[index - 1]) && !isBlank(next):
        result.append(0x20)
      case 0x20 where isClosing(next, at: index + 1, in: text): break
      case 0x20 where index > 0 && isOpening(text[index - 1], at: index - 1, in: text): break
      default: result.append(byte)
      }
    }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// A mark that stands alone and belongs to what is before it.
  private static func isClosing(_ byte: UInt8, at index: Int, in text: [UInt8]) -> Bool {
    isAlone(index, in: text)
      && [0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x25, 0x2F].contains(byte)
  }

  /// A mark that stands alone and belongs to what is after it.
  private static func isOpening(_ byte: UInt8, at index: Int, in text: [UInt8]) -> Bool {
    isAlone(index, in: text) && [0x28, 0x5B, 0x2F].contains(byte)
  }

  private static func isAlone(_ index: Int, in text: [UInt8]) -> Bool {
    (index == 0 || isBlank(text[index - 1]))
      && (index + 1 >= text.count || isBlank(text[index + 1]))
  }
}
