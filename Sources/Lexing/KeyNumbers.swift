/// Small numbers by keys of 64 bits, by hashing with open addresses: a start asks for tens of
/// thousands of them, which a dictionary takes several times as long for.
struct KeyNumbers {
  private struct Slot {
    var key: UInt64 = 0
    /// The number and one; 0 where nothing is kept.
    var number: UInt32 = 0
  }

  private var slots: [Slot]
  private(set) var count = 0

  /// - Parameter expected: About how many there will be; it grows where three quarters are filled.
  init(expecting expected: Int) {
    var capacity = 64
    while capacity * 3 < expected * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
  }

  /// The number of a key, which is `new` where the key has none yet.
  mutating func number(of key: UInt64, orNew new: UInt32) -> UInt32 {
    let slot = slot(of: key)
    if slots[slot].number != 0 { return slots[slot].number - 1 }
    slots[slot] = Slot(key: key, number: new + 1)
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return new
  }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].number != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let kept = slots
    slots = Array(repeating: Slot(), count: 2 * kept.count)
    for entry in kept where entry.number != 0 { slots[slot(of: entry.key)] = entry }
  }
}
