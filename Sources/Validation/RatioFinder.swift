import Model

/// Percentages beside the ratio that they express: `424/586 hộ, đạt 72,3%`.
extension RelationFinder {
  mutating func findRatio(for percent: Operand) -> Bool {
    let index = percent.figure
    var assertion: Claim?
    for (attempt, other) in [index - 1, index + 1, index - 2].enumerated() {
      guard map.figures.indices.contains(other), map.figures[other].kind == .ratio,
        map.areInOneSentence(index, other), let claim = ratioClaim(other, percent)
      else { continue }
      let isAsserted = assertsRatio(other, percent: index)
      if accept(claim, attempts: attempt + 1, isAsserted ? .asserted : .near) { return true }
      if isAsserted, assertion == nil { assertion = claim }
    }
    guard let assertion else { return false }
    return record(assertion, .broken)
  }

  /// A ratio right before its percentage, `424/586 hộ, đạt 72,3%`, or in brackets after it.
  private func assertsRatio(_ ratio: Int, percent: Int) -> Bool {
    if ratio == percent + 1 {
      let gap = map.gaps[ratio]
      return gap.opens && gap.length <= 3
    }
    guard ratio == percent - 1 else { return false }
    let gap = map.gaps[percent]
    let tail = map.gaps[percent + 1].tail
    // `42/47 phiếu, đạt 79% tổng số đại biểu` is a share of something else.
    let isOfAnother = tail.contains(.total) || tail.contains(.plan) && !gap.tail.isEmpty
    return !isOfAnother && !gap.hasSemicolon && gap.length < 90 && gap.clauses <= 1
      && (gap.lead.contains(.share) || gap.opens)
  }

  private func ratioClaim(_ ratio: Int, _ percent: Operand) -> Claim? {
    let range = map.operandsOf[ratio]
    guard range.count == 2 else { return nil }
    return shareClaim(
      part: map.operands[range.lowerBound], whole: map.operands[range.lowerBound + 1], percent)
  }
}
