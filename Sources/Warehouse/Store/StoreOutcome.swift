/// What storing one document did.
public struct StoreOutcome: Sendable, Hashable {
  public enum Change: String, Sendable, CaseIterable {
    /// Not known before.
    case new
    /// Known, with another text: a new version.
    case changed
    /// Withdrawn before, and there again: a new version, also when the text is the same.
    case returned
    /// The same text under other rules or with other metadata.
    case reread
    /// Nothing was written.
    case unchanged
  }

  public var change: Change
  /// Whether the text and its figures are stored with another document, which has the same text.
  public var isCopy = false
  public var figuresAdded = 0
  /// Figures no longer believed; they stay as history.
  public var figuresSuperseded = 0
  /// Rejections not known before.
  public var rejectionsAdded = 0
  /// Rejections known from before that are no longer met.
  public var rejectionsResolved = 0

  init(_ change: Change) { self.change = change }

  var counts: RunCounts {
    var counts = RunCounts()
    switch change {
    case .new: counts.documentsNew = 1
    case .changed: counts.documentsChanged = 1
    case .returned: counts.documentsReturned = 1
    case .reread: counts.documentsReread = 1
    // Counted by the caller, who alone knows whether this run had stored it itself.
    case .unchanged: break
    }
    counts.figuresAdded = figuresAdded
    counts.figuresSuperseded = figuresSuperseded
    counts.rejectionsAdded = rejectionsAdded
    counts.rejectionsResolved = rejectionsResolved
    return counts
  }
}
