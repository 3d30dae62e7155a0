import Lexing
import Rules

/// Dates, years and durations that words announce.
extension TimeReader {
  /// `quý 3/2023`, `quý III/2024`, `III/2017`, `quý 2`.
  func quarter(at index: Int) -> TimeExpression? {
    // The Roman numeral stands before the number that holds the digits.
    if isYear(index), scan.isMark(index - 1, Mark.slash), scan.isGlued(index),
      let quarter = roman(index - 2)
    {
      return TimeExpression(
        range: index - 2..<index + 1,
        value: .point(TimePoint(year: scan.integer(index), quarter: quarter)),
        rule: "times:quarter")
    }
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
    if scan.id(end) == scan.words.timesWord { return true }
    guard let cue = scan.hits.ending(at: index, .timeCue) else { return false }
    return scan.id(Int(cue.start) - 1) == scan.words.each
      && scan.hits.hasStart(at: index + 1, of: [.noun, .unit])
  }

  /// True when the number before it counts what stands here, whatever the word before it says.
  func isCounted(_ index: Int) -> Bool {
    if scan.isMark(index, Mark.percent) { return true }
    if scan.scale(at: index) != nil { return true }
    guard let hit = scan.hits.starting(at: index, .unit) else { return false }
    let kind = scan.rules.units[Int(hit.row)].kind
    return kind == .money || kind == .percent
  }

  /// A year, or years: `năm 2023`, `2021-2025`, `2016 – 2020`, `2021 đến 2025`.
  func year(at index: Int) -> TimeExpression? {
    guard isYear(index), let first = scan.integer(index) else {
      return oldYear(at: index) ?? oldYears(at: index)
    }
    let role = cue(before: index)
    let isNamed = role == .year || role == .span
    if let next = dashed(index) ?? toYear(index) {
      if isYear(next), let last = scan.integer(next), last > first {
        return interval(index, first, last, end: next + 1)
      }
      if scan.isGlued(next), scan.digitCount(next) == 2, let last = scan.integer(next),
        last == first % 100 + 1
          || last > first % 100 && isNamed && !isCounted(next + 1) && !scan.isGlued(next + 1)
      {
        return interval(index, first, first / 100 * 100 + last, end: next + 1)
      }
    }
    if let next = joined(index, by: Mark.slash), let last = scan.integer(next) {
      if isYear(next), last == first + 1 { return interval(index, first, last, end: next + 1) }
      if scan.digitCount(next) == 2, last == (first + 1) % 100, !scan.isMark(next + 1, Mark.slash) {
        return interval(index, first, first + 1, end: next + 1)
      }
    }
    if !isNamed {
      if isCounted(index + 1) || isQuantity(index) { return nil }
    }
    if isNamed, scan.scale(at: index + 1) != nil { return nil }
    return TimeExpression(
      range: index..<index + 1, value: .point(TimePoint(year: first)), rule: "times:year")
  }

  /// `thời kỳ 785-805`, `Dante Alighieri (1265-1321)`: years before those that need no word to be
  /// known for some.
  private func oldYears(at index: Int) -> TimeExpression? {
    guard cue(before: index) == .span || isLife(index), (3...4).contains(scan.digitCount(index)),
      let next = dashed(index), (3...4).contains(scan.digitCount(next)),
      let first = scan.integer(index), let last = scan.integer(next), first < last, last < 2200,
      !isCounted(next + 1), !countsSomething(at: next + 1)
    else { return nil }
    return interval(index, first, last, end: next + 1)
  }

  /// A range of two numbers of four digits, alone in brackets behind a name.
  private func isLife(_ index: Int) -> Bool {
    guard scan.digitCount(index) == 4, scan.isMark(index - 1, Mark.open),
      scan.isMark(index + 3, Mark.close), scan.isWord(index - 2),
      scan.tokens[index - 2].isCapitalized, let first = scan.integer(index),
      let last = scan.integer(index + 2)
    else { return false }
    return first > 1000 && last - first <= 110 && !scan.hits.hasStart(at: index + 4, .unit)
  }

