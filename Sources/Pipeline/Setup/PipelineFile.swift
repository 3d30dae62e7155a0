import Ingest
import Model

/// What `Pipelines/nightly.yaml` says: which sources are read, by which rules, into which warehouse.
///
/// Paths are relative to the root.
public struct PipelineFile: Sendable, Hashable {
  /// A set of files with what is known about all of them.
  public struct Source: Sendable, Hashable {
    public var name: String
    /// Files and folders.
    public var paths: [String]
    /// Who published the documents that do not say so themselves.
    public var outlet: String?
    /// ISO 3166-2: the area of the documents that do not say so themselves.
    public var place: String?
    /// How many days old the newest of its documents may be; nil for any.
    public var freshWithinDays: Int?
    /// Patterns of which the files found in folders must match one; none for all.
    public var globs: [String] = []
    /// The format of all files; nil where name and content tell it.
    public var format: SourceFormat?
    /// The encoding of what is not UTF-8; nil to find it out.
    public var encoding: String?
    /// What columns and keys are called: the names for each field, the best first.
    public var mapping: [String: [String]] = [:]
    /// What separates the fields of CSV; nil to find it out.
    public var delimiter: UInt8?
    /// The offset of times that name none.
    public var timeZone: UTCOffset?
    /// The terms that the texts may be used under; kept for people.
    public var licence: String?
    /// How many documents a run should find in it.
    public var expected = ExpectedDocuments()

    public init(
      name: String, paths: [String], outlet: String? = nil, place: String? = nil,
      freshWithinDays: Int? = nil
    ) {
      self.name = name
      self.paths = paths
      self.outlet = outlet
      self.place = place
      self.freshWithinDays = freshWithinDays
    }
  }

  /// Bounds of a number of documents, each of which may be missing.
  public struct ExpectedDocuments: Sendable, Hashable {
    public var lowest: Int?
    public var highest: Int?

    public init(lowest: Int? = nil, highest: Int? = nil) {
      self.lowest = lowest
      self.highest = highest
    }
  }

  public var sources: [Source]
  /// What single files may unpack to.
  public var limits = IngestLimits()
  /// When texts are taken for one.
  public var likeness = LikenessLimits()
  public var rules: String
  public var warehouse: String
  /// How many documents are read at a time; nil for one a processor.
  public var jobs: Int?
  public var thresholds: Thresholds

  public init(
    sources: [Source], rules: String = "Pipelines/rules",
    warehouse: String = "Warehouse/solieu.sqlite", jobs: Int? = nil,
    thresholds: Thresholds = Thresholds()
  ) {
    self.sources = sources
    self.rules = rules
    self.warehouse = warehouse
    self.jobs = jobs
    self.thresholds = thresholds
  }
}

/// What a run must not pass; a passed one ends it with exit code 1, and what was loaded stands.
public struct Thresholds: Sendable, Hashable {
  /// The share of the numerals that could be figures which the rules may refuse, 0 to 1.
  public var rejectedShareAtMost: Double?
  /// How many documents the sources must hold at least.
  public var documentsAtLeast: Int?
  /// The share of the relations between figures which may be broken, 0 to 1.
  public var brokenRelationsShareAtMost: Double?

  public init(
    rejectedShareAtMost: Double? = nil, documentsAtLeast: Int? = nil,
    brokenRelationsShareAtMost: Double? = nil
  ) {
    self.rejectedShareAtMost = rejectedShareAtMost
    self.documentsAtLeast = documentsAtLeast
    self.brokenRelationsShareAtMost = brokenRelationsShareAtMost
  }
}
