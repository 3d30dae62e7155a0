import Model

/// Writes numerals; the names of their rules, of which there are few, are kept once.
final class NumeralWriter {
  private let connection: Connection
  private let insert: Statement
  private let delete: Statement
  private let selectRule: Statement
  private let insertRule: Statement
  private var ruleKeys: [String: Int] = [:]
  private var row = Parameters()

  init(connection: Connection) throws {
    self.connection = connection
    insert = try connection.prepare(
      insertion(
        into: "numeral",
        [
          "version_key", "ordinal", "char_start", "char_end", "byte_start", "byte_end",
          "digit_runs", "disposition", "rule_key", "reason",
        ]))
    delete = try connection.prepare("DELETE FROM numeral WHERE version_key = ?")
    selectRule = try connection.prepare("SELECT rule_key FROM rule WHERE name = ?")
    insertRule = try connection.prepare("INSERT INTO rule (name) VALUES (?)")
  }

  /// Forgets the keys of rules, which may have been rolled back.
  func forget() { ruleKeys = [:] }

  func insert(_ numerals: [Numeral], version: Int) throws {
    for (ordinal, numeral) in numerals.enumerated() {
      let rule = try key(of: numeral.rule)
      row.clear()
      row.add(version)
      row.add(ordinal)
      row.add(numeral.span)
      row.add(numeral.digitRuns)
      row.add(numeral.disposition.rawValue)
      row.add(rule)
      row.add(numeral.reason)
      try insert.execute(row)
    }
  }

  func deleteAll(of version: Int) throws {
    row.clear()
    row.add(version)
    try delete.execute(row)
  }

  private func key(of rule: String) throws -> Int {
    if let key = ruleKeys[rule] { return key }
    row.clear()
    row.add(rule)
    var key = try selectRule.firstRow(row) { $0.integer(0) }
    if key == nil {
      try insertRule.execute(row)
      key = connection.lastInsertedKey
    }
    ruleKeys[rule] = key
    return key ?? 0
  }
}
