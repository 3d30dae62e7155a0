import Lexing
import Rules

/// Cuts a phrase down to the words that are the subject's.
extension SubjectReader {
  /// The range without leading and trailing function words, cues and times.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high,
      isPredicate(low) || isMarkOtherThanQuote(low) || scan.words.focusWords.contains(scan.id(low))
        || isPeriodsNumber(low), !opensLongMeasure(low)
    {
      low += 1
    }
    while low < high, !endsName(high - 1),
      isPredicate(high - 1) || isMarkOtherThanQuote(high - 1) || isManner(high - 1, since: low)
        || isMonthsName(high - 1)
    {
      high -= 1
    }
    if let open = unclosed(low..<high) { high = open }
    // Tỷ lệ alone says nothing.
    if (low..<high).allSatisfy({
      scan.words.ratioNouns.contains(scan.id($0)) || scan.words.determiners.contains(scan.id($0))
    }) {
      return nil
    }
    return low < high ? low..<high : nil
  }

  /// Mức đóng, whose first word alone is a function word.
  private func opensLongMeasure(_ index: Int) -> Bool {
    scan.hits.starting(at: index, .measured).map { $0.range.count > 1 } ?? false
  }

  /// The IV of quý IV, the bốn of sau bốn năm: a number of a time before the phrase.
  private func isPeriodsNumber(_ index: Int) -> Bool {
    if scan.id(index - 1) == scan.words.quarter {
      return scan.words.romanNumerals[scan.id(index)] != nil
    }
    return scan.hits.opensNumber(at: index) && scan.hits.hasStart(at: index + 1, .timeCue)
      && isPredicate(index + 1)
  }

  /// The Một of tháng Một.
  private func isMonthsName(_ index: Int) -> Bool {
    scan.id(index - 1) == scan.words.month && scan.words.monthNames[scan.id(index)] != nil
  }

  /// `chỉ số giá (CPI`: a bracket of which only the end was cut.
  private func unclosed(_ range: Range<Int>) -> Int? {
    guard let open = range.last(where: { scan.isMark($0, Mark.open) }), open > range.lowerBound,
      !(open..<range.upperBound).contains(where: { scan.isMark($0, Mark.close) })
    else { return nil }
    return open
  }

  /// Tăng nhẹ, lần lượt giảm, cả thảy: words of how and how much behind a verb, or alone.
  private func isManner(_ index: Int, since start: Int) -> Bool {
    var position = index
    while position >= start, scan.words.manners.contains(scan.id(position)) { position -= 1 }
    return position < index && (position < start || isPredicate(position))
  }

  func isMarkOtherThanQuote(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark || scan.tokens[index].kind == .lineBreak
  }

  /// Words that belong to what is said of the subject, and times.
  func isPredicate(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word else { return false }
    if scan.words.levelVerbs.contains(token.id) {
      // Nhà ở, bằng cấp: part of a noun.
      return scan.hits.ending(at: index + 1, .compound) == nil
        && !scan.hits.hasStart(at: index, .compound)
    }
    return scan.hits.isPredicate(index) && !scan.isPartOfProperName(index)
  }
}
