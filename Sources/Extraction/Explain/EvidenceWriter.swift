import Model
import Rules

/// Turns what was traced into evidence, with spans and the places of the rule rows.
struct EvidenceWriter {
  private let scan: Scan
  private let catalog: RuleCatalog
  /// Where the scanned piece begins in the document.
  private let byteOffset: Int
  /// The code points of the document before each token.
  private let chars: [Int]

  init(scan: Scan, catalog: RuleCatalog, byteOffset: Int, charOffset: Int) {
    self.scan = scan
    self.catalog = catalog
    self.byteOffset = byteOffset
    var chars: [Int] = []
    chars.reserveCapacity(scan.count)
    var (byte, char) = (0, charOffset)
    for token in scan.tokens {
      char += TextPosition.codePoints(in: .init(rebasing: scan.text[byte..<Int(token.start)]))
      byte = Int(token.start)
      chars.append(char)
    }
    self.chars = chars
  }

  /// The evidence of a figure in the order of its attributes.
  func evidence(of figure: Figure, _ quantity: Quantity, _ notes: [Trace.Note]) -> [Evidence] {
    let notes = numberNotes(quantity, notes) + notes
    var result: [Evidence] = []
    for attribute in Attribute.allCases {
      guard let value = figure.text(of: attribute) else { continue }
      var own = notes.filter { $0.attribute == attribute }
      if own.isEmpty { own = [missing(attribute, quantity)] }
      for note in own { result.append(evidence(note, value)) }
    }
    return result
  }

  private func evidence(_ note: Trace.Note, _ value: String) -> Evidence {
    Evidence(
      attribute: note.attribute, value: value, rule: note.rule,
      location: catalog.location(of: note.rule),
      quote: note.tokens.isEmpty ? nil : scan.string(note.tokens),
      span: note.tokens.isEmpty ? nil : span(note.tokens), note: note.remark)
  }

  /// What the quantity's own rules say: its number, its scale and its unit.
  private func numberNotes(_ quantity: Quantity, _ notes: [Trace.Note]) -> [Trace.Note] {
    var result: [Trace.Note] = []
    let number = quantity.numberRange
    for rule in catalog.separated(quantity.rule) {
      let isUnit = !rule.hasPrefix("numbers:") && !rule.hasPrefix("ranks:")
      for attribute in isUnit ? [Attribute.unit, .kind] : [.value, .upper, .of] {
        guard !notes.contains(where: { $0.attribute == attribute }) else { continue }
        let words = isUnit ? unitWords(quantity) : number
        result.append(
          Trace.Note(
            attribute: attribute, tokens: words, rule: rule,
            remark: words.isEmpty ? "shared with the number beside it" : nil))
      }
      if rule == LearnedAbbreviations.rule, let definition = definition(quantity) {
        result.append(
          Trace.Note(
            attribute: .unit, tokens: definition.range, rule: rule, remark: "defined in the text"))
      }
    }
    for index in number {
      guard let hit = scan.hits.starting(at: index, .scale) else { continue }
      let word = scan.rules.scales[Int(hit.row)].word
      result.append(Trace.Note(attribute: .value, tokens: hit.range, rule: "scales:\(word)"))
    }
    return result
  }

  /// Where the text says what the unit's capitals mean.
  private func definition(_ quantity: Quantity) -> LearnedAbbreviations.Definition? {
    for index in unitWords(quantity) where scan.tokens[index].flags.contains(.allCapitals) {
      if let found = scan.learned.definition(at: index, in: scan) { return found }
    }
    return nil
  }

  /// Behind the number, or before it: $20.
  private func unitWords(_ quantity: Quantity) -> Range<Int> {
    let (all, number) = (quantity.range, quantity.numberRange)
    if all.lowerBound < number.lowerBound { return all.lowerBound..<number.lowerBound }
    return min(number.upperBound, all.upperBound)..<all.upperBound
  }

  /// An attribute that needs no words of its own.
  private func missing(_ attribute: Attribute, _ quantity: Quantity) -> Trace.Note {
    switch attribute {
    case .status:
      Trace.Note(
        attribute: attribute, tokens: 0..<0, rule: "context:none", remark: "no cue says otherwise")
    case .kind, .unit:
      Trace.Note(
        attribute: attribute, tokens: quantity.range,
        rule: catalog.separated(quantity.rule).last ?? quantity.rule, remark: nil)
    default: Trace.Note(attribute: attribute, tokens: quantity.range, rule: quantity.rule)
    }
  }

  private func span(_ tokens: Range<Int>) -> Span {
    let last = tokens.upperBound - 1
    let charEnd = chars[last] + TextPosition.codePoints(in: scan.bytes(last))
    return Span(
      charStart: chars[tokens.lowerBound], charEnd: charEnd,
      byteStart: byteOffset + Int(scan.tokens[tokens.lowerBound].start),
      byteEnd: byteOffset + Int(scan.tokens[last].end))
  }
}
