import Model
import Rules
import Testing

@testable import Validation

/// No row stands in `unit_rules.csv` without being seen to work. Most rows are bounds, so their
/// examples are made: `bounds.csv` gives the text, the row itself the values that stand in it.
@Suite struct BoundExampleTests {
  private func rules(in reading: DocumentReading) -> [String] {
    reading.figures.flatMap { $0.verdicts.map(\.rule) }
      + reading.rejections.filter { $0.stage == .validate }.map(\.rule)
  }

  @Test func everyRowHasAnExample() throws {
    let names = try Project.rules.get().unitRules.map(\.name)
    let written = try Project.examples("unit_rules", ["rule", "flagged", "fine"])
    let made = try Project.examples("bounds", ["rule", "text"])
    let shown = Set((written + made).map { $0["rule"] })
    #expect(names.filter { !shown.contains($0) } == [])
    #expect(shown.subtracting(names) == [])
  }

  /// What lies beyond a bound is flagged by its row, and what lies on it is not.
  @Test func boundsAreWhereTheRowsSay() throws {
    for row in try Project.examples("bounds", ["rule", "text"]) where !row["text"].isEmpty {
      let rule = try #require(
        try Project.rules.get().unitRules.first { $0.name == row["rule"] }, "\(row["rule"])")
      #expect(row["text"].contains("{}"), "\(row["text"])")
      let bounds = try Bound.all(of: rule)
      #expect(!bounds.isEmpty, "\(rule.name)")
      for bound in bounds {
        let beyond = bound.text(row["text"], bound.beyond)
        let flagged = rules(in: try Project.validated(beyond))
        #expect(flagged.contains("unit_rules:\(rule.name)"), "\(beyond): \(flagged)")
        guard bound.limit > .zero else { continue }
        let within = bound.text(row["text"], bound.limit)
        let fine = try Project.validated(within)
        #expect(!(fine.figures.isEmpty && fine.rejections.isEmpty), "\(within)")
        #expect(!rules(in: fine).contains("unit_rules:\(rule.name)"), "\(within)")
      }
    }
  }

  /// Figures from elsewhere can be what no text gives: negative, or with too many decimals.
  @Test func rowsWithoutConditionsJudgeFiguresWithoutText() throws {
    let validator = Validator(rules: try Project.rules.get())
    func flagged(_ figure: Figure) -> [String] {
      let document = Document(id: "text", text: [])
      return rules(in: validator.validate(DocumentReading(document: document, figures: [figure])))
    }
    for rule in try Project.rules.get().unitRules where rule.isForEveryText {
      for bound in try Bound.all(of: rule, withSigns: true) {
        let name = "unit_rules:\(rule.name)"
        #expect(flagged(rule.figure(bound.beyond)).contains(name), "\(rule.name) \(bound.beyond)")
        #expect(!flagged(rule.figure(bound.limit)).contains(name), "\(rule.name) \(bound.limit)")
      }
    }
  }
}

/// One end of what a row allows.
private struct Bound {
  let limit: ExactDecimal
  /// The next number outside.
  let beyond: ExactDecimal

  /// The ends of a row; those at zero and below only `withSigns`, as texts state few signs.
  static func all(of rule: ValueRule, withSigns: Bool = false) throws -> [Bound] {
    guard rule.measured == .value else { return [] }
    var bounds: [Bound] = []
    if let highest = rule.highest {
      bounds.append(Bound(limit: highest, beyond: try highest.adding(ExactDecimal(1))))
    }
    if let lowest = rule.lowest, withSigns || lowest > .zero {
      // Below small numbers there is room for decimals only.
      let isSmall = lowest > .zero && lowest <= ExactDecimal(1)
      let below =
        isSmall ? lowest.scaled(byPowerOfTen: -1) : try lowest.subtracting(ExactDecimal(1))
      bounds.append(Bound(limit: lowest, beyond: below))
    }
    return bounds
  }

  func text(_ template: String, _ value: ExactDecimal) -> String {
    let parts = template.split(separator: "{}", omittingEmptySubsequences: false)
    return parts.joined(separator: Self.written(value))
  }

  /// As Vietnamese texts write it: `1.234,5`.
  private static func written(_ value: ExactDecimal) -> String {
    let parts = value.description.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole.insert(".", at: whole.startIndex) }
      whole.insert(digit, at: whole.startIndex)
    }
    return parts.count > 1 ? "\(whole),\(parts[1])" : whole
  }
}

extension ValueRule {
  /// Whether the row asks nothing of the text.
  fileprivate var isForEveryText: Bool {
    quote == nil && subject == nil && before == nil && after == nil && unless == nil
  }

  /// A figure that the row is for.
  fileprivate func figure(_ value: ExactDecimal) -> Figure {
    let unit = unit.map { $0.hasSuffix("/*") ? String($0.dropLast()) + "chiếc" : $0 }
    return Project.figure(
      kind ?? .count, value.description, precision: value.exponent, unit: unit,
      change: scope == .change ? .increase : nil)
  }
}
