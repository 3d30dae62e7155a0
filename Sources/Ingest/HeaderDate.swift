/// The date stamp that news pages put above an article.
///
/// Only what cannot be running prose counts: a date after a label (`Ngày đăng : 17:45, 12/10/2023`,
/// `Cập nhật: 05/06/2021 10:15`, ` date 2023-12`), after a weekday at the start of a line
/// (`Thứ bảy, 14/7/2017`), with a time set off by a bar or a zone (`14/7/2017 | 09:30`,
/// `14/7/2017 09:30 (GMT+7)`), or alone on its line, with a time or without.
public enum HeaderDate {
  /// How far into the text a stamp is looked for, in bytes.
  public static let searchedBytes = 400

  /// The day of the first stamp, or its month where it names no day, as ISO 8601.
  ///
  /// - Parameter rules: The labels and weekdays.
  public static func find(in text: [UInt8], _ rules: HeaderRules) -> String? {
    stamp(in: text, rules)?.date
  }

  /// The first stamp: its day or month, and its bytes from the start of its line on.
  static func stamp(
    in text: [UInt8], _ rules: HeaderRules
  ) -> (date: String, range: Range<Int>)? {
    let head = text.prefix(searchedBytes)
    var lineStart = head.startIndex
    var index = head.startIndex
    while index < head.endIndex {
      if head[index] == 0x0A { lineStart = index + 1 }
      guard DateScanner.isDigit(head[index]), isBoundary(head, before: index) else {
        index += 1
        continue
      }
      var scanner = DateScanner(head[index...])
      if let date = scanner.isoDate() ?? scanner.dayFirstDate() ?? scanner.spelledDate() {
        let after = DateContext.After(text[scanner.index...].prefix(200))
        let before = DateContext.Before(head[lineStart..<index], rules)
        if after.isBoundary, isStamp(before, after) {
          return (date.iso, lineStart..<stampEnd(text, after: scanner.index))
        }
      }
      index += 1
    }
    return nil
  }

  /// What follows a date on its line belongs to it, unless it is the text itself.
  private static func stampEnd(_ text: [UInt8], after end: Int) -> Int {
    let rest = text[end...].prefix(tailBytes + 1).prefix { $0 != 0x0A }
    return rest.count > tailBytes ? end : rest.endIndex
  }

  private static let tailBytes = 40

  private static func isStamp(_ before: DateContext.Before, _ after: DateContext.After) -> Bool {
    if before.isLabelled || before.hasBarredTime || after.hasStampedTime { return true }
    if before.isBlank || before.isOutlet, after.isBlank { return true }
    return before.isWeekdayFirst && !after.isProse
  }

  /// A date does not start within a number, a path or a word.
  private static func isBoundary(_ head: ArraySlice<UInt8>, before index: Int) -> Bool {
    guard index > head.startIndex else { return true }
    switch head[index - 1] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "-"), 0x80...:
      return false
    default: return true
    }
  }
}
