/// What stands around a date on its line.
enum DateContext {
  /// The line up to the date.
  struct Before {
    /// A label such as `Ngày đăng:` stands before the date and at most a weekday and a time.
    private(set) var isLabelled = false
    /// The line, or a part of it set off by a bar or a dash, starts with a weekday and the date.
    private(set) var isWeekdayFirst = false
    /// A time and a bar stand before the date: `09:30 | 14/07/2017`.
    private(set) var hasBarredTime = false

    init(_ line: ArraySlice<UInt8>) {
      var rest = Substring(String(decoding: line, as: UTF8.self).lowercased())
      hasBarredTime = Before.endsInBarredTime(rest)
      // `8:00, ngày 2/1/2023` and `ngày 2/1/2023` after a weekday both occur.
      _ = Before.dropWord("ngày", &rest)
      Before.dropTime(&rest)
      _ = Before.dropWord("ngày", &rest)
      isWeekdayFirst = Before.dropWeekday(&rest) && Before.isOpening(rest)
      isLabelled = Before.endsInLabel(rest)
    }

    private static let weekdays = [
      "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ bẩy", "chủ nhật",
      "thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7",
    ]
    private static let labels = [
      "ngày đăng", "đăng", "đăng lúc", "đăng tải", "ngày xuất bản", "xuất bản", "cập nhật",
      "cập nhật lúc", "ngày cập nhật", "date", "published", "posted", "updated",
    ]

    private static func trimEnd(_ text: inout Substring, _ characters: String = " \t\u{A0},") {
      while let last = text.last, characters.contains(last) { text.removeLast() }
    }

    private static func dropTime(_ text: inout Substring) {
      var shorter = text
      trimEnd(&shorter, " \t\u{A0},|-–")
      guard let space = shorter.lastIndex(where: { " \t\u{A0}:,".contains($0) && $0 != ":" })
      else { return }
      let bytes = Array(shorter[shorter.index(after: space)...].utf8)
      var scanner = DateScanner(bytes[...])
      if scanner.time() != nil, scanner.isAtEnd { text = shorter[...space] }
    }

    private static func endsInBarredTime(_ text: Substring) -> Bool {
      var shorter = text
      trimEnd(&shorter)
      guard shorter.last == "|" else { return false }
      trimEnd(&shorter, " |")
      let start = shorter.lastIndex { !"0123456789:h".contains($0) }
      let bytes = Array(
        shorter[(start.map { shorter.index(after: $0) } ?? shorter.startIndex)...].utf8)
      var scanner = DateScanner(bytes[...])
      return scanner.time() != nil && scanner.isAtEnd
    }

    private static func dropWord(_ word: String, _ text: inout Substring) -> Bool {
      var shorter = text
      trimEnd(&shorter)
      guard shorter.hasSuffix(word) else { return false }
      let rest = shorter.dropLast(word.count)
      guard rest.last?.isLetter != true else { return false }
      text = rest
      return true
    }

    private static func dropWeekday(_ text: inout Substring) -> Bool {
      weekdays.contains { dropWord($0, &text) }
    }

    /// Nothing stands before, or a sign that sets off what follows.
    private static func isOpening(_ text: Substring) -> Bool {
      var rest = text
      trimEnd(&rest, " \t\u{A0}")
      return rest.isEmpty || "|-–:)".contains(rest.last ?? " ")
    }

    private static func endsInLabel(_ text: Substring) -> Bool {
      var rest = text
      trimEnd(&rest)
      let hasColon = rest.last == ":"
      if hasColon { trimEnd(&rest, ": \t\u{A0}") }
      return labels.contains { label in
        var before = rest
        guard dropWord(label, &before) else { return false }
        // Without a colon a label is only told from prose by opening the line.
        return hasColon || isOpening(before)
      }
    }
  }

  /// What follows the date.
  struct After {
    /// The date ends where it was read to.
    private(set) var isBoundary: Bool
    /// A time follows that prose does not have: after a bar, or before a zone.
    private(set) var hasStampedTime = false
    /// A sentence goes on in lower case.
    private(set) var isProse = false

    init(_ rest: ArraySlice<UInt8>) {
      let first = rest.first
      isBoundary = !(first.map(DateScanner.isDigit) ?? false) && first != UInt8(ascii: "/")
      hasStampedTime = Self.hasStampedTime(rest)
      isProse = Self.isProse(rest)
    }

    private static func hasStampedTime(_ rest: ArraySlice<UInt8>) -> Bool {
      var scanner = DateScanner(rest)
      scanner.skipSpaces()
      let hasBar = scanner.take(UInt8(ascii: "|"))
      scanner.skipSpaces()
      guard scanner.time() != nil else { return false }
      scanner.skipSpaces()
      _ = scanner.take(UInt8(ascii: "("))
      return hasBar || rest[scanner.index...].starts(with: "GMT".utf8)
    }

    private static func isProse(_ rest: ArraySlice<UInt8>) -> Bool {
      let line = String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)
      return line.first { $0 != " " && $0 != "," }?.isLowercase == true
    }
  }
}
