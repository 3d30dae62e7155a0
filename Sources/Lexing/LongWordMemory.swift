import Glibc

/// What ``WordMemory`` is for shorter ones, for runs of nine to sixteen bytes: names in capitals, and letters with
/// their marks set apart.
final class LongWordMemory {
  struct Entry {
    /// The run's bytes, filled up with zeros; 0 where the slot is empty.
    var low: UInt64
    var high: UInt64
    /// The ``Token/Tail`` of the word.
    var tail: UInt64
    var kind: WordKind
  }

  /// The bytes that must be readable from a word's start on.
  static let readAhead = 17
  private static let bits: UInt64 = 12

  let entries: UnsafeMutablePointer<Entry>

  init() {
    let count = 1 << Int(Self.bits)
    // Zeros that the system gives when they are first asked for: most lexers meet few long words.
    guard let memory = calloc(count, MemoryLayout<Entry>.stride) else {
      fatalError("no memory is left")
    }
    entries = memory.bindMemory(to: Entry.self, capacity: count)
  }

  deinit { free(entries) }

  /// A run's bytes, filled up with zeros, and how many there are.
  struct Run {
    let low: UInt64
    let high: UInt64
    let length: Int
  }

  /// The run at `start`; nil where it has fewer or more bytes.
  @inline(__always)
  static func run(at start: UnsafePointer<UInt8>) -> Run? {
    let raw = UnsafeRawPointer(start)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    guard WordMemory.ends(low) == 0 else { return nil }
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let ends = WordMemory.ends(high)
    if ends != 0 {
      let length = ends.trailingZeroBitCount &>> 3
      return length == 0
        ? nil : Run(low: low, high: high & WordMemory.before(ends), length: 8 &+ length)
    }
    return start[16] >= 0x40 ? nil : Run(low: low, high: high, length: 16)
  }

  @inline(__always)
  static func slot(_ run: Run) -> Int {
    let mixed = (run.low ^ (run.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 - bits))
  }
}
