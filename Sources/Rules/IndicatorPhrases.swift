import Lexing

/// The phrases of all indicators, cut into words whose numbers are not given yet.
struct IndicatorPhrases: Sendable {
  /// Where the phrases of an ``IndicatorRule/Context`` stand among ``contexts``.
  struct Context: Sendable {
    let needs, excludes, excludesNear: Range<Int>
  }

  /// The parts of all patterns, one after the other in the order of the table.
  private(set) var parts = CutPhrases()
  /// The phrases of all contexts.
  private(set) var contextPhrases = CutPhrases()
  /// One for each indicator.
  private(set) var contexts: [Context] = []

  init(_ indicators: [IndicatorRule], _ cutter: PhraseCutter) {
    var memory = Memory()
    contexts.reserveCapacity(indicators.count)
    for indicator in indicators {
      for part in indicator.patterns.joined() { parts.append(part, by: cutter) }
      let context = indicator.context
      contexts.append(
        Context(
          needs: memory.phrases(context.needs, in: &contextPhrases, cutter),
          excludes: memory.phrases(context.excludes, in: &contextPhrases, cutter),
          excludesNear: memory.phrases(context.excludesNear, in: &contextPhrases, cutter)))
    }
  }

  /// Takes columns of phrases apart, the same ones once; they are told by their bytes, as comparing
  /// strings costs more than all else here.
  private struct Memory {
    private var columns: [UInt64: (text: [UInt8], phrases: Range<Int>)] = [:]

    mutating func phrases(
      _ column: String, in cut: inout CutPhrases, _ cutter: PhraseCutter
    ) -> Range<Int> {
      if column.isEmpty { return 0..<0 }
      let text = Array(column.utf8)
      let key = text.reduce(14_695_981_039_346_656_037 as UInt64) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      if let known = columns[key], known.text == text { return known.phrases }
      let start = cut.count
      for phrase in text.split(separator: UInt8(ascii: "|")) {
        phrase.withUnsafeBufferPointer { cut.append(utf8: $0, by: cutter) }
      }
      columns[key] = (text, start..<cut.count)
      return start..<cut.count
    }
  }
}
