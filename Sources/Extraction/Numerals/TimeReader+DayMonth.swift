import Lexing
import Model
import Rules

/// Months with their year and days with their month, in digits: `9/2023`, `15/11`.
extension TimeReader {
  /// `9/2023`, `10.2024` after tháng, `10-2024`, and ranges of them.
  func monthYear(at index: Int) -> TimeExpression? {
    let isMonthNamed = cue(before: index) == .month
    if scan.digitCount(index) >= 6, let point = dottedMonth(index),
      isMonthNamed || !isCounted(index + 1)
    {
      if let next = dashed(index), let last = dottedMonth(next) {
        return TimeExpression(
          range: index..<next + 1, value: .interval(point, last), rule: "times:month-range")
      }
      return TimeExpression(range: index..<index + 1, value: .point(point), rule: "times:month")
    }
    guard let month = month(index) else { return nil }
    // 4 - 6.2020: no decimal ends so.
    if let next = dashed(index), scan.digitCount(next) >= 6, let last = dottedMonth(next),
      month < last.month!, !isCounted(next + 1)
    {
      return TimeExpression(
        range: index..<next + 1, value: .interval(TimePoint(year: last.year, month: month), last),
        rule: "times:month-range")
    }
    if let year = joined(index, by: Mark.slash), isYear(year) {
      return monthRange(
        from: index, month: month, year: scan.integer(year)!, end: year + 1)
    }
    if let year = joined(index, by: Mark.hyphen), isYear(year),
      isMonthNamed || isAfterTimeCue(index) && !isCounted(year + 1)
        || scan.isMark(index - 1, Mark.open) && scan.isMark(year + 1, Mark.close)
    {
      return monthRange(from: index, month: month, year: scan.integer(year)!, end: year + 1)
    }
    return nil
  }

  /// `12.2017`: no decimal has so many digits by chance.
  private func dottedMonth(_ index: Int) -> TimePoint? {
    guard let parts = scan.dottedParts(index), parts.count == 2, (1...12).contains(parts[0]),
      (1900...2100).contains(parts[1])
    else { return nil }
    return TimePoint(year: parts[1], month: parts[0])
  }

  func isAfterTimeCue(_ index: Int) -> Bool {
    switch cue(before: index) {
    case .from, .to, .near, .span: true
    default: false
    }
  }

  private func monthRange(from index: Int, month: Int, year: Int, end: Int) -> TimeExpression {
    let start = TimePoint(year: year, month: month)
    if let next = dashed(end - 1), let last = self.month(next),
      let lastYear = joined(next, by: Mark.slash), isYear(lastYear)
    {
      let stop = TimePoint(year: scan.integer(lastYear)!, month: last)
      return TimeExpression(
        range: index..<lastYear + 1, value: .interval(start, stop), rule: "times:month-range")
    }
    return TimeExpression(range: index..<end, value: .point(start), rule: "times:month")
  }

  /// `15/11`, `22.4`, `22-4`: a day and a month, told from a ratio by what stands beside them.
  func dayMonth(at index: Int) -> TimeExpression? {
    let role = cue(before: index)
    if let spaced = spacedDayMonth(at: index, role) { return spaced }
    let isCued = role == .day || role == .dayPart || role == .from || role == .to || role == .near
    if let day = day(index), let second = joined(index, by: Mark.slash), let month = month(second) {
      if role != .day, role != .dayPart {
        if scan.hits.ending(at: index, .rank) != nil { return nil }
        if !isCued || !isStrongCue(role), countsSomething(at: second + 1) { return nil }
        if scan.words.wholes.contains(scan.id(second + 1)), day < month { return nil }
        if !isCued, isAfterDegree(index) || isFraction(day, month, at: second + 1, from: index) {
          return nil
        }
      }
      return TimeExpression(
        range: index..<second + 1, value: .point(TimePoint(month: month, day: day)),
        rule: "times:day-month")
    }
    // Từ 17-6: no range falls.
    if isCued, let day = day(index), let second = joined(index, by: Mark.hyphen),
      let month = month(second), day > month, !isCounted(second + 1),
      !countsSomething(at: second + 1),
      scan.hits.starting(at: second + 1, .unit) == nil, !scan.isMark(second + 1, Mark.hyphen)
    {
      return TimeExpression(
        range: index..<second + 1, value: .point(TimePoint(month: month, day: day)),
        rule: "times:day-month")
    }
    let isAlone =
      scan.isMark(index - 1, Mark.open) && scan.isMark(index + 3, Mark.close)
    let isDotted =
      (role == .from || role == .to || role == .near)
      && scan.hits.starting(at: index + 1, .unit) == nil
      && scan.scale(at: index + 1) == nil
      && scan.hits.starting(at: index + 1, .noun) == nil && !scan.isMark(index + 1, Mark.hyphen)
    guard
      role == .day || role == .dayPart || isAlone || isDotted || isAppended(index)
        || isSpanned(index)
    else { return nil }
    if let parts = scan.dottedParts(index), parts.count == 2, (1...31).contains(parts[0]),
      (1...12).contains(parts[1]), scan.digitCount(index) <= 5
    {
      return TimeExpression(
        range: index..<index + 1, value: .point(TimePoint(month: parts[1], day: parts[0])),
        rule: "times:day-month")
    }
    if !isDotted || isSpanned(index), let day = day(index),
      let second = joined(index, by: Mark.hyphen),
      let month = month(second), role == .day || !isCounted(second + 1)
    {
      return TimeExpression(
        range: index..<second + 1, value: .point(TimePoint(month: month, day: day)),
        rule: "times:day-month")
    }
    return nil
  }

