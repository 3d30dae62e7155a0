/// What the lexer found out about words, by their bytes, so that a word met again costs one look.
///
/// A language's words repeat: a few thousand forms make up nearly all of a text. A form that falls
/// on the slot of another takes its place. One for each lexer; not to be shared between threads.
///
/// The key is the run of ASCII letters and of bytes beyond ASCII from the word's start on. A word
/// that quotation marks or other symbols beyond ASCII follow within its run is not kept, so that
/// the run tells the word's end without a look at the memory. An ASCII mark is a run of its own.
final class WordMemory {
  struct Entry {
    /// The run's bytes, filled up with zeros; 0 where the slot is empty.
    var low: UInt64
    var high: UInt64
    /// The ``Token/Tail`` of the word or mark.
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

  /// The run at `start`, or the one byte there if that is none of a word's; empty where the run is
  /// longer than sixteen bytes.
  ///
  /// Without a branch on how long it is, which cannot be foreseen.
  @inline(__always)
  static func run(at start: UnsafePointer<UInt8>) -> Run {
    let raw = UnsafeRawPointer(start)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    // The first byte is taken whatever it is; where it is no word's, the second is past the end.
    let allEnds = ends(low)
    let lowEnds = (allEnds | (allEnds & 0x80) &<< 8) & ~0x80
    let highEnds = ends(high)
    let reachesHigh: UInt64 = lowEnds == 0 ? .max : 0
    let more = highEnds.trailingZeroBitCount & Int(truncatingIfNeeded: reachesHigh)
    let length = (lowEnds.trailingZeroBitCount &+ more) &>> 3
    if length == 16, (start[16] | 0x20) &- 0x61 < 26 || start[16] >= 0x80 {
      return Run(low: 0, high: 0, length: 0)
    }
    return Run(low: low & before(lowEnds), high: high & before(highEnds) & reachesHigh, length: length)
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
    // The bits below the lowest mark, less those of its own byte; all where nothing is marked, as
    // the sign is drawn along.
    UInt64(bitPattern: Int64(bitPattern: (marks &- 1) & ~marks) &>> 7)
  }

  @inline(__always)
  static func slot(_ run: Run) -> Int {
    let mixed = (run.low ^ (run.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 - bits))
  }
}
