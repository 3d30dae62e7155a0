/// Turns byte offsets of valid UTF-8 into offsets in Unicode code points.
///
/// Offsets must be asked for in ascending order: each stretch of the text is counted once, so that
/// all the spans of a document together cost one pass.
public struct TextPosition {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var byteOffset: Int
  private var charOffset: Int

  /// - Parameters:
  ///   - bytes: The text, which must outlive this value.
  ///   - byteOffset: The lowest offset that will be asked for.
  ///   - charOffset: The code points before it.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, fromByte byteOffset: Int = 0, char charOffset: Int = 0
  ) {
    self.bytes = bytes
    self.byteOffset = byteOffset
    self.charOffset = charOffset
  }

  /// The number of code points before `offset`, a byte offset not below the last one asked for.
  public mutating func charOffset(atByte offset: Int) -> Int {
    precondition(offset >= byteOffset && offset <= bytes.count, "offsets must ascend in the text")
    charOffset += Self.codePoints(in: UnsafeBufferPointer(rebasing: bytes[byteOffset..<offset]))
    byteOffset = offset
    return charOffset
  }

  /// The span between two byte offsets, the first not below the last one asked for.
  public mutating func span(fromByte start: Int, toByte end: Int) -> Span {
    let charStart = charOffset(atByte: start)
    let charEnd = charOffset(atByte: end)
    return Span(charStart: charStart, charEnd: charEnd, byteStart: start, byteEnd: end)
  }

  /// The number of code points in valid UTF-8: of bytes that are no continuation (`0b10xxxxxx`).
  public static func codePoints(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var continuations = 0
    var index = 0
    while index &+ 8 <= bytes.count {
      // Each byte of the sum counts for itself, up to 255.
      let last = min(bytes.count &- 8, index &+ 254 &* 8)
      var sums: UInt64 = 0
      while index <= last {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A continuation has bit 7 set and bit 6 clear: shift the second under the first.
        sums &+= ((word & ~(word &<< 1)) &>> 7) & 0x0101_0101_0101_0101
        index &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ ((sums &>> 8) & 0x00FF_00FF_00FF_00FF)
      continuations &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    let rest = bytes.count &- index
    if rest > 0, bytes.count >= 8 {
      // The last eight bytes without those that are counted.
      let word = raw.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self).littleEndian
      let bits = (word & ~(word &<< 1)) & 0x8080_8080_8080_8080
      continuations &+= (bits &>> UInt64(8 &* (8 &- rest))).nonzeroBitCount
    } else {
      while index < bytes.count {
        if base[index] & 0xC0 == 0x80 { continuations += 1 }
        index += 1
      }
    }
    return bytes.count - continuations
  }

  /// As above, of an array.
  public static func codePoints(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { codePoints(in: $0) }
  }
}
