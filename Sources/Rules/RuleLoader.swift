import Lexing
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
    let table = try read(name, columns)
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

  private mutating func read(_ name: String, _ columns: [String]) throws(TableError) -> Table {
    let table = try Table.read(
      path: "\(folder)/\(name).csv", columns: columns, optional: ["note"])
    tables[name] = table
    return table
  }
}

/// Gathers the phrases of all tables for the trie.
struct PhraseCollector {
  var builder = LexiconBuilder(expecting: 6000)

  /// Adds one phrase a row, nil for rows that have none; refuses a phrase written twice.
  mutating func add(
    _ table: RuleTable, _ phrases: [String?], from loader: RuleLoader
  ) throws(TableError) {
    for (index, phrase) in phrases.enumerated() {
      guard let phrase else { continue }
      if Self.hasNumberApart(phrase) {
        throw loader.row(table.file, index).error(
          table.phraseColumn,
          "'\(phrase)' has a number behind a space, which is found in no text; leave the number out"
        )
      }
      if !builder.add(phrase, table: table.rawValue, row: index, roles: table.roles) {
        let row = loader.row(table.file, index)
        throw row.error(
          table.phraseColumn,
          "'\(phrase)' is empty or reads like an earlier row, or is too long; remove one of them")
      }
    }
  }

  /// A number behind a space is never part of a phrase, as it most often states something.
  private static func hasNumberApart(_ phrase: String) -> Bool {
    var before: UInt8 = 0
    for byte in phrase.utf8 {
      if byte &- 0x30 < 10, before == 0x20 { return true }
      before = byte
    }
    return false
  }

  /// Adds spellings of which several may read alike; the first one stands.
  ///
  /// - Parameter roles: What the first word of a row's spelling is, besides what the table says.
  /// - Returns: For each row the one that stands for it.
  mutating func addLoosely(
    _ table: RuleTable, _ phrases: [String], roles: (Int) -> WordRoles = { _ in [] }
  ) -> [Int] {
    var first: [[UInt32]: Int] = [:]
    return phrases.enumerated().map { index, phrase in
      let words = builder.words(phrase)
      _ = builder.add(
        phrase, words, table: table.rawValue, row: index, roles: table.roles.union(roles(index)))
      let row = first[words] ?? index
      first[words] = row
      return row
    }
  }
}
