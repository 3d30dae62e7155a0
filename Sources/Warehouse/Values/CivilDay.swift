/// A day of the Gregorian calendar, which ISO 8601 extends to all years.
struct CivilDay: Sendable, Hashable, CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func last(ofMonth month: Int, year: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: length(ofMonth: month, year: year))
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  var weekday: Int {
    // Zeller's congruence counts January and February as months of the year before.
    let shifted = month < 3 ? month + 12 : month
    let of = month < 3 ? year - 1 : year
    let number = day + 13 * (shifted + 1) / 5 + of + of / 4 - of / 100 + of / 400
    return (number + 5) % 7 + 1
  }

  /// The day that comes `count` days later, or earlier when it is below zero.
  func advanced(by count: Int) -> CivilDay {
    var result = self
    result.day += count
    while result.day > Self.length(ofMonth: result.month, year: result.year) {
      result.day -= Self.length(ofMonth: result.month, year: result.year)
      result.month = result.month == 12 ? 1 : result.month + 1
      if result.month == 1 { result.year += 1 }
    }
    while result.day < 1 {
      result.month = result.month == 1 ? 12 : result.month - 1
      if result.month == 12 { result.year -= 1 }
      result.day += Self.length(ofMonth: result.month, year: result.year)
    }
    return result
  }

  /// `2023-09-05`.
  var description: String {
    let digits = [
      year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10, -1,
      day / 10, day % 10,
    ]
    let bytes = digits.map { $0 < 0 ? UInt8(ascii: "-") : UInt8(ascii: "0") + UInt8($0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
