import CSQLite

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

  /// The memory for pages while rows are stored, as `PRAGMA cache_size` takes it: 64 MiB.
  static let cacheSize = -65536
  /// The same while much is sorted, of which each sort takes as much again.
  private static let cacheSizeForSorting = -8192
  private static let cacheSizeForLargeTexts = -2048

  /// Runs `body`, which stores a text that is as large as memory should be: the engine makes a copy
  /// of it in one piece.
  func sparingMemory<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("PRAGMA cache_size = \(Self.cacheSizeForLargeTexts)")
    solieu_return_memory()
    defer {
      try? execute("PRAGMA cache_size = \(Self.cacheSize)")
      solieu_return_memory()
    }
    return try body()
  }

  /// Runs `body`, which sorts what may be as large as the warehouse: memory must not grow with it.
  ///
  /// Within a transaction it just runs, as where SQLite sorts cannot be changed there.
  func sortingInFiles<Value>(_ body: () throws -> Value) throws -> Value {
    guard !isInTransaction else { return try body() }
    try execute("PRAGMA temp_store = FILE; PRAGMA cache_size = \(Self.cacheSizeForSorting)")
    // What the pages and the workers before took is given back: sorting takes it from elsewhere.
    solieu_return_memory()
    defer {
      try? execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = \(Self.cacheSize)")
    }
    return try body()
  }
}
