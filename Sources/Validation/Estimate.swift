import Model

/// A number as the text states it, with the bounds between which the truth may lie.
struct Estimate {
  var low: ExactDecimal
  var value: ExactDecimal
  var high: ExactDecimal

  init(low: ExactDecimal, value: ExactDecimal, high: ExactDecimal) {
    self.low = low
    self.value = value
    self.high = high
  }

  init(exactly value: ExactDecimal) {
    self.init(low: value, value: value, high: value)
  }

  /// Half a unit of the last digit to either side, or a whole one where the text says so.
  ///
  /// A whole number of things counted is exact: nobody writes 7.709 for 7.708,6.
  init(_ value: ExactDecimal, precision: Int, isCounted: Bool, qualifier: Qualifier?) {
    let step = ExactDecimal(coefficient: 1, exponent: max(precision, value.exponent))
    let half = ExactDecimal(coefficient: 5, exponent: precision - 1)
    let isExact = isCounted && precision == 0
    var below = isExact ? .zero : half
    var above = below
    switch qualifier {
    case .over, .atLeast: above = step
    case .under, .nearly, .atMost: below = step
    case .about:
      below = step
      above = step
    case .upTo, nil: break
    }
    // A value whose bounds cannot be held is as good as exact: it has 38 digits.
    self.init(
      low: (try? value.subtracting(below)) ?? value, value: value,
      high: (try? value.adding(above)) ?? value)
  }

  var width: ExactDecimal { (try? high.subtracting(low)) ?? .zero }
}

extension Estimate {
  func plus(_ other: Estimate) throws(ExactDecimal.Overflow) -> Estimate {
    Estimate(
      low: try low.adding(other.low), value: try value.adding(other.value),
      high: try high.adding(other.high))
  }

  func minus(_ other: Estimate) throws(ExactDecimal.Overflow) -> Estimate {
    Estimate(
      low: try low.subtracting(other.high), value: try value.subtracting(other.value),
      high: try high.subtracting(other.low))
  }

  /// For numbers that are not negative, as the operands of products are.
  func times(_ other: Estimate) throws(ExactDecimal.Overflow) -> Estimate {
    Estimate(
      low: try low.multiplied(by: other.low), value: try value.multiplied(by: other.value),
      high: try high.multiplied(by: other.high))
  }

  /// For positive numbers; bounds are rounded outward.
  func divided(
    by other: Estimate, toPowerOfTen power: Int
  ) throws(ExactDecimal.Overflow) -> Estimate {
    guard other.low > .zero, low >= .zero else { throw ExactDecimal.Overflow() }
    return Estimate(
      low: try low.divided(by: other.high, toPowerOfTen: power, .cut),
      value: try value.divided(by: other.value, toPowerOfTen: power),
      high: try high.divided(by: other.low, toPowerOfTen: power, .away))
  }

  func scaled(byPowerOfTen power: Int) -> Estimate {
    Estimate(
      low: low.scaled(byPowerOfTen: power), value: value.scaled(byPowerOfTen: power),
      high: high.scaled(byPowerOfTen: power))
  }
}
