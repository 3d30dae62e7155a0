/// Indexes of figures that are made after a first load instead of with each row.
///
/// A row falls anywhere into such an index; sorted at the end, they are made in a fraction of the
/// time, and are a third smaller. What is deferred is written down in the file itself, so that it is
/// made by the next program that opens the file for writing when this one is killed.
struct DeferredIndexes {
  private static let name = "deferred_indexes"
  /// Needed while figures are stored.
  private static let kept: Set<String> = ["figure_version", "figure_superseded"]

  let connection: Connection

  func drop() throws {
    var indexes: [(name: String, sql: String)] = []
    try connection.prepare(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = 'index' AND tbl_name = 'figure' AND sql IS NOT NULL ORDER BY name
      """
    ).forEachRow { indexes.append(($0.text(0), $0.text(1))) }
    indexes.removeAll { Self.kept.contains($0.name) }
    guard !indexes.isEmpty else { return }
    try connection.inTransaction {
      try Meta(connection: connection).set(
        Self.name, to: indexes.map { "\($0.sql);" }.joined(separator: "\n"))
      for index in indexes {
        try connection.execute("DROP INDEX \(ViewKeeper.quoted(index.name))")
      }
    }
  }

  func restore() throws {
    guard let sql = try Meta(connection: connection).value(of: Self.name) else { return }
    try connection.sortingInFiles {
      try connection.inTransaction {
        try connection.execute(sql)
        try connection.execute("DELETE FROM meta WHERE name = '\(Self.name)'")
      }
    }
  }
}

extension Warehouse {
  /// Makes the indexes of figures wait until ``makeIndexes()``, when there is no document yet.
  ///
  /// Throws ``SQLiteError``.
  public func deferIndexes() throws {
    guard try !holdsDocuments() else { return }
    try DeferredIndexes(connection: connection).drop()
  }

  /// Makes the indexes that wait. Throws ``SQLiteError``.
  public func makeIndexes() throws { try DeferredIndexes(connection: connection).restore() }
}
