/// A stretch of a document's text that is not the article's own prose.
///
/// It stays in the text, as figures in it count; this says what it is.
public struct DocumentPart: Sendable, Hashable {
  public enum Role: String, Sendable, CaseIterable {
    /// The title; once more for each time that it is repeated.
    case title
    /// What says when the article was published.
    case dateline
    /// What names the outlet at the start of a line.
    case outlet
    /// What is written below or beside a picture, and who took it.
    case caption
    /// Who wrote the article.
    case byline
  }

  public var role: Role
  /// Where it stands in the stored text.
  public var span: Span

  public init(role: Role, span: Span) {
    self.role = role
    self.span = span
  }
}
