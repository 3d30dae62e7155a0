import Model

extension Warehouse {
  /// Stores all that was made of one document, as far as it is not stored yet.
  ///
  /// The same text, metadata and rules: nothing is written. Another text: a new version, and what
  /// was said about the old one is superseded by the run. Other rules or metadata: figures equal in
  /// every column stay, the others are superseded and written anew under the same figure_id.
  /// The reading's rejections are all that is refused of the document now: those known from
  /// before that are not among them are marked as resolved by the run.
  /// - Throws: ``WarehouseError/inconsistentReading(document:reason:)``; ``SQLiteError``, and then
  ///   the whole transaction is undone.
  @discardableResult
  public func store(_ reading: DocumentReading, run: RunID, rulesDigest: String) throws
    -> StoreOutcome
  {
    try store(PreparedReading(reading, rulesDigest: rulesDigest), run: run)
  }

  /// Reads what storing documents needs to know of all that are stored, which it else does at the
  /// first one. Throws ``SQLiteError``.
  public func prepareToStore() throws { try writer.get().appearances.prepare() }

  /// The same of a document that another thread made ready.
  @discardableResult
  public func store(_ reading: PreparedReading, run: RunID) throws -> StoreOutcome {
    try withTransaction {
      let outcome =
        reading.isLarge
        ? try connection.sparingMemory { try writer.get().store(reading, run: run) }
        : try writer.get().store(reading, run: run)
      count(outcome.counts, for: run)
      return outcome
    }
  }

  /// Whether a document that is not there will be stored with another one that has its text.
  ///
  /// False for one that is there, though it may be so. Throws ``SQLiteError``.
  public func isCopy(_ document: Document) throws -> Bool {
    guard try state(of: document.id) == nil else { return false }
    return try writer.get().appearances.holder(of: document.digest) != nil
  }

  /// Stores what stages refused of a file or document that gives no reading of its own.
  ///
  /// Rejections of these stages known from before that are not among them are marked as resolved.
  /// For a file that is read well, an empty list resolves what was once wrong with it.
  /// - Returns: how many were not known before, and how many are resolved.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public func storeRejections(
    _ rejections: [Rejection], document: String, stages: Set<Stage>, run: RunID
  ) throws -> (added: Int, resolved: Int) {
    try withTransaction {
      let (added, resolved) = try writer.get().rejections.store(
        rejections, document: document, stages: stages, run: run)
      var counts = RunCounts()
      counts.rejectionsAdded = added
      counts.rejectionsResolved = resolved
      count(counts, for: run)
      return (added, resolved)
    }
  }
}
