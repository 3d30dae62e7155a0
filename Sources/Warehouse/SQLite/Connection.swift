import CSQLite

/// An open database file, used by one thread at a time.
final class Connection {
  enum Mode {
    case write
    case readOnly
    /// For files on a medium that nobody can write to: no locks, no write-ahead log.
    case immutable
  }

  let path: String
  let handle: OpaquePointer

  /// Set up once, before the first connection of the process.
  private static let isConfigured = solieu_sqlite_count_no_memory() == SQLITE_OK

  /// Opens the file; makes it when it is missing and may be written. Throws ``SQLiteError``.
  init(path: String, mode: Mode, busyMilliseconds: Int32 = 5000) throws(SQLiteError) {
    self.path = path
    _ = Self.isConfigured
    let access =
      mode == .write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
    var opened: OpaquePointer?
    let result = sqlite3_open_v2(Self.uri(path, mode), &opened, flags, nil)
    guard let opened, result == SQLITE_OK else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteError(extendedCode: result, message: message, path: path)
    }
    handle = opened
    sqlite3_busy_timeout(opened, busyMilliseconds)
  }

  // Waits for statements that still live: the order in which references go away does not matter.
  deinit { sqlite3_close_v2(handle) }

  /// A URI, since only that can say `immutable`; every other path goes through it too, escaped.
  private static func uri(_ path: String, _ mode: Mode) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
        uri += "%" + hexadecimal(UInt64(byte), digits: 2)
      default: uri.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return mode == .immutable ? uri + "?immutable=1" : uri
  }

  func error(sql: String? = nil) -> SQLiteError {
    let offset = Int(sqlite3_error_offset(handle))
    return SQLiteError(
      extendedCode: sqlite3_extended_errcode(handle),
      message: String(cString: sqlite3_errmsg(handle)), sql: sql,
      offset: offset >= 0 ? offset : nil, path: path)
  }

  /// Runs a script of any number of statements that give no rows. Throws ``SQLiteError``.
  func execute(_ script: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw error(sql: script)
    }
  }

  /// Prepares one statement. Throws ``SQLiteError``.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    guard sqlite3_prepare_v3(handle, sql, -1, flags, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw error(sql: sql) }
    return Statement(connection: self, handle: prepared)
  }

  /// The single number that a statement gives, 0 when it gives none.
  func integer(_ sql: String) throws -> Int {
    try prepare(sql).firstRow { $0.integer(0) } ?? 0
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  var lastInsertedKey: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// The rows that the last statement inserted, updated or deleted.
  var changedRows: Int { Int(sqlite3_changes64(handle)) }

  /// All rows changed since the file was opened.
  var totalChanges: Int { Int(sqlite3_total_changes64(handle)) }
}
