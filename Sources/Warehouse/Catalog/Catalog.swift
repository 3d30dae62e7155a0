/// A table or a view of the warehouse, as its DDL describes it.
public struct CatalogEntry: Sendable, Hashable {
  public enum Kind: String, Sendable { case table, view, search }

  public var name: String
  public var kind: Kind
  /// What it holds; empty when its DDL does not say.
  public var comment: String
  /// A statement that shows what to ask of it; views have one.
  public var example: String?
  public var columns: [CatalogColumn]

  public func column(_ name: String) -> CatalogColumn? { columns.first { $0.name == name } }
}

/// A column of a table or a view.
public struct CatalogColumn: Sendable, Hashable {
  public var name: String
  /// As declared, for a view's column where it comes from: `TEXT`, `INTEGER`, `REAL`; empty for what
  /// is computed.
  public var type: String
  /// What it holds; for a view's column without a comment of its own what is said where it comes
  /// from. Empty when the DDL does not say.
  public var comment: String
  /// False for a table's column that is declared `NOT NULL`, or of its key.
  public var isNullable: Bool
}

extension Warehouse {
  /// All tables and views in the order of their names, without what SQLite keeps for itself.
  ///
  /// - Parameter viewsFolder: where the files of the views are. A view's comment may stand before
  ///   its statement, where SQLite does not keep it.
  /// - Throws: ``WarehouseError/unusableFile(path:reason:)``, ``SQLiteError``.
  public func catalog(viewsFolder: String) throws -> [CatalogEntry] {
    let files = try SQLFolder.read(viewsFolder)
    var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
    var kinds: [(name: String, kind: CatalogEntry.Kind)] = []
    try connection.prepare(
      """
      SELECT l.name, l.type, s.sql
      FROM pragma_table_list AS l JOIN sqlite_schema AS s ON s.name = l.name
      WHERE l.schema = 'main' AND l.type <> 'shadow' AND l.name NOT LIKE 'sqlite%'
      ORDER BY l.name
      """
    ).forEachRow { row in
      let name = row.text(0)
      let kind: CatalogEntry.Kind =
        switch row.text(1) {
        case "view": .view
        case "virtual": .search
        default: .table
        }
      kinds.append((name, kind))
      if kind != .view || texts[name] == nil { texts[name] = row.text(2) }
    }
    let comments = texts.mapValues { SQLComments(of: $0) }
    return try kinds.map { name, kind in
      CatalogEntry(
        name: name, kind: kind, comment: comments[name]?.whole ?? "",
        example: comments[name]?.example, columns: try columns(of: name, comments))
    }
  }

  private func columns(
    of entry: String, _ comments: [String: SQLComments]
  ) throws -> [CatalogColumn] {
    let quoted = ViewKeeper.quoted(entry)
    let required = try requiredColumns(of: entry)
    return try connection.prepare("SELECT * FROM \(quoted) LIMIT 0").columns.map { column in
      let inherited = column.origin.flatMap { comments[$0.table]?.columns[$0.column] }
      return CatalogColumn(
        name: column.name, type: column.type,
        comment: comments[entry]?.columns[column.name] ?? inherited
          // Where one comment is about two columns, another table tells of each.
          ?? comments["figure"]?.columns[column.name] ?? "",
        isNullable: !required.contains(column.name))
    }
  }

  private func requiredColumns(of table: String) throws -> Set<String> {
    var names: Set<String> = []
    var parameters = Parameters()
    parameters.add(table)
    try connection.prepare(
      "SELECT name FROM pragma_table_info(?) WHERE \"notnull\" OR pk"
    ).forEachRow(parameters) { names.insert($0.text(0)) }
    return names
  }
}
