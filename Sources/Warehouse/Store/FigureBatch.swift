import Model

/// The figures of one reading on their way into the warehouse.
struct FigureBatch {
  let reading: DocumentReading
  let version: Int
  let run: RunID
  let names: FigureID.Namer
  let verdicts: FigureVerdicts
  /// For each figure, how many of the same span come before it.
  let ordinals: [Int]

  init(reading: DocumentReading, version: Int, run: RunID) {
    self.reading = reading
    self.version = version
    self.run = run
    names = FigureID.Namer(document: reading.document.id, digest: reading.document.digest)
    verdicts = FigureVerdicts(reading)
    var seen: [Span: Int] = [:]
    ordinals = reading.figures.map { figure in
      defer { seen[figure.span, default: 0] += 1 }
      return seen[figure.span, default: 0]
    }
  }

  var count: Int { reading.figures.count }

  func name(of index: Int) -> FigureID {
    let span = reading.figures[index].span
    return names.name(byteStart: span.byteStart, byteEnd: span.byteEnd, ordinal: ordinals[index])
  }

  static let columns = [
    "figure_id", "span_ordinal", "char_start", "char_end", "byte_start", "byte_end", "quote",
    "kind", "value", "value_real", "upper", "upper_real", "of", "of_real", "precision", "unit_key",
    "qualifier", "change", "basis", "status", "period_key", "place", "subject", "source_key",
    "indicator_key", "rule_key", "verdict",
  ]

  /// Adds the values of ``columns``; what is new to a dimension is added to it.
  func add(_ index: Int, to row: inout Parameters, _ dimensions: FigureDimensions) throws {
    let figure = reading.figures[index]
    let name = name(of: index)
    row.addText { appendHexadecimal(name.rawValue, digits: 16, to: &$0) }
    row.add(ordinals[index])
    row.add(figure.span)
    row.add(figure.quote)
    row.add(figure.kind.rawValue)
    for number in [figure.value, figure.upper, figure.of] {
      row.add(number)
      row.add(number?.real)
    }
    row.add(figure.precision)
    row.add(try dimensions.units.key(of: figure.unit))
    row.add(figure.qualifier?.rawValue)
    row.add(figure.change?.rawValue)
    row.add(figure.basis)
    row.add(figure.status.rawValue)
    row.add(try dimensions.periods.key(of: figure.period))
    row.add(figure.place)
    row.add(figure.subject)
    row.add(try dimensions.sources.key(of: figure.source))
    row.add(try dimensions.indicators.key(of: figure.indicator))
    row.add(try dimensions.rules.key(of: figure.rule))
    row.add(verdicts[index])
  }
}
