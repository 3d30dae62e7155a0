import Model

/// The errors that hands make: one wrong digit, a moved decimal sign, a wrong scale word.
enum Slip {
  /// Steps by which signs move and scale words differ.
  private static let shifts = [1, -1, 2, -2, 3, -3, 6, -6]

  /// Whether changing one of the numbers by a slip makes `sum` equal `total`.
  ///
  /// Small numbers are never explained: any two of them are one digit apart.
  static func explains(
    sum: ExactDecimal, total: ExactDecimal, _ numbers: [ExactDecimal]
  ) -> Bool {
    guard let difference = try? total.subtracting(sum), !difference.isZero else { return false }
    if hasFewDigits(total, numbers) { return false }
    // The total would have to be smaller by the difference; a part larger by it.
    if isSlip(from: total, to: sum) { return true }
    return numbers.dropLast().contains { part in
      guard let right = try? part.adding(difference) else { return false }
      return isSlip(from: part, to: right)
    }
  }

  /// Whether the total has fewer than four digits down to the finest step of all numbers.
  private static func hasFewDigits(_ total: ExactDecimal, _ numbers: [ExactDecimal]) -> Bool {
    let step = numbers.map(\.exponent).min() ?? 0
    return total.digitCount + total.exponent - step < 4
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
