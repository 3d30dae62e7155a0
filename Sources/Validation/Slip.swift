import Model

/// The errors that hands make: one wrong digit, a moved decimal sign, a wrong scale word.
enum Slip {
  enum Kind { case shift, digit }

  /// Steps by which signs move and scale words differ.
  static let shifts = [1, -1, 2, -2, 3, -3, 6, -6]

  /// Whether a slip of a kind turns the operand into a number of the target.
  static func leads(from operand: Operand, into target: Estimate, by kind: Kind) -> Bool {
    let value = operand.value
    switch kind {
    case .shift:
      return shifts.contains { contains(target, value.scaled(byPowerOfTen: $0)) }
    case .digit:
      let top = value.exponent + value.digitCount
      for place in operand.precision..<max(top, operand.precision + 1) {
        let digit = value.digit(at: place)
        for other in 0...9 where other != digit {
          let change = ExactDecimal(
            coefficient: UInt128((other - digit).magnitude), exponent: place,
            isNegative: other < digit)
          if let changed = try? value.adding(change), contains(target, changed) { return true }
        }
      }
      return false
    }
  }

  private static func contains(_ target: Estimate, _ value: ExactDecimal) -> Bool {
    target.low <= value && value <= target.high
  }

  /// Whether changing one of the numbers by a slip makes `sum` equal `total`.
  ///
  /// Small numbers are never explained: any two of them are one digit apart.
  static func explains(
    sum: ExactDecimal, total: ExactDecimal, _ numbers: [ExactDecimal]
  ) -> Bool {
    guard let difference = try? total.subtracting(sum), !difference.isZero else { return false }
    if hasFewDigits(total, numbers) { return false }
    return canExplain(sum: sum, total: total, parts: numbers.dropLast())
  }

  /// The same, however few digits the numbers have.
  static func canExplain(
    sum: ExactDecimal, total: ExactDecimal, parts: some Sequence<ExactDecimal>
  ) -> Bool {
    guard let difference = try? total.subtracting(sum), !difference.isZero else { return false }
    // The total would have to be smaller by the difference; a part larger by it.
    if isSlip(from: total, to: sum) { return true }
    return parts.contains { part in
      guard let right = try? part.adding(difference) else { return false }
      return isSlip(from: part, to: right)
    }
  }

  /// Whether the total has too few digits down to the finest step of all numbers.
  private static func hasFewDigits(_ total: ExactDecimal, _ numbers: [ExactDecimal]) -> Bool {
    let step = numbers.map(\.exponent).min() ?? 0
    // Several parts seldom differ from a total by one slip.
    return total.digitCount + total.exponent - step < (numbers.count > 3 ? 3 : 4)
  }

  /// One digit differs, or the same digits stand at another power of ten.
  static func isSlip(from wrong: ExactDecimal, to right: ExactDecimal) -> Bool {
    guard right > .zero, wrong > .zero else { return false }
    if shifts.contains(where: { wrong.scaled(byPowerOfTen: $0) == right }) { return true }
    guard let difference = try? right.subtracting(wrong), difference.digitCount == 1 else {
      return false
    }
    // One digit differs only if the change does not carry into the next.
    let place = difference.exponent
    let digit = wrong.digit(at: place)
    let change = Int(difference.coefficient)
    let moved = difference.isNegative ? digit - change : digit + change
    return 0...9 ~= moved
  }
}

extension ExactDecimal {
  /// The decimal digit at a power of ten.
  func digit(at place: Int) -> Int {
    let cut = magnitude.rounded(toPowerOfTen: place, .cut)
    let higher = magnitude.rounded(toPowerOfTen: place + 1, .cut)
    guard let rest = try? cut.subtracting(higher) else { return 0 }
    return rest.scaled(byPowerOfTen: -place).integer ?? 0
  }
}
