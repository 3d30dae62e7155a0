import Lexing
import Rules

/// Reads dates, years, clock times and durations that place something in time.
struct TimeReader {
  let scan: Scan

  /// What stands before months that are counted from the year's first.
  static let runningTotals = ["lũy kế", "luỹ kế", "tính chung", "cả", "trong cả"]

  /// The time that starts at the number token `index`; nil when it is none.
  func read(at index: Int, afterTime previous: TimeExpression?) -> TimeExpression? {
    // The 783 of VJ783 ngày 2/10 is a flight's, 07.03.07 of V.07.03.07 a code's.
    if isGluedToCode(index) { return nil }
    return clock(at: index) ?? fullDate(at: index) ?? quarter(at: index) ?? monthYear(at: index)
      ?? dayMonth(at: index) ?? spelledDate(at: index) ?? year(at: index)
      ?? duration(at: index) ?? listedDay(at: index, previous) ?? listedYears(at: index)
  }

  // MARK: Looking around

  /// True right behind two capitals or more; the year of SN1975 is one.
  private func isGluedToCode(_ index: Int) -> Bool {
    if scan.isMark(index - 1, Mark.period), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), scan.tokens[index - 2].length <= 2,
      scan.tokens[index - 2].isCapitalized, scan.digitCount(index) > 5
    {
      return true
    }
    return scan.isGlued(index) && scan.isWord(index - 1)
      && scan.tokens[index - 1].flags.contains(.allCapitals)
      && !scan.words.birthWords.contains(scan.id(index - 1))
  }

  /// The role of the cue that ends right before the token.
  func cue(before index: Int) -> TimeRule.Role? {
    guard let hit = scan.hits.ending(at: index, .timeCue) else { return nil }
    return scan.rules.times[Int(hit.row)].role
  }

  func isYear(_ index: Int) -> Bool {
    guard scan.isNumber(index), scan.digitCount(index) == 4, let value = scan.integer(index) else {
      return false
    }
    return value >= 1800 && value <= 2200
  }

  func day(_ index: Int) -> Int? { bounded(index, 1...31) }
  func month(_ index: Int) -> Int? { bounded(index, 1...12) }

  private func bounded(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
    guard scan.isNumber(index), scan.digitCount(index) <= 2, let value = scan.integer(index),
      range.contains(value)
    else { return nil }
    return value
  }

  /// The token after a glued mark, when there is one: the 11 of `15/11`.
  func joined(_ index: Int, by mark: UInt32) -> Int? {
    guard scan.isMark(index + 1, mark), scan.isGlued(index + 1), scan.isGlued(index + 2),
      scan.isNumber(index + 2)
    else { return nil }
    return index + 2
  }

  /// The token after a dash, glued or not.
  func dashed(_ index: Int) -> Int? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.isNumber(index + 2) else { return nil }
    return index + 2
  }

  // MARK: Clock times

  private func clock(at index: Int) -> TimeExpression? {
    guard let hour = scan.integer(index), scan.digitCount(index) <= 2, hour <= 24 else {
      return nil
    }
    if let minute = joined(index, by: Mark.colon), scan.digitCount(minute) == 2,
      let value = scan.integer(minute), value < 60
    {
      var end = minute + 1
      if let second = joined(minute, by: Mark.colon), scan.digitCount(second) == 2 {
        end = second + 1
      }
      return TimeExpression(range: index..<zone(after: end), value: .none, rule: "times:clock")
    }
    if let minute = spacedMinute(index) {
      return TimeExpression(range: index..<minute + 1, value: .none, rule: "times:clock")
    }
    // 19-21h, từ 17 - 18h
    if let second = dashed(index), scan.isGlued(second) || isAfterTimeCue(index),
      let last = scan.integer(second), last <= 24,
      last > hour, scan.isGlued(second + 1), scan.id(second + 1) == scan.words.hourShort
    {
      var end = second + 2
      if let minute = scan.integer(end), scan.isGlued(end), minute < 60 { end += 1 }
      return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
    }
    let next = index + 1
    if scan.isGlued(next), scan.id(next) == scan.words.hourShort || isGluedG(next) {
      var end = next + 1
      if let minute = scan.integer(end), minute < 60 {
        // 13h30, 13h 20 phút.
        if scan.isGlued(end) {
          end += 1
        } else if scan.id(end + 1) == scan.words.minute {
          end += 2
        }
      }
      return TimeExpression(range: index..<zone(after: end), value: .none, rule: "times:clock")
    }
    guard scan.id(next) == scan.words.hour else { return halfHour(at: index) }
    if let minute = scan.integer(next + 1), minute < 60, scan.digitCount(next + 1) <= 2 {
      let end = scan.id(next + 2) == scan.words.minute ? next + 3 : next + 2
      return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
    }
    // 7 giờ rưỡi
    let isHalf = scan.numberWord(next + 1)?.role == .half
    let end = isHalf ? next + 2 : next + 1
    let role = cue(before: index)
    let isNamed = role == .dayPart || role == .near || role == .from || role == .to
    let follows = scan.hits.starting(at: end, .timeCue).map {
      scan.rules.times[Int($0.row)].role
    }
    let isFollowed = follows == .dayPart || follows == .day
    guard isNamed || isFollowed || goesOnToHour(end, after: hour) || isHalf && opensClause(index)
    else { return nil }
    return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
  }

  /// The 30 of `19 : 30`, two digits on both sides.
  private func spacedMinute(_ index: Int) -> Int? {
    guard scan.isMark(index + 1, Mark.colon), !scan.isGlued(index + 1), !scan.isGlued(index + 2),
      scan.digitCount(index) == 2, scan.isNumber(index + 2), scan.digitCount(index + 2) == 2,
      let minute = scan.integer(index + 2), minute < 60,
      !scan.hits.hasStart(at: index + 3, of: [.unit, .noun, .scale]),
      !scan.isMark(index + 3, Mark.colon), !scan.isMark(index + 3, Mark.percent)
    else { return nil }
    return index + 2
  }

  /// `3 rưỡi chiều`: half past three, the word giờ left out.
  private func halfHour(at index: Int) -> TimeExpression? {
    guard scan.numberWord(index + 1)?.role == .half,
      let part = scan.hits.starting(at: index + 2, .timeCue),
      scan.rules.times[Int(part.row)].role == .dayPart
    else { return nil }
    return TimeExpression(range: index..<index + 2, value: .none, rule: "times:clock")
  }

  /// `10 giờ đến 11 giờ`: from one hour to a later one.
  private func goesOnToHour(_ index: Int, after hour: Int) -> Bool {
    guard scan.id(index) == scan.words.to || scan.isMark(index, Mark.hyphen),
      let last = scan.integer(index + 1)
    else { return false }
    return last > hour && last <= 24 && scan.id(index + 2) == scan.words.hour
  }

  private func opensClause(_ index: Int) -> Bool {
    index == 0 || scan.tokens[index - 1].kind != .word && scan.tokens[index - 1].kind != .number
  }

  private func isGluedG(_ index: Int) -> Bool {
    // 7g30 is southern for half past seven; a bare 7g weighs seven grams.
    scan.isWord(index) && scan.tokens[index].length == 1
      && scan.bytes(index)[0] | 0x20 == UInt8(ascii: "g")
      && scan.isGlued(index + 1) && scan.isNumber(index + 1) && scan.digitCount(index + 1) == 2
  }

  /// A zone written after a clock time: GMT+7.
  private func zone(after index: Int) -> Int {
    guard scan.isWord(index), scan.tokens[index].flags.contains(.allCapitals),
      scan.isMark(index + 1, Mark.plus), scan.isNumber(index + 2), scan.isGlued(index + 2)
    else { return index }
    return index + 3
  }

  // MARK: Dates in digits

  /// `12/10/2023`, `12-10-2023`, `31.12.2025`, `2023-10-12`, `10 - 15/10/2023`.
  private func fullDate(at index: Int) -> TimeExpression? {
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

  /// `5 ngày qua (10 - 14.4)`: days in brackets behind a time without them.
  private func isSaidAgain(_ index: Int, _ end: Int) -> Bool {
    scan.isMark(index - 1, Mark.open) && scan.isMark(end, Mark.close)
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

  /// `9/2023`, `10.2024` after tháng, `10-2024`, and ranges of them.
  private func monthYear(at index: Int) -> TimeExpression? {
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
  private func dayMonth(at index: Int) -> TimeExpression? {
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
    let before = index - 1
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

  /// True when a noun, a unit or a percent sign follows, as after a ratio.
  func countsSomething(at index: Int) -> Bool {
    if scan.isMark(index, Mark.percent) || scan.scale(at: index) != nil { return true }
    guard scan.isWord(index), !scan.tokens[index].isCapitalized || isKnownAbbreviation(index) else {
      return false
    }
    if let hit = scan.hits.starting(at: index, .unit) {
      return scan.rules.units[Int(hit.row)].kind != .duration
    }
    return scan.hits.starting(at: index, .noun) != nil || isKnownAbbreviation(index)
  }

  private func isKnownAbbreviation(_ index: Int) -> Bool {
    scan.hits.starting(at: index, .abbreviation) != nil
      && scan.tokens[index].flags.contains(.allCapitals)
  }
}
