import Model

/// `gấp 2,7 lần`: a level, how many times another it is, and that other.
extension RelationFinder {
  mutating func findMultiples() {
    for (index, figure) in map.figures.enumerated()
    where figure.kind == .multiple && !figure.isRange {
      guard let multiple = map.value(of: index), multiple.value > ExactDecimal.one else { continue }
      findMultiple(multiple)
    }
  }

  private mutating func findMultiple(_ multiple: Operand) {
    let index = multiple.figure
    let before = map.operands(before: index, limit: 5)
    let after = map.operands(after: index, limit: 2)
    let levels = (before + after).filter { isLevel($0) }
    var attempts = 0
    for (offset, second) in levels.enumerated().dropFirst() {
      for first in levels[..<offset] {
        let (one, other) = (map.operands[first], map.operands[second])
        let (larger, smaller) = one.value > other.value ? (one, other) : (other, one)
        guard let claim = claim(larger, smaller, multiple) else { continue }
        attempts += 1
        let isOneSentence =
          map.areInOneSentence(index, larger.figure)
          && map.areInOneSentence(index, smaller.figure)
        if accept(claim, attempts: attempts, isOneSentence ? .cued : .near) { return }
        if isOneSentence, attempts == 1 {
          misses.append(
            NearMiss(
              equation: .quotient(factor: .one), operands: [larger, smaller, multiple],
              claim: claim, attempts: 1, evidence: .cued))
        }
      }
    }
  }

  private func isLevel(_ index: Int) -> Bool {
    let operand = map.operands[index]
    return operand.change == nil && operand.value > .zero
      && (operand.isAmount || operand.kind == .percent)
  }

  private func claim(_ larger: Operand, _ smaller: Operand, _ multiple: Operand) -> Claim? {
    guard larger.hasSameUnit(as: smaller),
      let quotient = try? larger.estimate
        .divided(by: smaller.estimate, toPowerOfTen: multiple.precision - 4)
    else { return nil }
    return Claim(kind: "multiple", expected: quotient, stated: multiple) {
      Claim.Description(
        formula: "\(larger.value) ÷ \(smaller.value)",
        members: [
          larger.member("dividend"), smaller.member("divisor"), multiple.member("multiple"),
        ])
    }
  }
}
