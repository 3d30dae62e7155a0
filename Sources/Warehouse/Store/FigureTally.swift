import Model

/// Counts the figures that runs bring and end, by kind, up to the end of a transaction.
struct FigureTally {
  private struct Key: Hashable {
    var run: Int
    var kind: String
  }

  private var counts: [Key: (added: Int, superseded: Int)] = [:]

  mutating func add(_ kind: FigureKind, _ run: RunID) {
    counts[Key(run: run.rawValue, kind: kind.rawValue), default: (0, 0)].added += 1
  }

  mutating func supersede(_ kind: String, _ run: RunID, count: Int = 1) {
    counts[Key(run: run.rawValue, kind: kind), default: (0, 0)].superseded += count
  }

  mutating func clear() { counts = [:] }

  /// Adds what was counted to the table, and starts anew.
  mutating func flush(_ connection: Connection) throws {
    guard !counts.isEmpty else { return }
    let write = try connection.prepare(
      insertion(into: "figure_tally", ["run_id", "kind", "added", "superseded"])
        + """
         ON CONFLICT (run_id, kind) DO UPDATE
        SET added = added + excluded.added, superseded = superseded + excluded.superseded
        """)
    for (key, count) in counts.sorted(by: { $0.key.kind < $1.key.kind }) {
      var row = Parameters()
      row.add(key.run)
      row.add(key.kind)
      row.add(count.added)
      row.add(count.superseded)
      try write.execute(row)
    }
    clear()
  }
}
