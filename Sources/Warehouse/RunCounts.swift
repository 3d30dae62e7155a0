/// What a run did, in numbers.
public struct RunCounts: Sendable, Hashable {
  public var filesSeen = 0
  public var documentsNew = 0
  /// Known, with another text.
  public var documentsChanged = 0
  /// The same text under other rules or with other metadata.
  public var documentsReread = 0
  public var documentsUnchanged = 0
  /// Gone with their file from a source that was read as a whole.
  public var documentsWithdrawn = 0
  /// Withdrawn before, and there again.
  public var documentsReturned = 0
  /// Refused as a whole.
  public var documentsUnreadable = 0
  public var figuresAdded = 0
  public var figuresSuperseded = 0
  public var rejectionsAdded = 0
  /// Rejections known from before that were tried again and no longer met.
  public var rejectionsResolved = 0

  public init(
    filesSeen: Int = 0, documentsUnchanged: Int = 0, documentsUnreadable: Int = 0
  ) {
    self.filesSeen = filesSeen
    self.documentsUnchanged = documentsUnchanged
    self.documentsUnreadable = documentsUnreadable
  }

  /// The counts with their columns in the ledger.
  static let columns: [(name: String, count: WritableKeyPath<RunCounts, Int> & Sendable)] = [
    ("files_seen", \.filesSeen),
    ("documents_new", \.documentsNew),
    ("documents_changed", \.documentsChanged),
    ("documents_reread", \.documentsReread),
    ("documents_unchanged", \.documentsUnchanged),
    ("documents_unreadable", \.documentsUnreadable),
    ("documents_withdrawn", \.documentsWithdrawn),
    ("documents_returned", \.documentsReturned),
    ("figures_added", \.figuresAdded),
    ("figures_superseded", \.figuresSuperseded),
    ("rejections_added", \.rejectionsAdded),
    ("rejections_resolved", \.rejectionsResolved),
  ]

  public static func += (left: inout RunCounts, right: RunCounts) {
    for column in columns { left[keyPath: column.count] += right[keyPath: column.count] }
  }
}
