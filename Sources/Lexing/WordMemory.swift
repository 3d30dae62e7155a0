/// What the lexer found out about words, by their bytes, so that a word met again costs one look.
///
/// A language's words repeat: a few thousand forms make up nearly all of a text. A form that falls
/// on the slot of another takes its place. One for each lexer; not to be shared between threads.
///
/// The key is the run of ASCII letters and of bytes beyond ASCII from the word's start on. It holds
/// the word and all that tells its end, though quotation marks and other symbols may follow the
/// word within it; so the word's length is kept, too.
final class WordMemory {
  struct Entry {
    /// The run's bytes, filled up with zeros; 0 where the slot is empty.
    var low: UInt64
    var high: UInt64
    var id: UInt32
    var flags: Token.Flags
    var roles: WordRoles
    /// The bytes of the word at the run's start.
    var length: UInt8
  }

  /// The bytes that must be readable from a word's start on.
  static let readAhead = 17
  private static let bits: UInt64 = 13

  let entries: UnsafeMutablePointer<Entry>

  init() {
    let count = 1 << Int(Self.bits)
    entries = .allocate(capacity: count)
    entries.initialize(
      repeating: Entry(low: 0, high: 0, id: 0, flags: [], roles: [], length: 0), count: count)
  }

  deinit { entries.deallocate() }

  /// The run at `start`; nil where it is longer than sixteen bytes.
  @inline(__always)
  static func key(_ start: UnsafePointer<UInt8>) -> (low: UInt64, high: UInt64)? {
    let raw = UnsafeRawPointer(start)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    let lowEnds = ends(low)
    if lowEnds != 0 { return (low & before(lowEnds), 0) }
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let highEnds = ends(high)
    if highEnds != 0 { return (low, high & before(highEnds)) }
    return (start[16] | 0x20) &- 0x61 < 26 || start[16] >= 0x80 ? nil : (low, high)
  }

  /// The top bit of each of eight bytes that is neither an ASCII letter nor beyond ASCII.
  @inline(__always)
  private static func ends(_ bytes: UInt64) -> UInt64 {
    let lower = (bytes | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = lower &+ 0x0505_0505_0505_0505
    return ~(fromA & ~beyondZ | bytes) & 0x8080_8080_8080_8080
  }

  /// All bits of the bytes before the first marked one.
  @inline(__always)
  private static func before(_ marks: UInt64) -> UInt64 {
    // The bits below the lowest mark, less those of its own byte.
    ((marks &- 1) & ~marks) &>> 7
  }

  @inline(__always)
  static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 - bits))
  }
}
