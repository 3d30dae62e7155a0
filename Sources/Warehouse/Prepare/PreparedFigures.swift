import Model

/// The figures of a reading as rows.
struct PreparedFigures: Sendable {
  static let columns = [
    "figure_id", "span_ordinal", "char_start", "char_end", "byte_start", "byte_end", "quote",
    "kind", "value", "value_real", "upper", "upper_real", "of", "of_real", "precision", "unit_key",
    "qualifier", "change", "basis", "status", "period_key", "place", "subject", "source_key",
    "indicator_key", "rule_key", "verdict",
  ]
  private static let nameColumns = [
    "unit_key", "period_key", "source_key", "indicator_key", "rule_key",
  ].compactMap { columns.firstIndex(of: $0) }

  private(set) var rows = PreparedRows(nameColumns: nameColumns)
  private(set) var ids: [FigureID] = []
  private(set) var kinds: [FigureKind] = []
  /// What validation says about each.
  private(set) var verdicts: [[Verdict]] = []

  init() {}

  init(_ reading: DocumentReading, _ worst: FigureVerdicts, _ names: inout DimensionNames) {
    let namer = FigureID.Namer(document: reading.document.id, digest: reading.document.digest)
    let ordinals = Self.ordinals(reading.figures)
    for (index, figure) in reading.figures.enumerated() {
      let (span, ordinal) = (figure.span, ordinals[index])
      ids.append(
        namer.name(byteStart: span.byteStart, byteEnd: span.byteEnd, ordinal: ordinal))
      kinds.append(figure.kind)
      verdicts.append(figure.verdicts)
      rows.addRow {
        Self.fill(&$0, figure, ids[index], ordinal, verdict: worst[index], &names)
      }
    }
  }

  var count: Int { ids.count }

  /// For each figure, how many of the same span come before it.
  private static func ordinals(_ figures: [Figure]) -> [Int] {
    var seen: [Span: Int] = [:]
    return figures.map { figure in
      defer { seen[figure.span, default: 0] += 1 }
      return seen[figure.span, default: 0]
    }
  }

  /// Adds the values of ``columns``.
  private static func fill(
    _ row: inout Parameters, _ figure: Figure, _ id: FigureID, _ ordinal: Int, verdict: String,
    _ names: inout DimensionNames
  ) {
    row.addText { appendHexadecimal(id.rawValue, digits: 16, to: &$0) }
    row.add(ordinal)
    row.add(figure.span)
    row.add(figure.quote)
    row.add(figure.kind.rawValue)
    for number in [figure.value, figure.upper, figure.of] {
      row.add(number)
      row.add(number?.real)
    }
    row.add(figure.precision)
    row.add(names.place(of: figure.unit, in: .unit))
    row.add(figure.qualifier?.rawValue)
    row.add(figure.change?.rawValue)
    row.add(figure.basis)
    row.add(figure.status.rawValue)
    row.add(names.place(of: figure.period, in: .period))
    row.add(figure.place)
    row.add(figure.subject)
    row.add(names.place(of: figure.source, in: .source))
    row.add(names.place(of: figure.indicator, in: .indicator))
    row.add(names.place(of: figure.rule, in: .rule))
    row.add(verdict)
  }
}

extension PreparedRows {
  static let numeralColumns = [
    "ordinal", "char_start", "char_end", "byte_start", "byte_end", "digit_runs", "disposition",
    "rule_key", "reason",
  ]

  static let numeralNameColumns = [numeralColumns.firstIndex(of: "rule_key") ?? 0]

  /// The numerals of a reading: the values of ``numeralColumns``.
  ///
  /// - Parameter first: how many come before them in the document.
  init(_ numerals: [Numeral], from first: Int, _ names: inout DimensionNames) {
    self.init(nameColumns: Self.numeralNameColumns)
    for (ordinal, numeral) in numerals.enumerated() {
      addRow { row in
        row.add(first + ordinal)
        row.add(numeral.span)
        row.add(numeral.digitRuns)
        row.add(numeral.disposition.rawValue)
        row.add(names.place(of: numeral.rule, in: .rule))
        row.add(numeral.reason)
      }
    }
  }
}
