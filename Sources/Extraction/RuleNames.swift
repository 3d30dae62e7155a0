/// Names of rules put together, kept so that the same ones are put together once.
///
/// Nearly every figure's rules are some that others had before it. Known by where the parts' memory
/// is, which stays theirs as long as they are kept here. One for each worker.
final class RuleNames {
  private struct Entry {
    /// What both names are known by; zeros are no text's.
    var left: Bits = (0, 0)
    var right: Bits = (0, 0)
    /// Kept for their memory, which no other text may have.
    var first = ""
    var second = ""
    var joined = ""
  }

  private static let count = 8192
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.count)
    entries.initialize(repeating: Entry(), count: Self.count)
  }

  deinit {
    entries.deinitialize(count: Self.count)
    entries.deallocate()
  }

  /// Both names with a space between them.
  func joined(_ first: String, _ second: String) -> String {
    let (left, right) = (Self.bits(first), Self.bits(second))
    let slot = Self.slot(left, right)
    if entries[slot].left == left, entries[slot].right == right { return entries[slot].joined }
    let joined = first + " " + second
    entries[slot] = Entry(left: left, right: right, first: first, second: second, joined: joined)
    return joined
  }

  private typealias Bits = (UInt64, UInt64)

  /// The text's own bytes where it is short, else its place in memory: no two texts that are kept
  /// have the same.
  @inline(__always)
  private static func bits(_ text: String) -> Bits {
    assert(MemoryLayout<String>.size == MemoryLayout<Bits>.size)
    return withUnsafeBytes(of: text) { $0.loadUnaligned(as: Bits.self) }
  }

  @inline(__always)
  private static func slot(_ left: Bits, _ right: Bits) -> Int {
    var mixed = left.0 &* 0x9E37_79B9_7F4A_7C15 ^ left.1
    mixed = (mixed ^ right.0) &* 0xD6E8_FEB8_6659_FD93 ^ right.1 &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ mixed &>> 29) &>> 17) & (count - 1)
  }
}
