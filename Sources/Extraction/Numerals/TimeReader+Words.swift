import Lexing
import Rules

/// Dates, years and durations that words announce.
extension TimeReader {
  /// `quý 3/2023`, `quý III/2024`, `III/2017`, `quý 2`.
  func quarter(at index: Int) -> TimeExpression? {
    // The Roman numeral stands before the number that holds the digits.
    if isYear(index), let quarter = romanQuarter(beforeYear: index) { return quarter }
    guard cue(before: index) == .quarter else { return nil }
    if let parts = scan.dottedParts(index), parts.count == 2, (1...4).contains(parts[0]),
      (1900...2100).contains(parts[1])
    {
      return TimeExpression(
        range: index..<index + 1, value: .point(TimePoint(year: parts[1], quarter: parts[0])),
        rule: "times:quarter")
    }
    guard let number = scan.integer(index), (1...4).contains(number) else { return nil }
    if let year = joined(index, by: Mark.slash), isYear(year) {
      return TimeExpression(
        range: index..<year + 1,
        value: .point(TimePoint(year: scan.integer(year), quarter: number)),
        rule: "times:quarter")
    }
    let (year, end) = spelledYear(at: index + 1)
    return TimeExpression(
      range: index..<end, value: .point(TimePoint(year: year, quarter: number)),
      rule: "times:quarter")
  }

  /// `III/2017`, `quý II năm 2016`, `quý II - 2016`, `quý II 2016`: the year of a quarter in Roman numerals.
  private func romanQuarter(beforeYear index: Int) -> TimeExpression? {
    if scan.isMark(index - 1, Mark.slash) {
      guard scan.isGlued(index), let quarter = roman(index - 2) else { return nil }
      return TimeExpression(
        range: index - 2..<index + 1,
        value: .point(TimePoint(year: scan.integer(index), quarter: quarter)),
        rule: "times:quarter")
    }
    let isJoined =
      scan.id(index - 1) == scan.words.year && scan.isWord(index - 1)
      || scan.isMark(index - 1, Mark.hyphen)
    let numeral = isJoined ? index - 2 : index - 1
    guard let quarter = roman(numeral), cue(before: numeral) == .quarter else { return nil }
    return TimeExpression(
      range: numeral..<index + 1,
      value: .point(TimePoint(year: scan.integer(index), quarter: quarter)), rule: "times:quarter")
  }

