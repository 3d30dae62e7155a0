/// Tells whether a file is a warehouse, and brings its schema up to date.
struct SchemaKeeper {
  /// "SLIU" in ASCII: marks a SQLite file as a warehouse.
  static let applicationID = 0x534C_4955

  let connection: Connection
  let migrations: [Migration]

  var known: Int { migrations.count }

  func found() throws -> Int { try connection.integer("PRAGMA user_version") }

  /// Throws ``WarehouseError`` when the file is something else, or of a later program.
  func verify() throws {
    guard try connection.integer("PRAGMA application_id") == Self.applicationID else {
      throw WarehouseError.notAWarehouse(path: connection.path)
    }
    let found = try found()
    guard found <= known else {
      throw WarehouseError.newerSchema(path: connection.path, found: found, known: known)
    }
  }

  /// Throws ``WarehouseError`` also when there are migrations that only writing can apply.
  func verifyForReading() throws {
    try verify()
    let found = try found()
    guard found == known else {
      throw WarehouseError.olderSchema(path: connection.path, found: found, known: known)
    }
  }

  /// Makes the schema in an empty file, or applies the migrations that came since.
  func update() throws {
    let isEmpty = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
    let isUnmarked = try connection.integer("PRAGMA application_id") == 0
    if isEmpty && isUnmarked {
      // Outside a transaction, which the journal's mode cannot be changed in.
      try connection.execute("PRAGMA journal_mode = WAL")
    } else {
      try verify()
      try DeferredIndexes(connection: connection).restore()
    }
    let found = try found()
    guard found < known else { return }
    // A table that others refer to is made anew under another name and renamed: the references must
    // not be looked at on the way, nor the views. Both can be changed outside transactions only.
    try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
    defer {
      try? connection.execute("PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF")
    }
    for migration in migrations where migration.number > found { try apply(migration) }
  }

  /// Each step is a transaction with the number that says that it was taken.
  private func apply(_ migration: Migration) throws {
    try connection.inTransaction {
      try connection.execute(migration.file.text)
      guard try connection.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0 else {
        throw WarehouseError.unusableFile(
          path: migration.file.path,
          reason: "leaves references of \(connection.path) that lead nowhere; nothing was changed")
      }
      try connection.execute(
        """
        PRAGMA application_id = \(Self.applicationID);
        PRAGMA user_version = \(migration.number);
        """)
    }
  }
}
