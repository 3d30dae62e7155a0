/// How the files of a source are read, where they do not say so themselves.
public struct IngestOptions: Sendable, Hashable {
  /// The format of what is not packed; nil where name and content tell.
  public var format: SourceFormat?
  /// What columns and keys are called.
  public var fields = FieldNames()
  /// What separates the fields of CSV; nil for the most frequent of `,`, `;` and tab in the header.
  public var delimiter: UInt8?
  /// The offset from UTC of times that name none, such as `+07:00`; times of other offsets are
  /// brought to it, so that the day is that of the place. Nil leaves all times as they stand.
  public var timeZone: UTCOffset?
  public var limits = IngestLimits()
  /// How the article is found in an HTML page.
  public var pageRules: PageRules
  /// What is known of encodings and of Vietnamese; without it all is UTF-8 or UTF-16, and any
  /// language is taken.
  public var rules: IngestRules?

  public init(pageRules: PageRules = PageRules()) { self.pageRules = pageRules }
}
