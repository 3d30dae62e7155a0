import CSQLite

extension Statement {
  /// A result column, and where its values come from.
  struct Column {
    var name: String
    /// As declared where it comes from; empty for what is computed.
    var type: String
    /// The table's column that it hands on as it is, through any views between; else nil.
    var origin: (table: String, column: String)?
  }

  var columns: [Column] {
    (0..<sqlite3_column_count(handle)).map { index in
      let table = sqlite3_column_table_name(handle, index).map { String(cString: $0) }
      let column = sqlite3_column_origin_name(handle, index).map { String(cString: $0) }
      return Column(
        name: String(cString: sqlite3_column_name(handle, index)),
        type: sqlite3_column_decltype(handle, index).map { String(cString: $0) } ?? "",
        origin: table.flatMap { table in column.map { (table, $0) } })
    }
  }
}
