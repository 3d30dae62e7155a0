/// Byte scanning shared by the JSON reader and writer.
enum JSONBytes {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")

  /// The first offset from `start` on of a quote, a backslash or a control character, or `count`.
  ///
  /// Works on eight bytes at a time: strings are nearly all of a document's JSON.
  @inline(__always)
  static func endOfPlainRun(_ base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
      let marks =
        below(word, 0x2020_2020_2020_2020) | zeros(word ^ 0x2222_2222_2222_2222)
        | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      // Borrows can mark bytes above a true hit, never below the first: the lowest one is exact.
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      let byte = base[index]
      if byte == quote || byte == backslash || byte < 0x20 { return index }
      index += 1
    }
    return count
  }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func below(_ word: UInt64, _ limits: UInt64) -> UInt64 {
    (word &- limits) & ~word & 0x8080_8080_8080_8080
  }

  /// The value of a hexadecimal digit, or nil.
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
