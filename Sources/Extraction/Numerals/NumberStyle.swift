import Lexing

/// How an article writes its numbers, found from the forms in it that leave no doubt.
struct NumberStyle: Equatable {
  /// True where thousands are set apart by commas and decimals by a dot (`3,055.5`), so that
  /// `12,345` is twelve thousand and `1.234` is little more than one.
  var hasCommaThousands = false

  /// Looks at every number token: one `1,234,567` or `1,234.5` decides, unless commas also stand
  /// before decimals (`38,25`).
  static func find(
    in tokens: UnsafeBufferPointer<Token>, text: UnsafeBufferPointer<UInt8>
  ) -> NumberStyle {
    var commaThousands = 0
    var commaDecimals = 0
    var dotDecimals = 0
    var threes = 0
    for token in tokens where token.kind == .number && token.length > 2 {
      let bytes = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
      var commas = 0
      var dots = 0
      var sinceComma = 0
      var sinceLast = 0
      for byte in bytes {
        if byte == UInt8(ascii: ",") {
          commas += 1
          sinceComma = 0
          sinceLast = 0
        } else if byte == UInt8(ascii: ".") {
          dots += 1
          sinceLast = 0
        } else {
          sinceComma += 1
          sinceLast += 1
        }
      }
      if commas >= 2 && dots == 0 && sinceLast == 3 { commaThousands += 1 }
      if commas >= 1 && dots == 1 && sinceComma > sinceLast { commaThousands += 1 }
      if commas == 1 && sinceLast != 3 && sinceComma == sinceLast { commaDecimals += 1 }
      if commas == 1 && dots == 0 && sinceLast == 3 { threes += 1 }
    }
    // 6.8% leaves no doubt about the dot; a comma before three digits then sets thousands apart.
    for (index, token) in tokens.enumerated() where token.kind == .mark && token.id == Mark.percent {
      guard index > 0, tokens[index - 1].kind == .number else { continue }
      let number = text[Int(tokens[index - 1].start)..<Int(tokens[index - 1].end)]
      let dots = number.count { $0 == UInt8(ascii: ".") }
      if dots == 1, !number.contains(UInt8(ascii: ",")) { dotDecimals += 1 }
    }
    if commaDecimals == 0, dotDecimals > 0, threes > 0 { commaThousands += 1 }
    return NumberStyle(hasCommaThousands: commaThousands > commaDecimals)
  }
}
