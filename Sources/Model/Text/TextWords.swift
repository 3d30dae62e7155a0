/// Cuts text into words, whatever stands between them, and hashes them.
enum TextWords {
  /// Calls `shingle` with the hash of every four words in a row, and `number` with that of each word
  /// that holds a digit.
  @inline(__always)
  static func forEachShingle(
    _ text: [UInt8], _ shingle: (UInt64) -> Void, number: (UInt64) -> Void
  ) {
    text.withUnsafeBufferPointer { bytes in
      classes.withUnsafeBufferPointer { classes in
        guard let base = bytes.baseAddress, let table = classes.baseAddress else { return }
        var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var words = 0
        var index = 0
        while index < bytes.count {
          guard table[Int(base[index])] != 0 else {
            index &+= base[index] == 0xE2 ? 3 : base[index] == 0xC2 ? 2 : 1
            continue
          }
          let (hash, hasDigit) = word(base, &index, bytes.count, table)
          if hasDigit { number(mixed(hash)) }
          words &+= 1
          if words >= 4 {
            shingle(mixed(last.0 &* 31 &+ last.1 &* 17 &+ last.2 &* 7 &+ hash))
          }
          last = (last.1, last.2, hash)
        }
      }
    }
  }

  /// The hash of the word at `index`, which is moved behind it.
  @inline(__always)
  private static func word(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int, _ table: UnsafePointer<UInt16>
  ) -> (hash: UInt64, hasDigit: Bool) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var met: UInt16 = 0
    while index < count {
      let entry = table[Int(base[index])]
      guard entry != 0 else { break }
      met |= entry
      hash = (hash ^ UInt64(entry & 0xFF)) &* 0x0000_0100_0000_01B3
      index &+= 1
    }
    return (hash, met & digit != 0)
  }

  private static let digit: UInt16 = 0x200

  /// 0 for what stands between words; else the byte itself, with the capitals of ASCII as small
  /// letters, and a mark for letters and for digits. Of what begins with C2 and E2, such as no-break
  /// spaces and typographic quotation marks, nothing is a letter here.
  private static let classes: [UInt16] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte) | digit
    case 0xC2, 0xE2: 0
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: UInt16(byte) | 0x100
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt16(byte | 0x20) | 0x100
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
