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
      } else if byte == 0x2E || byte == 0x2C, let next = digitLength(at: position + 1) {
        hash.add(UInt16(byte))
        if next > 1 { flags.insert(.irregular) }
        position += 1
      } else if let length = digitLength(at: position) {
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
      .number, from: start, to: position, id: id, flags: flags, value: value(from: start),
      roles: lexicon.roles(of: id).union(.number))
  }

  /// The small number that the bytes up to here spell.
  private func value(from start: Int) -> UInt16 {
    guard position &- start <= 4 else { return Token.noValue }
    var value: UInt16 = 0
    for index in start..<position {
      let digit = base[index] &- 0x30
      guard digit < 10 else { return Token.noValue }
      value = value &* 10 &+ UInt16(digit)
    }
    return value
  }

  /// The length of the ASCII or full-width digit at `index`, soft hyphens before it included.
  private func digitLength(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] &- 0x30 < 10 { return 1 }
    if bytes[index] == 0xC2 || bytes[index] == 0xE2 || bytes[index] == 0xEF {
      let (value, length) = decode(at: index)
      if value >= 0xFF10 && value <= 0xFF19 { return length }
      if isIgnorable(value), let rest = digitLength(at: index + length) { return length + rest }
    }
    return nil
  }
}
