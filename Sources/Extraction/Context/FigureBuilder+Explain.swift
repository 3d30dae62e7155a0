import Model

/// What the builder itself decided, for explanations.
extension FigureBuilder {
  func noteCarried(_ attribute: Attribute, _ isSet: Bool) {
    guard isSet else { return }
    scan.trace?.note(attribute, 0..<0, "context:carried", "shared with the figure before")
  }

  /// The attributes whose words are kept with the meaning.
  func note(_ meaning: Meaning, _ carried: Carried, in sentence: Sentence) {
    guard let trace = scan.trace else { return }
    if let basis = meaning.basis { trace.note(.basis, basis, "context:basis") }
    if let subject = meaning.subject {
      let isCarried = subject.upperBound <= sentence.tokens.lowerBound
      trace.note(
        .subject, subject, isCarried ? "context:carried" : "context:phrase",
        isCarried ? "earlier in the paragraph" : nil)
    }
    if let source = carried.source {
      let isCarried = source.tokens.upperBound <= sentence.tokens.lowerBound
      trace.note(
        .source, source.tokens, "sources:\(scan.rules.sources[Int(source.cue.row)].phrase)",
        isCarried ? "carried on from earlier in the paragraph" : nil)
    }
    if meaning.period != nil, let period = carried.period {
      trace.note(.period, period.range, rule(of: period), remark(on: period, sentence))
    }
  }

  private func rule(of period: Period) -> String {
    guard let cue = period.cue else {
      // A bare cùng kỳ in brackets, or a time behind the figure where the words before it say now.
      guard period.item >= 0 else {
        return period.isAside ? "context:same-period" : "context:later"
      }
      return items[period.item].rule
    }
    return cue.table == .relativeTime
      ? "relative_times:\(scan.rules.relativeTimes[Int(cue.row)].phrase)"
      : "times:\(scan.rules.times[Int(cue.row)].phrase)"
  }

  private func remark(on period: Period, _ sentence: Sentence) -> String? {
    let isCarried = period.range.upperBound <= sentence.tokens.lowerBound
    return isCarried ? "carried on from earlier in the paragraph" : nil
  }
}
