/// One statement of one quantity, with its meaning and where it stands. See `FIGURES.md`.
public struct Figure: Sendable, Hashable {
  // First, so that the initializer that the compiler makes is another one than that below.
  /// What validation says; empty before that stage.
  public var verdicts: [Verdict]
  /// The document's ``Document/id``.
  public var document: String
  /// The number with its scale word and unit.
  public var span: Span
  /// The text of the span, exactly.
  public var quote: String
  public var kind: FigureKind
  /// Exact, scale applied; the lower end of a range.
  public var value: ExactDecimal
  /// The upper end of a range.
  public var upper: ExactDecimal?
  /// The whole of a ratio, the number of ranked of a rank.
  public var of: ExactDecimal?
  /// The power of ten of the last digit stated.
  public var precision: Int?
  /// ISO 4217, UCUM, `%`, `pp`, `rank`, `x`, or the counted noun in lower case.
  public var unit: String?
  public var qualifier: Qualifier?
  public var change: Change?
  public var basis: String?
  public var status: Status
  /// ISO 8601 / EDTF date or interval.
  public var period: String?
  /// ISO 3166-2, ISO 3166-1 for another country, `VN` for the nation.
  public var place: String?
  public var subject: String?
  public var source: String?
  public var indicator: String?
  /// The rules that fired, outermost first, separated by spaces.
  public var rule: String?
}

extension Figure {
  // In an extension, and by way of the initializer that the compiler makes: one that sets the
  // properties of so large a value one by one copies it in the end, and counts each of its texts.
  public init(
    document: String, span: Span, quote: String, kind: FigureKind, value: ExactDecimal,
    upper: ExactDecimal? = nil, of: ExactDecimal? = nil, precision: Int? = nil,
    unit: String? = nil, qualifier: Qualifier? = nil, change: Change? = nil,
    basis: String? = nil, status: Status = .actual, period: String? = nil, place: String? = nil,
    subject: String? = nil, source: String? = nil, indicator: String? = nil, rule: String? = nil,
    verdicts: [Verdict] = []
  ) {
    self.init(
      verdicts: verdicts, document: document, span: span, quote: quote, kind: kind, value: value,
      upper: upper, of: of, precision: precision, unit: unit, qualifier: qualifier,
      change: change, basis: basis, status: status, period: period, place: place,
      subject: subject, source: source, indicator: indicator, rule: rule)
  }
}
