import CSQLite

extension Connection {
  /// Prepares a statement of a user's own, which may read and do nothing else.
  ///
  /// The engine asks for leave for every single thing that the statement would do, so that
  /// attaching another file or changing a setting is refused as well, and so are two statements.
  /// - Throws: ``SQLiteError``, ``WarehouseError/notOneStatement(sql:)``.
  func prepareReading(_ sql: String) throws -> Statement {
    sqlite3_set_authorizer(handle, authorizeReading, nil)
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    var prepared: OpaquePointer?
    let isWhole = try sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      guard sqlite3_prepare_v3(handle, start, -1, 0, &prepared, &rest) == SQLITE_OK else {
        throw error(sql: sql)
      }
      return rest.map { isBlank($0) } ?? true
    }
    guard let prepared else { throw WarehouseError.notOneStatement(sql: sql) }
    let statement = Statement(connection: self, handle: prepared)
    guard isWhole else { throw WarehouseError.notOneStatement(sql: sql) }
    // VACUUM asks for no leave.
    guard statement.isReadOnly else {
      throw SQLiteError(
        extendedCode: SQLITE_AUTH, message: "not authorized", sql: sql, path: path)
    }
    return statement
  }

  /// True when nothing but spaces, comments and semicolons is left.
  private func isBlank(_ rest: UnsafePointer<CChar>) -> Bool {
    var next: UnsafePointer<CChar>? = rest
    while let start = next, start.pointee != 0 {
      var prepared: OpaquePointer?
      let result = sqlite3_prepare_v2(handle, start, -1, &prepared, &next)
      guard result == SQLITE_OK, prepared == nil else {
        sqlite3_finalize(prepared)
        return false
      }
    }
    return true
  }
}

/// Pragmas that tell something and change nothing.
private let readingPragmas: Set<String> = [
  "application_id", "foreign_key_check", "foreign_key_list", "index_info", "index_list",
  "integrity_check", "quick_check", "schema_version", "table_info", "table_list", "table_xinfo",
  "user_version",
]

private let pragmasWithArgument: Set<String> = readingPragmas.subtracting([
  "application_id", "schema_version", "user_version",
])

private func authorizeReading(
  _: UnsafeMutableRawPointer?, _ action: Int32, _ name: UnsafePointer<CChar>?,
  _ argument: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE: return SQLITE_OK
  case SQLITE_PRAGMA:
    let pragma = name.map { String(cString: $0).lowercased() } ?? ""
    let allowed = argument == nil ? readingPragmas : pragmasWithArgument
    return allowed.contains(pragma) ? SQLITE_OK : SQLITE_DENY
  case SQLITE_UPDATE:
    // Asked for when a pragma is used as a table; the engine itself guards the table named here.
    return name.map { String(cString: $0) } == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_DENY
  }
}
