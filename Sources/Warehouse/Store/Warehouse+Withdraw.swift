import Model

extension Warehouse {
  /// Documents that are to be withdrawn with their files.
  struct Withdrawal {
    var document: String
    var version: Int
  }

  /// How many documents were read last from files. Throws ``SQLiteError``.
  public func documentCount(ofFiles paths: [String]) throws -> Int {
    try currentDocuments(ofFiles: paths).count
  }

  /// Ceases to believe what was read from files that are gone, and forgets the files.
  ///
  /// Nothing is deleted: the versions, figures and relations of the documents are superseded by the
  /// run, their rejections resolved. A document that comes back gets a new version.
  /// - Parameter paths: Files that are no longer where their source was read as a whole.
  /// - Returns: how many documents and figures were withdrawn.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public func withdraw(
    files paths: [String], run: RunID
  ) throws -> (documents: Int, figures: Int) {
    try withTransaction {
      let counts = try withdraw(try currentDocuments(ofFiles: paths), run)
      for path in paths {
        try forgetFile(path)
        try storeRejections([], document: path, stages: [.ingest], run: run)
      }
      return (counts.documentsWithdrawn, counts.figuresSuperseded)
    }
  }

  /// Ceases to believe documents that their files no longer hold.
  ///
  /// - Returns: how many documents and figures were withdrawn.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public func withdraw(
    documents: [String], run: RunID
  ) throws -> (documents: Int, figures: Int) {
    try withTransaction {
      let withdrawals = try documents.compactMap { document -> Withdrawal? in
        guard let last = try writer.get().documents.last(document), last.isCurrent else {
          return nil
        }
        return Withdrawal(document: document, version: last.key)
      }
      let counts = try withdraw(withdrawals, run)
      return (counts.documentsWithdrawn, counts.figuresSuperseded)
    }
  }

  /// The ids of the documents that were read last from files, in the order in which they were
  /// stored. Throws ``SQLiteError``.
  public func documents(ofFiles paths: [String]) throws -> [String] {
    try currentDocuments(ofFiles: paths).map(\.document)
  }

  private func withdraw(_ withdrawals: [Withdrawal], _ run: RunID) throws -> RunCounts {
    var counts = RunCounts()
    for withdrawal in withdrawals {
      let (figures, rejections) = try writer.get().withdraw(
        withdrawal.document, version: withdrawal.version, run: run)
      counts.figuresSuperseded += figures
      counts.rejectionsResolved += rejections
      counts.documentsWithdrawn += 1
    }
    count(counts, for: run)
    return counts
  }

  /// The current documents of files, in the order in which they were stored.
  private func currentDocuments(ofFiles paths: [String]) throws -> [Withdrawal] {
    // Files are gone now and then: one pass over all documents then, and no index to keep.
    let all = try connection.prepare(
      """
      SELECT v.version_key, v.path, d.document FROM document_version AS v
      JOIN document AS d ON d.document_key = v.document_key
      WHERE v.superseded_run_id IS NULL AND v.path IS NOT NULL ORDER BY v.version_key
      """)
    // Paths are bytes.
    let gone = Set(paths.map(ByteText.init))
    var found: [Withdrawal] = []
    try all.forEachRow { row in
      guard gone.contains(ByteText(text: row.text(1))) else { return }
      found.append(Withdrawal(document: row.text(2), version: row.integer(0)))
    }
    return found
  }
}
