/// A table of texts that facts refer to by number, each kept once.
final class Dimension {
  /// How many keys are kept at hand: about 100 bytes each.
  private static let limit = 100_000

  private let connection: Connection
  private let select: Statement
  private let insert: Statement
  /// What a new row holds besides its text.
  private let details: (String) -> [String?]
  private var keys: [ByteText: Int] = [:]
  private var row = Parameters()

  /// - Parameters:
  ///   - table: The table; its key is `table_key`.
  ///   - text: The column of the text.
  ///   - columns: Those of the details.
  init(
    connection: Connection, table: String, text: String? = nil, columns: [String] = [],
    details: @escaping (String) -> [String?] = { _ in [] }
  ) throws {
    let text = text ?? table
    self.connection = connection
    self.details = details
    select = try connection.prepare("SELECT \(table)_key FROM \(table) WHERE \(text) = ?")
    insert = try connection.prepare(insertion(into: table, [text] + columns))
  }

  /// Forgets the keys, which may have been rolled back.
  func forget() { keys = [:] }

  /// The number of a text; adds it when it is new.
  func key(of text: String) throws -> Int {
    if let key = keys[ByteText(text: text)] { return key }
    row.clear()
    row.add(text)
    let key: Int
    if let known = try select.firstRow(row, { $0.integer(0) }) {
      key = known
    } else {
      for detail in details(text) { row.add(detail) }
      try insert.execute(row)
      key = connection.lastInsertedKey
    }
    // Texts without end must not fill the memory; those in use are back at once.
    if keys.count >= Self.limit { keys.removeAll(keepingCapacity: true) }
    keys[ByteText(text: text)] = key
    return key
  }
}

/// The dimensions of figures and texts.
final class FigureDimensions {
  let units: Dimension
  let periods: Dimension
  let sources: Dimension
  let indicators: Dimension
  let rules: Dimension
  let ruleSets: Dimension

  init(connection: Connection) throws {
    units = try Dimension(connection: connection, table: "unit")
    periods = try Dimension(
      connection: connection, table: "period", columns: ["first_day", "last_day"]
    ) { period in
      let days = PeriodDays(period)
      return [days.first, days.last]
    }
    sources = try Dimension(connection: connection, table: "source")
    indicators = try Dimension(connection: connection, table: "indicator")
    rules = try Dimension(connection: connection, table: "rule", text: "name")
    ruleSets = try Dimension(connection: connection, table: "rule_set", text: "rules_digest")
  }

  /// The numbers of the names, in their order; what is new is added.
  func keys(of names: DimensionNames) throws -> [Int] {
    try names.names.map { name in
      let dimension =
        switch name.table {
        case .unit: units
        case .period: periods
        case .source: sources
        case .indicator: indicators
        case .rule: rules
        }
      return try dimension.key(of: name.text)
    }
  }

  func forget() {
    for dimension in [units, periods, sources, indicators, rules, ruleSets] { dimension.forget() }
  }
}
