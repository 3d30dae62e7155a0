import Model

/// Parts that precede their total, and pairs that stand anywhere near it.
extension RelationFinder {
  private static let pairReach = 8
  /// A sum of two is looked for at totals of at least this many steps of the last digit.
  private static let pairSteps = ExactDecimal(1000)

  mutating func findPartsBefore(_ index: Int) -> Bool {
    let total = map.operands[index]
    var parts: [Int] = []
    for position in map.operands(before: total.figure, limit: Self.sumReach) {
      guard canBePart(position, of: total) else { continue }
      if map.operands[position].value >= total.value || parts.count == Self.mostParts { break }
      parts.insert(position, at: 0)
      guard parts.count > 1 else { continue }
      guard let claim = sumClaim(total, parts) else { break }
      if claim.expected.low > total.estimate.high, claim.verdict == .broken { break }
      var evidence: Evidence = .bare
      if map.areInOneBlock(total.figure, map.operands[parts[0]].figure) {
        evidence = map.gaps[total.figure].lead.contains(.total) ? .cued : .near
      }
      if accept(claim, attempts: parts.count - 1, evidence) {
        lastPart[index] = index
        return true
      }
      if evidence != .bare { missSum(total, parts, claim, evidence) }
    }
    return false
  }

  mutating func findPair(for index: Int) -> Bool {
    let total = map.operands[index]
    guard
      let steps = try? total.value.divided(
        by: ExactDecimal(coefficient: 1, exponent: total.value.exponent), toPowerOfTen: 0),
      steps >= Self.pairSteps
    else { return false }
    let near =
      map.operands(before: total.figure, limit: Self.pairReach)
      + map.operands(after: total.figure, limit: Self.pairReach)
    var parts: [Int] = []
    for position in near
    where canBePart(position, of: total) && map.operands[position].value < total.value {
      parts.append(position)
    }
    for (offset, first) in parts.enumerated() {
      for second in parts[(offset + 1)...] {
        guard let claim = sumClaim(total, [first, second].sorted()) else { continue }
        let attempts = parts.count * (parts.count - 1) / 2
        if accept(claim, attempts: attempts, .bare) { return true }
      }
    }
    return false
  }
}
