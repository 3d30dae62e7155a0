import Model

/// What validation says of a document, by stretches of its text.
struct Judgement {
  struct Flag {
    var range: Range<Int>
    let message: String
    /// A rule objects.
    let isRuled: Bool
    /// A relation is broken.
    let isBroken: Bool
    /// Refused before validation: no figure was made of it.
    var isUnread = false

    /// Where it stood before an error was planted.
    func moved(before plant: Plant) -> Flag {
      guard range.lowerBound >= plant.newRange.upperBound else { return self }
      var flag = self
      let growth = plant.replacement.count - plant.range.count
      flag.range = range.lowerBound - growth..<range.upperBound - growth
      return flag
    }
  }

  private(set) var flagged: [Flag] = []
  /// Figures that a relation confirms, with the relation.
  private(set) var confirmed: [(range: Range<Int>, message: String)] = []

  init(_ reading: DocumentReading) {
    for figure in reading.figures {
      let range = figure.span.byteStart..<figure.span.byteEnd
      let objections = figure.verdicts.filter { $0.severity != .info }
      if let first = objections.first {
        flagged.append(
          Flag(
            range: range, message: "\(first.rule): \(first.message)",
            isRuled: objections.contains { !$0.rule.hasPrefix("relations:") },
            isBroken: objections.contains { $0.rule.hasPrefix("relations:") }))
      }
      for verdict in figure.verdicts
      where verdict.severity == .info && verdict.rule.hasPrefix("relations:") {
        confirmed.append((range, "\(verdict.rule) \(verdict.message)"))
      }
    }
    for rejection in reading.rejections {
      guard let span = rejection.span else { continue }
      flagged.append(
        Flag(
          range: span.byteStart..<span.byteEnd,
          message: "\(rejection.rule): \(rejection.reason)", isRuled: true, isBroken: false,
          isUnread: rejection.stage != .validate))
    }
  }

  /// Whether the same stretch was flagged for the same kind of thing.
  func isFlagged(_ flag: Flag) -> Bool {
    flagged.contains { $0.range == flag.range && $0.isRuled == flag.isRuled }
  }
}
