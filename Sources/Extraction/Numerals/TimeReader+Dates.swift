import Lexing
import Model
import Rules

/// Dates with their year in digits, ranges of them, and days that a date before goes on to:
/// `12/10/2023`, `10 - 15/10/2023`.
extension TimeReader {
  /// `12/10/2023`, `12-10-2023`, `31.12.2025`, `2023-10-12`, `10 - 15/10/2023`.
  func fullDate(at index: Int) -> TimeExpression? {
    if let range = dottedRange(at: index) { return range }
    if let (point, end) = datePoint(at: index), point.year != nil || isRangeOfDates(point, end) {
      if let next = dashed(end - 1), let (second, last) = datePoint(at: next) {
        return TimeExpression(
          range: index..<last, value: .interval(point, second), rule: "times:date-range")
      }
      if point.year != nil {
        return TimeExpression(range: index..<end, value: .point(point), rule: "times:date")
      }
    }
    // 10 - 15/10/2023: the first day lacks what the second one has.
    if let first = day(index), let next = dashed(index) ?? toDate(index),
      let (second, end) = datePoint(at: next),
      let last = second.day, first < last
    {
      let start = TimePoint(year: second.year, month: second.month, day: first)
      return TimeExpression(
        range: index..<end, value: .interval(start, second), rule: "times:date-range")
    }
    // Hai ngày 8 - 9.4: the same with a dot, which a day before it must tell from a number.
    if let first = day(index), let next = dashed(index), let second = dottedDay(next),
      first < second.day!, !isCounted(next + 1), !scan.isMark(next + 1, Mark.percent),
      cue(before: index) == .day || cue(before: index) == .dayPart || isSaidAgain(index, next + 1)
    {
      return TimeExpression(
        range: index..<next + 1,
        value: .interval(TimePoint(month: second.month, day: first), second),
        rule: "times:date-range")
    }
    return nil
  }

  /// `cách ly từ 7-22.4`: behind từ, where nothing is measured or counted.
  private func isFromDay(_ index: Int, _ last: Int) -> Bool {
    cue(before: index) == .from && (scan.dottedParts(last)?[0] ?? 0) >= 10
      && !scan.hits.hasStart(at: last + 1, of: [.unit, .noun, .abbreviation])
      && scan.hits.ending(at: index - 1, .change) == nil
      && scan.hits.ending(at: index - 1, .measured) == nil
  }

  /// `5 ngày qua (10 - 14.4)`: days in brackets behind a time without them.
  private func isSaidAgain(_ index: Int, _ end: Int) -> Bool {
    if scan.id(index - 1) == scan.words.from { return isFromDay(index, end - 1) }
    return scan.isMark(index - 1, Mark.open) && scan.isMark(end, Mark.close)
      && (scan.hits.ending(at: index - 1, .durationAfter) != nil
        || scan.hits.ending(at: index - 1, .relativeTime) != nil)
  }

  /// The date behind đến: tuần từ 10 đến 14/11/2025, từ ngày 10 đến 14-11.
  private func toDate(_ index: Int) -> Int? {
    let joint = scan.id(index + 1)
    guard joint == scan.words.to || joint == scan.words.up, scan.isNumber(index + 2),
      joined(index + 2, by: Mark.slash) != nil || isHyphenedDay(index + 2, after: index),
      !countsSomething(at: index + 5)
    else { return nil }
    return index + 2
  }

  /// `14-11` behind a day that ngày or từ names.
  private func isHyphenedDay(_ index: Int, after first: Int) -> Bool {
    guard day(index) != nil, let month = joined(index, by: Mark.hyphen), self.month(month) != nil
    else { return false }
    let role = cue(before: first)
    return role == .day || role == .from
  }

  /// `30.4 - 1.5`, `28.4-2.5`: two days and months joined by a dash, the first before the second.
  private func dottedRange(at index: Int) -> TimeExpression? {
    guard let first = dottedDay(index), let next = dashed(index), let last = dottedDay(next),
      (first.month!, first.day!) < (last.month!, last.day!),
      scan.hits.starting(at: next + 1, .unit) == nil || scan.id(next + 1) == scan.words.day,
      scan.scale(at: next + 1) == nil, !scan.isMark(next + 1, Mark.percent)
    else { return nil }
    return TimeExpression(
      range: index..<next + 1, value: .interval(first, last), rule: "times:date-range")
  }

  private func dottedDay(_ index: Int) -> TimePoint? {
    guard let parts = scan.dottedParts(index), parts.count == 2, (1...31).contains(parts[0]),
      (1...12).contains(parts[1]), scan.digitCount(index) <= 5
    else { return nil }
    return TimePoint(month: parts[1], day: parts[0])
  }

  private func isRangeOfDates(_ point: TimePoint, _ end: Int) -> Bool {
    guard point.day != nil, let next = dashed(end - 1) else { return false }
    return datePoint(at: next)?.0.day != nil
  }

