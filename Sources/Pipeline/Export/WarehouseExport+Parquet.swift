extension WarehouseExport {
  /// Writes a CSV file for each exported table to a folder, and `to-parquet.sql`, by which DuckDB
  /// makes a Parquet file of each with exact types.
  ///
  /// - Parameters:
  ///   - keepsTexts: whether the articles' own texts go with it.
  ///   - tell: hears, in a line each, what could not be kept as the type that it has.
  /// - Returns: the number of rows by table.
  @discardableResult
  public func parquet(
    to folder: String, keepsTexts: Bool = false, tell: (String) -> Void
  ) throws -> [(table: String, rows: Int)] {
    var tables = try tables(keepsTexts: keepsTexts)
    try Self.makeFolder(folder)
    return try warehouse.withSnapshot {
      var counts: [(String, Int)] = []
      for index in tables.indices {
        try fit(&tables[index], tell)
        counts.append((tables[index].name, try write(tables[index], in: folder)))
      }
      try writeFile("\(folder)/to-parquet.sql", Array(Self.script(tables).utf8))
      return counts
    }
  }

  /// A decimal that is wider than Parquet's widest is kept exact, as text.
  private func fit(_ table: inout ExportTable, _ tell: (String) -> Void) throws {
    for column in table.columns {
      guard let sql = table.misfits(of: column) else { continue }
      let count = try warehouse.query(sql, name: table.name).next()?.first?.integer ?? 0
      guard count > 0 else { continue }
      tell(
        "\(table.name).\(column.name): \(count) values do not fit \(column.type.duckDB); "
          + "the column is exported as text")
      table.keepAsText(column.name)
    }
  }

  static func script(_ tables: [ExportTable]) -> String {
    var script = """
      -- Makes a Parquet file of each CSV file: cd into this folder, then duckdb < to-parquet.sql
      -- Null is nothing between the commas, an empty text two quotes.

      """
    for table in tables {
      let columns = table.columns.map { "    '\($0.name)': '\($0.type.duckDB)'" }
      script += """

        COPY (
          SELECT * FROM read_csv('\(table.file)', header = true, delim = ',', quote = '"', escape = '"',
            nullstr = '', allow_quoted_nulls = false, auto_detect = false, columns = {
        \(columns.joined(separator: ",\n"))
          })
        ) TO '\(table.name).parquet' (FORMAT parquet, COMPRESSION zstd);

        """
    }
    return script
  }
}
