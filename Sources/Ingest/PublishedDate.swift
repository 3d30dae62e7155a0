/// The date of publication, as sources write it.
public enum PublishedDate {
  /// The date as ISO 8601, or nil for what is none.
  ///
  /// Reads `2023-10-12`, `2023-10`, a date with a time after `T` or a space, with or without an
  /// offset, `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy` with or without a time after or before it, a weekday
  /// before all of it, `(GMT+7)` after it, and `12 Oct 2023 10:15:00 +0700`. Fractions of a second
  /// are dropped. An offset that is not written is not made up, unless `zone` is given; with it
  /// times of other offsets are brought to it.
  public static func iso(_ text: String, zone: UTCOffset? = nil) -> String? {
    let bytes = Array(text.utf8)
    var scanner = DateScanner(bytes[...])
    scanner.skipSpaces()
    scanner.skipWeekday()
    var time = scanner.timeBeforeDate()
    guard let date = scanner.isoDate() ?? scanner.dayFirstDate() ?? scanner.englishDate() else {
      return nil
    }
    var stated: String?
    if date.day != nil, time == nil { (time, stated) = clock(&scanner) ?? (nil, nil) }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    guard let time else { return date.iso }
    guard let zone else { return "\(date.iso)T\(time)\(stated ?? "")" }
    return shifted(date, time, from: stated.map(UTCOffset.init(zone:)) ?? zone, to: zone)
  }

  private static func clock(_ scanner: inout DateScanner) -> (time: String, zone: String?)? {
    var ahead = scanner
    if !ahead.take(UInt8(ascii: "T")) {
      ahead.skipSpaces()
      _ = ahead.take(anyOf: ",-|")
      ahead.skipSpaces()
    }
    guard ahead.index > scanner.index, let time = ahead.time(hasFraction: true) else { return nil }
    scanner = ahead
    ahead.skipSpaces()
    guard let zone = ahead.zone() ?? ahead.namedZone() else { return (time, nil) }
    scanner = ahead
    return (time, zone)
  }

  /// The same time by another offset.
  private static func shifted(
    _ date: CalendarDate, _ time: String, from: UTCOffset, to: UTCOffset
  ) -> String {
    let digits = time.utf8.prefix(5).filter { $0 != UInt8(ascii: ":") }.map { Int($0) - 0x30 }
    let minutes =
      (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3] + to.minutes - from.minutes
    let days = minutes < 0 ? -1 : minutes / 1440
    let rest = minutes - days * 1440
    return "\(date.advanced(by: days).iso)T\(CalendarDate.padded(rest / 60)):"
      + "\(CalendarDate.padded(rest % 60))\(time.dropFirst(5))\(to.text)"
  }
}

extension DateScanner {
  /// Passes over `Thứ năm,` or `Thu,`.
  fileprivate mutating func skipWeekday() {
    guard let first = next, !Self.isDigit(first),
      let comma = bytes[index...].prefix(16).firstIndex(of: UInt8(ascii: ",")),
      bytes[index..<comma].dropLast().allSatisfy({ !Self.isDigit($0) })
    else { return }
    skip(to: comma + 1)
    skipSpaces()
  }

  /// `17:45, ` before a date; nil, without moving, where no date follows.
  fileprivate mutating func timeBeforeDate() -> String? {
    var ahead = self
    guard let time = ahead.time() else { return nil }
    ahead.skipSpaces()
    _ = ahead.take(anyOf: ",-|")
    ahead.skipSpaces()
    guard ahead.index > index, let following = ahead.next, Self.isDigit(following) else {
      return nil
    }
    self = ahead
    return time
  }

  /// `12 Oct 2023`.
  fileprivate mutating func englishDate() -> CalendarDate? {
    var ahead = self
    guard let day = ahead.number(1...2), ahead.take(UInt8(ascii: " ")) else { return nil }
    let name = String(decoding: ahead.bytes[ahead.index...].prefix(3), as: UTF8.self).lowercased()
    guard let month = Self.months.firstIndex(of: name) else { return nil }
    ahead.skip(to: ahead.index + 3)
    guard ahead.take(UInt8(ascii: " ")), let year = ahead.number(4...4),
      let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    self = ahead
    return date
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `GMT`, `GMT+7`, `(UTC+07:00)`.
  fileprivate mutating func namedZone() -> String? {
    var ahead = self
    let isBracketed = ahead.take(UInt8(ascii: "("))
    let name = ahead.bytes[ahead.index...].prefix(3)
    guard name.elementsEqual("GMT".utf8) || name.elementsEqual("UTC".utf8) else { return nil }
    ahead.skip(to: ahead.index + 3)
    var zone = "Z"
    if let sign = ahead.take(anyOf: "+-") {
      guard let hour = ahead.number(1...2), hour < 24 else { return nil }
      let minute = ahead.take(UInt8(ascii: ":")) ? ahead.number(2...2) ?? 0 : 0
      zone = (sign == UInt8(ascii: "+") ? "+" : "-") + CalendarDate.padded(hour) + ":"
      zone += CalendarDate.padded(minute)
    }
    guard !isBracketed || ahead.take(UInt8(ascii: ")")) else { return nil }
    self = ahead
    return zone
  }
}
