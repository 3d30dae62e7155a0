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
    while index < text.count {
      guard (0x30...0x39).contains(text[index]) else {
        index += 1
        continue
      }
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

/// The number of code points of a text in UTF-8.
func codePointCount(_ text: [UInt8]) -> Int {
  TextPosition.codePoints(in: text)
}
