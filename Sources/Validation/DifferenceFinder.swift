import Model

/// Balances: what is left between two amounts, where a word says that it is one.
extension RelationFinder {
  private static let reach = 8

  /// Those that follow a cue: balances are told from parts by going before the sums, while what is
  /// left of a whole is a part as well, and a sum says more.
  mutating func findDifferences(after cue: CueSet) {
    for index in map.figures.indices where map.gaps[index].lead.contains(cue) {
      guard let rest = map.value(of: index), rest.isAmount, rest.value > .zero else { continue }
      findDifference(rest)
    }
  }

  private mutating func findDifference(_ rest: Operand) {
    let before = map.operands(before: rest.figure, limit: Self.reach)
    let after = map.operands(after: rest.figure, limit: 2)
      .filter { map.areInOneSentence(map.operands[$0].figure, rest.figure) }
    let terms = (before + after).filter { canBeTerm($0, of: rest) }
    var attempts = 0
    var nearest: (claim: Claim, numbers: [ExactDecimal])?
    for (offset, second) in terms.enumerated().dropFirst() {
      for first in terms[..<offset] {
        let (larger, smaller) =
          map.operands[first].value > map.operands[second].value ? (first, second) : (second, first)
        guard map.operands[larger].hasSameUnit(as: map.operands[smaller]),
          let claim = differenceClaim(map.operands[larger], map.operands[smaller], rest)
        else { continue }
        attempts += 1
        let isNear = map.areInOneBlock(map.operands[second].figure, rest.figure)
        if nearest == nil {
          let numbers = [smaller, larger].map { map.operands[$0].value }
          nearest = (claim, [numbers[0], rest.value, numbers[1]])
        }
        // The pair that stands next is meant; any other one has to be quite certain.
        if accept(claim, attempts: attempts * 10 - 9, isNear ? .cued : .bare) { return }
        if isNear, attempts <= 2 {
          misses.append(
            NearMiss(
              equation: .sum, operands: [map.operands[smaller], rest, map.operands[larger]],
              claim: claim, attempts: attempts, evidence: .cued))
        }
      }
    }
    if let nearest { breakDifference(nearest.claim, nearest.numbers) }
  }

  /// The pair next to a balance in its own sentence, when a slip explains why it fails.
  private mutating func breakDifference(_ claim: Claim, _ numbers: [ExactDecimal]) {
    let index = claim.stated.figure
    guard map.gaps[index].lead.contains(.balance), claim.verdict == .broken,
      claim.describe().members.allSatisfy({ map.areInOneSentence($0.figure, index) }),
      let sum = try? numbers[0].adding(numbers[1]),
      Slip.explains(sum: sum, total: numbers[2], numbers)
    else { return }
    record(claim, .broken)
  }

  private func canBeTerm(_ index: Int, of rest: Operand) -> Bool {
    let operand = map.operands[index]
    guard operand.isLevel, operand.figure != rest.figure, operand.value > .zero else {
      return false
    }
    if operand.hasSameUnit(as: rest) { return true }
    // Prices per kilogram differ by so much money: the `per kilogram` is not said again.
    guard operand.kind == .rate, let unit = operand.unit, let plain = rest.unit else {
      return false
    }
    return unit.hasPrefix(plain + "/")
  }

  private func differenceClaim(_ larger: Operand, _ smaller: Operand, _ rest: Operand) -> Claim? {
    guard let difference = try? larger.estimate.minus(smaller.estimate) else { return nil }
    let grid = min(larger.value.exponent, smaller.value.exponent, rest.value.exponent)
    return Claim(kind: "difference", expected: difference, stated: rest, grid: grid) {
      Claim.Description(
        formula: "\(larger.value) − \(smaller.value)",
        members: [
          larger.member("minuend"), smaller.member("subtrahend"), rest.member("difference"),
        ])
    }
  }
}
