import Model

/// Finds the relations between a document's figures, looking at a bounded number of neighbours of
/// each, so that time grows with the text and no faster.
struct RelationFinder {
  let map: FigureMap
  let conversions: Conversions
  /// What grows with the document. Apart from the rest: a method that changes nothing may be given
  /// a copy of the finder, and while that lives each addition would copy all of these.
  final class Findings {
    var relations: [Relation] = []
    var known: Set<[Int]> = []
    var lastPart: [Int: Int] = [:]
    var broken: [Int: [Int]] = [:]
    var misses: [NearMiss] = []
  }

  let findings = Findings()
  private(set) var relations: [Relation] {
    get { findings.relations }
    _modify { yield &findings.relations }
  }
  /// The figures of each relation found, so that none is found twice.
  private var known: Set<[Int]> {
    get { findings.known }
    _modify { yield &findings.known }
  }
  /// For a whole, by its operand: the last operand of the parts that were found for it.
  var lastPart: [Int: Int] {
    get { findings.lastPart }
    _modify { yield &findings.lastPart }
  }
  /// Figures that only something else is compared with: plans, earlier levels, changes, balances.
  /// They are no parts of a sum.
  private(set) var asides: Set<Int> = []
  /// The parts that seem to follow a total and do not give it, by its operand.
  var broken: [Int: [Int]] {
    get { findings.broken }
    _modify { yield &findings.broken }
  }
  /// Relations that words announce and that fail.
  var misses: [NearMiss] {
    get { findings.misses }
    _modify { yield &findings.misses }
  }
  /// Percentages that a relation explains.
  var explained: Set<Int> = []
  /// The whole of the share found last; lists give it once.
  var lastWhole: Int?
  /// Shares that hold, by the operand of their whole.
  var sharesOf: [Int: Int] = [:]

  /// How often a number was held against another one, or an equation was tried: what grows with the
  /// text, and must grow no faster.
  var comparisons = 0

  private static let asideRoles = ["plan", "earlier", "change", "difference"]

  init(map: FigureMap, conversions: Conversions) {
    self.map = map
    self.conversions = conversions
  }

  mutating func run() {
    findShares()
    findGrowth()
    findMultiples()
    findDifferences(after: .balance)
    findSums()
    findDifferences(after: .rest)
    findProducts()
    breakNearMisses()
    relations.sort { ($0.members.last?.figure ?? 0) < ($1.members.last?.figure ?? 0) }
  }

  /// Keeps the claim if it holds and is unlikely to hold by chance.
  mutating func accept(_ claim: Claim, attempts: Int, _ evidence: Evidence) -> Bool {
    comparisons += 1
    let verdict = claim.verdict
    guard verdict != .broken, claim.isSignificant(verdict, attempts: attempts, evidence) else {
      return false
    }
    return record(claim, verdict)
  }

  /// Keeps the claim; false when the same figures are related already.
  @discardableResult
  mutating func record(_ claim: Claim, _ verdict: RelationVerdict) -> Bool {
    let relation = claim.relation(verdict)
    guard known.insert(Set(relation.members.map(\.figure)).sorted()).inserted else { return false }
    for member in relation.members where Self.asideRoles.contains(member.role) {
      // A ratio is its own plan, and its value may well be a part.
      if relation.members.count(where: { $0.figure == member.figure }) == 1 {
        asides.insert(member.figure)
      }
    }
    relations.append(relation)
    return true
  }

}
