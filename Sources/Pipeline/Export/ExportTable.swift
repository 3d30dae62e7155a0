import Warehouse

/// A table or view on its way out: its columns with their types, and the statement that reads it.
struct ExportTable {
  struct Column {
    var name: String
    var type: ColumnType
    var comment: String
    var isNullable: Bool
  }

  let entry: Surface.Entry
  let comment: String
  private(set) var columns: [Column]

  /// - Parameters:
  ///   - entry: what the surface says of it.
  ///   - described: what the DDL says of it.
  ///   - keepsTexts: whether the articles' own texts go with it.
  /// Throws ``PipelineError`` for a column without a type, and for one that is named and not there.
  init(
    _ entry: Surface.Entry, _ described: CatalogEntry, types: [String: ColumnType],
    keepsTexts: Bool = false
  ) throws(PipelineError) {
    self.entry = entry
    comment = described.comment
    columns = []
    for column in described.columns {
      // Keys are numbers of one file alone.
      if column.name.hasSuffix("_key") || (column.name == "text" && !keepsTexts) { continue }
      guard let type = types[column.name] ?? ColumnType(declared: column.type) else {
        throw PipelineError(
          "Warehouse/surface.yaml: \(entry.name).\(column.name) has no type; give it one in 'types'"
        )
      }
      columns.append(
        Column(
          name: column.name, type: type, comment: column.comment, isNullable: column.isNullable))
    }
    let known = Set(columns.map(\.name))
    for name in entry.key + entry.order + entry.references.flatMap(\.columns)
    where !known.contains(name) {
      throw PipelineError(
        "Warehouse/surface.yaml: '\(name)' is no exported column of \(entry.name)")
    }
  }

  var name: String { entry.name }
  var file: String { "\(entry.name).csv" }

  var sql: String {
    let order = entry.order.map(Self.quoted).joined(separator: ", ")
    return "SELECT \(columns.map { Self.quoted($0.name) }.joined(separator: ", ")) "
      + "FROM \(Self.quoted(name)) ORDER BY \(order)"
  }

  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// A statement that counts the decimals of a column that do not fit the widest type that Parquet
  /// has; nil when there is no such column.
  func misfits(of column: Column) -> String? {
    guard column.type == .decimal else { return nil }
    let name = Self.quoted(column.name)
    let whole = ColumnType.digits - ColumnType.fractionDigits
    return """
      SELECT count(*) FROM (
        SELECT ltrim(\(name), '-') AS v FROM \(Self.quoted(self.name)) WHERE \(name) IS NOT NULL
      )
      WHERE CASE instr(v, '.') WHEN 0 THEN length(v) > \(whole)
        ELSE instr(v, '.') > \(whole + 1) OR length(v) - instr(v, '.') > \(ColumnType.fractionDigits)
      END
      """
  }

  /// Keeps as text what would not be exact as a number.
  mutating func keepAsText(_ column: String) {
    for index in columns.indices where columns[index].name == column {
      columns[index].type = .text
    }
  }
}
