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
