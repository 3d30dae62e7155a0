import Model

/// Changes: a level, how much it changed, and the level before.
extension RelationFinder {
  mutating func findGrowth() {
    for (index, figure) in map.figures.enumerated() where figure.upper == nil {
      guard let change = map.value(of: index), change.value > .zero else { continue }
      // `vượt 6,4% so với kế hoạch` is no change in time, but is computed like one.
      let isPassedPlan = figure.kind == .percent && figure.qualifier == .over
        && map.gaps[index + 1].tail.contains(.plan)
      guard figure.change != nil || figure.kind == .point || isPassedPlan,
        !findRateOfChange(change) else { continue }
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
      }
    }
  }

  /// The levels near the change, the nearest before it first.
  private func levels(of change: Operand) -> [Int] {
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
    let isFromTo = map.gaps[earlier.figure].lead.contains(.earlier)
      || abs(earlier.figure - change.figure) == 1 && map.gaps[max(earlier.figure, change.figure)].opens
    return isFromTo || cues.contains(.later) ? .cued : .near
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
      guard let quotient = try? later.estimate.scaled(byPowerOfTen: 2)
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

  // MARK: a level, its change and the rate of change

  /// `98 vụ, giảm 12 vụ (10,9%)`: the earlier level is not stated and follows from the two.
  private mutating func findRateOfChange(_ change: Operand) -> Bool {
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