  /// `ngày 8 /11`, `ngày 8 / 11`: a slash with a space beside it.
  private func spacedDayMonth(at index: Int, _ role: TimeRule.Role?) -> TimeExpression? {
    guard role == .day || role == .dayPart, let day = day(index),
      scan.isMark(index + 1, Mark.slash), let month = month(index + 2),
      !(scan.isGlued(index + 1) && scan.isGlued(index + 2)), !scan.isMark(index + 3, Mark.slash)
    else { return nil }
    return TimeExpression(
      range: index..<index + 3, value: .point(TimePoint(month: month, day: day)),
      rule: "times:day-month")
  }

  /// `Hôm qua (10.2)`, `Chiều nay, 10.4,`, `7.4, theo …` at a line's start: the day that the words
  /// before mean.
  private func isAppended(_ index: Int) -> Bool {
    if index == 0 || scan.tokens[index - 1].kind == .lineBreak {
      return scan.isMark(index + 1, Mark.comma) && scan.isWord(index + 2)
    }
    let isBracketed = scan.isMark(index - 1, Mark.open) && scan.isMark(index + 1, Mark.close)
    guard isBracketed || scan.isMark(index - 1, Mark.comma), !isCounted(index + 1) else {
      return false
    }
    return scan.hits.ending(at: index - 1, .relativeTime) != nil
      || cue(before: index - 1) == .dayPart
  }

  /// `từ 26-1 đến 1-2`, `từ 26-1 - 1-2`: one of two days that a time runs between.
  private func isSpanned(_ index: Int) -> Bool {
    func end(_ index: Int) -> Int? {
      guard index >= 0, day(index) != nil, let month = joined(index, by: Mark.hyphen),
        self.month(month) != nil
      else { return nil }
      return month + 1
    }
    func isJoint(_ index: Int) -> Bool {
      scan.id(index) == scan.words.to || scan.isMark(index, Mark.hyphen)
    }
    guard let next = end(index) else { return false }
    if scan.id(index - 1) == scan.words.from, isJoint(next), let last = end(next + 1) {
      return !isCounted(last)
    }
    return isJoint(index - 1) && scan.id(index - 5) == scan.words.from
      && end(index - 4) == index - 1 && !isCounted(next)
  }

  /// `2/3 diện tích`, `khoảng 1/4 số hộ`: a part of what follows.
  private func isFraction(_ part: Int, _ whole: Int, at next: Int, from index: Int) -> Bool {
    guard part <= whole, scan.isWord(next), !scan.tokens[next].isCapitalized else { return false }
    if scan.words.determiners.contains(scan.id(next)) { return true }
    if scan.hits.ending(at: index, .qualifier) != nil { return true }
    // Bằng 1/2 tháng lương, được tính 1/2 năm; not 1/2 năm nay, 1/2 năm Mậu Tuất.
    if part == 1, whole > 1, whole <= 4,
      scan.id(next) == scan.words.month || scan.id(next) == scan.words.year
    {
      return !scan.isNumber(next + 1) && scan.id(next + 1) != scan.words.present
        && !(scan.isWord(next + 1) && scan.tokens[next + 1].isCapitalized)
    }
    let before = index - 1
    // 9 người, trong đó 1/3 là trẻ em.
    let that = scan.isMark(before, Mark.comma) ? before - 1 : before
    if part < whole, whole <= 10, scan.id(next) == scan.words.being,
      scan.id(that) == scan.words.that, scan.id(that - 1) == scan.words.among
    {
      return true
    }
    // Chỉ bằng 1/5 so với năm ngoái.
    if scan.id(next) == scan.words.compared, part < whole,
      scan.id(before) == scan.words.equalling || scan.id(before) == scan.words.remaining
    {
      return true
    }
    guard
      before < 0 || scan.isMark(before, Mark.comma) || scan.isSentenceEnd(before)
        || scan.words.levelVerbs.contains(scan.id(before))
    else { return false }
    return part < whole && whole <= 10
      && !scan.hits.hasStart(at: next, of: [.stopWord, .timeCue, .status, .change, .sourceAfter])
  }

  private func isStrongCue(_ role: TimeRule.Role?) -> Bool { role == .from || role == .to }

  /// `mức độ 3/4`, `cấp 1/2`: a reference's cue stands before it.
  private func isAfterDegree(_ index: Int) -> Bool {
    scan.hits.ending(at: index, .reference) != nil
  }
}
