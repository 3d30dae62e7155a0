import Tables

/// Reads the tables of one folder, keeping the rows' lines for later messages.
struct RuleLoader {
  let folder: String
  private(set) var tables: [String: Table] = [:]

  init(folder: String) { self.folder = folder }

  /// The rows of `name.csv`, decoded by `decode`; every table may have a `note` column.
  mutating func rows<Row>(
    _ name: String, _ columns: [String], _ decode: (TableRow) throws(TableError) -> Row
  ) throws(TableError) -> [Row] {
    let table = try table(name, columns)
    var rows: [Row] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows { rows.append(try decode(row)) }
    return rows
  }

  mutating func strings(_ name: String, _ column: String) throws(TableError) -> [String] {
    try rows(name, [column]) { $0[column] }
  }

  /// The row of a table already read.
  func row(_ name: String, _ index: Int) -> TableRow { tables[name]!.rows[index] }

  /// The table `name.csv` itself.
  mutating func table(_ name: String, _ columns: [String]) throws(TableError) -> Table {
    let table = try Table.read(
      path: "\(folder)/\(name).csv", columns: columns, optional: ["note"])
    tables[name] = table
    return table
  }
}
