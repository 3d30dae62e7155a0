import Model
import Rules

/// Judges the figures of a document: by the rules of `unit_rules.csv`, and by the arithmetic that
/// its figures satisfy or break.
public struct Validator: Sendable {
  private let checks: ValueChecks
  private let cues: CueTable
  private let conversions: Conversions

  public init(rules: RuleSet) {
    checks = ValueChecks(rules: rules)
    cues = CueTable(rules.relationCues)
    conversions = Conversions(rules.unitConversions)
  }

  /// Adds verdicts to the figures, moves figures that an `error` rule refuses to the rejections,
  /// and finds the relations.
  ///
  /// The numeral of a refused figure becomes rejected with the reason, so that the ledger of
  /// numerals still balances. Relations name figures by their position in the figures returned. A
  /// reading without the document's text is judged by its values alone.
  public func validate(_ reading: DocumentReading) -> DocumentReading {
    var result = reading
    reading.document.text.withUnsafeBufferPointer { text in
      result.figures.removeAll(keepingCapacity: true)
      let scratch = TextConditionScratch()
      let article = Article(reading.figures, in: text, scratch)
      for (index, figure) in reading.figures.enumerated() {
        let around = TextAround(figure.span, in: text)
        let verdicts = checks.verdicts(on: index, around, article, scratch)
        if let error = verdicts.first(where: { $0.severity == .error }) {
          result.rejections.append(Self.rejection(of: figure, error))
          continue
        }
        var judged = figure
        judged.verdicts += verdicts
        result.figures.append(judged)
      }
      Self.settleNumerals(of: &result, newRejections: reading.rejections.count)
      let map = FigureMap(result.figures, in: text, cues: cues)
      var finder = RelationFinder(map: map, conversions: conversions)
      finder.run()
      result.relations += finder.relations
    }
    for relation in result.relations.dropFirst(reading.relations.count) {
      Self.mark(relation, in: &result.figures)
    }
    return result
  }

  private static func rejection(of figure: Figure, _ verdict: Verdict) -> Rejection {
    Rejection(
      document: figure.document, stage: .validate, rule: verdict.rule, reason: verdict.message,
      quote: figure.quote, span: figure.span)
  }

  /// Both lists follow the text, but either may come from outside, so none is taken to be sorted.
  private static func settleNumerals(of reading: inout DocumentReading, newRejections first: Int) {
    guard reading.rejections.count > first else { return }
    var refused: [Span: Rejection] = [:]
    for rejection in reading.rejections[first...] {
      if let span = rejection.span { refused[span] = rejection }
    }
    for index in reading.numerals.indices where reading.numerals[index].disposition == .figure {
      guard let rejection = refused[reading.numerals[index].span] else { continue }
      reading.numerals[index].disposition = .rejected
      reading.numerals[index].rule = rejection.rule
      reading.numerals[index].reason = rejection.reason
    }
  }

  /// A broken relation does not say which of its members is wrong, so it marks all of them.
  private static func mark(_ relation: Relation, in figures: inout [Figure]) {
    let isBroken = relation.verdict == .broken
    let verdict = Verdict(
      rule: "relations:\(relation.kind)", severity: isBroken ? .warning : .info,
      message: "\(relation.formula) = \(relation.expected), stated \(relation.stated): "
        + relation.verdict.rawValue)
    var marked: Set<Int> = []
    for member in relation.members where marked.insert(member.figure).inserted {
      figures[member.figure].verdicts.append(verdict)
    }
  }
}
