import Model

/// Writes numerals.
final class NumeralWriter {
  private let insert: Statement
  private let delete: Statement
  private let select: Statement
  private let rules: Dimension
  private var row = Parameters()

  private static let columns = [
    "ordinal", "char_start", "char_end", "byte_start", "byte_end", "digit_runs", "disposition",
    "rule_key", "reason",
  ]

  init(connection: Connection, rules: Dimension) throws {
    self.rules = rules
    insert = try connection.prepare(insertion(into: "numeral", ["version_key"] + Self.columns))
    select = try connection.prepare(
      """
      SELECT \(Self.columns.joined(separator: ", ")) FROM numeral
      WHERE version_key = ? ORDER BY ordinal
      """)
    delete = try connection.prepare("DELETE FROM numeral WHERE version_key = ?")
  }

  func insert(_ numerals: [Numeral], version: Int) throws {
    for (ordinal, numeral) in numerals.enumerated() {
      try build(ordinal, numeral, version)
      try insert.execute(row)
    }
  }

  /// Replaces the numerals of a version, unless they are these already.
  func update(_ numerals: [Numeral], version: Int) throws {
    guard try !areStored(numerals, version: version) else { return }
    row.clear()
    row.add(version)
    try delete.execute(row)
    try insert(numerals, version: version)
  }

  private func areStored(_ numerals: [Numeral], version: Int) throws -> Bool {
    row.clear()
    row.add(version)
    var count = 0
    var areEqual = true
    try select.forEachRow(row) { stored in
      if areEqual && count < numerals.count {
        try build(count, numerals[count], version)
        areEqual = stored.values() == row.values(from: 1)
      }
      count += 1
    }
    return areEqual && count == numerals.count
  }

  private func build(_ ordinal: Int, _ numeral: Numeral, _ version: Int) throws {
    let rule = try rules.key(of: numeral.rule)
    row.clear()
    row.add(version)
    row.add(ordinal)
    row.add(numeral.span)
    row.add(numeral.digitRuns)
    row.add(numeral.disposition.rawValue)
    row.add(rule)
    row.add(numeral.reason)
  }
}
