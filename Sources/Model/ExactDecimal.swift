/// An exact decimal number: an integer coefficient of up to 38 digits times a power of ten.
///
/// Values never pass through binary floating point. Arithmetic that would need more digits than
/// the coefficient holds throws ``ExactDecimal/Overflow`` instead of rounding.
public struct ExactDecimal: Sendable, Hashable {
  // Two halves, as a number of 128 bits would have every value that holds one aligned to sixteen
  // bytes, which costs more than putting it together.
  private let low: UInt64
  private let high: UInt64
  /// The power of ten that the coefficient is multiplied with.
  public let exponent: Int
  /// True for values below zero; zero is never negative.
  public let isNegative: Bool

  /// The result of an operation has more significant digits than can be held exactly.
  public struct Overflow: Error, Hashable {
    public init() {}
  }

  /// The most significant digits that a coefficient can hold.
  public static let maximumDigits = 38

  public static let zero = ExactDecimal(0)
  public static let one = ExactDecimal(1)

  /// Makes `coefficient × 10^exponent`, reduced to its canonical form.
  public init(coefficient: UInt128, exponent: Int = 0, isNegative: Bool = false) {
    var digits = coefficient
    var power = exponent
    if digits == 0 {
      power = 0
    } else {
      while digits > UInt128(UInt64.max) {
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
        guard remainder == 0 else { break }
        digits = quotient
        power += 1
      }
      if digits <= UInt128(UInt64.max) {
        var short = UInt64(truncatingIfNeeded: digits)
        while short % 10 == 0 {
          short /= 10
          power += 1
        }
        digits = UInt128(short)
      }
    }
    low = UInt64(truncatingIfNeeded: digits)
    high = UInt64(truncatingIfNeeded: digits >> 64)
    self.exponent = power
    self.isNegative = isNegative && digits != 0
  }

  /// The digits without sign and decimal point; has no trailing decimal zero unless the value is zero.
  public var coefficient: UInt128 { UInt128(high) << 64 | UInt128(low) }

  public init(_ value: Int) {
    self.init(coefficient: UInt128(value.magnitude), isNegative: value < 0)
  }

  public var isZero: Bool { coefficient == 0 }

  /// True when the value has no digit after the decimal point.
  public var isWhole: Bool { exponent >= 0 }

  /// The value with its sign turned.
  public var negated: ExactDecimal {
    ExactDecimal(coefficient: coefficient, exponent: exponent, isNegative: !isNegative)
  }

  public var magnitude: ExactDecimal {
    ExactDecimal(coefficient: coefficient, exponent: exponent)
  }

  /// The value times `10^power`; exact and without overflow.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(coefficient: coefficient, exponent: exponent + power, isNegative: isNegative)
  }

  /// The value as a whole number, when it is one and fits.
  public var integer: Int? {
    guard isWhole, exponent <= 18, let power = Self.power(exponent),
      let digits = Self.product(coefficient, power), digits <= UInt128(Int.max)
    else { return nil }
    return isNegative ? -Int(digits) : Int(digits)
  }
}

extension ExactDecimal {
  static func power(_ exponent: Int) -> UInt128? {
    guard exponent >= 0, exponent <= maximumDigits else { return nil }
    var result: UInt128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  static func product(_ left: UInt128, _ right: UInt128) -> UInt128? {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : result
  }

  /// Both coefficients brought to the lower of the two exponents.
  private static func aligned(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> (UInt128, UInt128, Int)? {
    let exponent = Swift.min(left.exponent, right.exponent)
    guard let leftPower = power(left.exponent - exponent),
      let rightPower = power(right.exponent - exponent),
      let leftDigits = product(left.coefficient, leftPower),
      let rightDigits = product(right.coefficient, rightPower)
    else { return nil }
    return (leftDigits, rightDigits, exponent)
  }

  /// The exact sum; throws ``Overflow``.
  public func adding(_ other: ExactDecimal) throws(Overflow) -> ExactDecimal {
    if isZero { return other }
    if other.isZero { return self }
    guard let (left, right, exponent) = Self.aligned(self, other) else { throw Overflow() }
    if isNegative == other.isNegative {
      let (sum, overflow) = left.addingReportingOverflow(right)
      guard !overflow else { throw Overflow() }
      return ExactDecimal(coefficient: sum, exponent: exponent, isNegative: isNegative)
    }
    let isLeftLarger = left >= right
    return ExactDecimal(
      coefficient: isLeftLarger ? left - right : right - left, exponent: exponent,
      isNegative: isLeftLarger ? isNegative : other.isNegative)
  }

  /// The exact difference; throws ``Overflow``.
  public func subtracting(_ other: ExactDecimal) throws(Overflow) -> ExactDecimal {
    try adding(other.negated)
  }

  /// The exact product; throws ``Overflow``.
  public func multiplied(by other: ExactDecimal) throws(Overflow) -> ExactDecimal {
    guard let digits = Self.product(coefficient, other.coefficient) else { throw Overflow() }
    return ExactDecimal(
      coefficient: digits, exponent: exponent + other.exponent,
      isNegative: isNegative != other.isNegative)
  }
}

extension ExactDecimal: Comparable {
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    if left.isNegative { return isSmaller(right, left) }
    return isSmaller(left, right)
  }

  /// Compares magnitudes; never overflows.
  private static func isSmaller(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    if left.isZero || right.isZero { return left.isZero && !right.isZero }
    if let (leftDigits, rightDigits, _) = aligned(left, right) { return leftDigits < rightDigits }
    // Too far apart to align: the one with more digits before the point is larger.
    let leftLength = left.digitCount + left.exponent
    let rightLength = right.digitCount + right.exponent
    if leftLength != rightLength { return leftLength < rightLength }
    return left.exponent > right.exponent
  }

  /// The number of digits of the coefficient.
  public var digitCount: Int {
    var count = 1
    var rest = coefficient
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
