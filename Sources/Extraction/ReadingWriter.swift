import Lexing
import Model
import Rules

/// Turns items and meanings into the model's values, with offsets into the whole document.
struct ReadingWriter {
  let scan: Scan
  let document: String
  /// Where the scanned piece begins in the document, in bytes.
  let offset: Int
  /// There only while figures are explained.
  var evidence: EvidenceWriter?

  /// - Parameter builder: Not asked for where there is no figure.
  func write(
    _ items: ContiguousArray<Item>, _ builder: () -> FigureBuilder,
    _ positions: inout TextPosition, _ reading: inout DocumentReading
  ) {
    let figures = items.count {
      if case .figure = $0.outcome { true } else { false }
    }
    // Room for what a text of one piece holds; a longer one's lists grow by themselves.
    if reading.numerals.isEmpty {
      reading.numerals.reserveCapacity(items.count)
      reading.figures.reserveCapacity(figures)
    }
    // A text's pieces follow each other in the reading.
    let first = reading.numerals.count
    for index in items.indices {
      let span = span(items[index].range, &positions)
      reading.numerals.append(numeral(items[index], span))
      if case .rejected(let reason) = items[index].outcome {
        reading.rejections.append(
          Rejection(
            document: document, stage: .extract, rule: items[index].rule, reason: reason,
            quote: scan.string(items[index].range), span: span))
      }
    }
    guard figures > 0 else { return }
    var phrases = Phrases()
    builder().figures { index, quantity, meaning in
      let span = reading.numerals[first + index].span
      reading.figures.append(figure(quantity, meaning, span, &phrases))
      if let evidence, let trace = scan.trace {
        let figure = reading.figures[reading.figures.count - 1]
        reading.evidence.append(evidence.evidence(of: figure, quantity, trace.notes))
      }
    }
  }

  private func span(_ range: Range<Int>, _ positions: inout TextPosition) -> Span {
    positions.span(
      fromByte: offset + Int(scan.tokens[range.lowerBound].start),
      toByte: offset + Int(scan.tokens[range.upperBound - 1].end))
  }

  @inline(__always)
  private func numeral(_ item: Item, _ span: Span) -> Numeral {
    var runs = 0
    for index in item.range where scan.tokens[index].kind == .number { runs += 1 }
    let disposition: Disposition
    var reason: String?
    switch item.outcome {
    case .figure: disposition = .figure
    case .time: disposition = .time
    case .reference: disposition = .reference
    case .rejected(let text):
      disposition = .rejected
      reason = text
    }
    return Numeral(
      span: span, disposition: disposition, rule: item.rule, reason: reason, digitRuns: runs)
  }

  @inline(__always)
  private func figure(
    _ quantity: Quantity, _ meaning: Meaning, _ span: Span, _ phrases: inout Phrases
  ) -> Figure {
    let subject = meaning.subject.map { phrases.subject.text(of: $0, in: scan) }
    let source = meaning.source.map { phrases.source.text(of: $0, in: scan) }
    return Figure(
      document: document, span: span, quote: scan.string(quantity.range), kind: meaning.kind,
      value: quantity.value, upper: quantity.upper, of: quantity.of,
      precision: quantity.precision, unit: meaning.unit, qualifier: meaning.qualifier,
      change: meaning.change, basis: meaning.basis.map { scan.string($0) },
      status: meaning.status, period: meaning.period, place: meaning.place,
      subject: subject, source: source, indicator: meaning.indicator,
      rule: meaning.rules.joined(to: quantity.rule, by: scan.names))
  }
}

/// The texts of the phrases that the figure before had, which the next one most often has too.
private struct Phrases {
  struct Last {
    private var range = 0..<0
    private var text = ""

    mutating func text(of range: Range<Int>, in scan: Scan) -> String {
      if range != self.range {
        self.range = range
        text = scan.string(range)
      }
      return text
    }
  }

  var subject = Last()
  var source = Last()
}
