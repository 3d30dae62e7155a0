/// What one check says about one figure.
public struct Verdict: Sendable, Hashable {
  /// The check: a table's name and a row, such as `unit_rules:percent-share`.
  public var rule: String
  public var severity: Severity
  /// What is wrong, or what was confirmed, in a sentence.
  public var message: String

  public init(rule: String, severity: Severity, message: String) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }
}

/// How a relation between figures stands.
public enum RelationVerdict: String, Sendable, CaseIterable {
  /// The stated value is the expected one to the last stated digit.
  case holds
  /// It is the expected one within the rounding, or cutting, that its precision allows.
  case rounded
  case broken
}

/// An arithmetic relation between figures of one document.
public struct Relation: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    /// The position of the figure among the document's figures.
    public var figure: Int
    /// `part`, `whole`, `share`, `sum`, `addend`, …
    public var role: String

    public init(figure: Int, role: String) {
      self.figure = figure
      self.role = role
    }
  }

  /// `share`, `sum`, …
  public var kind: String
  /// What was computed, with the numbers in it: `424 ÷ 586 × 100`.
  public var formula: String
  /// The value that the formula gives, rounded to two digits more than stated.
  public var expected: String
  /// The value that the text states.
  public var stated: String
  public var verdict: RelationVerdict
  public var members: [Member]

  public init(
    kind: String, formula: String, expected: String, stated: String, verdict: RelationVerdict,
    members: [Member]
  ) {
    self.kind = kind
    self.formula = formula
    self.expected = expected
    self.stated = stated
    self.verdict = verdict
    self.members = members
  }
}
