/// Dates as ISO 8601 / EDTF text, and the little arithmetic that news needs.
extension TimePoint {
  /// `2023`, `2023-09`, `2023-Q3`, `2023-09-05`; a year that nothing gives is `XXXX`.
  var text: String {
    guard half == nil, quarter == nil, let year, (0...9999).contains(year),
      (0...99).contains(month ?? 0), (0...99).contains(day ?? 0)
    else {
      return composed
    }
    // Up to ten bytes: the text takes no memory of its own.
    return String(unsafeUninitializedCapacity: 10) { bytes in
      Self.write(year / 100, to: bytes, at: 0)
      Self.write(year % 100, to: bytes, at: 2)
      guard let month else { return 4 }
      bytes[4] = UInt8(ascii: "-")
      Self.write(month, to: bytes, at: 5)
      guard let day else { return 7 }
      bytes[7] = UInt8(ascii: "-")
      Self.write(day, to: bytes, at: 8)
      return 10
    }
  }

  private static func write(
    _ value: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) {
    bytes[index] = UInt8(ascii: "0") + UInt8(value / 10)
    bytes[index + 1] = UInt8(ascii: "0") + UInt8(value % 10)
  }

  /// The same for years that are unknown or out of the way, and for parts of a year.
  private var composed: String {
    let prefix = year.map { Self.padded($0, 4) } ?? "XXXX"
    if let quarter { return "\(prefix)-Q\(quarter)" }
    if let half { return half == 1 ? "\(prefix)-01/\(prefix)-06" : "\(prefix)-07/\(prefix)-12" }
    guard let month else { return prefix }
    guard let day else { return "\(prefix)-\(Self.padded(month, 2))" }
    return "\(prefix)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Reads the start of an ISO 8601 date: year, month and day as far as they are there.
  init?(iso text: String) {
    let parts = text.prefix(10).split(separator: "-")
    guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
    self.init(year: year)
    if parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) {
      self.month = month
      if parts.count > 2, let day = Int(parts[2]), (1...31).contains(day) { self.day = day }
    }
  }

  /// True unless the point begins after the other ends, as far as both are known.
  func isNotAfter(_ other: TimePoint) -> Bool {
    guard let year, let otherYear = other.year else { return true }
    if year != otherYear { return year < otherYear }
    guard let month, let otherMonth = other.month else { return true }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return true }
    return day <= otherDay
  }

  /// Days since the Monday before; nil where it is no whole date.
  var weekday: Int? {
    guard let year, let month, let day else { return nil }
    // Sakamoto's method: the year begins in March, so that the leap day comes last.
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let base = month < 3 ? year - 1 : year
    return (base + base / 4 - base / 100 + base / 400 + shifts[month - 1] + day + 6) % 7
  }

  /// A day some days away; nil where it is no whole date.
  func moved(byDays days: Int) -> TimePoint? {
    guard let year, let month, let day else { return nil }
    var result = (year: year, month: month, day: day + days)
    while result.day < 1 {
      result.month -= 1
      if result.month < 1 { result = (result.year - 1, 12, result.day) }
      result.day += Self.length(ofMonth: result.month, year: result.year)
    }
    while result.day > Self.length(ofMonth: result.month, year: result.year) {
      result.day -= Self.length(ofMonth: result.month, year: result.year)
      result.month += 1
      if result.month > 12 { result = (result.year + 1, 1, result.day) }
    }
    return TimePoint(year: result.year, month: result.month, day: result.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The same point with a year where it lacks one.
  func with(year: Int?) -> TimePoint {
    var point = self
    if point.year == nil { point.year = year }
    return point
  }
}
