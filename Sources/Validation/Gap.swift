/// What stands between two neighbouring figures.
struct Gap {
  /// In bytes.
  var length = 0
  /// Ends of sentences and of lines.
  var sentences = 0
  /// Ends of paragraphs after which neither a list nor its announcement follows.
  var blocks = 0
  /// Cues since the last end of a sentence: they belong to the figure that follows.
  var lead: CueSet = []
  /// Cues before the first comma, bracket or end: they belong to the figure before.
  var tail: CueSet = []
  /// An opening bracket without its closing one.
  var opens = false
  /// A closing bracket without its opening one.
  var closes = false
  /// What follows stands in brackets behind the figure before, and not in the next pair of them.
  var isAside: Bool { opens && !closes }
  var hasSemicolon = false
  /// A colon after which nothing but a list begins.
  var hasColon = false
  var clauses = 0
  /// A mark stands right behind the figure before: nothing more is said of it.
  var startsWithMark = false

}

/// Reads the text between figures, once.
struct GapReader {
  let text: UnsafeBufferPointer<UInt8>
  let cues: CueTable

  /// The gap from `start` to `end`; without text to look at, a plain stretch of that length.
  func gap(from start: Int, to end: Int) -> Gap {
    var gap = Gap()
    gap.length = max(0, end - start)
    guard 0 <= start, start < end, end <= text.count else {
      // Figures may come without their text; far apart then counts as another sentence.
      if gap.length > 150 { gap.sentences = 1 }
      return gap
    }
    var isTail = true
    var index = start
    gap.startsWithMark = ".,;:)\n".utf8.contains(text[start])
    while index < end {
      let byte = text[index]
      if WordFold.isLetter(byte) {
        let (cue, next) = word(at: index, before: end)
        gap.lead.formUnion(cue)
        if isTail { gap.tail.formUnion(cue) }
        index = next
        continue
      }
      if note(byte, at: index, before: end, &gap) { isTail = false }
      index += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
    }
    return gap
  }

  private func word(at start: Int, before end: Int) -> (CueSet, Int) {
    var index = start
    guard cues.mayStart(at: start, in: text) else {
      while index < end, WordFold.isLetter(text[index]) { index += 1 }
      return ([], index)
    }
    var fold = WordFold()
    while index < end, WordFold.isLetter(text[index]) {
      fold.add(text[index])
      index += 1
    }
    return (cues.cues(startingAt: start, hash: fold.value, in: text), index)
  }

  /// Notes a mark; true when what follows no longer belongs to the figure before.
  private func note(_ byte: UInt8, at index: Int, before end: Int, _ gap: inout Gap) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"):
      gap.sentences += 1
      if startsBlock(at: index + 1) { gap.blocks += 1 }
      gap.lead = []
      gap.opens = false
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard index + 1 < end, text[index + 1] == UInt8(ascii: " "), !isListNumber(before: index)
      else { return false }
      gap.sentences += 1
      gap.lead = []
      gap.hasColon = false
    case UInt8(ascii: ";"): gap.hasSemicolon = true
    case UInt8(ascii: ":"): gap.hasColon = true
    case UInt8(ascii: ","): gap.clauses += 1
    case UInt8(ascii: "("): gap.opens = true
    case UInt8(ascii: ")"):
      gap.closes = gap.closes || !gap.opens
      gap.opens = false
    default: return false
    }
    return true
  }

  /// Whether the line at `start` begins something new: it is neither empty nor the item of a list,
  /// and does not announce one by a colon at its end.
  private func startsBlock(at start: Int) -> Bool {
    guard start < text.count, text[start] != UInt8(ascii: "\n") else { return false }
    var index = start
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return false
    case 0xE2 where index + 2 < text.count:
      // Dashes and bullets, but no quotation marks.
      if text[index + 1] != 0x80 || [0x93, 0x94, 0xA2].contains(text[index + 2]) { return false }
    default: break
    }
    var mark = index
    while mark < text.count, mark < index + 3, WordFold.isLetter(text[mark]) { mark += 1 }
    if mark > index, mark + 1 < text.count, text[mark + 1] == UInt8(ascii: " "),
      text[mark] == UInt8(ascii: ".") || text[mark] == UInt8(ascii: ")")
    {
      return false
    }
    while mark < text.count, text[mark] != UInt8(ascii: "\n") { mark += 1 }
    return text[mark - 1] != UInt8(ascii: ":")
  }

  /// The `1` of `1. Chi thường xuyên` at a line's start.
  private func isListNumber(before dot: Int) -> Bool {
    var start = dot
    while start > 0, dot - start < 3, text[start - 1] &- 0x30 < 10 { start -= 1 }
    return start < dot && (start == 0 || text[start - 1] == UInt8(ascii: "\n"))
  }
}
