extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
  /// Plain notation without exponent, grouping or trailing zeros: `-1234.5`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the plain notation as ASCII.
  public func append(to bytes: inout [UInt8]) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if exponent >= 0, coefficient <= UInt128(UInt64.max) {
      DecimalDigits.append(UInt64(coefficient), to: &bytes)
      if !isZero, exponent > 0 {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent))
      }
      return
    }
    let digits = coefficientDigits
    if exponent >= 0 {
      bytes.append(contentsOf: digits)
      if !isZero { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent)) }
      return
    }
    let fraction = -exponent
    if digits.count > fraction {
      bytes.append(contentsOf: digits[..<(digits.count - fraction)])
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[(digits.count - fraction)...])
    } else {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: fraction - digits.count))
      bytes.append(contentsOf: digits)
    }
  }

  private var coefficientDigits: [UInt8] {
    if coefficient <= UInt128(UInt64.max) { return Array(String(UInt64(coefficient)).utf8) }
    return Array(String(coefficient).utf8)
  }

  /// Reads plain notation: an optional sign, digits, and optionally a point and digits.
  /// Nil for anything else and for more than ``maximumDigits`` significant digits.
  public init?(_ description: String) {
    var text = Substring(description).utf8
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text = text.dropFirst() }
    var coefficient: UInt128 = 0
    var exponent = 0
    var hasPoint = false
    var digits = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (scaled, first) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, second) = scaled.addingReportingOverflow(UInt128(byte - UInt8(ascii: "0")))
        guard !first, !second else { return nil }
        coefficient = sum
        digits += 1
        if hasPoint { exponent -= 1 }
      case UInt8(ascii: ".") where !hasPoint && digits > 0:
        hasPoint = true
      default: return nil
      }
    }
    guard digits > 0, !hasPoint || exponent < 0 else { return nil }
    self.init(coefficient: coefficient, exponent: exponent, isNegative: isNegative)
  }

  /// The nearest binary floating-point number, for the warehouse's REAL columns only.
  public var nearestDouble: Double {
    Double(description) ?? .infinity
  }
}
