import Model

/// A level, how much it changed, and that change as a percentage.
extension RelationFinder {
  /// `98 vụ, giảm 12 vụ (10,9%)`: the earlier level is not stated and follows from the two.
  mutating func findRateOfChange(_ change: Operand) -> Bool {
    let index = change.figure + 1
    guard change.isAmount, index < map.figures.count, map.figures[index].kind == .percent,
      !explained.contains(index), map.areInOneSentence(change.figure, index),
      map.gaps[index].length < 40, let rate = map.value(of: index)
    else { return false }
    let levels = levels(of: change).filter { map.operands[$0].figure < change.figure }
    var nearest: (claim: Claim, level: Operand)?
    for (attempt, level) in levels.prefix(3).enumerated() {
      guard let claim = rateClaim(map.operands[level], change, rate) else { continue }
      if nearest == nil { nearest = (claim, map.operands[level]) }
      if accept(claim, attempts: attempt + 1, .cued) {
        explained.insert(index)
        return true
      }
    }
    guard let nearest, map.gaps[index].opens, map.gaps[index].length <= 3,
      nearest.level.figure == change.figure - 1, map.areInOneSentence(nearest.level.figure, index),
      map.gaps[change.figure].length < 60
    else { return false }
    explained.insert(index)
    return record(nearest.claim, .broken)
  }

  private func rateClaim(_ level: Operand, _ change: Operand, _ rate: Operand) -> Claim? {
    guard let direction = change.change else { return nil }
    let isRise = direction == .increase
    guard
      let earlier = isRise
        ? try? level.estimate.minus(change.estimate) : try? level.estimate.plus(change.estimate),
      earlier.low > .zero,
      let quotient = try? change.estimate.scaled(byPowerOfTen: 2)
        .divided(by: earlier, toPowerOfTen: rate.precision - 6)
    else { return nil }
    return Claim(kind: "growth", expected: quotient, stated: rate) {
      Claim.Description(
        formula: "\(change.value) ÷ (\(level.value) \(isRise ? "−" : "+") \(change.value)) × 100",
        members: [level.member("later"), change.member("change"), rate.member("rate")])
    }
  }
}
