/// The date of publication, as sources write it.
public enum PublishedDate {
  /// The date as ISO 8601, or nil for what is none.
  ///
  /// Reads `2023-10-12`, `2023-10`, a date with a time after `T` or a space, with or without an
  /// offset, and `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy` with or without a time after it. An offset that
  /// is not written is not made up; fractions of a second are dropped.
  public static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var scanner = DateScanner(bytes[...])
    scanner.skipSpaces()
    guard let date = scanner.isoDate() ?? scanner.dayFirstDate() else { return nil }
    var result = date.iso
    if date.day != nil, let time = clock(&scanner) { result += "T\(time)" }
    scanner.skipSpaces()
    return scanner.isAtEnd ? result : nil
  }

  private static func clock(_ scanner: inout DateScanner) -> String? {
    var ahead = scanner
    if !ahead.take(UInt8(ascii: "T")) {
      _ = ahead.take(UInt8(ascii: ","))
      ahead.skipSpaces()
    }
    guard ahead.index > scanner.index, let time = ahead.time(hasFraction: true) else { return nil }
    scanner = ahead
    ahead.skipSpaces()
    guard let zone = ahead.zone() else { return time }
    scanner = ahead
    return time + zone
  }
}
