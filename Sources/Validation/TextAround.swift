import Model

/// The text beside a figure, within its paragraph.
struct TextAround {
  let before: UnsafeBufferPointer<UInt8>
  let after: UnsafeBufferPointer<UInt8>

  /// Conditions look at what stands close; more would find words about other figures.
  static let reach = 120

  /// Both sides are empty when the span does not lie in the text.
  init(_ span: Span, in text: UnsafeBufferPointer<UInt8>) {
    guard 0 <= span.byteStart, span.byteStart <= span.byteEnd, span.byteEnd <= text.count else {
      before = UnsafeBufferPointer(rebasing: text[0..<0])
      after = before
      return
    }
    var start = span.byteStart
    while start > 0, span.byteStart - start < Self.reach, text[start - 1] != UInt8(ascii: "\n") {
      start -= 1
    }
    while start < span.byteStart, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = span.byteEnd
    while end < text.count, end - span.byteEnd < Self.reach, text[end] != UInt8(ascii: "\n") {
      end += 1
    }
    // A cut inside a letter would make the text invalid for the pattern matcher.
    while end > span.byteEnd, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    before = UnsafeBufferPointer(rebasing: text[start..<span.byteStart])
    after = UnsafeBufferPointer(rebasing: text[span.byteEnd..<end])
  }
}
