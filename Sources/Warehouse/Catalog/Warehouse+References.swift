/// A column that refers to a row of another table.
public struct CatalogReference: Sendable, Hashable {
  public var table: String
  public var column: String
  /// The table that it refers to.
  public var parent: String
}

extension Warehouse {
  /// Opens an empty warehouse in memory, to look at its schema. Throws as ``open(path:schemaFolder:viewsFolder:mode:)``.
  public static func inMemory(schemaFolder: String, viewsFolder: String) throws -> Warehouse {
    try open(
      path: ":memory:", schemaFolder: schemaFolder, viewsFolder: viewsFolder, mode: .write)
  }

  /// All references between tables, by table and column. Throws ``SQLiteError``.
  public func references() throws -> [CatalogReference] {
    var references: [CatalogReference] = []
    try connection.prepare(
      """
      SELECT l.name, f."from", f."table"
      FROM pragma_table_list AS l, pragma_foreign_key_list(l.name) AS f
      WHERE l.schema = 'main' AND l.type = 'table'
      ORDER BY l.name, f."from"
      """
    ).forEachRow { row in
      references.append(
        CatalogReference(table: row.text(0), column: row.text(1), parent: row.text(2)))
    }
    return references
  }
}

extension Checks {
  /// The names of the checks of a folder with the promise of each.
  ///
  /// Throws ``WarehouseError/unusableFile(path:reason:)``.
  public static func promises(folder: String) throws -> [(name: String, promise: String)] {
    try SQLFolder.read(folder).map { ($0.name, try $0.firstComment()) }
  }
}
