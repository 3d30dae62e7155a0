extension Warehouse {
  /// Runs `body` on the warehouse as it is now: what a run commits meanwhile is not seen by any of
  /// its queries. Throws what `body` throws, and ``SQLiteError``.
  public func withSnapshot<Value>(_ body: () throws -> Value) throws -> Value {
    guard !connection.isInTransaction else { return try body() }
    try connection.execute("BEGIN")
    // The snapshot is taken by the first query that reads.
    defer { try? connection.execute("ROLLBACK") }
    return try body()
  }
}
