import Model

/// Percentages and what they are shares of: a ratio beside them, or a part and its whole.
extension RelationFinder {
  /// The most numbers looked at on each side for the whole of a part.
  private static let reach = 8

  mutating func findShares() {
    for (index, figure) in map.figures.enumerated()
    where figure.kind == .percent && !figure.isRange && figure.change == nil {
      guard let percent = map.value(of: index), percent.value > .zero else { continue }
      if findRatio(for: percent) || findPartAndWhole(for: percent) { explained.insert(index) }
    }
    findBrokenShares()
  }

  // MARK: part, whole, c %

  private mutating func findPartAndWhole(for percent: Operand) -> Bool {
    let index = percent.figure
    var assertion: Claim?
    for part in parts(for: index) {
      var attempts = 0
      for whole in wholes(for: index, part: part) {
        let operand = map.operands[whole]
        guard let claim = shareClaim(part: map.operands[part], whole: operand, percent) else {
          continue
        }
        attempts += 1
        let evidence = evidence(for: percent, part: map.operands[part], whole: operand)
        if accept(claim, attempts: attempts, evidence) {
          sharesOf[whole, default: 0] += 1
          lastWhole = whole
          return true
        }
        if assertsWhole(operand, part: map.operands[part], index) { assertion = claim }
        if attempts <= 2 { missShare(map.operands[part], operand, percent, claim, evidence) }
      }
    }
    guard let assertion else { return false }
    return record(assertion, .broken)
  }

  private mutating func missShare(
    _ part: Operand, _ whole: Operand, _ percent: Operand, _ claim: Claim, _ evidence: Evidence
  ) {
    let isStated = statesShare(part, whole, percent)
    guard isStated || evidence == .cued, part.isLevel, !isPeer(whole, of: part) else { return }
    misses.append(
      NearMiss(
        equation: .quotient(factor: ExactDecimal(100)), operands: [part, whole, percent],
        claim: claim, attempts: 1, evidence: isStated ? .asserted : evidence))
  }

  /// A number with a share of its own, or one that is a bound only, is no whole.
  private func isPeer(_ whole: Operand, of part: Operand) -> Bool {
    let next = whole.figure + 1
    if [.over, .atLeast, .atMost, .under].contains(map.figures[part.figure].qualifier) {
      return true
    }
    guard next < map.figures.count, map.figures[next].kind == .percent, part.figure != next,
      map.areInOneSentence(whole.figure, next)
    else { return false }
    let gap = map.gaps[next]
    return gap.length < 40 && (gap.lead.contains(.share) || gap.opens)
  }

  /// `Cần 1,2 triệu trang; đã làm 480 nghìn trang, bằng 40%.`: nothing else in the sentence that
  /// the percentage could be a share of, and nothing said of what it is one.
  private func statesShare(_ part: Operand, _ whole: Operand, _ percent: Operand) -> Bool {
    let index = percent.figure
    let (before, after) = (map.gaps[index], map.gaps[index + 1])
    guard part.figure == index - 1, part.isLevel, part.hasSameUnit(as: whole),
      map.areInOneBlock(whole.figure, index), before.length < 24, !before.closes,
      before.lead.contains(.share) || before.isAside
    else { return false }
    if whole.figure == index + 1 {
      return after.clauses == 0 && after.opens && after.length < 60
    }
    return map.areInOneSentence(whole.figure, index) && after.startsWithMark
      && !map.gaps[part.figure].lead.contains(.earlier)
  }

  /// `1.448 tỷ đồng, bằng 85% dự toán (1.700 tỷ đồng)`: three in a row, and words that join them.
  private func assertsWhole(_ whole: Operand, part: Operand, _ index: Int) -> Bool {
    let (before, after) = (map.gaps[index], map.gaps[index + 1])
    if whole.figure == part.figure - 1 { return assertsWholeBefore(whole, part: part, index) }
    return part.figure == index - 1 && whole.figure == index + 1 && part.isLevel
      && (part.value <= whole.value || after.tail.contains(.plan))
      && part.hasSameUnit(as: whole) && map.areInOneSentence(part.figure, whole.figure)
      && before.lead.contains(.share) && before.length < 40 && after.length < 60
      && after.clauses == 0 && !after.tail.isDisjoint(with: [.plan, .total])
  }

  /// The amount right before the percentage, else the one right after: `29% (435 người)`.
  private func parts(for index: Int) -> [Int] {
    var parts: [Int] = []
    if index > 0, map.areInOneSentence(index, index - 1),
      let last = map.operandsOf[index - 1].first,
      map.operands[last].isAmount
    {
      parts.append(last)
      if let first = partOfTotal(before: index) { parts.append(first) }
    } else if index > 1, map.areInOneSentence(index, index - 2),
      let last = map.operandsOf[index - 2].first, map.operands[last].isAmount
    {
      // `1.363 tỷ đồng, tăng 5%, bằng 90% dự toán`
      parts.append(last)
    }
    if index + 1 < map.figures.count, map.areInOneSentence(index, index + 1),
      let next = map.operandsOf[index + 1].first, map.operands[next].isAmount
    {
      parts.append(next)
    }
    return parts
  }

