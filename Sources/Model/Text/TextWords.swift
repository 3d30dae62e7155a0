/// Cuts text into words, whatever stands between them, and hashes them.
enum TextWords {
  /// Calls `shingle` with the hash of every four words in a row, and `number` with that of each word
  /// that holds a digit.
  @inline(__always)
  static func forEachShingle(
    _ text: [UInt8], _ shingle: (UInt64) -> Void, number: (UInt64) -> Void
  ) {
    text.withUnsafeBufferPointer { bytes in
      var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
      var words = 0
      var index = 0
      while index < bytes.count {
        guard kinds[Int(bytes[index])] != 0 else {
          index += bytes[index] == 0xE2 ? 3 : bytes[index] == 0xC2 ? 2 : 1
          continue
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var kind: UInt8 = 0
        while index < bytes.count, kinds[Int(bytes[index])] != 0 {
          let byte = bytes[index]
          kind |= kinds[Int(byte)]
          // Capitals of ASCII count as small letters.
          hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
          index += 1
        }
        if kind & 2 != 0 { number(mixed(hash)) }
        words += 1
        if words >= 4 {
          shingle(mixed(last.0 &* 31 &+ last.1 &* 17 &+ last.2 &* 7 &+ hash))
        }
        last = (last.1, last.2, hash)
      }
    }
  }

  /// 0 for what stands between words, 1 for letters, 2 for digits. Of what begins with C2 and E2,
  /// such as no-break spaces and typographic quotation marks, nothing is a letter here.
  private static let kinds: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 2
    case 0xC2, 0xE2: 0
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: 1
    default: 0
    }
  }

  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
