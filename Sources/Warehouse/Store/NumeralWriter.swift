import Model

/// Writes numerals.
final class NumeralWriter {
  private let insert: Statement
  private let delete: Statement
  private let select: Statement
  private let selectOne: Statement
  private let deleteOne: Statement
  private let deleteRest: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    let columns = PreparedRows.numeralColumns
    insert = try connection.prepare(insertion(into: "numeral", ["version_key"] + columns))
    select = try connection.prepare(
      """
      SELECT \(columns.joined(separator: ", ")) FROM numeral
      WHERE version_key = ? ORDER BY ordinal
      """)
    selectOne = try connection.prepare(
      """
      SELECT \(columns.joined(separator: ", ")) FROM numeral WHERE version_key = ? AND ordinal = ?
      """)
    deleteOne = try connection.prepare(
      "DELETE FROM numeral WHERE version_key = ? AND ordinal = ?")
    deleteRest = try connection.prepare(
      "DELETE FROM numeral WHERE version_key = ? AND ordinal >= ?")
    delete = try connection.prepare("DELETE FROM numeral WHERE version_key = ?")
  }

  /// - Parameter keys: the numbers of the rules that decided.
  func insert(_ numerals: PreparedRows, keys: [Int], version: Int) throws {
    row.clear()
    row.add(version)
    for ordinal in 0..<numerals.count {
      try insert.execute(row, row: ordinal, of: numerals, keys: keys)
    }
  }

  /// Replaces the numerals of a version, unless they are these already.
  func update(_ numerals: PreparedRows, keys: [Int], version: Int) throws {
    guard try !areStored(numerals, keys: keys, version: version) else { return }
    try removeAll(version: version)
    try insert(numerals, keys: keys, version: version)
  }

  /// The same for a stretch of the numerals, one by one; gives how many come before the next one.
  func update(
    stretch numerals: PreparedRows, from first: Int, keys: [Int], version: Int
  ) throws -> Int {
    for index in 0..<numerals.count {
      address(version, first + index)
      let stored = try selectOne.firstRow(row) { $0.values() }
      build(index, numerals, keys, version)
      if stored == row.values(from: 1) { continue }
      if stored != nil {
        address(version, first + index)
        try deleteOne.execute(row)
        build(index, numerals, keys, version)
      }
      try insert.execute(row)
    }
    return first + numerals.count
  }

  /// Removes the numerals of a version from a place on.
  func remove(from ordinal: Int, version: Int) throws {
    address(version, ordinal)
    try deleteRest.execute(row)
  }

  private func address(_ version: Int, _ ordinal: Int) {
    row.clear()
    row.add(version)
    row.add(ordinal)
  }

  func removeAll(version: Int) throws {
    row.clear()
    row.add(version)
    try delete.execute(row)
  }

  private func areStored(_ numerals: PreparedRows, keys: [Int], version: Int) throws -> Bool {
    row.clear()
    row.add(version)
    var count = 0
    var areEqual = true
    try select.forEachRow(row) { stored in
      if areEqual && count < numerals.count {
        build(count, numerals, keys, version)
        areEqual = stored.values() == row.values(from: 1)
      }
      count += 1
    }
    return areEqual && count == numerals.count
  }

  private func build(_ ordinal: Int, _ numerals: PreparedRows, _ keys: [Int], _ version: Int) {
    row.clear()
    row.add(version)
    row.add(row: ordinal, of: numerals, keys: keys)
  }
}
