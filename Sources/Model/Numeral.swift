/// A maximal number expression of a text with what became of it.
public struct Numeral: Sendable, Hashable {
  public var span: Span
  /// The number of maximal digit runs inside it; 0 for a number in words.
  public var digitRuns: Int
  public var disposition: Disposition
  /// The rule that decided: a table's name and a row, such as `references:Nghị quyết`.
  public var rule: String
  /// Why it was refused; set only for ``Disposition/rejected``.
  public var reason: String?
}

extension Numeral {
  // By way of the initializer that the compiler makes, for the reason given with ``Figure``.
  public init(
    span: Span, disposition: Disposition, rule: String, reason: String? = nil, digitRuns: Int
  ) {
    self.init(
      span: span, digitRuns: digitRuns, disposition: disposition, rule: rule, reason: reason)
  }
}
