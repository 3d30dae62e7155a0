/// Strict validation of UTF-8 as the Unicode standard defines it (table 3-7): no overlong forms,
/// no surrogates, nothing above U+10FFFF.
public enum UTF8Check {
  /// The offset of the first byte that does not belong to valid UTF-8, or nil when all of it does.
  ///
  /// For a sequence that breaks off or is malformed it is the offset of its lead byte.
  public static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0
    while index < count {
      let lead = base[index]
      if lead < 0x80 {
        index = endOfASCII(base, from: index + 1, count: count)
        continue
      }
      let length = sequenceLength(base + index, available: count - index)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  /// As above, of an array.
  public static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid(in: $0) }
  }

  /// The end of the run of ASCII bytes that `start` lies in, eight bytes at a time.
  @inline(__always)
  private static func endOfASCII(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int
  ) -> Int {
    var index = start
    while index + 8 <= count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, base[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the well-formed multi-byte sequence at `bytes`, or 0 when there is none.
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int {
    let lead = bytes[0]
    if lead < 0xE0 {
      guard lead >= 0xC2, available >= 2, isContinuation(bytes[1]) else { return 0 }
      return 2
    }
    if lead < 0xF0 {
      guard available >= 3, isContinuation(bytes[1]), isContinuation(bytes[2]) else { return 0 }
      // E0 would be overlong below A0; ED from A0 on would be a surrogate.
      if lead == 0xE0, bytes[1] < 0xA0 { return 0 }
      if lead == 0xED, bytes[1] >= 0xA0 { return 0 }
      return 3
    }
    guard lead < 0xF5, available >= 4, isContinuation(bytes[1]), isContinuation(bytes[2]),
      isContinuation(bytes[3])
    else { return 0 }
    // F0 would be overlong below 90; F4 from 90 on would be above U+10FFFF.
    if lead == 0xF0, bytes[1] < 0x90 { return 0 }
    if lead == 0xF4, bytes[1] >= 0x90 { return 0 }
    return 4
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
