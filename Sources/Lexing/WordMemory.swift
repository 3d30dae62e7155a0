/// What the lexer found out about words, by their bytes, so that a word met again costs one look.
///
/// A language's words repeat: a few thousand forms make up nearly all of a text. Two forms may share
/// a pair of slots, the one met last in front; a third takes the place of the other one. One for
/// each lexer; not to be shared between threads.
///
/// The key is the run of bytes from 0x40 on, ASCII letters and all beyond ASCII, from the word's
/// start on. A word that other symbols of these bytes follow within its run is not kept, so that
/// the run tells the word's end without a look at the memory. A mark of a lesser byte is kept like
/// a word of that byte. Of Vietnamese words 99 in 100 have eight bytes at
/// most; what is known of them takes sixteen, as waiting for this memory is what the lexer's time
/// goes into.
final class WordMemory {
  struct Entry {
    /// The run's bytes, filled up with zeros, or ``empty``.
    var key: UInt64
    /// The ``Token/Tail`` of the word, and the number of its ``WordKind`` where that has only zeros.
    var info: UInt64

    /// The key of an empty slot: no text's, as no byte of UTF-8 has these bits.
    static let empty = UInt64.max &- 1
    /// What is left of a tail for the word's number.
    static let longestID: UInt32 = 1 << 20
    private static let shift: UInt64 = 20
    private static let kinds = UInt64(WordKinds.most - 1)

    @inline(__always)
    init(key: UInt64, tail: UInt64, kind: UInt16) {
      self.key = key
      info = tail | UInt64(kind) &<< Self.shift
    }

    @inline(__always) var tail: UInt64 { info & ~(Self.kinds &<< Self.shift) }
    @inline(__always) var kind: Int { Int(info &>> Self.shift & Self.kinds) }
  }

  /// The bytes that must be readable from a word's start on.
  static let readAhead = 9
  /// The least byte of a run.
  static let leastOfRuns: UInt8 = 0x40
  private static let bits: UInt64 = 14

  let entries: UnsafeMutablePointer<Entry>
  let kinds = WordKinds()
  let blocks = (WordBlock(), WordBlock())

  init() {
    let count = 1 << Int(Self.bits)
    entries = .allocateInLines(count)
    entries.initialize(repeating: Entry(key: Entry.empty, tail: 0, kind: 0), count: count)
  }

  deinit { entries.deallocate() }

  /// A run's bytes, filled up with zeros, and how many there are.
  struct Run {
    let key: UInt64
    let length: Int
  }

  /// The run at `start`; empty where it is longer than eight bytes.
  @inline(__always)
  static func run(at start: UnsafePointer<UInt8>) -> Run {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian
    let ends = ends(bytes)
    if ends != 0 {
      return Run(key: bytes & before(ends), length: ends.trailingZeroBitCount &>> 3)
    }
    return start[8] >= leastOfRuns ? Run(key: 0, length: 0) : Run(key: bytes, length: 8)
  }

  /// The top bit of each of eight bytes below 0x40, which no letter is. The few marks from there on
  /// are seen when the word is read: one that they end is not kept.
  @inline(__always)
  static func ends(_ bytes: UInt64) -> UInt64 {
    ~(bytes | bytes &<< 1) & 0x8080_8080_8080_8080
  }

  /// All bits of the bytes before the first marked one.
  @inline(__always)
  static func before(_ marks: UInt64) -> UInt64 {
    // The bits below the lowest mark, less those of its own byte.
    ((marks &- 1) & ~marks) &>> 7
  }

  /// The first of the two slots that a key may have.
  @inline(__always)
  static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) &>> (64 - bits)) & ~1
  }

  /// Remembers what is not there yet: in the first slot where it is empty, else in the second.
  @inline(__always)
  static func put(_ entry: Entry, in entries: UnsafeMutablePointer<Entry>) {
    let slot = slot(entry.key)
    entries[entries[slot].key == Entry.empty ? slot : slot &+ 1] = entry
  }
}
