import Model

/// A 64-bit hash of a row of fields that is the same on every machine and in every run.
///
/// FNV-1a over the fields, with MurmurHash3's finalizer to spread the last of them over all bits.
/// Every text is followed by the byte 0xFF, which UTF-8 never holds, and every number is eight
/// bytes, lowest first: different rows are never the same bytes.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  // Named apart from `add`, which a plain number would choose for an Int.
  private mutating func addByte(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { addByte(byte) }
    addByte(0xFF)
  }

  /// Adds a text or, marked by a byte of its own, that there is none.
  mutating func add(_ text: String?) {
    if let text { add(text) } else { addByte(0xFE) }
  }

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      addByte(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func add(_ number: Int?) {
    guard let number else { return addByte(0xFE) }
    addByte(0xFD)
    add(number)
  }

  mutating func add(_ origin: DocumentOrigin) {
    add(origin.encoding)
    add(origin.confidence)
    add(origin.rawFile)
    add(origin.rawStart)
    add(origin.rawEnd)
    add(origin.map?.bytes.count)
    for byte in origin.map?.bytes ?? [] { addByte(byte) }
  }

  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }

  /// The value as 16 hexadecimal digits.
  var hexadecimalText: String { hexadecimal(value, digits: 16) }
}
