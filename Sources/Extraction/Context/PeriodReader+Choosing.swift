import Lexing
import Rules

/// The period that a figure is about, among those of its sentence and those before.
extension PeriodReader {
  /// The period that the text states for the figure within its sentence.
  func stated(for quantity: Quantity, in sentence: Sentence, nextFigure: Int) -> Period? {
    let first = quantity.range.lowerBound
    let end = quantity.range.upperBound
    var before: Period?
    var after: Period?
    for period in periods(in: sentence.tokens) {
      if period.range.upperBound <= first { before = period }
      if period.range.lowerBound >= end, after == nil, period.range.lowerBound < nextFigure {
        after = period
      }
    }
    if let after, isAttached(after, to: end) { return after }
    if let before { return before }
    guard let after, !hasBreak(end..<after.range.lowerBound) else { return nil }
    return after
  }

  func periods(in tokens: Range<Int>) -> ArraySlice<Period> {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].range.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var last = low
    while last < periods.count, periods[last].range.lowerBound < tokens.upperBound { last += 1 }
    return periods[low..<last]
  }

  /// What a sentence leaves to the next ones: its last period, or a day before it that lies in the
  /// year named last: `Ngày 6/2, … lễ ra quân năm 2017`.
  func carried(from sentence: Sentence) -> Period? {
    let own = periods(in: sentence.tokens)
    // A remark in brackets is by the way.
    guard
      let last = own.last(where: { !isBracketed($0) && !$0.isAside })
        ?? own.last(where: { !$0.isAside })
    else { return nil }
    guard last.text.utf8.count == 4 else { return last }
    return own.last { $0.text.utf8.count == 10 && $0.lastYear == last.lastYear } ?? last
  }

  /// True where a period of an earlier sentence says nothing of the figure: for an age, for what is
  /// so now or in any year, after a period in brackets or one that is still open.
  func isOver(_ period: Period?, for quantity: Quantity, in sentence: Sentence) -> Bool {
    guard let period, period.range.upperBound <= sentence.tokens.lowerBound else { return false }
    if quantity.unit == "tuổi" || period.text.hasSuffix("/..") { return true }
    if isBracketed(period) { return true }
    for index in sentence.tokens.lowerBound..<quantity.range.lowerBound {
      if let hit = scan.hits.starting(at: index, .status) {
        let row = scan.rules.statuses[Int(hit.row)]
        if row.isPresent { return true }
      }
      if scan.id(index) == scan.words.year, isAnyYear(index - 1) { return true }
    }
    return false
  }

  func isBracketed(_ period: Period) -> Bool {
    scan.isMark(period.range.lowerBound - 1, Mark.open)
  }

  /// Hàng năm, hằng năm, mỗi năm.
  func isAnyYear(_ index: Int) -> Bool {
    let id = scan.id(index)
    return id != 0
      && (id == scan.words.every || id == scan.words.always || id == scan.words.each)
  }

  /// Directly behind the figure: 62,87% năm 2023, 15,6 triệu tấn (2015), 5 tỷ đồng trong tháng 5.
  func isAttached(_ period: Period, to end: Int) -> Bool {
    if period.range.lowerBound == end { return true }
    if period.range.lowerBound == end + 1, scan.words.timeLinks.contains(scan.id(end)) {
      return true
    }
    return period.range.lowerBound == end + 1 && scan.isMark(end, Mark.open)
      && scan.isMark(period.range.upperBound, Mark.close)
  }

  func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { scan.isMark($0, Mark.semicolon) }
  }
}
