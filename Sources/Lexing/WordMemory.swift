/// What the lexer found out about words, by their bytes, so that a word met again costs one look.
///
/// A language's words repeat: a few thousand forms make up nearly all of a text. A form that falls
/// on the slot of another takes its place. One for each lexer; not to be shared between threads.
final class WordMemory {
  struct Entry {
    /// The word's bytes, filled up with zeros; 0 where the slot is empty.
    var low: UInt64
    var high: UInt64
    var id: UInt32
    var flags: Token.Flags
  }

  /// Longer words are not kept.
  static let longestWord = 16
  private static let bits: UInt64 = 13

  let entries: UnsafeMutablePointer<Entry>

  init() {
    let count = 1 << Int(Self.bits)
    entries = .allocate(capacity: count)
    entries.initialize(repeating: Entry(low: 0, high: 0, id: 0, flags: []), count: count)
  }

  deinit { entries.deallocate() }

  /// The bytes of a word of at most ``longestWord`` bytes; 16 must be readable.
  @inline(__always)
  static func key(_ start: UnsafePointer<UInt8>, length: Int) -> (low: UInt64, high: UInt64) {
    let raw = UnsafeRawPointer(start)
    let low = raw.loadUnaligned(as: UInt64.self)
    if length <= 8 { return (low & (~0 &>> UInt64(64 &- length &* 8)), 0) }
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    return (low, high & (~0 &>> UInt64(128 &- length &* 8)))
  }

  @inline(__always)
  static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 - bits))
  }
}
