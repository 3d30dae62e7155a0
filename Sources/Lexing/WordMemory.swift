/// What the lexer found out about words, by their bytes, so that a word met again costs one look.
///
/// A language's words repeat: a few thousand forms make up nearly all of a text. A form that falls
/// on the slot of another takes its place. One for each lexer; not to be shared between threads.
///
/// The key is the run of bytes from 0x40 on, ASCII letters and all beyond ASCII, from the word's
/// start on. A word that other symbols of these bytes follow within its run is not kept, so that
/// the run tells the word's end without a look at the memory.
final class WordMemory {
  struct Entry {
    /// The run's bytes, filled up with zeros; 0 where the slot is empty.
    var low: UInt64
    var high: UInt64
    /// The ``Token/Tail`` of the word.
    var tail: UInt64
    var roles: WordRoles
    /// The ``PhrasePlace/starts`` of the word alone.
    var starts: UInt32
  }

  /// The bytes that must be readable from a word's start on.
  static let readAhead = 17
  private static let bits: UInt64 = 14

  let entries: UnsafeMutablePointer<Entry>

  init() {
    let count = 1 << Int(Self.bits)
    entries = .allocate(capacity: count)
    entries.initialize(
      repeating: Entry(low: 0, high: 0, tail: 0, roles: [], starts: 0), count: count)
  }

  deinit { entries.deallocate() }

  /// A run's bytes, filled up with zeros, and how many there are.
  struct Run {
    let low: UInt64
    let high: UInt64
    let length: Int
  }

  /// The run at `start`; empty where it is longer than sixteen bytes.
  @inline(__always)
  static func run(at start: UnsafePointer<UInt8>) -> Run {
    let raw = UnsafeRawPointer(start)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    let lowEnds = ends(low)
    if lowEnds != 0 {
      return Run(low: low & before(lowEnds), high: 0, length: lowEnds.trailingZeroBitCount &>> 3)
    }
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let highEnds = ends(high)
    if highEnds != 0 {
      return Run(
        low: low, high: high & before(highEnds),
        length: 8 &+ highEnds.trailingZeroBitCount &>> 3)
    }
    return start[16] >= 0x40
      ? Run(low: 0, high: 0, length: 0) : Run(low: low, high: high, length: 16)
  }

  /// The top bit of each of eight bytes below 0x40, which no letter is. The few marks from there on
  /// are seen when the word is read: one that they end is not kept.
  @inline(__always)
  private static func ends(_ bytes: UInt64) -> UInt64 {
    ~(bytes | bytes &<< 1) & 0x8080_8080_8080_8080
  }

  /// All bits of the bytes before the first marked one.
  @inline(__always)
  private static func before(_ marks: UInt64) -> UInt64 {
    // The bits below the lowest mark, less those of its own byte.
    ((marks &- 1) & ~marks) &>> 7
  }

  @inline(__always)
  static func slot(_ run: Run) -> Int {
    let mixed = (run.low ^ (run.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 - bits))
  }
}
