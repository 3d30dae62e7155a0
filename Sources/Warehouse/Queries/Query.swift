/// A query at work: its columns, and its rows one after another.
public final class Query {
  private let statement: Statement
  private let name: String
  public let columns: [String]
  /// SQLite would begin anew.
  private var isAtEnd = false

  init(statement: Statement, name: String) {
    self.statement = statement
    self.name = name
    columns = statement.columnNames
  }

  /// The next row, a value for each column; nil at the end. Throws ``SQLiteError``.
  public func next() throws -> [SQLValue]? {
    guard !isAtEnd else { return nil }
    do throws(SQLiteError) {
      isAtEnd = try !statement.step()
      return isAtEnd ? nil : statement.values()
    } catch {
      throw error.of(query: name)
    }
  }

  /// All rows that are left. Throws ``SQLiteError``.
  public func rows() throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    while let row = try next() { rows.append(row) }
    return rows
  }
}

extension SQLiteError {
  func of(query: String) -> SQLiteError {
    var error = self
    error.query = query
    return error
  }
}

extension Warehouse {
  /// Begins a query: one statement, which may read and nothing else.
  ///
  /// Parameters are written `:name` in it, and each must be given a value.
  /// - Parameter name: what errors call the query.
  /// - Throws: ``WarehouseError`` for a parameter without a value, a value without a parameter,
  ///   and more than one statement; ``SQLiteError``, with the code `SQLITE_AUTH` for a statement
  ///   that would write.
  public func query(
    _ sql: String, parameters: [String: SQLValue] = [:], name: String = "the query"
  ) throws -> Query {
    let statement = try prepare(sql, name)
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
    return Query(statement: statement, name: name)
  }

  private func prepare(_ sql: String, _ name: String) throws -> Statement {
    do {
      return try connection.prepareReading(sql)
    } catch let error as SQLiteError {
      var named = error.of(query: name)
      if error.message.hasPrefix("no such table") {
        let views = try connection.names(of: "view")
        if !views.isEmpty { named.advice = "there are \(views.joined(separator: ", "))" }
      }
      throw named
    }
  }
}

extension Connection {
  fileprivate func names(of type: String) throws -> [String] {
    var names: [String] = []
    try prepare("SELECT name FROM sqlite_schema WHERE type = '\(type)' ORDER BY name")
      .forEachRow { names.append($0.text(0)) }
    return names
  }
}
