/// Numbers: digits with dots and commas inside.
extension Scanner {
  mutating func number() {
    let start = position
    var hash = WordHash()
    var flags: Token.Flags = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte &- 0x30 < 10 {
        hash.add(UInt16(byte))
        position += 1
      } else if byte == 0x2E || byte == 0x2C,
        let next = Self.digitLength(bytes, at: position + 1)
      {
        hash.add(UInt16(byte))
        if next > 1 { flags.insert(.irregular) }
        position += 1
      } else if let length = Self.digitLength(bytes, at: position) {
        flags.insert(.irregular)
        position += length
        // A full-width digit ends in a byte from 0x90 on: the ２ of m２ is that of m2.
        let last = bytes[position - 1]
        hash.add(UInt16(last < 0x80 ? last : 0x30 | last & 0x0F))
      } else {
        break
      }
    }
    let id = lexicon.id(of: hash.value)
    append(
      .number, from: start, to: position, id: id, flags: flags,
      value: Self.value(bytes, start..<position),
      roles: lexicon.roles(of: id).union(.number))
  }

  // Without the scanner, which would be copied for each.

  /// The small number that the bytes spell.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt16 {
    guard range.count <= 4 else { return Token.noValue }
    var value: UInt16 = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return Token.noValue }
      value = value &* 10 &+ UInt16(digit)
    }
    return value
  }

  /// The length of the ASCII or full-width digit at `index`, soft hyphens before it included.
  private static func digitLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte &- 0x30 < 10 { return 1 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF else { return nil }
    let (value, length) = decode(bytes, at: index)
    if value >= 0xFF10 && value <= 0xFF19 { return length }
    if isIgnorable(value), let rest = digitLength(bytes, at: index + length) {
      return length + rest
    }
    return nil
  }
}