  /// A date with day and month, with or without its year.
  func datePoint(at index: Int) -> (TimePoint, Int)? {
    if let parts = scan.dottedParts(index), parts.count == 3 {
      guard let point = Self.point(parts[0], parts[1], parts[2]) else { return nil }
      return (point, index + 1)
    }
    for mark in [Mark.slash, Mark.hyphen] {
      guard let second = joined(index, by: mark) else { continue }
      if let third = joined(second, by: mark), let first = scan.integer(index),
        let middle = scan.integer(second), let last = scan.integer(third)
      {
        if isYear(index), let point = Self.point(last, middle, first) { return (point, third + 1) }
        // NPK 30-10-10 is no day: two digits between hyphens are a year behind ngày only.
        let isShort =
          scan.digitCount(third) == 2 && (mark == Mark.slash || cue(before: index) != nil)
        if isYear(third) || isShort,
          let point = Self.point(first, middle, last)
        {
          return (point, third + 1)
        }
        continue
      }
      if mark == Mark.hyphen, isYear(index), scan.digitCount(second) == 2, let month = month(second)
      {
        return (TimePoint(year: scan.integer(index), month: month), second + 1)
      }
      if mark == Mark.slash || isHyphenedEnd(index), let day = day(index),
        let month = month(second)
      {
        return (TimePoint(month: month, day: day), second + 1)
      }
    }
    return nil
  }

  /// The `14-11` of `từ ngày 10 đến 14-11`.
  private func isHyphenedEnd(_ index: Int) -> Bool {
    let joint = scan.id(index - 1)
    return joint != 0 && (joint == scan.words.to || joint == scan.words.up)
      && isHyphenedDay(index, after: index - 2) && day(index - 2) != nil
  }

  static func point(_ day: Int, _ month: Int, _ year: Int) -> TimePoint? {
    guard (1...31).contains(day), (1...12).contains(month) else { return nil }
    let full = year < 100 ? 2000 + year : year
    guard (1800...2200).contains(full) else { return nil }
    return TimePoint(year: full, month: month, day: day)
  }

  private func isListable(_ previous: TimeExpression, _ index: Int) -> Bool {
    let rule = previous.rule.description
    // Các tối thứ 2, 4, 6 hằng tuần
    if rule == "times:weekday" {
      return (2...7).contains(scan.integer(index) ?? 0)
        && (!scan.isWord(index + 1) || scan.id(index + 1) == scan.words.and
          || scan.hits.hasStart(at: index + 1, of: [.uncounted, .stopWord]))
    }
    // Trong quý 3, 4
    if rule == "times:quarter" {
      return (1...4).contains(scan.integer(index) ?? 0)
        && !(scan.isWord(index + 1) && scan.isGlued(index + 1))
    }
    return rule.hasPrefix("times:da") && day(index) != nil
      || rule == "times:month" && month(index) != nil
  }

  /// The 6.4 of `các ngày 7.4, 6.4`.
  private func listedDate(at index: Int, _ previous: TimeExpression) -> TimeExpression? {
    guard scan.digitCount(index) <= 5, let parts = scan.dottedParts(index), parts.count == 2,
      (1...31).contains(parts[0]), (1...12).contains(parts[1])
    else { return nil }
    let last = previous.range.upperBound - 1
    // Các ngày 26, 28.3: the first has no month of its own.
    let isBareDay =
      previous.rule.isSame(as: "times:day") && previous.range.count == 1
      && cue(before: last) == .day
    guard
      isBareDay && parts[0] > scan.integer(last) ?? 31
        || previous.rule.isSame(as: "times:day-month") && scan.dottedParts(last)?.count == 2
    else { return nil }
    return TimeExpression(
      range: index..<index + 1, value: .point(TimePoint(month: parts[1], day: parts[0])),
      rule: "times:day-month")
  }

  /// `ngày 9, 10 và 11/3`: days listed after one that was named.
  func listedDay(at index: Int, _ previous: TimeExpression?) -> TimeExpression? {
    guard let previous, previous.range.upperBound == index - 1 else { return nil }
    let date = listedDate(at: index, previous)
    guard date != nil || isListable(previous, index),
      scan.isMark(index - 1, Mark.comma) || scan.id(index - 1) == scan.words.and
        || scan.isMark(index - 1, Mark.hyphen) || scan.isMark(index - 1, Mark.semicolon),
      scan.hits.starting(at: index + 1, .unit) == nil,
      scan.scale(at: index + 1) == nil,
      scan.hits.starting(at: index + 1, .noun) == nil
    else { return nil }
    return date
      ?? TimeExpression(
        range: index..<index + 1, value: .none,
        rule: previous.rule.description == "times:weekday" ? "times:weekday" : "times:day")
  }
}
