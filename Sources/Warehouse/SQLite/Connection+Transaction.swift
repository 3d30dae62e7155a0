extension Connection {
  /// Runs `body` in a transaction, which is kept as a whole or, when it throws, not at all.
  func inTransaction<Result>(_ body: () throws -> Result) throws -> Result {
    // At once, so that a lock held by another process shows here and not in the middle.
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // The engine has rolled back by itself when the disk is full and the like.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }
}