  /// `năm 938`, `Năm 1418`: a year before those that need no word to be known for one.
  private func oldYear(at index: Int) -> TimeExpression? {
    guard (3...4).contains(scan.digitCount(index)), scan.tokens[index].hasSpaceBefore,
      let value = scan.integer(index), (100..<1800).contains(value),
      isOfCycle(index)
        || scan.id(index - 1) == scan.words.year && cue(before: index) == .year
          && !isCounted(index + 1) && !countsSomething(at: index + 1)
          && scan.hits.starting(at: index + 1, .unit) == nil,
      !scan.isNumber(index + 1),
      !scan.isMark(index + 1, Mark.hyphen), !scan.isMark(index + 1, Mark.slash)
    else { return nil }
    // Năm 111 TCN: years count down there, and no period is given rather than a wrong one.
    let isBefore =
      scan.isWord(index + 1) && scan.tokens[index + 1].flags.contains(.allCapitals)
      || scan.id(index + 1) == scan.words.before
    return TimeExpression(
      range: index..<index + 1, value: isBefore ? .none : .point(TimePoint(year: value)),
      rule: "times:year")
  }

  /// `năm Kỷ Dậu 1789`: the year's name in the cycle of sixty.
  private func isOfCycle(_ index: Int) -> Bool {
    scan.digitCount(index) == 4 && scan.isWord(index - 1) && scan.isWord(index - 2)
      && scan.tokens[index - 1].isCapitalized && scan.tokens[index - 2].isCapitalized
      && scan.id(index - 3) == scan.words.year
  }

  private func toYear(_ index: Int) -> Int? {
    let next = scan.id(index + 1)
    guard next == scan.words.to || next == scan.words.up else { return nil }
    let after = scan.id(index + 2) == scan.words.year ? index + 3 : index + 2
    return isYear(after) ? after : nil
  }

  private func interval(_ index: Int, _ first: Int, _ last: Int, end: Int) -> TimeExpression {
    TimeExpression(
      range: index..<end, value: .interval(TimePoint(year: first), TimePoint(year: last)),
      rule: "times:years")
  }

  /// A four-digit number without a year's cue, before something counted: 2070 hộ.
  private func isQuantity(_ index: Int) -> Bool {
    let role = cue(before: index)
    if role == .near || role == .from || role == .to || role == .month { return false }
    if scan.isMark(index - 1, Mark.hyphen) && scan.isGlued(index) { return false }
    // Ford Focus 2017: the year of what bears the name.
    if scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized,
      scan.hits.ending(at: index, .stopWord) == nil, scan.hits.ending(at: index, .qualifier) == nil
    {
      return false
    }
    if let hit = scan.hits.starting(at: index + 1, .unit),
      scan.rules.units[Int(hit.row)].kind != .duration
    {
      return true
    }
    if let hit = scan.hits.starting(at: index + 1, .noun) {
      // Bộ luật Lao động 2012 quy định: the year of what stands before.
      if scan.hits.ending(at: index, .noun) != nil { return false }
      return !scan.tokens[index + 1].isCapitalized && !scan.rules.nouns[Int(hit.row)].isWeak
    }
    return scan.hits.starting(at: index + 1, .abbreviation) != nil
      && scan.isWord(index + 1) && scan.tokens[index + 1].flags.contains(.allCapitals)
      && scan.rules.abbreviations[
        Int(scan.hits.starting(at: index + 1, .abbreviation)!.row)
      ].kind == "noun"
  }

