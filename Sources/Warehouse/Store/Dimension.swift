/// A table of texts that facts refer to by number, each kept once.
final class Dimension {
  /// How many keys are kept at hand: about 100 bytes each.
  private static let limit = 100_000

  private let connection: Connection
  private let select: Statement
  private let insert: Statement
  private let isFilled: Statement
  /// What a new row holds besides its text.
  private let details: (String) -> [String?]
  private let isShared: Bool
  private var keys: [ByteText: Int] = [:]
  /// Whether `keys` has all that the table holds, as in a new warehouse: what is not among them need
  /// not be looked for. Nil before the first look.
  private var hasAll: Bool?
  private var row = Parameters()

  /// - Parameters:
  ///   - table: The table; its key is `table_key`.
  ///   - text: The column of the text.
  ///   - columns: Those of the details.
  ///   - isShared: Others add rows, too.
  init(
    connection: Connection, table: String, text: String? = nil, columns: [String] = [],
    isShared: Bool = false, details: @escaping (String) -> [String?] = { _ in [] }
  ) throws {
    let text = text ?? table
    self.connection = connection
    self.details = details
    self.isShared = isShared
    select = try connection.prepare("SELECT \(table)_key FROM \(table) WHERE \(text) = ?")
    insert = try connection.prepare(insertion(into: table, [text] + columns))
    isFilled = try connection.prepare("SELECT EXISTS (SELECT 1 FROM \(table))")
  }

  /// Forgets the keys, which may have been rolled back.
  func forget() {
    keys = [:]
    hasAll = nil
  }

  /// The number of a text; adds it when it is new.
  func key(of text: String) throws -> Int {
    if let key = keys[ByteText(text: text)] { return key }
    row.clear()
    row.add(text)
    let key: Int
    if try mayHoldOthers(), let known = try select.firstRow(row, { $0.integer(0) }) {
      key = known
    } else {
      for detail in details(text) { row.add(detail) }
      try insert.execute(row)
      key = connection.lastInsertedKey
    }
    // Texts without end must not fill the memory; those in use are back at once.
    if keys.count >= Self.limit {
      keys.removeAll(keepingCapacity: true)
      hasAll = false
    }
    keys[ByteText(text: text)] = key
    return key
  }

  /// False when the table cannot have a text that is not among the keys.
  private func mayHoldOthers() throws -> Bool {
    if isShared { return true }
    if let hasAll { return !hasAll }
    let isEmpty = try !isFilled.firstRow(Parameters(), { $0.integer(0) != 0 })!
    hasAll = isEmpty
    return !isEmpty
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
    units = try Dimension(connection: connection, table: "unit", isShared: true)
    periods = try Dimension(
      connection: connection, table: "period", columns: ["first_day", "last_day"]
    ) { period in
      let days = PeriodDays(period)
      return [days.first, days.last]
    }
    sources = try Dimension(connection: connection, table: "source")
    indicators = try Dimension(connection: connection, table: "indicator", isShared: true)
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
