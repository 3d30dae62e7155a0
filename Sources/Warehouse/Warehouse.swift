import CSQLite
import Glibc
import Model

/// The SQLite file that holds what was read, from which text, by which rules, in which run.
///
/// Not for use by two threads at once; one process writes at a time, any number read.
public final class Warehouse {
  public enum Mode: Sendable {
    /// Makes the file when it is missing and brings its schema and views up to date.
    case write
    case readOnly
  }

  public let path: String
  let connection: Connection
  /// Made at the first document that is stored.
  private(set) lazy var writer = Result {
    isWriterMade = true
    let writer = try ReadingWriter(connection: connection)
    writer.appearances.limits = likenessLimits
    return writer
  }
  private(set) var isWriterMade = false
  /// When texts are taken for one; to be set before the first document is stored.
  public var likenessLimits = LikenessLimits()
  /// What has been counted in the transaction at hand, by run, and is written at its end.
  var pendingCounts: [RunID: RunCounts] = [:]
  /// Gives the times in the ledger.
  var clock: () -> String = presentTimestamp
  /// Made at the first document that is asked for.
  var stateLookup: Statement?
  var pathLookup: Statement?
  /// Made at the first file that is recorded.
  var fileWrite: Statement?
  /// What went wrong in the transaction at hand: it then must not be committed.
  private var failure: (any Error)?
  /// Nil for reading.
  private let checkpointer: Checkpointer?

  private init(path: String, connection: Connection, isWritten: Bool = false) {
    self.path = path
    self.connection = connection
    checkpointer = isWritten ? Checkpointer(connection) : nil
  }

  deinit { checkpointer?.end(connection) }

  /// Opens the warehouse at `path`.
  ///
  /// - Parameters:
  ///   - schemaFolder: where the migrations are, `NNN_name.sql`.
  ///   - viewsFolder: where the views are, `name.sql`.
  /// - Throws: ``WarehouseError`` when the file is missing (for reading), of something else, of a
  ///   newer program, or the folders cannot be used; ``SQLiteError`` when the engine refuses it.
  public static func open(
    path: String, schemaFolder: String, viewsFolder: String, mode: Mode
  ) throws -> Warehouse {
    let migrations = try Migration.load(folder: schemaFolder)
    switch mode {
    case .readOnly:
      let connection = try openForReading(path)
      try SchemaKeeper(connection: connection, migrations: migrations).verifyForReading()
      return Warehouse(path: path, connection: connection)
    case .write:
      let views = try SQLFolder.read(viewsFolder)
      let isNew = access(path, F_OK) != 0
      do { return try openForWriting(path, migrations, views) } catch {
        // Half a warehouse that nothing was stored in yet is in the way of the next one.
        if isNew { remove(path) }
        throw error
      }
    }
  }

  /// Gives back to the system what the process has freed.
  public static func returnMemory() { solieu_return_memory() }

  /// Takes a warehouse away that nothing was stored in.
  public static func remove(_ path: String) {
    for part in ["", "-wal", "-shm"] { unlink(path + part) }
  }

  private static func openForWriting(
    _ path: String, _ migrations: [Migration], _ views: [SQLFile]
  ) throws -> Warehouse {
    let connection = try Connection(path: path, mode: .write)
    try configure(connection)
    try SchemaKeeper(connection: connection, migrations: migrations).update()
    try ViewKeeper(connection: connection, files: views).update()
    let warehouse = Warehouse(path: path, connection: connection, isWritten: true)
    try warehouse.fillSearch()
    return warehouse
  }

  private static func configure(_ connection: Connection) throws {
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      -- A killed process loses nothing; a power failure at most the last transactions.
      PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = \(Connection.cacheSize);
      -- Debian overwrites what is deleted; nothing here is secret.
      PRAGMA secure_delete = OFF;
      """)
  }

  private static func openForReading(_ path: String) throws -> Connection {
    guard access(path, F_OK) == 0 else { throw WarehouseError.missing(path: path) }
    let connection = try Connection(path: path, mode: .readOnly)
    do {
      try connection.execute("PRAGMA query_only = ON")
      _ = try connection.integer("SELECT count(*) FROM sqlite_schema")
      return connection
    } catch let error as SQLiteError
      where [SQLITE_CANTOPEN, SQLITE_READONLY].contains(error.code)
      && access(path, R_OK) == 0 && access(path + "-wal", F_OK) != 0
    {
      // In a folder that we may not write to, the file of locks cannot be made; and without a
      // write-ahead log beside it, the file is whole and nobody is writing to it.
      return try Connection(path: path, mode: .immutable)
    }
  }

  /// Runs `body` in a transaction; within another one it just runs.
  ///
  /// Group many documents in one: a process that is killed leaves whole transactions only.
  /// - Throws: what `body` throws, and ``SQLiteError`` when the file is locked, cannot be written
  ///   to, or the disk is full. Nothing of the transaction is kept then, not even when `body`
  ///   caught the error of a document that could not be stored.
  public func withTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    if connection.isInTransaction { return try remembering(body) }
    failure = nil
    pendingCounts = [:]
    do {
      return try connection.inTransaction {
        let value = try body()
        if let failure { throw failure }
        try flushCounts()
        return value
      }
    } catch {
      failure = nil
      pendingCounts = [:]
      // What was looked up may have been rolled back.
      if case .success(let writer) = writer { writer.forget() }
      throw error
    }
  }

  private func remembering<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch {
      failure = failure ?? error
      throw error
    }
  }

  /// Moves all that was written into the one file, so that it can be copied alone.
  ///
  /// Optional; readers need not wait for it. Throws ``SQLiteError``.
  public func checkpoint() throws {
    try connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)").forEachRow { _ in }
  }
}
