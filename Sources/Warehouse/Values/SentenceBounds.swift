/// Where sentences of a text begin and end, as far as their marks tell.
package enum SentenceBounds {
  /// How far a sentence is followed to each side: a text without stops costs no more than another.
  static let reach = 1000

  /// The sentence around a stretch of UTF-8, without blanks at its ends.
  package static func around(_ stretch: Range<Int>, in text: [UInt8]) -> Range<Int> {
    start(in: text, before: stretch.lowerBound)..<end(in: text, after: stretch.upperBound)
  }

  private static func start(in text: [UInt8], before position: Int) -> Int {
    let limit = max(0, position - reach)
    var index = position
    while index > limit, !isEnd(text, at: index - 1) { index -= 1 }
    // Cut within a sentence: go on from the next word.
    if index == limit, limit > 0 {
      while index < position, !isBlank(text[index]) { index += 1 }
    }
    while index < position, isBlank(text[index]) { index += 1 }
    return index
  }

  private static func end(in text: [UInt8], after position: Int) -> Int {
    let limit = min(text.count, position + reach)
    var index = position
    while index < limit, !isEnd(text, at: index) { index += 1 }
    if index < limit {
      return text[index] == 0x0A ? index : index + 1
    }
    if limit < text.count {
      while index > position, !isBlank(text[index]) { index -= 1 }
    }
    return index
  }

  /// A line's end, or a mark that ends a sentence with a blank after it; not the dot of `TP. HCM`.
  private static func isEnd(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte == 0x0A { return true }
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"),
      index + 1 < text.count, isBlank(text[index + 1])
    else { return false }
    var first = index
    while first > 0, index - first < 4, !isBlank(text[first - 1]) { first -= 1 }
    let isShort = index - first <= 3
    return !(isShort && text[first..<index].allSatisfy { (0x41...0x5A).contains($0) })
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
