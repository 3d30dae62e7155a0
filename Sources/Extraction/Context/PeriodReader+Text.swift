import Lexing
import Rules

/// Periods as EDTF, with the years that the text leaves out.
extension PeriodReader {
  func text(
    of time: TimeExpression, year: Int?, _ sentence: Sentence
  ) -> (String, Int?)? {
    switch time.value {
    case .none: return nil
    case .point(let point):
      if point.isYearOnly, let part = part(of: point, before: time.range.lowerBound) {
        return (part.text, part.year)
      }
      let full = point.with(year: year ?? yearOfAnchor(for: point))
      return (full.text, full.year)
    case .interval(let first, let last):
      let full = last.with(year: year ?? yearOfAnchor(for: last))
      var start = first.with(year: full.year)
      // 28/12 - 3/1/2024: the year given is the second day's.
      if !start.isNotAfter(full), first.year == nil { start.year = start.year.map { $0 - 1 } }
      guard start.isNotAfter(full) else { return nil }
      return ("\(start.text)/\(full.text)", full.year)
    case .months(let count, let fromEnd, let own):
      let named = own ?? yearAfter(time.range.upperBound)
      let year =
        named ?? (fromEnd ? year : year.map { yearBehindEnd($0, time, sentence) }) ?? anchor?.year
      let first = TimePoint(year: year, month: fromEnd ? 13 - count : 1)
      let last = TimePoint(year: year, month: fromEnd ? 12 : count)
      return ("\(first.text)/\(last.text)", year)
    case .monthsPast(let count):
      // News says "11 tháng qua" of the year's first eleven.
      guard let year = anchor?.year ?? year else { return nil }
      let last = TimePoint(year: year, month: count)
      return ("\(TimePoint(year: year, month: 1).text)/\(last.text)", year)
    }
  }

  /// `Cuối năm 2018 có 16 điểm, trong 6 tháng đầu năm thêm 5`: the first months of the year after.
  private func yearBehindEnd(_ year: Int, _ time: TimeExpression, _ sentence: Sentence) -> Int {
    let isEnded = sentence.items.contains { index in
      guard case .time(let other) = items[index].outcome, case .point(let point) = other.value
      else {
        return false
      }
      return point.year == year && point.isYearOnly
        && other.range.upperBound <= time.range.lowerBound
        && Self.isYearEnd(scan, other.range.lowerBound)
    }
    return isEnded ? year + 1 : year
  }

  /// `nửa đầu năm 2024`, `quý cuối năm 2023`, `tháng đầu tiên của năm 2017`.
  func part(of point: TimePoint, before index: Int) -> TimePoint? {
    var position = index - 1
    guard scan.id(position) == scan.words.year else { return nil }
    position -= 1
    if scan.id(position) == scan.words.belonging { position -= 1 }
    if scan.id(position) == scan.words.foremost || scan.id(position) == scan.words.same {
      position -= 1
    }
    let isFirst = scan.id(position) == scan.words.first
    guard isFirst || scan.id(position) == scan.words.last else { return nil }
    let isCounted =
      scan.isNumber(position - 2) || scan.words.determiners.contains(scan.id(position - 2))
    switch scan.id(position - 1) {
    case scan.words.half: return TimePoint(year: point.year, half: isFirst ? 1 : 2)
    case scan.words.quarter where !isCounted:
      return TimePoint(year: point.year, quarter: isFirst ? 1 : 4)
    case scan.words.month where !isCounted:
      return TimePoint(year: point.year, month: isFirst ? 1 : 12)
    default: return nil
    }
  }

  /// A month or a quarter far ahead of the article is last year's. Without the article's date, it is
  /// of the year that the text has named it with.
  func yearOfAnchor(for point: TimePoint) -> Int? {
    if publishedYear == nil, let known = knownYear(of: point) { return known }
    guard let anchor, let year = anchor.year else { return nil }
    // Ông vừa mua xe sản xuất năm 2004, bị phạt ngày 29/11: one year in passing dates no day.
    if point.day != nil, !datesDays { return nil }
    guard let now = anchor.month, let month = point.month ?? point.quarter.map({ $0 * 3 - 2 })
    else { return year }
    return month > now + (point.day == nil ? 6 : 3) ? year - 1 : year
  }

  /// Keeps the year that a month or quarter was named with.
  func remember(_ point: TimePoint) {
    guard publishedYear == nil, point.day == nil, let year = point.year,
      let place = Self.place(of: point)
    else { return }
    if knownYears.isEmpty { knownYears = Array(repeating: 0, count: 17) }
    knownYears[place] = year
  }

  private func knownYear(of point: TimePoint) -> Int? {
    guard !knownYears.isEmpty, point.day == nil, let place = Self.place(of: point),
      knownYears[place] != 0
    else { return nil }
    return knownYears[place]
  }

  /// The twelve months, and behind them the quarters.
  private static func place(of point: TimePoint) -> Int? {
    if let month = point.month { return (1...12).contains(month) ? month : nil }
    return point.quarter.flatMap { (1...4).contains($0) ? 12 + $0 : nil }
  }

  func yearAfter(_ index: Int) -> Int? {
    for position in index..<min(index + 4, scan.count) where scan.isNumber(position) {
      guard scan.digitCount(position) == 4, let value = scan.integer(position),
        (1800...2200).contains(value)
      else { return nil }
      return value
    }
    return nil
  }
}
