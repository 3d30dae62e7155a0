/// What kind of token a byte can start.
enum ByteClass: UInt8 {
  case letter, high, digit, space, lineBreak, mark

  static let table: [ByteClass] = (0..<256).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x0A, 0x0D: .lineBreak
    case 0...0x20, 0x7F: .space
    case 0x80...0xFF: .high
    default: .mark
    }
  }

  /// The lexicon numbers of the marks below 0x80.
  static let marks: [UInt8] = (0..<128).map { UInt8(Mark.id(of: $0)) }
}
