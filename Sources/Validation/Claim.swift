import Model

/// How strongly the text itself says that a relation is meant.
enum Evidence: Comparable {
  /// Only the numbers say so.
  case bare
  /// In the same sentence or list.
  case near
  /// Words of `relation_cues.csv` say so.
  case cued
  /// The text asserts it, so that a relation that fails is an error of somebody.
  case asserted

  /// How many times rarer a chance hit must be than one in the number of attempts.
  var odds: Int {
    switch self {
    case .bare: 500
    case .near: 30
    case .cued: 2
    case .asserted: 0
    }
  }

  /// One step weaker: for numbers of unlike units.
  var weakened: Evidence {
    switch self {
    case .asserted: .cued
    case .cued: .near
    case .near, .bare: .bare
    }
  }
}

/// A relation that may hold: what the members give, and what the text states for it.
struct Claim {
  let kind: String
  let expected: Estimate
  let stated: Operand
  /// The power of ten of the coarsest step at which all the numbers lie; for sums of round numbers,
  /// which meet by chance more often than their digits suggest.
  var grid: Int?
  /// What the relation will say; made only for the few claims that are kept.
  let describe: () -> Description

  struct Description {
    let formula: String
    let members: [Relation.Member]
  }

  /// Whether the stated value is the expected one, to the last digit or within rounding.
  var verdict: RelationVerdict {
    let precision = stated.precision
    if expected.value.rounded(toPowerOfTen: precision) == stated.value { return .holds }
    let step = ExactDecimal(coefficient: 1, exponent: precision)
    guard let cutEnd = try? stated.value.adding(step) else { return .broken }
    let reachesUp = expected.high >= stated.estimate.low
    let reachesDown = expected.low < cutEnd || expected.low <= stated.estimate.high
    return reachesUp && reachesDown ? .rounded : .broken
  }

  /// True when so good a match is unlikely to be chance, after `attempts` at one.
  func isSignificant(_ verdict: RelationVerdict, attempts: Int, _ evidence: Evidence) -> Bool {
    guard evidence != .asserted else { return true }
    var odds = attempts * evidence.odds
    var width = ExactDecimal(coefficient: 1, exponent: grid ?? stated.precision)
    if verdict == .rounded {
      // A match to the last digit says more than one within the errors of all operands.
      guard let sum = try? max(width, stated.estimate.width).adding(expected.width) else {
        return false
      }
      width = sum
      if evidence != .cued { odds *= 4 }
    }
    guard let risk = try? width.multiplied(by: ExactDecimal(odds)) else {
      return false
    }
    return risk <= stated.value.magnitude
  }

  func relation(_ verdict: RelationVerdict) -> Relation {
    let description = describe()
    return Relation(
      kind: kind, formula: description.formula,
      expected: expected.value.rounded(toPowerOfTen: stated.precision - 2).description,
      stated: stated.value.description, verdict: verdict, members: description.members)
  }
}
