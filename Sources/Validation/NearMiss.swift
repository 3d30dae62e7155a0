import Model

/// A relation that words announce and that fails; if one slip explains it, it is an error.
struct NearMiss {
  /// The numbers of an equation, and what each of them should be, given the others.
  enum Equation {
    /// The last operand is the sum of the others.
    case sum
    /// factor × first ÷ second = last.
    case quotient(factor: ExactDecimal)
    /// first × second × factor = last.
    case product(factor: Estimate)
    /// 100 × later ÷ earlier = 100 ± rate, the operands in this order.
    case growth(isRise: Bool)
  }

  let equation: Equation
  /// In the order of the equation.
  let operands: [Operand]
  let claim: Claim
  let attempts: Int
  let evidence: Evidence

  /// The numbers between which an operand should lie.
  func target(of position: Int) -> Estimate? {
    switch equation {
    case .sum: return targetOfSum(position)
    case .quotient(let factor): return targetOfQuotient(position, factor, operands[2].estimate)
    case .product(let factor): return targetOfProduct(position, factor)
    case .growth(let isRise):
      let whole = Estimate(exactly: ExactDecimal(100))
      let rate = operands[2].estimate
      guard let ratio = isRise ? try? whole.plus(rate) : try? whole.minus(rate),
        let target = targetOfQuotient(position, ExactDecimal(100), ratio)
      else { return nil }
      guard position == 2 else { return target }
      return isRise ? try? target.minus(whole) : try? whole.minus(target)
    }
  }

  private func targetOfSum(_ position: Int) -> Estimate? {
    let last = operands.count - 1
    var target = Estimate(exactly: .zero)
    for (index, operand) in operands.enumerated() where index != position {
      // A part is what the total leaves of it; the total is what the parts make.
      let adds = position == last || index == last
      let next = adds ? try? target.plus(operand.estimate) : try? target.minus(operand.estimate)
      guard let next else { return nil }
      target = next
    }
    return target
  }

  private func targetOfQuotient(
    _ position: Int, _ factor: ExactDecimal, _ quotient: Estimate
  ) -> Estimate? {
    let (first, second) = (operands[0].estimate, operands[1].estimate)
    let step = operands[position].precision - 6
    let exact = Estimate(exactly: factor)
    switch position {
    case 0:
      return try? quotient.times(second).divided(by: exact, toPowerOfTen: step)
    case 1:
      guard quotient.low > .zero else { return nil }
      return try? first.times(exact).divided(by: quotient, toPowerOfTen: step)
    default:
      guard second.low > .zero else { return nil }
      return try? first.times(exact).divided(by: second, toPowerOfTen: step)
    }
  }

  private func targetOfProduct(_ position: Int, _ factor: Estimate) -> Estimate? {
    guard let plain = try? operands[position == 0 ? 1 : 0].estimate.times(factor) else {
      return nil
    }
    if position == 2 { return try? plain.times(operands[1].estimate) }
    return try? operands[2].estimate
      .divided(by: plain, toPowerOfTen: operands[position].precision - 6)
  }
}

extension NearMiss {
  /// Whether a slip in one of the operands at `positions` explains why the relation fails, and is
  /// unlikely to explain it by chance.
  func isSlip(at positions: [Int]) -> Bool {
    let digits = positions.reduce(0) { $0 + operands[$1].digitCount }
    for kind in [Slip.Kind.shift, .digit] {
      let count = count(of: kind, digits: digits, operands: positions.count)
      for position in positions {
        guard let target = target(of: position), target.value > .zero,
          isRare(target, operands[position], count * attempts),
          Slip.leads(from: operands[position], into: target, by: kind)
        else { continue }
        return true
      }
    }
    return false
  }

  /// How many targets as wide as one step the slips of a kind amount to. Unrelated amounts differ
  /// by several powers of ten, so that of quotients few meet a target, or one ten times as large.
  private func count(of kind: Slip.Kind, digits: Int, operands: Int) -> Int {
    if case .sum = equation {
      return kind == .shift ? operands * Slip.shifts.count : digits * 9
    }
    return kind == .shift ? 1 : digits
  }

  /// Whether so many slips are unlikely to meet the target by chance. Round numbers meet at round
  /// steps, not at those of their last digit.
  private func isRare(_ target: Estimate, _ operand: Operand, _ attempts: Int) -> Bool {
    var power = operand.precision
    if case .sum = equation { power = operands.map(\.value.exponent).min() ?? power }
    let step = ExactDecimal(coefficient: 1, exponent: power)
    guard let risk = try? max(target.width, step).multiplied(by: ExactDecimal(attempts)),
      let bound = try? target.value.multiplied(by: chance)
    else { return false }
    return risk <= bound
  }

  /// The greatest risk of calling a relation broken that is none. Lists leave out parts, so that a
  /// sum has to be more certain than a percentage that says what it is of.
  private var chance: ExactDecimal {
    let isSum = if case .sum = equation { true } else { false }
    switch evidence {
    case .bare: return .zero
    case .near: return ExactDecimal(coefficient: 1, exponent: isSum ? -3 : -2)
    case .cued: return ExactDecimal(coefficient: isSum ? 5 : 15, exponent: -2)
    case .asserted: return ExactDecimal(coefficient: 5, exponent: -1)
    }
  }
}

extension Operand {
  /// The digits down to the last one stated.
  fileprivate var digitCount: Int {
    max(1, value.digitCount + value.exponent - precision)
  }
}

extension RelationFinder {
  /// Marks the relations that words announce and a single slip breaks, as long as no other
  /// relation speaks for the number that would be wrong.
  mutating func breakNearMisses() {
    guard !misses.isEmpty else { return }
    defer { misses = [] }
    var confirmed: Set<Int> = []
    for relation in relations where relation.verdict != .broken {
      confirmed.formUnion(relation.members.map(\.figure))
    }
    var stated: Set<Int> = []
    for miss in misses.sorted(by: { $0.evidence > $1.evidence }) {
      guard let figure = miss.operands.last?.figure, !stated.contains(figure) else { continue }
      let doubtful = miss.operands.indices.filter { !confirmed.contains(miss.operands[$0].figure) }
      guard !doubtful.isEmpty, miss.isSlip(at: doubtful) else { continue }
      stated.insert(figure)
      record(miss.claim, .broken)
    }
  }
}
