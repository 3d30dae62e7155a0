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
      let article = Article()
      article.add(reading.figures)
      let objections = objections(
        to: reading.figures, from: 0, of: article, in: text, TextConditionScratch())
      objections.apply(to: &result)
      var windows = RelationWindows(self)
      windows.add(result.figures, gaps(in: text))
      result.relations += windows.finish(gaps(in: text))
    }
    for relation in result.relations.dropFirst(reading.relations.count) {
      let verdict = Self.verdict(of: relation)
      for figure in relation.figures { result.figures[figure].verdicts.append(verdict) }
    }
    return result
  }

  /// What the rules for single figures object to in those of a reading, or of a stretch of one.
  ///
  /// - Parameter first: the place of its first figure among those of the article.
  func objections(
    to figures: [Figure], from first: Int, of article: Article,
    in text: UnsafeBufferPointer<UInt8>, _ scratch: TextConditionScratch
  ) -> Objections {
    var objections = Objections()
    for (index, figure) in figures.enumerated() {
      let verdicts = checks.verdicts(on: figure, at: first + index, of: article, in: text, scratch)
      if !verdicts.isEmpty { objections.verdicts[index] = verdicts }
    }
    return objections
  }

  func gaps(in text: UnsafeBufferPointer<UInt8>) -> GapReader { GapReader(text: text, cues: cues) }

  func relations(in map: FigureMap) -> [Relation] {
    var finder = RelationFinder(map: map, conversions: conversions)
    finder.run()
    return finder.relations
  }

  /// What a relation says of each of its members: a broken one does not say which is wrong, so it
  /// marks all of them.
  static func verdict(of relation: Relation) -> Verdict {
    let isBroken = relation.verdict == .broken
    return Verdict(
      rule: "relations:\(relation.kind)", severity: isBroken ? .warning : .info,
      message: "\(relation.formula) = \(relation.expected), stated \(relation.stated): "
        + relation.verdict.rawValue)
  }
}

extension Relation {
  /// The figures that it relates, each once.
  var figures: [Int] {
    var seen: Set<Int> = []
    return members.map(\.figure).filter { seen.insert($0).inserted }
  }
}
