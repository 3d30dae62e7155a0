import Model

/// How a run stands.
public enum RunStatus: String, Sendable, CaseIterable {
  case running, done, failed, interrupted
}

/// The ledger of runs.
public struct RunLedger {
  let warehouse: Warehouse

  /// A run that was begun.
  public struct Run: Sendable, Hashable {
    public var id: RunID
    /// True when it is one that had been stopped and is now taken up again.
    public var isResumed: Bool
  }

  /// Begins a run, or takes up the last one when it was stopped before its end.
  ///
  /// Call it while holding the lock that keeps other runs away: a run that the ledger calls
  /// running is then one that was killed. With the same rules and the same program it goes on
  /// under its own number, so that the warehouse ends as if it had never been stopped; otherwise
  /// it is marked interrupted for good and a new one begins.
  /// - Throws: ``SQLiteError``.
  public func begin(
    programVersion: String, rulesDigest: String, arguments: String
  ) throws -> Run {
    try warehouse.withTransaction {
      if let run = try resumable(programVersion: programVersion, rulesDigest: rulesDigest) {
        try execute(
          """
          UPDATE run SET status = 'running', finished = NULL, times_resumed = times_resumed + 1
          WHERE run_id = ?
          """
        ) { $0.add(run) }
        return Run(id: run, isResumed: true)
      }
      try execute("UPDATE run SET status = 'interrupted' WHERE status = 'running'") { _ in }
      try execute(
        """
        INSERT INTO run (started, status, program_version, rules_digest, arguments)
        VALUES (?, 'running', ?, ?, ?)
        """
      ) {
        $0.add(warehouse.clock())
        $0.add(programVersion)
        $0.add(rulesDigest)
        $0.add(arguments)
      }
      return Run(id: RunID(rawValue: warehouse.connection.lastInsertedKey), isResumed: false)
    }
  }

  private func resumable(programVersion: String, rulesDigest: String) throws -> RunID? {
    let last = try warehouse.connection.prepare(
      """
      SELECT run_id FROM run
      WHERE run_id = (SELECT max(run_id) FROM run) AND status IN ('running', 'interrupted')
        AND program_version = ? AND rules_digest = ?
      """)
    var parameters = Parameters()
    parameters.add(programVersion)
    parameters.add(rulesDigest)
    return try last.firstRow(parameters) { RunID(rawValue: $0.integer(0)) }
  }

  /// Adds to a run's counts what the caller counted, together with the transaction at hand.
  ///
  /// What is stored is counted by itself: add here only what ``Warehouse/store(_:run:rulesDigest:)``
  /// never sees. Counted this way within a transaction, nothing is counted twice when the run is
  /// killed and taken up again. Throws ``SQLiteError``.
  public func add(_ counts: RunCounts, to run: RunID) throws {
    try warehouse.withTransaction { warehouse.count(counts, for: run) }
  }

  /// Ends a run, adding the counts of what left no trace in the warehouse, such as files seen.
  /// - Throws: ``WarehouseError/unknownRun(_:)``, ``SQLiteError``.
  public func finish(_ run: RunID, _ status: RunStatus, adding counts: RunCounts = RunCounts())
    throws
  {
    try warehouse.withTransaction {
      warehouse.count(counts, for: run)
      try execute("UPDATE run SET status = ?, finished = ? WHERE run_id = ?") {
        $0.add(status.rawValue)
        $0.add(warehouse.clock())
        $0.add(run)
      }
      guard warehouse.connection.changedRows == 1 else {
        throw WarehouseError.unknownRun(run.rawValue)
      }
    }
  }

  private func execute(_ sql: String, _ build: (inout Parameters) -> Void) throws {
    var parameters = Parameters()
    build(&parameters)
    try warehouse.connection.prepare(sql).execute(parameters)
  }
}

extension Warehouse {
  /// The ledger of runs.
  public var ledger: RunLedger { RunLedger(warehouse: self) }

  func count(_ counts: RunCounts, for run: RunID) {
    pendingCounts[run, default: RunCounts()] += counts
  }

  /// Writes the counts of the transaction at hand, as a part of it.
  func flushCounts() throws {
    if isWriterMade { try writer.get().figures.flushTally() }
    let pending = pendingCounts.sorted { $0.key.rawValue < $1.key.rawValue }
    pendingCounts = [:]
    for (run, counts) in pending where counts != RunCounts() {
      let changes = RunCounts.columns.map { "\($0.name) = \($0.name) + ?" }
      let sql = "UPDATE run SET \(changes.joined(separator: ", ")) WHERE run_id = ?"
      var parameters = Parameters()
      for column in RunCounts.columns { parameters.add(counts[keyPath: column.count]) }
      parameters.add(run)
      try connection.prepare(sql).execute(parameters)
    }
  }
}
