extension ExactDecimal {
  /// What becomes of the digits that are dropped.
  public enum Rounding: Sendable, Hashable {
    /// To the nearest; a half goes away from zero, as schools teach and newspapers do.
    case halfUp
    /// Cut off: toward zero.
    case cut
    /// Away from zero, however small the rest is.
    case away
  }

  /// The value as a multiple of `10^power`.
  public func rounded(toPowerOfTen power: Int, _ rounding: Rounding = .halfUp) -> ExactDecimal {
    guard exponent < power else { return self }
    guard let divisor = Self.power(power - exponent) else {
      // More digits are dropped than a coefficient has, so nothing but a trace is left.
      let isKept = rounding == .away && !isZero
      return ExactDecimal(coefficient: isKept ? 1 : 0, exponent: power, isNegative: isNegative)
    }
    let digits = Self.quotient(coefficient, divisor, rounding)
    return ExactDecimal(coefficient: digits, exponent: power, isNegative: isNegative)
  }

  /// The quotient as a multiple of `10^power`, rounded once, from its exact value.
  ///
  /// Throws ``Overflow`` when the operands at that precision need more digits than can be held, and
  /// for a divisor of zero.
  public func divided(
    by divisor: ExactDecimal, toPowerOfTen power: Int, _ rounding: Rounding = .halfUp
  ) throws(Overflow) -> ExactDecimal {
    let shift = exponent - divisor.exponent - power
    guard !divisor.isZero, let scale = Self.power(abs(shift)),
      let numerator = shift >= 0 ? Self.product(coefficient, scale) : coefficient,
      let denominator = shift < 0 ? Self.product(divisor.coefficient, scale) : divisor.coefficient
    else { throw Overflow() }
    return ExactDecimal(
      coefficient: Self.quotient(numerator, denominator, rounding), exponent: power,
      isNegative: isNegative != divisor.isNegative)
  }

  private static func quotient(
    _ numerator: UInt128, _ denominator: UInt128, _ rounding: Rounding
  ) -> UInt128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let goesUp =
      switch rounding {
      case .halfUp: rest >= denominator - rest
      case .cut: false
      case .away: rest > 0
      }
    return goesUp ? quotient + 1 : quotient
  }
}
