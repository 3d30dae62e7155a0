/// A query at work: its columns, and its rows one after another.
public final class Query {
  private let statement: Statement
  public let columns: [String]

  init(statement: Statement) {
    self.statement = statement
    columns = statement.columnNames
  }

  /// The next row, a value for each column; nil at the end. Throws ``SQLiteError``.
  public func next() throws -> [SQLValue]? {
    try statement.step() ? statement.values() : nil
  }

  /// All rows that are left. Throws ``SQLiteError``.
  public func rows() throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    while let row = try next() { rows.append(row) }
    return rows
  }
}

extension Warehouse {
  /// Begins a query: one statement, which may read and nothing else.
  ///
  /// Parameters are written `:name` in it, and each must be given a value.
  /// - Throws: ``WarehouseError`` for a parameter without a value, a value without a parameter,
  ///   and more than one statement; ``SQLiteError``, with the code `SQLITE_AUTH` for a statement
  ///   that would write.
  public func query(_ sql: String, parameters: [String: SQLValue] = [:]) throws -> Query {
    try query(sql, parameters: parameters, name: "the query")
  }

  func query(_ sql: String, parameters: [String: SQLValue], name: String) throws -> Query {
    let statement = try connection.prepareReading(sql)
    // Without the mark that SQLite keeps with the name: `:`, `@` or `$`.
    let names = statement.parameterNames.map { $0.map { String($0.dropFirst()) } ?? "?" }
    for given in parameters.keys.sorted() where !names.contains(given) {
      throw WarehouseError.unknownParameter(name: given, query: name, known: names)
    }
    for (index, parameter) in names.enumerated() {
      guard let value = parameters[parameter] else {
        throw WarehouseError.missingParameter(name: parameter, query: name)
      }
      statement.bind(value, to: index + 1)
    }
    return Query(statement: statement)
  }
}
