/// A date at the precision stated: a year, a part of one, a month, a day; the year may be unknown.
///
/// In eight bytes, as readers hand it around far more often than they ask for its parts.
struct TimePoint: Equatable {
  private static let noYear = Int32.min
  private var storedYear: Int32
  private var storedQuarter, storedHalf, storedMonth, storedDay: Int8

  init(
    year: Int? = nil, quarter: Int? = nil, half: Int? = nil, month: Int? = nil, day: Int? = nil
  ) {
    storedYear = year.map { Int32(clamping: $0) } ?? Self.noYear
    storedQuarter = Self.stored(quarter)
    storedHalf = Self.stored(half)
    storedMonth = Self.stored(month)
    storedDay = Self.stored(day)
  }

  var year: Int? {
    get { storedYear == Self.noYear ? nil : Int(storedYear) }
    set { storedYear = newValue.map { Int32(clamping: $0) } ?? Self.noYear }
  }
  var quarter: Int? { Self.part(storedQuarter) }
  /// 1 or 2.
  var half: Int? { Self.part(storedHalf) }
  var month: Int? {
    get { Self.part(storedMonth) }
    set { storedMonth = Self.stored(newValue) }
  }
  var day: Int? {
    get { Self.part(storedDay) }
    set { storedDay = Self.stored(newValue) }
  }

  var isYearOnly: Bool {
    (storedQuarter & storedHalf & storedMonth & storedDay) == -1
  }

  @inline(__always)
  private static func stored(_ part: Int?) -> Int8 { part.map { Int8(clamping: $0) } ?? -1 }

  @inline(__always)
  private static func part(_ stored: Int8) -> Int? { stored < 0 ? nil : Int(stored) }
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
