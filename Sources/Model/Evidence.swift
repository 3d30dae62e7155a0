/// What a figure says; the names are those of its JSON members.
public enum Attribute: String, Sendable, CaseIterable {
  case value, upper, of, unit, kind, qualifier, change, basis, status, period, place, subject
  case source, indicator
}

/// What gave one attribute of a figure: the words in the text, and the rule that read them.
///
/// Made on request only; an attribute may have several.
public struct Evidence: Sendable, Hashable {
  public var attribute: Attribute
  /// What the attribute holds.
  public var value: String
  /// A table and its row, such as `qualifiers:hơn`, or a rule of the program itself.
  public var rule: String
  /// File and line of the row, such as `qualifiers.csv:12`; nil for rules of the program.
  public var location: String?
  /// The words; nil where none say it.
  public var quote: String?
  public var span: Span?
  /// How the words came to speak of this figure, where they do not stand beside it.
  public var note: String?

  public init(
    attribute: Attribute, value: String, rule: String, location: String? = nil,
    quote: String? = nil, span: Span? = nil, note: String? = nil
  ) {
    self.attribute = attribute
    self.value = value
    self.rule = rule
    self.location = location
    self.quote = quote
    self.span = span
    self.note = note
  }
}

extension Figure {
  /// What the attribute holds, as the JSON has it; nil where it is null.
  public func text(of attribute: Attribute) -> String? {
    switch attribute {
    case .value: value.description
    case .upper: upper?.description
    case .of: of?.description
    case .unit: unit
    case .kind: kind.rawValue
    case .qualifier: qualifier?.rawValue
    case .change: change?.rawValue
    case .basis: basis
    case .status: status.rawValue
    case .period: period
    case .place: place
    case .subject: subject
    case .source: source
    case .indicator: indicator
    }
  }
}
