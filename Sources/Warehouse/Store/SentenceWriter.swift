import Model

/// Keeps the sentences that hold figures, and the full-text index over them.
///
/// Only the sentences of current versions are indexed: they are taken out when a text is
/// superseded or withdrawn, and written anew when a reading finds figures in others.
final class SentenceWriter {
  private let insert: Statement
  private let index: Statement
  private let select: Statement
  private let unindex: Statement
  private let delete: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(into: "sentence", ["sentence_key", "char_start", "char_end", "subjects"]))
    index = try connection.prepare(
      insertion(into: "sentence_search", ["rowid", "sentence", "subjects"]))
    select = try connection.prepare(
      """
      SELECT s.sentence_key, s.char_start, s.char_end, s.subjects
      FROM figure AS f JOIN sentence AS s ON s.sentence_key = f.figure_key
      WHERE f.version_key = ? ORDER BY s.char_start
      """)
    // The index must be told what it was given.
    unindex = try connection.prepare(
      """
      INSERT INTO sentence_search (sentence_search, rowid, sentence, subjects)
      SELECT 'delete', c.sentence_key, c.sentence, c.subjects
      FROM figure AS f JOIN sentence_content AS c ON c.sentence_key = f.figure_key
      WHERE f.version_key = ?
      """)
    delete = try connection.prepare(
      """
      DELETE FROM sentence WHERE sentence_key IN (
        SELECT figure_key FROM figure WHERE version_key = ?)
      """)
  }

  /// - Parameter keys: the keys of the figures that the sentences name by their place.
  func insert(_ prepared: PreparedSentences, keys: [Int]) throws {
    for (place, sentence) in prepared.sentences.enumerated() {
      let key = keys[sentence.figure]
      row.clear()
      row.add(key)
      row.add(sentence.charStart)
      row.add(sentence.charEnd)
      row.add(sentence.subjects)
      try insert.execute(row)
      row.clear()
      row.add(key)
      try prepared.insertIndexed(place, behind: &row, by: index)
    }
  }

  /// Replaces the sentences of a version, unless they are these already.
  func update(_ prepared: PreparedSentences, keys: [Int], version: Int) throws {
    row.clear()
    row.add(version)
    var count = 0
    var areEqual = true
    try select.forEachRow(row) { stored in
      areEqual =
        areEqual && count < prepared.sentences.count
        && stored.values() == prepared.sentences[count].values(keys)
      count += 1
    }
    guard !areEqual || count != prepared.sentences.count else { return }
    try remove(version: version)
    try insert(prepared, keys: keys)
  }

  /// Takes out the sentences of a version.
  func remove(version: Int) throws {
    row.clear()
    row.add(version)
    try unindex.execute(row)
    try delete.execute(row)
  }
}
