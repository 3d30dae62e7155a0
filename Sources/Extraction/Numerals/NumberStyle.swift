import Lexing

/// How an article writes its numbers, found from the forms in it that leave no doubt.
struct NumberStyle: Equatable {
  /// True where thousands are set apart by commas and decimals by a dot (`3,055.5`), so that
  /// `12,345` is twelve thousand and `1.234` is little more than one.
  var hasCommaThousands = false

  /// What the number tokens of a text show.
  private struct Evidence {
    var commaThousands = 0
    var commaDecimals = 0
    var dotDecimals = 0
    var threes = 0

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isPercent: Bool) {
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
      if isPercent, dots == 1, commas == 0 { dotDecimals += 1 }
    }
  }

  /// Looks at every number token: one `1,234,567` or `1,234.5` decides, unless commas also stand
  /// before decimals (`38,25`).
  static func find(
    in tokens: UnsafeBufferPointer<Token>, text: UnsafeBufferPointer<UInt8>,
    landmarks: UnsafeBufferPointer<Landmark>
  ) -> NumberStyle {
    var evidence = Evidence()
    for landmark in landmarks where landmark.roles.contains(.number) {
      let index = Int(landmark.token)
      // A number of up to four digits and nothing else has no separator.
      guard tokens[index].kind == .number, tokens[index].value == Token.noValue else { continue }
      let next = index + 1
      let isPercent =
        next < tokens.count && tokens[next].kind == .mark && tokens[next].id == Mark.percent
      let bytes = UnsafeBufferPointer(
        rebasing: text[Int(tokens[index].start)..<Int(tokens[index].end)])
      if tokens[index].flags.contains(.irregular) {
        Scan.plainDigits(bytes).withUnsafeBufferPointer { evidence.add($0, isPercent: isPercent) }
      } else {
        evidence.add(bytes, isPercent: isPercent)
      }
    }
    // 6.8% leaves no doubt about the dot; a comma before three digits then sets thousands apart.
    if evidence.commaDecimals == 0, evidence.dotDecimals > 0, evidence.threes > 0 {
      evidence.commaThousands += 1
    }
    return NumberStyle(hasCommaThousands: evidence.commaThousands > evidence.commaDecimals)
  }
}

extension NumberStyle {
  /// True where numbers before scale words leave no doubt of commas between thousands either:
  /// `1,234.5 tỷ`, `2.5 tỷ`, `6.8%`. Else the one comma of `2,232 tỷ` stands before decimals, whatever
  /// an amount in full is written like.
  static func hasScaledThousands(in scan: Scan) -> Bool {
    for landmark in scan.hits.landmarks where landmark.roles.contains(.number) {
      let index = Int(landmark.token)
      guard scan.tokens[index].kind == .number, scan.tokens[index].value == Token.noValue,
        scan.isMark(index + 1, Mark.percent) || scan.hits.hasStart(at: index + 1, .scale)
      else { continue }
      let isSettled =
        scan.tokens[index].flags.contains(.irregular)
        ? settles(Scan.plainDigits(scan.bytes(index))) : settles(scan.bytes(index))
      if isSettled { return true }
    }
    return false
  }

  /// True for `1,234.5`, `2.5` and `1,234,567`.
  private static func settles<Bytes: RandomAccessCollection>(_ bytes: Bytes) -> Bool
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let dots = bytes.count { $0 == UInt8(ascii: ".") }
    let commas = bytes.count { $0 == UInt8(ascii: ",") }
    let last = bytes.lastIndex { $0 &- 0x30 > 9 }
    let isGroup = last.map { bytes.count - $0 == 4 } ?? true
    return dots == 1 && (commas > 0 || !isGroup)
      && last.map({ bytes[$0] == UInt8(ascii: ".") }) == true
      || dots == 0 && commas > 1 && isGroup
  }
}
