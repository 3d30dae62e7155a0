extension JSONCursor {
  /// Reads a string and gives its text, escapes resolved, as valid UTF-8.
  public mutating func string() throws(JSONError) -> [UInt8] {
    guard peek() == JSONBytes.quote, let base else { throw error("expected a string") }
    let start = offset + 1
    let end = JSONBytes.endOfPlainRun(base, from: start, count: count)
    if end < count, base[end] == JSONBytes.quote {
      offset = end + 1
      return Array(UnsafeBufferPointer(start: base + start, count: end - start))
    }
    return try escapedString(base, from: start, firstStop: end)
  }

  /// The slow way: runs without escapes are copied in one piece each.
  private mutating func escapedString(
    _ base: UnsafePointer<UInt8>, from start: Int, firstStop: Int
  ) throws(JSONError) -> [UInt8] {
    var text: [UInt8] = []
    // A long text is not to be copied as it grows; what is set aside and not used takes no memory.
    let isLong = count - start > 1 << 20
    text.reserveCapacity(
      isLong ? count - start : Swift.min(count - start, (firstStop - start) * 2 + 64))
    var runStart = start
    offset = firstStop
    while true {
      text.append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: offset - runStart))
      guard offset < count else { throw error("a string is not closed") }
      switch base[offset] {
      case JSONBytes.quote:
        offset += 1
        return text
      case JSONBytes.backslash: try escape(base, into: &text)
      default: throw error("a control character must be written as an escape")
      }
      runStart = offset
      offset = JSONBytes.endOfPlainRun(base, from: runStart, count: count)
    }
  }

  private mutating func escape(
    _ base: UnsafePointer<UInt8>, into text: inout [UInt8]
  ) throws(JSONError) {
    guard offset + 1 < count else {
      offset = count
      throw error("a string is not closed")
    }
    let letter = base[offset + 1]
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): return try unicodeEscape(base, into: &text)
    default: throw error("unknown escape")
    }
    offset += 2
  }

  private mutating func unicodeEscape(
    _ base: UnsafePointer<UInt8>, into text: inout [UInt8]
  ) throws(JSONError) {
    let first = try codeUnit(base, at: offset)
    guard first & 0xF800 == 0xD800 else {
      append(first, to: &text)
      offset += 6
      return
    }
    guard first < 0xDC00 else { throw error("a low surrogate without a high one before it") }
    guard offset + 7 < count, base[offset + 6] == JSONBytes.backslash,
      base[offset + 7] == UInt8(ascii: "u")
    else { throw error("a high surrogate without a low one after it") }
    let second = try codeUnit(base, at: offset + 6)
    guard second & 0xFC00 == 0xDC00 else {
      throw error("a high surrogate without a low one after it")
    }
    append(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF), to: &text)
    offset += 12
  }

  /// The four hexadecimal digits of the `\u` escape at `position`.
  private func codeUnit(_ base: UnsafePointer<UInt8>, at position: Int) throws(JSONError) -> UInt32
  {
    guard position + 6 <= count else { throw error("an escape is cut off") }
    var unit: UInt32 = 0
    for index in position + 2..<position + 6 {
      guard let digit = JSONBytes.hexDigit(base[index]) else {
        throw error("\\u needs four hexadecimal digits")
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
