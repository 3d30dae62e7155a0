import Model

/// Changes: a level, how much it changed, and the level before.
extension RelationFinder {
  mutating func findGrowth() {
    for (index, figure) in map.figures.enumerated() where !figure.isRange {
      guard let change = map.value(of: index), change.value > .zero else { continue }
      // `vượt 6,4% so với kế hoạch` is no change in time, but is computed like one.
      let isPassedPlan =
        figure.kind == .percent && figure.qualifier == .over
        && map.gaps[index + 1].tail.contains(.plan)
      guard figure.change != nil || figure.kind == .point || isPassedPlan,
        !findRateOfChange(change)
      else { continue }
      findLevels(of: change)
    }
  }

  // MARK: two levels and the change

  private mutating func findLevels(of change: Operand) {
    let levels = levels(of: change)
    var attempts = 0
    for later in levels.filter({ map.operands[$0].figure < change.figure }).prefix(2) {
      for earlier in levels where earlier != later {
        guard let claim = claim(map.operands[later], map.operands[earlier], change) else {
          continue
        }
        attempts += 1
        let evidence = evidence(change, map.operands[later], map.operands[earlier])
        if accept(claim, attempts: attempts, evidence) {
          explained.insert(change.figure)
          return
        }
        if later == levels.first, isFromTo(change, map.operands[later], map.operands[earlier]) {
          miss(change, map.operands[later], map.operands[earlier], claim, attempts, evidence)
        }
      }
    }
    breakGrowth(change)
  }

  private mutating func miss(
    _ change: Operand, _ later: Operand, _ earlier: Operand, _ claim: Claim, _ attempts: Int,
    _ evidence: Evidence
  ) {
    let isRise = change.change.map { $0 == .increase } ?? (later.value > earlier.value)
    let isRate = change.kind == .percent
    misses.append(
      NearMiss(
        equation: isRate ? .growth(isRise: isRise) : .sum,
        operands: isRate
          ? [later, earlier, change]
          : isRise ? [earlier, change, later] : [later, change, earlier],
        claim: claim, attempts: attempts, evidence: evidence))
  }

  /// `21,28 triệu lượt, tăng 12% so với năm 2024 (19 triệu lượt)`: three in a row, and the words
  /// that join them.
  private mutating func breakGrowth(_ change: Operand) {
    let index = change.figure
    guard change.kind == .percent, index > 0, index + 1 < map.figures.count,
      map.areInOneSentence(index - 1, index + 1), let later = map.value(of: index - 1),
      let earlier = map.value(of: index + 1), later.isLevel, earlier.isLevel,
      later.unitID == earlier.unitID, later.kind != .rate
    else { return }
    let (before, after) = (map.gaps[index], map.gaps[index + 1])
    guard before.length < 30, after.length < 80, after.clauses == 0, !after.hasSemicolon,
      !after.closes,
      after.lead.contains(.earlier), let claim = claim(later, earlier, change),
      claim.verdict == .broken
    else { return }
    record(claim, .broken)
  }

  /// The levels near the change, the nearest before it first.
  func levels(of change: Operand) -> [Int] {
    let before = map.operands(before: change.figure, limit: 6)
    let after = map.operands(after: change.figure, limit: 2)
    return (before + after).filter {
      let level = map.operands[$0]
      guard level.change == nil, level.part == .value, level.value > .zero else { return false }
      switch change.kind {
      case .point: return level.kind == .percent
      case .percent: return level.isAmount
      default: return level.isAmount && level.hasSameUnit(as: change)
      }
    }
  }

  private func evidence(_ change: Operand, _ later: Operand, _ earlier: Operand) -> Evidence {
    guard map.areInOneSentence(change.figure, later.figure),
      map.areInOneSentence(change.figure, earlier.figure)
    else {
      return map.areInOneBlock(change.figure, later.figure)
        && map.areInOneBlock(change.figure, earlier.figure) ? .near : .bare
    }
    let cues = map.gaps[earlier.figure].lead.union(map.gaps[later.figure].lead)
    return isFromTo(change, later, earlier) || cues.contains(.later) ? .cued : .near
  }

  /// The earlier level is named as one, or stands in brackets beside the change.
  private func isFromTo(_ change: Operand, _ later: Operand, _ earlier: Operand) -> Bool {
    map.areInOneSentence(change.figure, later.figure)
      && map.areInOneSentence(change.figure, earlier.figure)
      && (map.gaps[earlier.figure].lead.contains(.earlier)
        || abs(earlier.figure - change.figure) == 1
          && map.gaps[max(earlier.figure, change.figure)].opens)
  }

  private func claim(_ later: Operand, _ earlier: Operand, _ change: Operand) -> Claim? {
    guard later.hasSameUnit(as: earlier) || later.kind == .percent else { return nil }
    let isRise = change.change.map { $0 == .increase } ?? (later.value > earlier.value)
    guard isRise == (later.value > earlier.value) else { return nil }
    let (upper, lower) = isRise ? (later, earlier) : (earlier, later)
    var expected = try? upper.estimate.minus(lower.estimate)
    var grid: Int? = min(upper.value.exponent, lower.value.exponent, change.value.exponent)
    if change.kind == .percent {
      // Later by earlier, less one, so that the earlier level's error counts once.
      grid = nil
      guard
        let quotient = try? later.estimate.scaled(byPowerOfTen: 2)
          .divided(by: earlier.estimate, toPowerOfTen: change.precision - 6)
      else { return nil }
      let whole = Estimate(exactly: ExactDecimal(100))
      expected = isRise ? try? quotient.minus(whole) : try? whole.minus(quotient)
    }
    guard let expected, expected.value > .zero else { return nil }
    return Claim(kind: "growth", expected: expected, stated: change, grid: grid) {
      Claim.Description(
        formula: change.kind == .percent
          ? "(\(later.value) − \(earlier.value)) ÷ \(earlier.value) × 100"
          : "\(upper.value) − \(lower.value)",
        members: [earlier.member("earlier"), later.member("later"), change.member("change")])
    }
  }
}
