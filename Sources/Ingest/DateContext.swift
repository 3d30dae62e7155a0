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
    /// Nothing stands before the date but a weekday, a time or `ngày`.
    private(set) var isBlank = false
    /// Nothing but the name of an outlet and a dash.
    private(set) var isOutlet = false

    private let rules: HeaderRules

    init(_ line: ArraySlice<UInt8>, _ rules: HeaderRules) {
      self.rules = rules
      var rest = Substring(String(decoding: line, as: UTF8.self).lowercased())
      hasBarredTime = Before.endsInBarredTime(rest)
      // `8:00, ngày 2/1/2023` and `ngày 2/1/2023` after a weekday both occur.
      _ = Before.dropWord("ngày", &rest)
      Before.dropTime(&rest)
      _ = Before.dropWord("ngày", &rest)
      isWeekdayFirst = dropWeekday(&rest) && Before.isOpening(rest)
      isLabelled = endsInLabel(rest)
      isBlank = rest.allSatisfy { " \t\u{A0},|-–".contains($0) }
      isOutlet = !isBlank && TextHeader(Array(line), rules).outlet != nil
    }

    private static func trimEnd(_ text: inout Substring, _ characters: String = " \t\u{A0},") {
      while let last = text.last, characters.contains(last) { text.removeLast() }
    }

    private static func dropTime(_ text: inout Substring) {
      var shorter = text
      trimEnd(&shorter, " \t\u{A0},|-–")
      let space = shorter.lastIndex { " \t\u{A0},".contains($0) }
      let start = space.map { shorter.index(after: $0) } ?? shorter.startIndex
      let bytes = Array(shorter[start...].utf8)
      var scanner = DateScanner(bytes[...])
      if scanner.time() != nil, scanner.isAtEnd { text = shorter[..<start] }
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

    private func dropWeekday(_ text: inout Substring) -> Bool {
      rules.weekdays.contains { Before.dropWord($0, &text) }
    }

    /// Nothing stands before, or a sign that sets off what follows.
    private static func isOpening(_ text: Substring) -> Bool {
      var rest = text
      trimEnd(&rest, " \t\u{A0}")
      return rest.isEmpty || "|-–:)".contains(rest.last ?? " ")
    }

    private func endsInLabel(_ text: Substring) -> Bool {
      var rest = text
      Before.trimEnd(&rest)
      let hasColon = rest.last == ":"
      if hasColon { Before.trimEnd(&rest, ": \t\u{A0}") }
      return rules.labels.contains { label in
        var before = rest
        guard Before.dropWord(label, &before) else { return false }
        // Without a colon a label is only told from prose by opening the line.
        return hasColon || Before.isOpening(before)
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
    /// Nothing follows on the line but a time.
    private(set) var isBlank = false

    init(_ rest: ArraySlice<UInt8>) {
      let first = rest.first
      isBoundary = !(first.map(DateScanner.isDigit) ?? false) && first != UInt8(ascii: "/")
      hasStampedTime = Self.hasStampedTime(rest)
      isProse = Self.isProse(rest)
      isBlank = Self.isBlank(rest.prefix { $0 != 0x0A }.prefix(64))
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
      func skipMarks(_ scanner: inout DateScanner) {
        while scanner.take(anyOf: " \t\r,|-") != nil {}
      }
      var scanner = DateScanner(line)
      skipMarks(&scanner)
      if scanner.time() != nil {
        skipMarks(&scanner)
        let rest = String(decoding: line[scanner.index...], as: UTF8.self).lowercased()
        return rest.isEmpty
          || ["am", "pm", "sa", "ch", "(gmt", "gmt"].contains { rest.hasPrefix($0) }
      }
      return scanner.isAtEnd
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
