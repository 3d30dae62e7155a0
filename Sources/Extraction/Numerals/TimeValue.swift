/// A date at the precision stated: a year, a part of one, a month, a day; the year may be unknown.
struct TimePoint: Equatable {
  var year: Int?
  var quarter: Int?
  /// 1 or 2.
  var half: Int?
  var month: Int?
  var day: Int?

  var isYearOnly: Bool { quarter == nil && half == nil && month == nil && day == nil }
}

/// What a time expression says.
enum TimeValue: Equatable {
  case point(TimePoint)
  case interval(TimePoint, TimePoint)
  /// `9 tháng đầu năm`, `6 tháng cuối năm`: months counted from the start, or the end, of a year.
  case months(count: Int, fromEnd: Bool, year: Int?)
  /// `11 tháng qua`: months that end with the article's.
  case monthsPast(Int)
  /// A clock time, a duration, or a part of a date that places nothing by itself.
  case none
}

/// A stretch of text that is a time.
final class TimeExpression {
  /// From the first digit to the last token of the expression, in tokens.
  var range: Range<Int>
  var value: TimeValue
  /// The rule that read it, for the ledger.
  let rule: String
  /// A day, or days.
  var isDay: Bool {
    switch value {
    case .point(let point), .interval(_, let point): point.day != nil
    default: false
    }
  }

  init(range: Range<Int>, value: TimeValue, rule: String) {
    self.range = range
    self.value = value
    self.rule = rule
  }
}
