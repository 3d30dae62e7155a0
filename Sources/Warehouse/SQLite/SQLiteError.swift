import CSQLite

/// A refusal of the database engine, told in one line: the file, what happened, what to do.
public struct SQLiteError: Error, Sendable, CustomStringConvertible {
  /// The primary result code, such as `SQLITE_BUSY`.
  public var code: Int32
  /// The extended result code, such as `SQLITE_IOERR_WRITE`.
  public var extendedCode: Int32
  /// The engine's own words.
  public var message: String
  /// The statement at work, where there was one.
  public var sql: String?
  /// The database file.
  public var path: String

  public init(extendedCode: Int32, message: String, sql: String? = nil, path: String) {
    self.code = extendedCode & 0xFF
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.path = path
  }

  /// True when another process holds the file; the same call may succeed later.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

  public var description: String { "\(path): \(explanation)" }

  private var explanation: String {
    switch code {
    case SQLITE_BUSY, SQLITE_LOCKED:
      "locked by another process; wait for it to end and try again"
    case SQLITE_FULL:
      "the disk is full; free some space and run again, nothing of this batch was kept"
    case SQLITE_READONLY:
      "cannot be written to; give write permission to the file and to its folder"
    case SQLITE_CANTOPEN:
      "cannot be opened; check that its folder exists and that you may read it"
    case SQLITE_PERM: "access was refused; check the permissions of the file and of its folder"
    case SQLITE_NOTADB: "not a SQLite database; name another file"
    case SQLITE_CORRUPT:
      "damaged (\(message)); move it away and build it again from the raw files"
    case SQLITE_IOERR:
      "reading or writing failed (\(message), code \(extendedCode)); check the disk"
    case SQLITE_NOMEM: "not enough memory"
    case SQLITE_INTERRUPT: "interrupted"
    case SQLITE_AUTH: "a query may only read, and this one would do more: \(statement)"
    default: sql == nil ? "\(message) (code \(extendedCode))" : "\(message), in: \(statement)"
    }
  }

  /// The statement on one line, cut where it is long.
  private var statement: String {
    let words = (sql ?? "").split(whereSeparator: { $0.isWhitespace })
    let line = words.joined(separator: " ")
    return line.count > 160 ? line.prefix(160) + " …" : line
  }
}