  /// `8.118 hộ trong tổng số 8.200 hộ, bằng 99%`: the total stands between.
  private func partOfTotal(before index: Int) -> Int? {
    guard index > 1, map.areInOneSentence(index, index - 2),
      map.gaps[index - 1].lead.contains(.total), let first = map.operandsOf[index - 2].first,
      let total = map.operandsOf[index - 1].first,
      map.operands[first].hasSameUnit(as: map.operands[total])
    else { return nil }
    return first
  }

  /// The nearest candidates first; what follows in brackets is nearest of all.
  private func wholes(for index: Int, part: Int) -> [Int] {
    let after = map.operands(after: index, limit: 2)
    let before = map.operands(before: index, limit: Self.reach)
    let isPlanNext =
      map.gaps[index + 1].tail.contains(.plan) || map.gaps[index + 1].opens
      || map.gaps[index + 1].tail.contains(.total)
    let order = isPlanNext ? after + before : before + after
    let own = map.operands[part].figure
    if let last = lastWhole, map.areInOneBlock(map.operands[last].figure, index),
      map.operands[last].figure != own
    {
      return [last]
        + order.filter {
          $0 != last && map.operands[$0].figure != own && map.operands[$0].isLevel
        }
    }
    return order.filter { map.operands[$0].figure != own && map.operands[$0].isLevel }
  }

  private func evidence(for percent: Operand, part: Operand, whole: Operand) -> Evidence {
    let index = percent.figure
    let (lead, tail) = (map.gaps[index].lead, map.gaps[index + 1].tail)
    var evidence: Evidence = map.areInOneBlock(index, whole.figure) ? .near : .bare
    let isPartBeside = abs(part.figure - index) == 1
    if isPartBeside, lead.contains(.share) || map.gaps[index].opens || map.gaps[index + 1].opens,
      evidence == .near
    {
      evidence = .cued
    }
    if evidence == .near, !tail.isDisjoint(with: [.plan, .total]) { evidence = .cued }
    if evidence == .bare, map.gaps[whole.figure].lead.contains(.total), isPartBeside {
      evidence = .near
    }
    let isSame = part.hasSameUnit(as: whole) || part.unit == whole.unit
    // An achievement is measured against a plan however the two nouns differ.
    return isSame ? evidence : tail.contains(.plan) ? .near : evidence.weakened
  }

  /// `Trong 1.500 người, 435 người (29%)`: the whole announced right before its part, and nothing
  /// said of what the percentage is a share of.
  private func assertsWholeBefore(_ whole: Operand, part: Operand, _ index: Int) -> Bool {
    let cues = map.gaps[part.figure].lead.union(map.gaps[whole.figure].lead)
    return part.figure == index - 1 && part.isLevel && part.hasSameUnit(as: whole)
      && part.value < whole.value && map.areInOneSentence(whole.figure, index)
      && (map.gaps[index].lead.contains(.share) || map.gaps[index].isAside)
      && map.gaps[index].length < 40 && map.gaps[index + 1].startsWithMark
      && !cues.isDisjoint(with: [.parts, .total]) && !cues.contains(.earlier)
  }

  // MARK: the claim

  func shareClaim(part: Operand, whole: Operand, _ percent: Operand) -> Claim? {
    guard part.isAmount, whole.isLevel, part.value > .zero, whole.value > .zero,
      part.hasSameUnit(as: whole) || part.unit == whole.unit || part.isCount && whole.isCount,
      let quotient = try? part.estimate.scaled(byPowerOfTen: 2)
        .divided(by: whole.estimate, toPowerOfTen: percent.precision - 6)
    else { return nil }
    let isPlan =
      percent.value > ExactDecimal(100)
      || map.gaps[percent.figure + 1].tail.contains(.plan)
    let roles: ShareRoles = part.change != nil ? .growth : isPlan ? .completion : .share
    return Claim(kind: roles.kind, expected: quotient, stated: percent) {
      Claim.Description(
        formula: "\(part.value) ÷ \(whole.value) × 100",
        members: [
          part.member(roles.part), whole.member(roles.whole), percent.member(roles.percent),
        ])
    }
  }
}

/// What a relation with a percentage is called, and its members.
private struct ShareRoles {
  let kind: String
  let part: String
  let whole: String
  let percent: String

  static let share = ShareRoles(kind: "share", part: "part", whole: "whole", percent: "share")
  static let completion = ShareRoles(
    kind: "completion", part: "reached", whole: "plan", percent: "completion")
  static let growth = ShareRoles(
    kind: "growth", part: "change", whole: "earlier", percent: "rate")
}
