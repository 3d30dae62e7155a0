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
  /// Where in the statement, in bytes, when the engine could tell.
  public var offset: Int?
  /// What a statement of the user's own is called: `--sql`, or the name of a canned query.
  public var query: String?
  /// What to do, when more is known than the engine knows.
  public var advice: String?
  /// The database file.
  public var path: String

  /// Whether there was no room for what was to be written.
  public var isDiskFull: Bool { code == SQLITE_FULL }

  public init(
    extendedCode: Int32, message: String, sql: String? = nil, offset: Int? = nil, path: String
  ) {
    self.code = extendedCode & 0xFF
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.offset = offset
    self.path = path
  }

  /// True when another process holds the file; the same call may succeed later.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

  public var description: String {
    guard let query, [SQLITE_ERROR, SQLITE_AUTH, SQLITE_MISMATCH, SQLITE_TOOBIG].contains(code)
    else { return "\(path): \(explanation)" }
    let advice = advice.map { "; \($0)" } ?? ""
    return "\(query)\(position): \(message)\(near)\(advice)"
  }

  /// `:line:column`, both counted from 1; nothing when the place is not known.
  private var position: String {
    guard let before else { return "" }
    let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = lines.last.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count } ?? 0
    return ":\(lines.count):\(column + 1)"
  }

  /// The statement up to the place of the error. What is incomplete is so at its end.
  private var before: Substring.UTF8View? {
    guard let sql else { return nil }
    if let offset = offset ?? offsetOfTable { return sql.utf8.prefix(offset) }
    return message == "incomplete input" ? sql[...].utf8 : nil
  }

  /// Where the table stands that there is none of: the engine does not say.
  private var offsetOfTable: Int? {
    guard let sql, message.hasPrefix("no such table: ") else { return nil }
    let name = message.split(separator: " ").last?.split(separator: ".").last
    return SQLScanner.pieces(of: sql).first {
      [.word, .quoted].contains($0.kind) && name.map(String.init) == $0.text
    }?.bytes.lowerBound
  }

  /// The word at the place of the error, when the message does not name it.
  private var near: String {
    guard let sql, let offset else { return "" }
    let rest = String(decoding: sql.utf8.dropFirst(offset), as: UTF8.self)
    guard let word = SQLScanner.first(of: rest)?.text, !message.contains(word) else { return "" }
    return ", near “\(word.prefix(40))”"
  }

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
    case SQLITE_IOERR where extendedCode == SQLITE_IOERR | (3 << 8):
      "writing failed (\(message)); check the disk, and the limit of file sizes (ulimit -f)"
    case SQLITE_IOERR:
      "reading or writing failed (\(message), code \(extendedCode)); check the disk"
    case SQLITE_NOMEM: "not enough memory"
    case SQLITE_INTERRUPT: "interrupted"
    case SQLITE_AUTH: "\(message): \(statement)"
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