  /// `9 tháng đầu năm`, `hơn 2 năm qua`, `sau 4 ngày`: a length of time that places something.
  func duration(at index: Int) -> TimeExpression? {
    guard let count = durationCount(at: index), let (code, end) = durationUnit(at: count.end),
      !isHyphenedToName(index)
    else { return nil }
    if scan.isMark(end, Mark.slash) { return nil }
    if code == "d", isDayList(end) {
      // 2 ngày 30 - 31/8: the days that follow.
      return TimeExpression(range: index..<end, value: .none, rule: "times:duration")
    }
    let after = scan.hits.starting(at: end, .durationAfter)
    let before = durationCue(before: index)
    let isHeading = after == nil && before == nil && opensHeading(index, end: end)
    // 10 tháng năm 2020: the months of that year.
    let isOfYear = code == "mo" && after == nil && isYearNamed(at: end)
    let isOfReport =
      code == "mo" && after == nil && before == nil && isReported(count.value, index, end)
    guard after != nil || before != nil || isHeading || isOfYear || isOfReport else { return nil }
    // Sạc trong vòng 30 phút says how long it takes.
    if after == nil, before?.isSame(as: "trong vòng") == true, code == "min" || code == "s" {
      return nil
    }
    var value = TimeValue.none
    if code == "mo", let after { value = monthsValue(count.value, after) }
    // Nửa đầu năm aside, a bare "9 tháng" after lũy kế is the year's first nine.
    if code == "mo", after == nil, let before,
      Self.runningTotals.contains(where: before.isSame(as:))
    {
      value = .months(count: count.value, fromEnd: false, year: nil)
    }
    if code == "mo", isYearNamed(at: end) || isHeading || isOfReport {
      value = .months(count: count.value, fromEnd: false, year: nil)
    }
    var last = end
    if case .months(let count, let fromEnd, _) = value {
      // 9 tháng đầu năm 2023, 6 tháng năm 2020: the year belongs to the expression.
      let tail = after.map { Int($0.end) } ?? end
      let year = scan.id(tail) == scan.words.year ? tail + 1 : tail
      if isYear(year) {
        last = year + 1
        value = .months(count: count, fromEnd: fromEnd, year: scan.integer(year))
      }
    }
    return TimeExpression(range: index..<last, value: value, rule: "times:duration")
  }

  /// The 19 of `Covid-19 ngày 23/3`.
  private func isHyphenedToName(_ index: Int) -> Bool {
    scan.isMark(index - 1, Mark.hyphen) && scan.isGlued(index) && scan.isGlued(index - 1)
      && scan.isWord(index - 2) && scan.tokens[index - 2].isCapitalized
  }

  /// A unit of time, or the capitals that the text has said to mean one: ngày làm việc (NLV).
  private func durationUnit(at index: Int) -> (code: String, end: Int)? {
    var hit = scan.hits.starting(at: index, .unit)
    var end = Int(hit?.end ?? 0)
    if hit == nil, scan.isWord(index), scan.tokens[index].flags.contains(.allCapitals),
      let phrase = scan.learned.definition(at: index, in: scan)?.phrase
    {
      hit = scan.hits.starting(at: phrase.lowerBound, .unit)
      guard hit?.range == phrase else { return nil }
      end = index + 1
    }
    guard let hit, scan.rules.units[Int(hit.row)].kind == .duration else { return nil }
    return (scan.rules.units[Int(hit.row)].unit, end)
  }

  private func isDayList(_ index: Int) -> Bool {
    let first = scan.isMark(index, Mark.open) ? index + 1 : index
    guard day(first) != nil else { return false }
    if datePoint(at: first)?.0.day != nil { return true }
    guard
      scan.isMark(first + 1, Mark.hyphen) || scan.isMark(first + 1, Mark.comma)
        || scan.id(first + 1) == scan.words.and
    else { return false }
    return datePoint(at: first + 2)?.0.day != nil
  }

  /// `6 tháng: …` at a line's start.
  private func opensHeading(_ index: Int, end: Int) -> Bool {
    (index == 0 || scan.tokens[index - 1].kind == .lineBreak) && scan.isMark(end, Mark.colon)
  }

  /// `Thu ngân sách 4 tháng đạt`, `kim ngạch 9 tháng ước đạt`: the year's first months, of which a
  /// level or a change is reported.
  private func isReported(_ count: Int, _ index: Int, _ end: Int) -> Bool {
    guard (2...11).contains(count), scan.isWord(index - 1),
      scan.hits.ending(at: index, .qualifier) == nil, scan.hits.ending(at: index, .change) == nil,
      !scan.words.levelVerbs.contains(scan.id(index - 1)), scan.id(index + 1) == scan.words.month
    else { return false }
    if let change = scan.hits.starting(at: end, .change) {
      let effect = scan.rules.changes[Int(change.row)].effect
      return effect == .increase || effect == .decrease
    }
    return scan.words.reportVerbs.contains(scan.id(end))
  }

  private func isYearNamed(at index: Int) -> Bool {
    scan.id(index) == scan.words.year && isYear(index + 1)
  }

