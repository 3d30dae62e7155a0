extension Warehouse {
  private static let tablesDigestName = "tables_digest"

  /// What ``setTablesDigest(_:)`` was told last; nil when nothing was since the schema changed.
  ///
  /// Throws ``SQLiteError``.
  public func tablesDigest() throws -> String? {
    guard let value = try Meta(connection: connection).value(of: Self.tablesDigestName) else {
      return nil
    }
    let ending = try schemaEnding()
    return value.hasSuffix(ending) ? String(value.dropLast(ending.count)) : nil
  }

  /// Notes of which tables the names of places, units and indicators are: as long as these are the
  /// same, they need not be read to set them. Nil when it is not known.
  ///
  /// Throws ``SQLiteError``.
  public func setTablesDigest(_ digest: String?) throws {
    let meta = try Meta(connection: connection)
    guard let digest else { return try meta.remove(Self.tablesDigestName) }
    try meta.set(Self.tablesDigestName, to: digest + schemaEnding())
  }

  /// A newer schema may hold other names, or none.
  private func schemaEnding() throws -> String {
    " \(try connection.integer("PRAGMA user_version"))"
  }
}
