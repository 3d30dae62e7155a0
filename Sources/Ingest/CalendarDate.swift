/// A day, or a month where the day is not known.
struct CalendarDate: Hashable {
  var year: Int
  var month: Int
  var day: Int?

  /// Nil for a day that the calendar lacks, and for years outside 1900 to 2100.
  init?(year: Int, month: Int, day: Int?) {
    guard (1900...2100).contains(year), (1...12).contains(month) else { return nil }
    if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days on, one at most either way; a month without a day stays as it is.
  func advanced(by days: Int) -> CalendarDate {
    guard let day, days != 0 else { return self }
    let last = Self.days(in: month, of: year)
    var date = self
    if days > 0, day < last {
      date.day = day + 1
    } else if days < 0, day > 1 {
      date.day = day - 1
    } else if days > 0 {
      (date.year, date.month, date.day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
    } else {
      (date.year, date.month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      date.day = Self.days(in: date.month, of: date.year)
    }
    return date
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// ISO 8601: `2023-10-12`, or `2023-10`.
  var iso: String {
    let month = "\(year)-\(Self.padded(month))"
    guard let day else { return month }
    return "\(month)-\(Self.padded(day))"
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
