/// Reads dates and times from bytes, piece by piece; what does not fit leaves the position alone.
struct DateScanner {
  let bytes: ArraySlice<UInt8>
  private(set) var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  /// A run of digits whose length lies in `lengths`.
  mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
    var value = 0
    var end = index
    while end < bytes.endIndex, Self.isDigit(bytes[end]), end - index <= lengths.upperBound {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard lengths.contains(end - index) else { return nil }
    index = end
    return value
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func take(anyOf set: StaticString) -> UInt8? {
    let options = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    guard let byte = next, options.contains(byte) else { return nil }
    index += 1
    return byte
  }

  mutating func skip(to index: Int) { self.index = index }

  mutating func skipSpaces() {
    while let byte = next, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  /// `12/10/2023`, `2-1-2006`, `22.9.2017`: day, month, year, and the same sign twice.
  mutating func dayFirstDate() -> CalendarDate? {
    var ahead = self
    guard let day = ahead.number(1...2), let sign = ahead.take(anyOf: "/-."),
      let month = ahead.number(1...2), ahead.take(sign), let year = ahead.number(4...4),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self = ahead
    return date
  }

  /// `12 tháng 10 năm 2023`, also with commas.
  mutating func spelledDate() -> CalendarDate? {
    var ahead = self
    guard let day = ahead.number(1...2), ahead.take(word: "tháng"),
      let month = ahead.number(1...2), ahead.take(word: "năm"), let year = ahead.number(4...4),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self = ahead
    return date
  }

  /// A word in small letters between blanks, or with the first one a capital.
  private mutating func take(word: String) -> Bool {
    var ahead = self
    _ = ahead.take(UInt8(ascii: ","))
    ahead.skipSpaces()
    let rest = ahead.bytes[ahead.index...]
    guard ahead.index > index, rest.dropFirst().starts(with: word.utf8.dropFirst()),
      let first = word.utf8.first, rest.first == first || rest.first == first - 0x20
    else { return false }
    ahead.skip(to: ahead.index + word.utf8.count)
    ahead.skipSpaces()
    self = ahead
    return true
  }

  /// `2023-10-12`, or `2023-10`.
  mutating func isoDate() -> CalendarDate? {
    var ahead = self
    guard let year = ahead.number(4...4), ahead.take(UInt8(ascii: "-")),
      let month = ahead.number(2...2)
    else { return nil }
    var day: Int?
    var afterDay = ahead
    if afterDay.take(UInt8(ascii: "-")) {
      guard let number = afterDay.number(2...2) else { return nil }
      day = number
      ahead = afterDay
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    self = ahead
    return date
  }

  /// `17:45`, `9:30:00`, `17h45`; with `hasFraction` also `17:45:00.123`. Gives `17:45`, `09:30:00`.
  mutating func time(hasFraction: Bool = false) -> String? {
    var ahead = self
    guard let hour = ahead.number(1...2), hour < 24, let sign = ahead.take(anyOf: ":h"),
      let minute = ahead.number(2...2), minute < 60
    else { return nil }
    var text = "\(CalendarDate.padded(hour)):\(CalendarDate.padded(minute))"
    var afterSecond = ahead
    if sign == UInt8(ascii: ":"), afterSecond.take(sign) {
      guard let second = afterSecond.number(2...2), second <= 60 else { return nil }
      text += ":\(CalendarDate.padded(second))"
      ahead = afterSecond
      if hasFraction, ahead.take(UInt8(ascii: ".")), ahead.number(1...9) == nil { return nil }
    }
    self = ahead
    return text
  }

  /// `Z`, `+07:00`, `+0700`, `+07`. Gives `Z` or `+07:00`.
  mutating func zone() -> String? {
    var ahead = self
    if ahead.take(UInt8(ascii: "Z")) {
      self = ahead
      return "Z"
    }
    guard let sign = ahead.take(anyOf: "+-") else { return nil }
    ahead.skipSpaces()
    guard let digits = ahead.zoneDigits() else { return nil }
    self = ahead
    return (sign == UInt8(ascii: "+") ? "+" : "-") + digits
  }

  private mutating func zoneDigits() -> String? {
    if let together = number(4...4) {
      guard together / 100 < 24, together % 100 < 60 else { return nil }
      return "\(CalendarDate.padded(together / 100)):\(CalendarDate.padded(together % 100))"
    }
    guard let hour = number(2...2), hour < 24 else { return nil }
    guard take(UInt8(ascii: ":")) else { return "\(CalendarDate.padded(hour)):00" }
    guard let minute = number(2...2), minute < 60 else { return nil }
    return "\(CalendarDate.padded(hour)):\(CalendarDate.padded(minute))"
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