  private func monthsValue(_ count: Int, _ after: Hit) -> TimeValue {
    guard (1...12).contains(count) else { return .none }
    switch scan.rules.times[Int(after.row)].phrase {
    case "đầu", "đầu năm": return .months(count: count, fromEnd: false, year: nil)
    case "cuối", "cuối năm": return .months(count: count, fromEnd: true, year: nil)
    case "qua", "vừa qua", "gần đây", "đã qua", "trở lại đây": return .monthsPast(count)
    default: return .none
    }
  }

  private func durationCount(at index: Int) -> (value: Int, end: Int)? {
    guard let first = scan.integer(index), scan.digitCount(index) <= 4 else { return nil }
    if let next = dashed(index), scan.integer(next) != nil { return (first, next + 1) }
    // Trong 24 đến 48 giờ tới.
    let joint = scan.id(index + 1)
    if joint != 0, joint == scan.words.to || joint == scan.words.up || joint == scan.words.or,
      let last = scan.integer(index + 2), last > first
    {
      return (first, index + 3)
    }
    return (first, index + 1)
  }

  /// These only round the number off.
  private static let rounders: Set<String> = [
    "hơn", "gần", "khoảng", "chừng", "tròn", "đúng", "chẵn", "bình quân", "trung bình", "từ",
    "trước", "qua", "mỗi", "hết", "cách",
  ]

  /// The words before a duration that make it a place in time, qualifiers between passed over.
  private func durationCue(before index: Int) -> String? {
    var position = index
    if let qualifier = scan.hits.ending(at: index, .qualifier) { position = Int(qualifier.start) }
    guard
      let hit = scan.hits.ending(at: position, .durationBefore)
        ?? scan.hits.ending(at: index, .durationBefore)
    else { return nil }
    let phrase = scan.rules.times[Int(hit.row)].phrase
    return Self.rounders.contains(phrase) ? nil : phrase
  }

  private func isListable(_ previous: TimeExpression, _ index: Int) -> Bool {
    let rule = previous.rule.description
    // Các tối thứ 2, 4, 6 hằng tuần
    if rule == "times:weekday" {
      return (2...7).contains(scan.integer(index) ?? 0)
        && (!scan.isWord(index + 1) || scan.id(index + 1) == scan.words.and
          || scan.hits.hasStart(at: index + 1, of: [.uncounted, .stopWord]))
    }
    return rule.hasPrefix("times:da") && day(index) != nil
      || rule == "times:month" && month(index) != nil
  }

  /// The 6.4 of `các ngày 7.4, 6.4`.
  private func listedDate(at index: Int, _ previous: TimeExpression) -> TimeExpression? {
    guard previous.rule.description == "times:day-month", scan.digitCount(index) <= 5,
      scan.dottedParts(previous.range.upperBound - 1)?.count == 2,
      let parts = scan.dottedParts(index), parts.count == 2, (1...31).contains(parts[0]),
      (1...12).contains(parts[1])
    else { return nil }
    return TimeExpression(
      range: index..<index + 1, value: .point(TimePoint(month: parts[1], day: parts[0])),
      rule: "times:day-month")
  }

  /// `ngày 9, 10 và 11/3`: days listed after one that was named.
  func listedDay(at index: Int, _ previous: TimeExpression?) -> TimeExpression? {
    guard let previous else { return nil }
    let date = listedDate(at: index, previous)
    guard date != nil || isListable(previous, index),
      previous.range.upperBound == index - 1,
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

  /// `năm 2016,2017, 2018`: years with the space lost between them, which are no decimal.
  func listedYears(at index: Int) -> TimeExpression? {
    guard scan.tokens[index].length == 9, !isCounted(index + 1) else { return nil }
    let bytes = scan.bytes(index)
    guard bytes[4] == UInt8(ascii: ","), let first = Self.year(bytes[0..<4]),
      let last = Self.year(bytes[5..<9]), last > first
    else { return nil }
    let isNamed = cue(before: index) == .year || cue(before: index) == .span
    guard isNamed || scan.isMark(index + 1, Mark.comma) && isYear(index + 2) else { return nil }
    return TimeExpression(range: index..<index + 1, value: .none, rule: "times:years")
  }

  private static func year(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var year = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      year = year * 10 + Int(digit - 0x30)
    }
    return (1900...2100).contains(year) ? year : nil
  }
}
