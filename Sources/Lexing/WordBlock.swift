import CProcessor

/// The words and marks of up to 64 bytes of text, found by masks of one bit a byte.
///
/// Where a word ends is known for all of them before the first is looked up, so that no look-up
/// waits for the one before; and what is known of them is fetched while those of the block before
/// are looked up: a word met for the first time in a while is not in the processor's nearest memory.
final class WordBlock {
  /// A run of letters, or another byte than a space; both as ``WordMemory`` has them.
  struct Word {
    /// The key in ``WordMemory``, or ``tooLong``.
    let key: UInt64
    private let info: UInt64

    /// No text's key, as no byte of UTF-8 has all bits.
    static let tooLong = UInt64.max

    @inline(__always)
    init(key: UInt64, start: Int, end: Int, slot: Int) {
      self.key = key
      info = UInt64(truncatingIfNeeded: start | end &<< 8 | slot &<< 16)
    }

    /// Bytes from the block's start on.
    @inline(__always) var start: Int { Int(truncatingIfNeeded: info & 0xFF) }
    @inline(__always) var end: Int { Int(truncatingIfNeeded: info &>> 8 & 0xFF) }
    @inline(__always) var slot: Int { Int(truncatingIfNeeded: info &>> 16) }
  }

  /// The bytes that a block has.
  static let length = 64
  /// What keys are read from: the last word may begin at the last byte.
  static let readAhead = length + 8

  /// Where the block begins in the text.
  private(set) var from = 0
  /// Where the first word begins that does not end in the block, or the block behind it.
  private(set) var end = 0
  /// How many words end in it.
  private(set) var count = 0
  let words: UnsafeMutablePointer<Word>
  /// The end of a text, with spaces behind it.
  private let tail: UnsafeMutablePointer<UInt8>

  init() {
    words = .allocateInLines(Self.length)
    tail = .allocateInLines(Self.readAhead)
  }

  deinit {
    words.deallocate()
    tail.deallocate()
  }

  /// Finds the words from `position` on, and has what `memory` knows of them fetched.
  @inline(never)
  func fill(
    from position: Int, of text: UnsafeBufferPointer<UInt8>,
    _ memory: UnsafePointer<WordMemory.Entry>
  ) {
    let readable = text.count &- position
    let source =
      readable < Self.readAhead ? pad(text, from: position) : text.baseAddress! + position
    let (runs, marks) = Self.masks(source)
    // A run begins where the byte before is of none.
    var starts = marks | runs & ~(runs &<< 1)
    let ends = ~runs | marks &<< 1
    var word = words
    while starts != 0 {
      let start = starts.trailingZeroBitCount
      let behind = ends & (~1 &<< UInt64(truncatingIfNeeded: start))
      if behind == 0 { break }
      let end = behind.trailingZeroBitCount
      let length = end &- start
      let bytes = UnsafeRawPointer(source + start).loadUnaligned(as: UInt64.self).littleEndian
      let shortened = bytes & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &<< 3))
      let key = length > 8 ? Word.tooLong : shortened
      let slot = WordMemory.slot(key)
      solieu_fetch(memory + slot)
      word.initialize(to: Word(key: key, start: start, end: end, slot: slot))
      word += 1
      starts &= starts &- 1
    }
    from = position
    count = word - words
    let rest = starts == 0 ? Self.length : starts.trailingZeroBitCount
    end = position &+ min(rest, readable)
  }

  /// The end of the text, from where a block can be read.
  private func pad(_ text: UnsafeBufferPointer<UInt8>, from position: Int) -> UnsafePointer<UInt8> {
    let count = max(0, min(text.count &- position, Self.readAhead))
    if count > 0 { tail.update(from: text.baseAddress! + position, count: count) }
    (tail + count).update(repeating: 0x20, count: Self.readAhead &- count)
    return UnsafePointer(tail)
  }

  /// Of each of 64 bytes whether it is of a run, and whether it is neither that nor a space.
  @inline(__always)
  private static func masks(_ source: UnsafePointer<UInt8>) -> (runs: UInt64, marks: UInt64) {
    var runs: UInt64 = 0
    var solid: UInt64 = 0
    for index in 0..<8 {
      let eight = UnsafeRawPointer(source + index &* 8).loadUnaligned(as: UInt64.self).littleEndian
      let shift = UInt64(truncatingIfNeeded: index &* 8)
      runs |= bits((eight | eight &<< 1) & 0x8080_8080_8080_8080) &<< shift
      let unlike = eight ^ 0x2020_2020_2020_2020
      let carried = (unlike & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
      solid |= bits((carried | unlike) & 0x8080_8080_8080_8080) &<< shift
    }
    return (runs, solid & ~runs)
  }

  /// The top bits of eight bytes side by side.
  @inline(__always)
  private static func bits(_ tops: UInt64) -> UInt64 {
    (tops &* 0x0002_0408_1020_4081) &>> 56
  }
}
