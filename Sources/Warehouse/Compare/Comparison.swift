import Model

/// What the articles say about the same things, in numbers.
public struct ComparisonCounts: Sendable, Hashable {
  /// Quantities that several texts state alike.
  public var corroborated = 0
  /// Quantities that texts state unlike.
  public var contradicted = 0
  /// Steps of series that are out of line.
  public var jumps = 0

  public init() {}
}

extension Warehouse {
  /// The fact in `meta` that says up to which run figures have been compared.
  private static let comparedThrough = "compared_through_run"

  /// Compares the figures of different articles, as far as runs changed what is believed since the
  /// last time, and counts what is found over all.
  ///
  /// To be called at the end of a run, when it has stored everything: a run that is stopped before
  /// leaves its figures to the next one. Throws ``SQLiteError``.
  @discardableResult
  public func compareFigures(through run: RunID) throws -> ComparisonCounts {
    // After a first run all figures are compared.
    try connection.sortingInFiles { try refreshComparisons(through: run) }
    var counts = ComparisonCounts()
    counts.corroborated = try count(of: "corroborated")
    counts.contradicted = try count(of: "contradicted")
    counts.jumps = try connection.integer("SELECT count(*) FROM series_jump")
    return counts
  }

  private func refreshComparisons(through run: RunID) throws {
    try withTransaction {
      let meta = try Meta(connection: connection)
      let known = try meta.value(of: Self.comparedThrough).flatMap(Int.init) ?? 0
      if try collectTouched(after: known) {
        for statement in ComparisonSQL.refresh { try connection.execute(statement) }
        try meta.set(Self.comparedThrough, to: "\(run.rawValue)")
      }
      try connection.execute(ComparisonSQL.forget)
    }
  }

  /// Notes the quantities whose figures changed; false when none did.
  private func collectTouched(after run: Int) throws -> Bool {
    try connection.execute(ComparisonSQL.touchedTable)
    let insert = try connection.prepare(ComparisonSQL.touched)
    var parameters = Parameters()
    parameters.add(run)
    parameters.add(run)
    try insert.execute(parameters)
    return try connection.integer("SELECT EXISTS (SELECT 1 FROM temp.touched)") != 0
  }

  private func count(of verdict: String) throws -> Int {
    try connection.integer("SELECT count(*) FROM comparison WHERE verdict = '\(verdict)'")
  }
}
