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
    for token in tokens where token.kind == .number && token.length > 3 {
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
    }
    return NumberStyle(hasCommaThousands: commaThousands > commaDecimals)
  }
}
