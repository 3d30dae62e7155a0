import Model

/// Totals and their parts: a total followed by its parts, parts followed by their total, and
/// pairs anywhere near whose sum has so many digits that it cannot be chance.
extension RelationFinder {
  static let sumReach = 24
  static let mostParts = 12
  private static let listReach = 10

  mutating func findSums() {
    // From the end, so that a part's own parts are known when its whole is looked at.
    for total in map.operands.indices.reversed() where canBeTotal(total) {
      for scope in scopes(for: total) where findParts(of: total, scope) { break }
    }
    for total in map.operands.indices where canBeTotal(total) && lastPart[total] == nil {
      if !findPartsBefore(total), !findPair(for: total) { breakSum(total, broken[total] ?? []) }
    }
  }

  /// Only what can find more than the scope before it.
  private func scopes(for index: Int) -> [Scope] {
    var scopes: [Scope] = [.levels]
    if map.operands[index].isCount { scopes.append(.counts) }
    let end = min(map.operands.count, index + Self.sumReach)
    if map.operands[index..<end].contains(where: { $0.change != nil && $0.isAmount }) {
      scopes.append(.changes)
    }
    return scopes
  }

  private func canBeTotal(_ index: Int) -> Bool {
    let operand = map.operands[index]
    return operand.isAddable && operand.value > ExactDecimal.one
  }

  /// Whether `index` may be a part of `total`.
  mutating func canBePart(_ index: Int, of total: Operand, _ scope: Scope = .levels) -> Bool {
    comparisons += 1
    let operand = map.operands[index]
    guard operand.part == .value, operand.figure != total.figure,
      scope == .counts ? operand.isCount && total.isCount : operand.hasSameUnit(as: total),
      operand.isAddable || scope == .changes && operand.isAmount,
      scope == .changes || !asides.contains(operand.figure)
    else { return false }
    // What is lost in the total's rounding is some other amount: so much a head.
    return operand.value >= ExactDecimal(coefficient: 1, exponent: total.precision)
  }

  /// Which figures may be parts of a total that precedes them.
  enum Scope {
    /// Levels in the total's unit.
    case levels
    /// Counts of whatever things.
    case counts
    /// Changes too: `kiến nghị xử lý 41.600 tỷ đồng, gồm tăng thu 11.900 tỷ đồng, giảm lỗ …`.
    case changes
  }

  // MARK: the total first

  private mutating func findParts(of index: Int, _ scope: Scope) -> Bool {
    if findParts(of: index, scope, from: index + 1) { return true }
    // `Tổng thu 1.448 tỷ đồng, bằng 85% dự toán. Cơ cấu: …`: the list begins later on.
    let end = min(map.operands.count, index + Self.listReach)
    guard let start = (index + 2..<max(index + 2, end)).first(where: { beginsList($0, of: index) })
    else { return false }
    return findParts(of: index, scope, from: start)
  }

  private func beginsList(_ position: Int, of total: Int) -> Bool {
    let gap = map.gaps[map.operands[position].figure]
    return gap.hasColon
      && map.areInOneBlock(map.operands[position].figure, map.operands[total].figure)
  }

  private mutating func findParts(of index: Int, _ scope: Scope, from start: Int) -> Bool {
    let total = map.operands[index]
    var parts: [Int] = []
    var next = start
    while next < map.operands.count, next <= start + Self.sumReach, parts.count < Self.mostParts {
      let position = next
      next += 1
      guard canBePart(position, of: total, scope) else { continue }
      if map.operands[position].value >= total.value { break }
      parts.append(position)
      // Its own parts are no parts of this whole.
      if let last = lastPart[position] { next = max(next, last + 1) }
      guard parts.count > 1 else { continue }
      guard let claim = sumClaim(total, parts) else { break }
      if claim.expected.low > total.estimate.high, claim.verdict == .broken { break }
      let evidence = evidence(total, first: parts[0], last: position)
      let isPlain = scope == .levels || scope == .changes && evidence == .cued
      if accept(claim, attempts: parts.count - 1, isPlain ? evidence : evidence.weakened) {
        lastPart[index] = position
        return true
      }
      if isPlain, evidence != .bare { missSum(total, parts, claim, evidence) }
    }
    if scope != .changes, start == index + 1, parts.count > broken[index, default: []].count {
      broken[index] = parts
    }
    return false
  }

  mutating func missSum(
    _ total: Operand, _ parts: [Int], _ claim: Claim, _ evidence: Evidence
  ) {
    let operands = map.operands
    // Lists have many beginnings, and most miss their total by more than one slip.
    guard
      Slip.canExplain(
        sum: claim.expected.value, total: total.value,
        parts: parts.lazy.map { operands[$0].value })
    else { return }
    misses.append(
      NearMiss(
        equation: .sum, operands: parts.map { map.operands[$0] } + [total], claim: claim,
        attempts: parts.count - 1, evidence: evidence))
  }

  private func evidence(_ total: Operand, first: Int, last: Int) -> Evidence {
    let (start, end) = (map.operands[first].figure, map.operands[last].figure)
    let gap = map.gaps[total.figure + 1]
    let isBeside =
      map.areInOneSentence(total.figure, start)
      || map.areInOneBlock(total.figure, start)
        && (gap.hasColon || map.gaps[start].lead.contains(.parts))
    if isBeside {
      let cues = map.cues(after: total.figure, upTo: start)
      if cues.contains(.parts) || gap.hasColon || gap.isAside { return .cued }
    }
    if map.areInOneBlock(total.figure, end) {
      return map.gaps[total.figure].lead.contains(.total) && isBeside ? .cued : .near
    }
    return map.gaps[total.figure].lead.contains(.total) ? .near : .bare
  }

  // MARK: the claim

  func sumClaim(_ total: Operand, _ parts: [Int]) -> Claim? {
    var sum = map.operands[parts[0]].estimate
    var grid = min(total.value.exponent, sum.value.exponent)
    for part in parts.dropFirst() {
      let operand = map.operands[part]
      guard let next = try? sum.plus(operand.estimate) else { return nil }
      sum = next
      grid = min(grid, operand.value.exponent)
    }
    // Not the finder, which keeps claims that fail: each would then keep the other for ever.
    let operands = map.operands
    return Claim(kind: "sum", expected: sum, stated: total, grid: grid) {
      let addends = parts.map { operands[$0] }
      return Claim.Description(
        formula: addends.map { $0.value.description }.joined(separator: " + "),
        members: addends.map { $0.member("addend") } + [total.member("sum")])
    }
  }
}
