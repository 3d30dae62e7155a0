import Model

/// What the rules of `unit_rules.csv` object to in the figures of a reading, or of a stretch of one.
public struct Objections: Sendable {
  /// By the places of the figures as they were extracted; most have none.
  var verdicts: [Int: [Verdict]] = [:]

  /// Adds verdicts to the figures, and moves those that an `error` rule refuses to the rejections.
  public func apply(to reading: inout DocumentReading) {
    let (figures, known) = (reading.figures, reading.rejections.count)
    reading.figures.removeAll(keepingCapacity: true)
    for (index, figure) in figures.enumerated() {
      let verdicts = verdicts[index] ?? []
      if let error = verdicts.first(where: { $0.severity == .error }) {
        reading.rejections.append(Self.rejection(of: figure, error))
        continue
      }
      var judged = figure
      judged.verdicts += verdicts
      reading.figures.append(judged)
    }
    Self.settleNumerals(of: &reading, newRejections: known)
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
}
