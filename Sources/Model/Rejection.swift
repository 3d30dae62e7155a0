/// The stages of the pipeline, in their order.
public enum Stage: String, Sendable, CaseIterable {
  case ingest, extract, validate, load
}

/// Something that a stage refused, with the reason: a file, a record, or a numeral.
public struct Rejection: Sendable, Hashable {
  /// The document's id, or the path of the file that gave none.
  public var document: String
  public var stage: Stage
  /// The rule that refused it: a table's name and a row, or the reader's name for a file.
  public var rule: String
  /// What is wrong and what to do, in one line.
  public var reason: String
  /// The offending text, as far as it can be shown.
  public var quote: String?
  /// Where it stands in the document's text.
  public var span: Span?

  public init(
    document: String, stage: Stage, rule: String, reason: String, quote: String? = nil,
    span: Span? = nil
  ) {
    self.document = document
    self.stage = stage
    self.rule = rule
    self.reason = reason
    self.quote = quote
    self.span = span
  }
}
