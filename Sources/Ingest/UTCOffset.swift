/// An offset from UTC, in minutes.
public struct UTCOffset: Sendable, Hashable {
  public let minutes: Int

  /// Reads `+07:00`, `-0330`, `+07`, `Z`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    var scanner = DateScanner(bytes[...])
    guard let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    self.init(zone: zone)
  }

  /// As ``DateScanner/zone()`` gives it: `Z` or `+07:00`.
  init(zone: String) {
    let digits = zone.utf8.compactMap { $0 >= 0x30 && $0 <= 0x39 ? Int($0 - 0x30) : nil }
    guard digits.count == 4 else {
      minutes = 0
      return
    }
    let size = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    minutes = zone.utf8.first == UInt8(ascii: "-") ? -size : size
  }

  /// `+07:00`.
  public var text: String {
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + CalendarDate.padded(size / 60) + ":"
      + CalendarDate.padded(size % 60)
  }
}
