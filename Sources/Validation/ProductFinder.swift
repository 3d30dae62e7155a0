import Model

/// Prices and yields: a rate times an amount is another amount near by.
extension RelationFinder {
  private static let reach = 8

  mutating func findProducts() {
    for (index, figure) in map.figures.enumerated()
    where figure.kind == .rate && !figure.isRange && figure.change == nil {
      guard let rate = map.value(of: index), rate.value > .zero, let unit = rate.unit,
        let slash = unit.firstIndex(of: "/")
      else { continue }
      // What is said per person and month is per two things; neither alone makes an amount.
      let per = String(unit[unit.index(after: slash)...])
      if !per.contains("/") { findProduct(rate, of: String(unit[..<slash]), per: per) }
    }
  }

  private mutating func findProduct(_ rate: Operand, of numerator: String, per denominator: String)
  {
    let near =
      map.operands(before: rate.figure, limit: Self.reach)
      + map.operands(after: rate.figure, limit: Self.reach)
    let levels = near.filter {
      map.operands[$0].isLevel && map.operands[$0].value > .zero
        && map.areInOneBlock(map.operands[$0].figure, rate.figure)
    }
    var attempts = 0
    for amount in levels {
      for product in levels where product != amount {
        guard
          let (claim, factor) = claim(
            rate, map.operands[amount], map.operands[product], numerator, denominator)
        else { continue }
        attempts += 1
        if accept(claim, attempts: attempts, .near) { return }
        if attempts <= 2 {
          misses.append(
            NearMiss(
              equation: .product(factor: factor),
              operands: [rate, map.operands[amount], map.operands[product]],
              claim: claim, attempts: attempts, evidence: .near))
        }
      }
    }
  }

  private func claim(
    _ rate: Operand, _ amount: Operand, _ product: Operand, _ numerator: String,
    _ denominator: String
  ) -> (Claim, factor: Estimate)? {
    guard let amountUnit = amount.unit, let productUnit = product.unit,
      let (up, down) = conversions.factor(
        from: Operand.narrows(amountUnit, denominator) ? denominator : amountUnit, to: denominator),
      let (back, forth) = conversions.factor(from: numerator, to: productUnit),
      let factor = try? Estimate(exactly: up).times(Estimate(exactly: back)),
      let divisor = try? Estimate(exactly: down).times(Estimate(exactly: forth)),
      let plain = try? rate.estimate.times(amount.estimate),
      let scaled = try? plain.times(factor),
      let expected = try? scaled.divided(by: divisor, toPowerOfTen: product.precision - 4),
      let quotient = try? factor.divided(by: divisor, toPowerOfTen: -12)
    else { return nil }
    let isConverted = factor.value != divisor.value
    let claim = Claim(kind: "product", expected: expected, stated: product) {
      Claim.Description(
        formula: "\(rate.value) × \(amount.value)"
          + (isConverted ? " × \(factor.value) ÷ \(divisor.value)" : ""),
        members: [rate.member("price"), amount.member("amount"), product.member("product")])
    }
    return (claim, quotient)
  }
}
