/// A maximal number expression of a text with what became of it.
public struct Numeral: Sendable, Hashable {
  public var span: Span
  public var disposition: Disposition
  /// The rule that decided: a table's name and a row, such as `references:Nghị quyết`.
  public var rule: String
  /// Why it was refused; set only for ``Disposition/rejected``.
  public var reason: String?
  /// The number of maximal digit runs inside it; 0 for a number in words.
  public var digitRuns: Int

  @inlinable
  public init(
    span: Span, disposition: Disposition, rule: String, reason: String? = nil, digitRuns: Int
  ) {
    self.span = span
    self.disposition = disposition
    self.rule = rule
    self.reason = reason
    self.digitRuns = digitRuns
  }
}
