import Lexing
import Tables

/// Gathers the phrases of all tables for the trie.
struct PhraseCollector {
  var builder = LexiconBuilder(expecting: 12_000)

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
      if builder.add(phrase, table: table.rawValue, row: index, roles: table.roles) != index {
        let row = loader.row(table.file, index)
        throw row.error(
          table.phraseColumn,
          "'\(phrase)' is empty or reads like an earlier row, or is too long; remove one of them")
      }
    }
  }

  /// A number behind a space is never part of a phrase, as it most often states something.
  private static func hasNumberApart(_ phrase: String) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var before: UInt8 = 0
      for byte in bytes {
        if byte &- 0x30 < 10, before == 0x20 { return true }
        before = byte
      }
      return false
    }
  }

  /// Adds spellings of which several may read alike; the first one stands.
  ///
  /// - Parameter roles: What the first word of a row's spelling is, besides what the table says.
  /// - Returns: For each row the one that stands for it.
  mutating func addLoosely(
    _ table: RuleTable, _ phrases: CutPhrases, roles: (Int) -> WordRoles = { _ in [] }
  ) -> [Int] {
    (0..<phrases.count).map { row in
      builder.add(
        phrases, at: row, table: table.rawValue, row: row, roles: table.roles.union(roles(row)))
        ?? row
    }
  }
}
