import Model

/// Sums that the text asserts and that fail by what looks like a slip.
extension RelationFinder {
  /// A list of parts may be incomplete, so a sum that misses its total is called broken only when
  /// the list is announced, follows at once, fills its sentence or brackets, and when a single
  /// wrong digit, a moved point or a wrong scale word explains the difference.
  mutating func breakSum(_ index: Int, _ parts: [Int]) {
    let total = map.operands[index]
    guard parts.count >= 2, let first = parts.first, let last = parts.last,
      map.operands[first].figure == total.figure + 1, isAnnounced(total, parts),
      isContinuous(parts), map.areInOneBlock(total.figure, map.operands[last].figure),
      map.areInOneSentence(map.operands[first].figure, map.operands[last].figure)
        || map.gaps[total.figure + 1].hasColon,
      let claim = sumClaim(total, parts), claim.verdict == .broken
    else { return }
    let numbers = parts.map { map.operands[$0].value } + [total.value]
    guard Slip.explains(sum: claim.expected.value, total: total.value, numbers) else { return }
    record(claim, .broken)
  }

  private func isAnnounced(_ total: Operand, _ parts: [Int]) -> Bool {
    let gap = map.gaps[total.figure + 1]
    return gap.lead.contains(.parts) || gap.hasColon || gap.isAside
  }

  /// Nothing but percentages stands between the parts, and no change began at any.
  private func isContinuous(_ parts: [Int]) -> Bool {
    for part in parts {
      if map.gaps[map.operands[part].figure].lead.contains(.earlier) { return false }
    }
    for (left, right) in zip(parts, parts.dropFirst()) {
      let between = map.operands[left].figure + 1..<map.operands[right].figure
      guard between.allSatisfy({ [.percent, .point].contains(map.figures[$0].kind) }) else {
        return false
      }
    }
    return true
  }
}
