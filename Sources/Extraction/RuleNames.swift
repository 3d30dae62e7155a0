/// Names of rules put together, kept so that the same ones are put together once.
///
/// Nearly every figure's rules are some that others had before it. Known by where the parts' memory
/// is, which stays theirs as long as they are kept here. One for each worker.
final class RuleNames {
  typealias Bits = (UInt64, UInt64)

  private struct Entry {
    /// What the parts are known by; zeros are no text's.
    var first: Bits = (0, 0)
    var second: Bits = (0, 0)
    var third: Bits = (0, 0)
    var fourth: Bits = (0, 0)
    var joined = ""
  }

  private static let count = 8192
  private let entries: UnsafeMutablePointer<Entry>
  /// The parts of each entry, kept for their memory, which no other text may have. Apart from the
  /// entries, as they are only ever written.
  private let parts: UnsafeMutablePointer<(String, String, String, String)>

  init() {
    entries = .allocate(capacity: Self.count)
    entries.initialize(repeating: Entry(), count: Self.count)
    parts = .allocate(capacity: Self.count)
    parts.initialize(repeating: ("", "", "", ""), count: Self.count)
  }

  deinit {
    entries.deinitialize(count: Self.count)
    entries.deallocate()
    parts.deinitialize(count: Self.count)
    parts.deallocate()
  }

  /// Two to four names with a space between them.
  func joined(
    _ first: String, _ second: String, _ third: String? = nil, _ fourth: String? = nil
  ) -> String {
    var keys: (Bits, Bits, Bits, Bits) = (first.bits, second.bits, (0, 0), (0, 0))
    if let third { keys.2 = third.bits }
    if let fourth { keys.3 = fourth.bits }
    let slot = Self.slot(keys)
    let entry = entries + slot
    if entry.pointee.first == keys.0, entry.pointee.second == keys.1,
      entry.pointee.third == keys.2, entry.pointee.fourth == keys.3
    {
      return entry.pointee.joined
    }
    let joined = Self.joined(first, second, third, fourth)
    parts[slot] = (first, second, third ?? "", fourth ?? "")
    entry.pointee = Entry(
      first: keys.0, second: keys.1, third: keys.2, fourth: keys.3, joined: joined)
    return joined
  }

  @inline(never)
  private static func joined(
    _ first: String, _ second: String, _ third: String?, _ fourth: String?
  ) -> String {
    var joined = first
    joined.reserveCapacity(
      first.utf8.count + second.utf8.count + (third?.utf8.count ?? 0) + (fourth?.utf8.count ?? 0)
        + 3)
    joined += " "
    joined += second
    if let third { joined += " " + third }
    if let fourth { joined += " " + fourth }
    return joined
  }

  @inline(__always)
  private static func slot(_ keys: (Bits, Bits, Bits, Bits)) -> Int {
    var mixed = mix(keys.0, 0)
    mixed = mix(keys.1, mixed)
    mixed = mix(keys.2, mixed)
    mixed = mix(keys.3, mixed)
    return Int(truncatingIfNeeded: (mixed ^ mixed &>> 29) &>> 17) & (count - 1)
  }

  @inline(__always)
  private static func mix(_ bits: Bits, _ seed: UInt64) -> UInt64 {
    (seed ^ bits.0) &* 0x9E37_79B9_7F4A_7C15 ^ bits.1 &* 0xD6E8_FEB8_6659_FD93
  }
}
