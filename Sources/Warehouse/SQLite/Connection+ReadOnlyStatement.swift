import CSQLite

extension Connection {
  /// Prepares a statement of a user's own, which may read and do nothing else.
  ///
  /// The engine asks for leave for every single thing that the statement would do, so that
  /// attaching another file or changing a setting is refused as well, and so are two statements.
  /// - Throws: ``SQLiteError``, ``WarehouseError/notOneStatement(sql:)``.
  func prepareReading(_ sql: String) throws -> Statement {
    let refusal = Refusal()
    sqlite3_set_authorizer(handle, authorizeReading, Unmanaged.passUnretained(refusal).toOpaque())
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    var prepared: OpaquePointer?
    let isWhole = try sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      guard sqlite3_prepare_v3(handle, start, -1, 0, &prepared, &rest) == SQLITE_OK else {
        throw explained(error(sql: sql), refusal)
      }
      return rest.map { isBlank($0) } ?? true
    }
    guard let prepared else { throw WarehouseError.notOneStatement(sql: sql) }
    let statement = Statement(connection: self, handle: prepared)
    guard isWhole else { throw WarehouseError.notOneStatement(sql: sql) }
    // VACUUM asks for no leave.
    guard statement.isReadOnly else {
      throw SQLiteError(
        extendedCode: SQLITE_AUTH, message: refusal.message, sql: sql, path: path)
    }
    return statement
  }

  /// With what was refused in place of the engine's “not authorized”.
  private func explained(_ error: SQLiteError, _ refusal: Refusal) -> SQLiteError {
    guard error.code == SQLITE_AUTH else { return error }
    var explained = error
    explained.message = refusal.message
    explained.offset = nil
    return explained
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
  "application_id", "collation_list", "compile_options", "data_version", "database_list",
  "encoding",
  "foreign_key_check", "foreign_key_list", "freelist_count", "function_list", "index_info",
  "index_list", "index_xinfo", "integrity_check", "module_list", "page_count", "page_size",
  "pragma_list", "quick_check", "schema_version", "table_info", "table_list", "table_xinfo",
  "user_version",
]

/// Those of them to which a value can be given without setting something.
private let pragmasWithArgument: Set<String> = [
  "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo",
  "integrity_check", "quick_check", "table_info", "table_list", "table_xinfo",
]

private func authorizeReading(
  refusal: UnsafeMutableRawPointer?, _ action: Int32, _ name: UnsafePointer<CChar>?,
  _ argument: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  let name = name.map { String(cString: $0) } ?? ""
  guard !mayRead(action, name, hasArgument: argument != nil) else { return SQLITE_OK }
  if let refusal {
    Unmanaged<Refusal>.fromOpaque(refusal).takeUnretainedValue().note(action, name)
  }
  return SQLITE_DENY
}

private let pragmaTable = "pragma_"

private func pragma(_ table: String) -> String { String(table.dropFirst(pragmaTable.count)) }

private func mayRead(_ action: Int32, _ name: String, hasArgument: Bool) -> Bool {
  switch action {
  case SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE: true
  // A pragma used as a table is run when its rows are asked for, past this guard.
  case SQLITE_READ: !name.hasPrefix(pragmaTable) || readingPragmas.contains(pragma(name))
  case SQLITE_PRAGMA:
    (hasArgument ? pragmasWithArgument : readingPragmas).contains(name.lowercased())
  // Asked for when a pragma is used as a table; the engine itself guards the table named here.
  case SQLITE_UPDATE: name == "sqlite_master"
  default: false
  }
}
