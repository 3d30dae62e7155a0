import Lexing
import Rules

/// Periods that words alone give, by the article's date.
extension PeriodReader {
  /// `năm nay`, `tuần trước`, `từ đầu năm đến nay`; nil without the date that they need.
  func relative(_ hit: Hit) -> (text: String, lastYear: Int?)? {
    let row = scan.rules.relativeTimes[Int(hit.row)]
    // The text's own years do not say when it was written.
    guard let year = publishedYear, let now = anchor else {
      guard row.unit == .day, let today = newsDay else { return nil }
      return (row.offset == 0 ? today : today.moved(byDays: row.offset)).map(Self.answer)
    }
    switch row.unit {
    case .year: return Self.answer(TimePoint(year: year + row.offset))
    case .quarter: return now.month.map { Self.answer(Self.quarter(year, $0, row.offset)) }
    case .month: return now.month.map { Self.answer(Self.month(year, $0, row.offset)) }
    case .week: return now.moved(byDays: 7 * row.offset).flatMap(Self.week)
    // On Saturday the past week is the one that ends, on Friday still the one before.
    case .pastWeek: return now.moved(byDays: 7 * row.offset + 2).flatMap(Self.week)
    case .day: return now.moved(byDays: row.offset).map(Self.answer)
    case .yearToDate: return toDate(from: TimePoint(year: year + row.offset, month: 1, day: 1))
    case .quarterToDate:
      guard let month = now.month, let first = Self.quarter(year, month, row.offset).quarter
      else { return nil }
      return toDate(from: TimePoint(year: year, month: first * 3 - 2, day: 1))
    case .vague: return nil
    case .monthToDate:
      guard let month = now.month else { return nil }
      var first = Self.month(year, month, row.offset)
      first.day = 1
      return toDate(from: first)
    }
  }

  /// `Chiều nay, 3/4`, `hôm nay (ngày 3/4)`: the first day that stands right behind a word for today
  /// or yesterday, or that something is compared with yesterday on.
  var toldDay: TimePoint? {
    for item in items {
      guard case .time(let time) = item.outcome, case .point(let point) = time.value,
        point.day != nil, point.month != nil
      else { continue }
      let day = point.with(year: yearOfAnchor(for: point))
      if let offset = offsetFromToday(time.range.lowerBound) {
        return offset == 0 ? day : day.moved(byDays: -offset)
      }
      if isSetAgainstYesterday(time.range.upperBound) { return day }
    }
    return nil
  }

  /// `Phiên sáng 25/11, giá giảm 2 USD so với ngày hôm qua`: the day is today.
  private func isSetAgainstYesterday(_ index: Int) -> Bool {
    let end = min(scan.sentenceEnd(index), index + 40)
    guard index < end else { return false }
    for hit in scan.hits.all(in: index..<end, of: [.relativeTime], at: .time) {
      let row = scan.rules.relativeTimes[Int(hit.row)]
      if row.unit == .day, row.offset == -1 { return Self.isCompared(scan, Int(hit.start)) }
    }
    return false
  }

  /// How many days the word right before a day is from today; nil where none stands there.
  private func offsetFromToday(_ index: Int) -> Int? {
    var start = index
    while index - start < 3,
      scan.isMark(start - 1, Mark.comma) || scan.isMark(start - 1, Mark.open)
        || scan.id(start - 1) == scan.words.day
    {
      start -= 1
    }
    guard let hit = scan.hits.ending(at: start, .relativeTime) else { return nil }
    let row = scan.rules.relativeTimes[Int(hit.row)]
    return row.unit == .day ? row.offset : nil
  }

  private static func answer(_ point: TimePoint) -> (text: String, lastYear: Int?) {
    (point.text, point.year)
  }

  private static func month(_ year: Int, _ month: Int, _ offset: Int) -> TimePoint {
    let index = year * 12 + month - 1 + offset
    return TimePoint(year: index / 12, month: index % 12 + 1)
  }

  private static func quarter(_ year: Int, _ month: Int, _ offset: Int) -> TimePoint {
    let index = year * 4 + (month - 1) / 3 + offset
    return TimePoint(year: index / 4, quarter: index % 4 + 1)
  }

  /// Monday to Sunday, as EDTF knows no weeks.
  private static func week(_ day: TimePoint) -> (text: String, lastYear: Int?)? {
    guard let weekday = day.weekday, let first = day.moved(byDays: -weekday),
      let last = first.moved(byDays: 6)
    else { return nil }
    return ("\(first.text)/\(last.text)", last.year)
  }

  private func toDate(from first: TimePoint) -> (text: String, lastYear: Int?)? {
    guard let now = anchor, now.day != nil else { return nil }
    return ("\(first.text)/\(now.text)", now.year)
  }

  // MARK: The same period of another year

  /// `…, cùng kỳ năm trước là 4 tỷ đồng`: the period last stated, moved to the year at `index`; nil
  /// where a figure is measured against it: `tăng 5% so với cùng kỳ năm trước`.
  func samePeriod(at index: Int, year: Int, as base: Period?) -> Period? {
    var start = index
    while start > 0, index - start < 4, scan.id(start - 1) != scan.words.samePeriod { start -= 1 }
    guard scan.id(start - 1) == scan.words.samePeriod, scan.id(start - 2) == scan.words.same,
      opensClause(start - 2), let base, let baseYear = base.lastYear
    else { return nil }
    let text = Self.moved(base.text, to: year, from: baseYear)
    return Period(
      item: -1, range: start - 2..<index, text: text, lastYear: year, isAside: true)
  }

  /// Behind a mark or a word that joins clauses; so với does not.
  private func opensClause(_ index: Int) -> Bool {
    guard index > 0, scan.tokens[index - 1].kind == .word else { return true }
    if scan.id(index - 1) == scan.words.with { return false }
    return scan.words.joints.contains(scan.id(index - 1)) || scan.id(index - 1) == scan.words.and
  }

  static func moved(_ text: String, to year: Int, from base: Int) -> String {
    text.split(separator: "/").map { moved($0, by: year - base) }.joined(separator: "/")
  }

  private static func moved(_ date: Substring, by years: Int) -> String {
    guard let year = Int(date.prefix(4)) else { return String(date) }
    let moved = String(year + years) + date.dropFirst(4)
    return moved.hasSuffix("-02-29") && years % 4 != 0 ? moved.dropLast(2) + "28" : moved
  }
}