  func roman(_ index: Int) -> Int? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized else { return nil }
    return scan.words.romanNumerals[scan.id(index)]
  }

  /// `năm 2023` after a month or a quarter; the year and the end of the expression.
  private func spelledYear(at index: Int) -> (Int?, Int) {
    if scan.id(index) == scan.words.year, isYear(index + 1) {
      return (scan.integer(index + 1), index + 2)
    }
    return (nil, index)
  }

  /// `tháng 10`, `ngày 23 tháng 3 năm 2020`, `mùng 5`, `30 Tết`.
  func spelledDate(at index: Int) -> TimeExpression? {
    let role = cue(before: index)
    if role == .month, let first = month(index), let next = dashed(index), let last = month(next),
      first < last, !isCounted(next + 1)
    {
      let (year, end) = spelledYear(at: next + 1)
      return TimeExpression(
        range: index..<end,
        value: .interval(TimePoint(year: year, month: first), TimePoint(year: year, month: last)),
        rule: "times:month-range")
    }
    if role == .month, let month = month(index), !isCounted(index + 1) {
      let (year, end) = spelledYear(at: index + 1)
      return TimeExpression(
        range: index..<end, value: .point(TimePoint(year: year, month: month)),
        rule: "times:month")
    }
    // The 20 of G20 tháng 7/2017 is no day.
    if let day = day(index), scan.id(index + 1) == scan.words.month, let month = month(index + 2),
      !scan.isGlued(index) || !scan.isWord(index - 1)
    {
      let (year, end) = spelledYear(at: index + 3)
      return TimeExpression(
        range: index..<end, value: .point(TimePoint(year: year, month: month, day: day)),
        rule: "times:date")
    }
    if day(index) != nil, let last = lunarDay(index) {
      return TimeExpression(range: index..<last + 3, value: .none, rule: "times:festival")
    }
    // Tức 6 âm lịch.
    if day(index) != nil, scan.id(index + 2) == scan.words.calendar,
      scan.words.calendars.contains(scan.id(index + 1))
    {
      return TimeExpression(range: index..<index + 1, value: .none, rule: "times:day")
    }
    if day(index) != nil, scan.id(index + 1) == scan.words.festival {
      return TimeExpression(range: index..<index + 2, value: .none, rule: "times:festival")
    }
    if role == .day, day(index) != nil, !isCounted(index + 1), !isEachDay(index) {
      return TimeExpression(range: index..<index + 1, value: .none, rule: "times:day")
    }
    // Sáng thứ 7, thứ 5 tuần trước: a day of the week.
    if scan.id(index - 1) == scan.words.ordinal, let number = scan.integer(index),
      (2...7).contains(number), isWeekday(index)
    {
      return TimeExpression(range: index..<index + 1, value: .none, rule: "times:weekday")
    }
    if role == .era, scan.integer(index) != nil {
      let last = dashed(index).flatMap { scan.integer($0) == nil ? nil : $0 } ?? index
      return TimeExpression(range: index..<last + 1, value: .none, rule: "times:era")
    }
    return nil
  }

  /// The last day of `14 tháng Giêng`, `11-16 tháng Giêng`.
  private func lunarDay(_ index: Int) -> Int? {
    var last = index
    if let next = dashed(index), day(next) != nil { last = next }
    return scan.id(last + 1) == scan.words.month
      && scan.words.lunarMonths.contains(scan.id(last + 2)) ? last : nil
  }

  /// `sáng thứ 7`, `rơi vào thứ 4`, `thứ 6, ngày 14/12`, `từ thứ 2 đến thứ 6`: no place in an order.
  private func isWeekday(_ index: Int) -> Bool {
    let next = index + 1
    if scan.id(next) == scan.words.week { return true }
    // Đợt thí điểm thứ 2 ngày 16/9 is a second one.
    let isTimed = !scan.isWord(index - 2) || cue(before: index - 1) != nil
    if isTimed, scan.id(next) == scan.words.day, scan.isNumber(next + 1) { return true }
    if scan.id(next) == scan.words.about, scan.id(next + 1) == scan.words.week { return true }
    if scan.isMark(next, Mark.comma) || scan.id(next) == scan.words.and {
      if isTimed, scan.id(next + 1) == scan.words.day { return true }
      if let hit = scan.hits.starting(at: next + 1, .timeCue), hit.range.count == 2,
        scan.rules.times[Int(hit.row)].role == .dayPart
      {
        return true
      }
    }
    switch cue(before: index - 1) {
    case .dayPart:
      // Lần thu hồi thứ 2.
      return scan.hits.ending(at: index - 1, .timeCue).map {
        !scan.rules.times[Int($0.row)].phrase.isSame(as: "hồi")
      } ?? false
    case .from, .to, .near:
      // Mùa thứ 4 liên tiếp.
      let phrase = scan.hits.ending(at: index - 1, .timeCue).map {
        scan.rules.times[Int($0.row)]
      }
      if phrase?.role == .near, !Self.beforeWeekdays.contains(phrase?.phrase ?? "") { return false }
      // Tăng từ thứ 5 lên thứ 3 ranks.
      return !scan.words.steps.contains(scan.id(next)) || scan.id(next) == scan.words.to
        || scan.id(next) == scan.words.up
    default: return false
    }
  }

  private static let beforeWeekdays: Set<String> = ["vào", "hết", "đến hết"]

  /// `mỗi ngày 2 anh em`: what there is each day.
  private func isEachDay(_ index: Int) -> Bool {
    // Ngày 2 - 3 lần: how often.
    let isRange = scan.isMark(index + 1, Mark.hyphen) && scan.isNumber(index + 2)
    let end = isRange ? index + 3 : index + 1
    let next = scan.id(end)
    // Ngày 3 bữa, ngày 8 tiếng.
    if next != 0,
      next == scan.words.timesWord || next == scan.words.meal || next == scan.words.saidHour
    {
      return true
    }
    guard let cue = scan.hits.ending(at: index, .timeCue) else { return false }
    return scan.id(Int(cue.start) - 1) == scan.words.each
      && scan.hits.hasStart(at: index + 1, of: [.noun, .unit])
  }
}
