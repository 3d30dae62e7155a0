import Model

/// The maximal runs of the digits 0 to 9 in a text, and how many of them nothing accounts for.
struct DigitRuns: Sendable, Hashable {
  var total = 0
  /// Runs that do not lie as a whole within one of the spans.
  var lost = 0

  /// Where a span lies: SQLite holds no text that is too long for it.
  struct Stretch {
    var byteStart: UInt32
    var byteEnd: UInt32

    init(_ span: Span) {
      byteStart = UInt32(clamping: span.byteStart)
      byteEnd = UInt32(clamping: span.byteEnd)
    }
  }

  init() {}

  init(in text: [UInt8], coveredBy stretches: [Stretch]) {
    let ordered = stretches.sorted { $0.byteStart < $1.byteStart }
    var next = 0
    // The farthest end of the spans that begin at or before the run at hand.
    var covered = 0
    var index = 0
    while true {
      index = Self.digit(in: text, from: index)
      guard index < text.count else { break }
      let start = index
      while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
      total += 1
      while next < ordered.count, Int(ordered[next].byteStart) <= start {
        covered = max(covered, Int(ordered[next].byteEnd))
        next += 1
      }
      if covered < index { lost += 1 }
    }
  }
}

extension DigitRuns {
  /// The first digit at a place or behind it; most of a text is passed eight bytes at a time.
  private static func digit(in text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if holdsDigit(word) { break }
        index += 8
      }
      while index < bytes.count, bytes[index] &- 0x30 > 9 { index += 1 }
      return index
    }
  }

  /// Whether any of eight bytes is a digit. Of one with the highest bit the rest is looked at, and it
  /// is told apart at the end.
  private static func holdsDigit(_ word: UInt64) -> Bool {
    let (highest, ones): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x0101_0101_0101_0101)
    let low = word & ~highest
    // Its highest bit is set from 0x30 on, and from 0x3A on.
    let isFromZero = low &+ ones &* (0x80 - 0x30)
    let isAboveNine = low &+ ones &* (0x80 - 0x3A)
    return isFromZero & ~isAboveNine & ~word & highest != 0
  }
}

/// The number of code points of a text in UTF-8.
func codePointCount(_ text: [UInt8]) -> Int {
  TextPosition.codePoints(in: text)
}
