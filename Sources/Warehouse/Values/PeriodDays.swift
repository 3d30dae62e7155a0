/// The first and the last day of a period written as ISO 8601 or EDTF.
///
/// Read are years (`2023`, `202X`), months, days, quarters (`2023-Q3`), half-years (`2023-H1`),
/// weeks (`2023-W05`), EDTF's codes for quarters and half-years, and intervals of them, of which
/// one end may be open (`2024-10/..`). An open end has no day, and neither has a period without a
/// year (`XXXX-04-23`) or one that is written in another way.
public struct PeriodDays: Sendable, Hashable {
  /// As `2023-09-01`.
  public var first: String?
  /// As `2023-09-30`.
  public var last: String?

  public init(_ period: String) {
    let sides = period.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch sides.count {
    case 1: set(Stretch(sides[0]), Stretch(sides[0]))
    case 2:
      let isOpenBefore = Self.isOpen(sides[0])
      let isOpenAfter = Self.isOpen(sides[1])
      let start = isOpenBefore ? nil : Stretch(sides[0])
      let end = isOpenAfter ? nil : Stretch(sides[1])
      // One unreadable end makes the other one worthless too.
      guard (start != nil) != isOpenBefore, (end != nil) != isOpenAfter else { return }
      set(start, end)
    default: break
    }
  }

  private mutating func set(_ start: Stretch?, _ end: Stretch?) {
    first = start?.first.description
    last = end?.last.description
  }

  private static func isOpen(_ side: Substring.UTF8View) -> Bool {
    side.isEmpty || side.elementsEqual("..".utf8)
  }
}

/// The days of one date, at the precision that it is written with.
private struct Stretch {
  var first: CivilDay
  var last: CivilDay

  init(first: CivilDay, last: CivilDay) {
    self.first = first
    self.last = last
  }

  init(months: ClosedRange<Int>, year: Int) {
    first = CivilDay(year: year, month: months.lowerBound, day: 1)
    last = CivilDay.last(ofMonth: months.upperBound, year: year)
  }

  init?(_ text: Substring.UTF8View) {
    let marks: Set<UInt8> = [UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%")]
    var date = text
    while let mark = date.last, marks.contains(mark) { date = date.dropLast() }
    // The time of day says nothing about the day.
    if let time = date.firstIndex(of: UInt8(ascii: "T")) { date = date[..<time] }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let years = Self.years(parts[0]) else { return nil }
    if parts.count == 1 {
      self.init(
        first: CivilDay(year: years.lowerBound, month: 1, day: 1),
        last: CivilDay(year: years.upperBound, month: 12, day: 31))
      return
    }
    guard years.count == 1 else { return nil }
    let year = years.lowerBound
    switch parts.count {
    case 2: self.init(part: parts[1], year: year)
    case 3: self.init(month: parts[1], day: parts[2], year: year)
    default: return nil
    }
  }

  /// A month, a quarter, a half-year or a week.
  private init?(part: Substring.UTF8View, year: Int) {
    guard let letter = part.first else { return nil }
    let number = Self.number(part.dropFirst())
    switch (letter, part.count, number) {
    case (UInt8(ascii: "Q"), 2, let quarter?): self.init(piece: quarter, of: 4, year: year)
    case (UInt8(ascii: "H"), 2, let half?): self.init(piece: half, of: 2, year: year)
    case (UInt8(ascii: "W"), 3, let week?): self.init(week: week, year: year)
    case (UInt8(ascii: "X"), 2, _): self.init(months: 1...12, year: year)
    default: self.init(code: part, year: year)
    }
  }

  /// A month, or one of EDTF's codes for parts of a year.
  private init?(code: Substring.UTF8View, year: Int) {
    guard code.count == 2, let number = Self.number(code) else { return nil }
    switch number {
    case 1...12: self.init(months: number...number, year: year)
    case 33...36: self.init(piece: number - 32, of: 4, year: year)
    case 37...39: self.init(piece: number - 36, of: 3, year: year)
    case 40...41: self.init(piece: number - 39, of: 2, year: year)
    default: return nil
    }
  }

  private init?(piece: Int, of pieces: Int, year: Int) {
    guard (1...pieces).contains(piece) else { return nil }
    let length = 12 / pieces
    self.init(months: ((piece - 1) * length + 1)...(piece * length), year: year)
  }

  private init?(week: Int, year: Int) {
    // The first week is the one that holds the fourth of January.
    let fourth = CivilDay(year: year, month: 1, day: 4)
    let monday = fourth.advanced(by: 1 - fourth.weekday + (week - 1) * 7)
    // A week belongs to the year that its Thursday lies in.
    guard week >= 1, monday.advanced(by: 3).year == year else { return nil }
    self.init(first: monday, last: monday.advanced(by: 6))
  }

  private init?(month: Substring.UTF8View, day: Substring.UTF8View, year: Int) {
    guard month.count == 2, day.count == 2, let month = Self.number(month),
      (1...12).contains(month)
    else { return nil }
    if day.elementsEqual("XX".utf8) {
      self.init(months: month...month, year: year)
      return
    }
    guard let day = Self.number(day), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    let only = CivilDay(year: year, month: month, day: day)
    self.init(first: only, last: only)
  }

  /// `2023`, or the ten of `202X`, or the hundred of `20XX`.
  private static func years(_ text: Substring.UTF8View) -> ClosedRange<Int>? {
    let digits = text.prefix { $0 != UInt8(ascii: "X") }
    let unknown = text.dropFirst(digits.count)
    guard text.count == 4, digits.count >= 2, unknown.allSatisfy({ $0 == UInt8(ascii: "X") }),
      let known = number(digits)
    else { return nil }
    let span = [1, 10, 100][unknown.count]
    return (known * span)...(known * span + span - 1)
  }

  private static func number(_ text: Substring.UTF8View) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
