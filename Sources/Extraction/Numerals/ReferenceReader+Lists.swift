import Lexing
import Model
import Rules

/// References of lists: items, headings, accounts, boxes, series.
extension ReferenceReader {
  /// Letters and slashes written to the number: 12A, 3/4.
  func trailing(after index: Int) -> Int {
    var end = index + 1
    // TCVN 7603:2007: a standard with its year.
    if scan.isMark(end, Mark.colon), scan.isGlued(end), scan.isGlued(end + 1),
      scan.isNumber(end + 1), scan.digitCount(end + 1) == 4
    {
      end += 2
    }
    while end < scan.count, scan.isGlued(end),
      scan.isWord(end)
        || scan.isMark(end, Mark.slash) && scan.isNumber(end + 1) && scan.isGlued(end + 1)
        || scan.isNumber(end) && scan.isMark(end - 1, Mark.slash)
    {
      end += 1
    }
    return end
  }

  /// A number listed after a reference: the 4 of `mức độ 3, 4`.
  func listed(at index: Int, after previous: Range<Int>?, hasUnit: Bool) -> Result? {
    guard let previous, !hasUnit else { return nil }
    // Tài khoản 111 (1112), 112 (1122): an account and the one below it.
    if previous.upperBound == index - 1 && isBelow(index, previous.lowerBound)
      || previous.upperBound == index - 2 && scan.isMark(index - 2, Mark.close)
        && scan.isMark(index - 1, Mark.comma) && isBelow(index + 2, index)
    {
      return Result(
        range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
    }
    guard previous.upperBound == index - 1,
      scan.isMark(index - 1, Mark.comma) || scan.id(index - 1) == scan.words.and
        || scan.isMark(index - 1, Mark.hyphen) || scan.isMark(index - 1, Mark.slash)
        || scan.isMark(index - 1, Mark.ampersand)
        // Từ số nhà 95 đến 45.
        || scan.id(index - 1) == scan.words.to && scan.integer(index) != nil
    else { return nil }
    return Result(
      range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
  }

  /// The Điều of `khoản 4 và 5 Điều này`.
  func isClause(_ index: Int) -> Bool {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let hit = scan.hits.starting(at: index, .reference)
    else { return false }
    return scan.rules.references[Int(hit.row)].kind == "clause"
  }

  /// `BKS 49-B1 470.01`: the second half of a plate.
  func plateEnd(at index: Int, _ previous: Range<Int>?) -> Result? {
    guard let previous, previous.upperBound == index, previous.count > 1,
      scan.tokens[index].hasSpaceBefore
    else { return nil }
    let digits = scan.digitCount(index)
    guard
      scan.integer(index) != nil && (4...5).contains(digits)
        || digits == 6 && scan.dottedParts(index)?.count == 2
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list")
  }

  /// The 1368 of `TK 1288 (chi tiết cho vay), 1368`: the list goes on behind a remark.
  func afterRemark(at index: Int, _ previous: Range<Int>?) -> Result? {
    guard let previous, scan.integer(index) != nil, scan.isMark(index - 1, Mark.comma),
      scan.isMark(index - 2, Mark.close), previous.upperBound <= index - 3,
      previous.upperBound >= index - 14, scan.isMark(previous.upperBound, Mark.open),
      scan.isNumber(previous.upperBound - 1),
      scan.tokens[previous.upperBound - 1].length == scan.tokens[index].length
        || scan.tokens[previous.upperBound - 1].length + 1 == scan.tokens[index].length
    else { return nil }
    return Result(
      range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
  }

  /// The 3341 of `TK 334 – Phải trả người lao động (3341, 3348)`: below the account of its line.
  func account(at index: Int) -> Result? {
    guard (4...6).contains(scan.digitCount(index)), scan.integer(index) != nil,
      scan.isMark(index - 1, Mark.open) || scan.isMark(index - 1, Mark.colon)
        || scan.isMark(index - 1, Mark.comma)
    else { return nil }
    for position in stride(from: index - 2, through: max(0, index - 20), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return nil }
      guard scan.isNumber(position), scan.digitCount(position) >= 3,
        scan.digitCount(position) < scan.digitCount(index),
        scan.bytes(index).starts(with: scan.bytes(position)),
        scan.hits.ending(
          at: scan.isMark(position - 1, Mark.colon) ? position - 1 : position, .reference)
          != nil
      else { continue }
      return Result(
        range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
    }
    return nil
  }

  /// `111 (1112)`: a number in brackets that goes on from the digits of the one before them.
  func isBelow(_ index: Int, _ outer: Int) -> Bool {
    guard outer == index - 2, scan.isNumber(outer), scan.isNumber(index),
      scan.isMark(index - 1, Mark.open), scan.isMark(index + 1, Mark.close),
      scan.digitCount(index) > scan.digitCount(outer), scan.digitCount(outer) > 2
    else { return false }
    return scan.bytes(index).starts(with: scan.bytes(outer))
  }

  static func opensItem(_ mark: UInt32) -> Bool {
    switch mark {
    case Mark.period, Mark.semicolon, Mark.question, Mark.exclamation, Mark.colon, Mark.hash,
      Mark.bullet, Mark.greater, Mark.quote:
      true
    default: false
    }
  }

  /// A number that opens a line or a sentence: `1.`, `2)`, `3:`, `4-`.
  func listNumber(at index: Int) -> Result? {
    if let heading = headingNumber(at: index) { return heading }
    let opensLine = index == 0 || scan.tokens[index - 1].kind == .lineBreak
    if !opensLine, scan.digitCount(index) <= 5, let parts = scan.dottedParts(index),
      // Sinh viên: 1.141. is a number and no item.
      parts.count != 2 || parts[1] < 100, scan.isGlued(index + 1)
    {
      let opensSentence =
        scan.tokens[index - 1].kind == .mark
        && (Self.opensItem(scan.tokens[index - 1].id)
          || scan.digitCount(index) <= 2
            && (scan.isMark(index - 1, Mark.close) || scan.isMark(index - 1, Mark.ellipsis)))
      let isItem =
        scan.isMark(index + 1, Mark.period) && index + 2 < scan.count
        && scan.tokens[scan.isMark(index + 2, Mark.quote) ? index + 3 : index + 2].isCapitalized
        && (!scan.isGlued(index + 2)
          // ” 3.Drew
          || scan.digitCount(index) <= 2 && scan.tokens[index + 2].length > 2
            && !scan.tokens[index + 2].flags.contains(.allCapitals))
        // 5. 2017 MINI Hardtop, 9. 1/3 người lớn
        || scan.isMark(index + 1, Mark.period) && scan.digitCount(index) <= 2
          && scan.isNumber(index + 2) && !scan.isGlued(index + 2)
        // 5) Đứng thứ 5
        || scan.isMark(index + 1, Mark.close) && scan.digitCount(index) <= 2
          && scan.tokens[index].hasSpaceBefore && index + 2 < scan.count
          && scan.tokens[index + 2].isCapitalized
          && !scan.isGlued(index + 2)
        || scan.isMark(index + 1, Mark.colon) && !scan.isGlued(index + 2)
        || scan.digitCount(index) <= 2 && scan.isMark(index + 1, Mark.hyphen)
          && scan.isWord(index + 2) && scan.tokens[index + 2].isCapitalized
      if opensSentence || goesOnList(index), isItem {
        return Result(
          range: index..<index + 1, disposition: .reference, rule: "references:list-number")
      }
    }
    guard opensLine, scan.digitCount(index) <= 3,
      scan.integer(index) != nil,
      scan.isMark(index + 1, Mark.period) || scan.isMark(index + 1, Mark.close)
        || scan.isMark(index + 1, Mark.slash),
      scan.isGlued(index + 1),
      !scan.isGlued(index + 2)
        // 18.Về việc
        || scan.isMark(index + 1, Mark.period) && scan.isWord(index + 2)
          && scan.tokens[index + 2].isCapitalized && scan.tokens[index + 2].length > 1
          && !scan.tokens[index + 2].flags.contains(.allCapitals)
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list-number")
  }

  /// `1. Vải thiều 5 tấn 2. Nhãn lồng 3 tấn`: the number after that of the item before, in one line.
  private func goesOnList(_ index: Int) -> Bool {
    guard let number = scan.integer(index), (2...99).contains(number), isItemNumber(index) else {
      return false
    }
    for position in stride(from: index - 3, through: max(0, index - 60), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      if scan.isNumber(position), scan.integer(position) == number - 1, isItemNumber(position) {
        return true
      }
    }
    return false
  }

  /// A dot written to it, and a space before what begins with a capital.
  private func isItemNumber(_ index: Int) -> Bool {
    guard scan.isMark(index + 1, Mark.period), scan.isGlued(index + 1),
      index + 3 < scan.count, !scan.isGlued(index + 2)
    else { return false }
    return scan.tokens[scan.isMark(index + 2, Mark.quote) ? index + 3 : index + 2].isCapitalized
  }

  /// `2- Xem xét`, `2.3 Cách nộp` at a line's start, list marks before it passed over.
  func headingNumber(at index: Int) -> Result? {
    var first = index
    let lowest = max(0, index - 4)
    while first > lowest, isListMark(first - 1) { first -= 1 }
    guard first == 0 || scan.tokens[first - 1].kind == .lineBreak,
      scan.digitCount(index) <= 5, index + 1 < scan.count
    else { return nil }
    if scan.isMark(index + 1, Mark.hyphen), scan.isGlued(index + 1), scan.digitCount(index) <= 2,
      scan.integer(index) != nil, scan.isWord(index + 2), scan.tokens[index + 2].isCapitalized
    {
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:list-number")
    }
    // **3.** **Các khoản khác**
    if first < index, scan.digitCount(index) <= 2, scan.integer(index) != nil,
      scan.isMark(index + 1, Mark.period) || scan.isMark(index + 1, Mark.close),
      scan.isGlued(index + 1), scan.isMark(index + 2, Mark.bullet) || !scan.isGlued(index + 2)
    {
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:list-number")
    }
    let isClosed = scan.isMark(index + 1, Mark.period) && scan.isGlued(index + 1)
    let title = isClosed ? index + 2 : index + 1
    guard let parts = scan.dottedParts(index), (2...3).contains(parts.count),
      parts[0] < 100, parts[1] < 100,
      scan.isWord(title), scan.tokens[title].isCapitalized, !scan.isGlued(title),
      !scan.hits.hasStart(at: title, .scale), !scan.hits.hasStart(at: title, .unit)
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list-number")
  }

  func isListMark(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .mark else { return false }
    switch scan.tokens[index].id {
    case Mark.bullet, Mark.hash, Mark.greater, Mark.quote, Mark.hyphen, Mark.plus: return true
    default: return false
    }
  }

  /// Numbers joined by dashes, three or more: a telephone number, a draw, a formation.
  func series(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.integer(index) != nil else { return nil }
    var last = index
    var count = 1
    while scan.isMark(last + 1, Mark.hyphen), scan.integer(last + 2) != nil, count < 40 {
      last += 2
      count += 1
    }
    guard count >= 3, !scan.isMark(last + 1, Mark.percent),
      !scan.hits.hasStart(at: last + 1, .unit), !scan.hits.hasStart(at: last + 1, .scale),
      !scan.hits.hasStart(at: last + 1, .noun)
    else { return nil }
    return Result(
      range: index..<last + 1, disposition: .reference, rule: "references:series")
  }

  /// `Hà Nội (35), Đà Nẵng (20)`, `số ca (10)`: numbers in brackets that count.
  func isBracketedCount(_ index: Int) -> Bool {
    // Chỉ tiêu [23]: a box of a form; mã vùng Phú Thọ (210): a code.
    if scan.bytes(index - 1)[0] == UInt8(ascii: "[") || isCoded(index) { return false }
    var hasWord = false
    for position in stride(from: index - 2, through: max(0, index - 12), by: -1) {
      if scan.tokens[position].kind == .lineBreak || scan.isSentenceEnd(position) { break }
      if scan.id(position) == scan.words.number { return true }
      // (4), (5): notes side by side.
      if isBracketedNumber(position), hasWord { return true }
      if scan.isWord(position) { hasWord = true }
    }
    let last = min(scan.count - 1, index + 12)
    var position = index + 2
    hasWord = false
    while position < last {
      if scan.isSentenceEnd(position) { return false }
      if isBracketedNumber(position), hasWord { return true }
      if scan.isWord(position) { hasWord = true }
      position += 1
    }
    return false
  }

  /// The word mã earlier in the sentence: what stands in brackets are codes.
  private func isCoded(_ index: Int) -> Bool {
    for position in stride(from: index - 2, through: max(0, index - 24), by: -1) {
      if scan.isSentenceEnd(position) { return false }
      if scan.id(position) == scan.words.code { return true }
    }
    return false
  }

  func isBracketedNumber(_ index: Int) -> Bool {
    scan.isMark(index, Mark.open) && scan.isNumber(index + 1)
      && (scan.isMark(index + 2, Mark.close) || scan.hits.hasStart(at: index + 2, .noun))
  }

  /// Giang "36", (2): a number with nothing beside it between its marks.
  func enclosed(at index: Int) -> Result? {
    let isQuoted = scan.isMark(index - 1, Mark.quote) && scan.isMark(index + 1, Mark.quote)
    let isBracketed = scan.isMark(index - 1, Mark.open) && scan.isMark(index + 1, Mark.close)
    guard isQuoted || isBracketed && !isBracketedCount(index) else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:enclosed")
  }
}
