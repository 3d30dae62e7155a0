import Model

/// A number token read as a number: its exact value and the form it is written in.
struct NumberShape {
  enum Form {
    /// Digits only.
    case plain
    /// Thousands set apart.
    case grouped
    /// With a decimal part, with or without groups.
    case decimal
  }

  var value: ExactDecimal
  /// The power of ten of the last digit, before any scale word.
  var precision: Int
  var form: Form
  /// Zero at the front of a plain number: 01, 09.
  var hasLeadingZero: Bool
  /// True where the form leaves a doubt that the article's other numbers decided.
  var followsNeighbours: Bool

  /// Reads `bytes`, a number token; nil when its separators fit no reading, or it is too long.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, style: NumberStyle) {
    var coefficient: UInt128 = 0
    var small: UInt64 = 0
    var digits = 0
    var firstLength = 0
    var dots = 0
    var commas = 0
    var sinceSeparator = 0
    var areGroupsWhole = true
    var lastSeparator: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        if lastSeparator == 0 {
          firstLength = digits
        } else if sinceSeparator != 3 {
          areGroupsWhole = false
        }
        if byte == UInt8(ascii: ".") { dots += 1 } else { commas += 1 }
        lastSeparator = byte
        sinceSeparator = 0
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      digits += 1
      sinceSeparator += 1
      guard digits <= ExactDecimal.maximumDigits else { return nil }
      if digits <= 18 {
        small = small &* 10 &+ UInt64(byte - 0x30)
        coefficient = UInt128(small)
      } else {
        coefficient = coefficient * 10 + UInt128(byte - 0x30)
      }
    }
    guard lastSeparator != 0 else {
      let hasZero = digits > 1 && bytes.first == UInt8(ascii: "0")
      self.init(coefficient, decimals: 0, form: .plain, leadingZero: hasZero)
      return
    }
    let separators = dots + commas
    let canGroup = firstLength <= 3 && bytes.first != UInt8(ascii: "0")
    if separators == 1 {
      let isDot = dots == 1
      let isGroup = canGroup && sinceSeparator == 3 && isDot != style.hasCommaThousands
      self.init(
        coefficient, decimals: isGroup ? 0 : sinceSeparator, form: isGroup ? .grouped : .decimal,
        followsNeighbours: canGroup && sinceSeparator == 3 && style.hasCommaThousands)
      return
    }
    guard canGroup, areGroupsWhole else { return nil }
    if dots == 0 || commas == 0 {
      guard sinceSeparator == 3 else { return nil }
      self.init(coefficient, decimals: 0, form: .grouped)
      return
    }
    // Two kinds of separators: the last one, standing alone, is the decimal sign.
    let isLastAlone = lastSeparator == UInt8(ascii: ".") ? dots == 1 : commas == 1
    guard isLastAlone else { return nil }
    self.init(coefficient, decimals: sinceSeparator, form: .decimal)
  }

  init(
    _ coefficient: UInt128, decimals: Int, form: Form, leadingZero: Bool = false,
    followsNeighbours: Bool = false
  ) {
    value = ExactDecimal(coefficient: coefficient, exponent: -decimals)
    precision = -decimals
    self.form = form
    hasLeadingZero = leadingZero
    self.followsNeighbours = followsNeighbours
  }
}
