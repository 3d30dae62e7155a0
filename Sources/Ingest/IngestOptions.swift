import Tables

/// How the files of a source are read, where they do not say so themselves.
public struct IngestOptions: Sendable, Hashable {
  /// The format of what is not packed; nil where name and content tell.
  public var format: SourceFormat?
  /// The encoding of files that are not UTF-8, by its name in the tables; nil to find it out.
  public var encoding: String?
  /// What columns and keys are called.
  public var fields = FieldNames()
  /// What separates the fields of CSV; nil for the most frequent of `,`, `;` and tab in the header.
  public var delimiter: UInt8?
  /// The offset from UTC of times that name none, such as `+07:00`; times of other offsets are
  /// brought to it, so that the day is that of the place. Nil leaves all times as they stand.
  public var timeZone: UTCOffset?
  /// Who published what does not say so itself; goes before what a text's first words say.
  public var outlet: String?
  public var limits = IngestLimits()
  /// How the article is found in an HTML page.
  public var pageRules: PageRules
  /// What stands above an article in plain text.
  public var headers = HeaderRules()
  /// What is known of encodings and of Vietnamese; without it all is UTF-8 or UTF-16, and any
  /// language is taken.
  public var rules: IngestRules?
  /// Of the tables that ``pageRules``, ``headers`` and ``rules`` are from; empty without a folder.
  private(set) var tablesDigest = ""

  public init(pageRules: PageRules = PageRules()) { self.pageRules = pageRules }

  /// The standard options, with the tables of a folder of rules.
  public init(rules folder: String) throws(TableError) {
    let rules = try IngestRules(folder: folder)
    self.init(pageRules: try PageRules(path: folder + "/html.csv", headers: rules.headers))
    self.rules = rules
    headers = rules.headers
    tablesDigest = rules.digest
  }

  /// The standard options as long as no file is read: only their digest is that of the tables in a
  /// folder. See ``withTables(of:)``.
  public init(digestOfRules folder: String) throws(TableError) {
    self.init()
    tablesDigest = try IngestRules.digest(folder: folder)
  }

  /// These options with the tables of others.
  public func withTables(of other: IngestOptions) -> IngestOptions {
    var options = self
    options.pageRules = other.pageRules
    options.headers = other.headers
    options.rules = other.rules
    options.tablesDigest = other.tablesDigest
    return options
  }

  /// Changes when something changes that documents may be read by.
  public var digest: String {
    let parts = [
      format?.rawValue ?? "", encoding ?? "", fields.description, delimiter.map(String.init) ?? "",
      timeZone?.text ?? "", limits.description, tablesDigest,
    ]
    return Digest.sha256(of: Array(parts.joined(separator: "\n").utf8))
  }
}
