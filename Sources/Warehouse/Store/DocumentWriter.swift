import Model

/// The last version of a document in the warehouse.
struct LastVersion {
  var documentKey: Int
  var key: Int
  var number: Int
  var state: DocumentState
  /// False when the document was withdrawn.
  var isCurrent: Bool
}

/// Writes documents and their versions.
final class DocumentWriter {
  private static let metadata = [
    "title", "published", "url", "outlet", "author", "place", "path", "retrieved", "record",
  ]
  private static let reading = [
    "rule_set_key", "metadata_digest", "digit_runs_lost", "figure_count", "time_count",
    "reference_count", "rejected_count", "figures_read", "figures_doubtful",
    "figures_with_period", "figures_with_place", "figures_with_source", "figures_with_indicator",
  ]

  private let connection: Connection
  private let ruleSets: Dimension
  private let lookup: Statement
  private let insertDocument: Statement
  private let insertVersion: Statement
  private let insertText: Statement
  private let updateVersion: Statement
  private let supersede: Statement
  private let withdraw: Statement
  private var row = Parameters()

  init(connection: Connection, ruleSets: Dimension) throws {
    self.connection = connection
    self.ruleSets = ruleSets
    lookup = try connection.prepare(
      """
      SELECT d.document_key, v.version_key, v.version, v.digest, v.metadata_digest, s.rules_digest,
        v.superseded_run_id IS NULL
      FROM document AS d
      JOIN document_version AS v ON v.document_key = d.document_key
      JOIN rule_set AS s ON s.rule_set_key = v.rule_set_key
      WHERE d.document = ?
      ORDER BY v.version DESC LIMIT 1
      """)
    insertDocument = try connection.prepare("INSERT INTO document (document) VALUES (?)")
    let changing = Self.metadata + Self.reading + ["last_run_id"]
    let columns =
      changing + [
        "document_key", "version", "digest", "char_count", "digit_runs", "first_run_id",
      ]
    insertVersion = try connection.prepare(insertion(into: "document_version", columns))
    insertText = try connection.prepare(
      insertion(into: "document_text", ["version_key", "text"])
        + " ON CONFLICT (version_key) DO NOTHING")
    let assignments = changing.map { "\($0) = ?" }.joined(separator: ", ")
    updateVersion = try connection.prepare(
      "UPDATE document_version SET \(assignments) WHERE version_key = ?")
    supersede = try connection.prepare(
      "UPDATE document_version SET superseded_run_id = ? WHERE version_key = ?")
    withdraw = try connection.prepare(
      """
      UPDATE document_version SET superseded_run_id = ?1, last_run_id = ?1, is_withdrawn = 1
      WHERE version_key = ?2
      """)
  }

  func last(_ document: String) throws -> LastVersion? {
    row.clear()
    row.add(document)
    return try lookup.firstRow(row) { row in
      LastVersion(
        documentKey: row.integer(0), key: row.integer(1), number: row.integer(2),
        state: DocumentState(
          digest: row.text(3), metadataDigest: row.text(4), rulesDigest: row.text(5)),
        isCurrent: row.integer(6) != 0)
    }
  }

  /// Returns the key of the new version.
  ///
  /// - Parameter isCopy: Whether the text is stored with another version.
  func insertVersion(
    _ reading: PreparedReading, after old: LastVersion?, _ run: RunID, isCopy: Bool = false
  ) throws -> Int {
    let document = reading.document
    let documentKey = try old?.documentKey ?? insert(document.id)
    row.clear()
    try addChanging(reading, isCopy, run)
    row.add(documentKey)
    row.add((old?.number ?? 0) + 1)
    row.add(reading.state.digest)
    row.add(reading.tally.characters)
    row.add(reading.tally.digits.total)
    row.add(run)
    try insertVersion.execute(row)
    let key = connection.lastInsertedKey
    if !isCopy { try insertText(of: document, version: key) }
    return key
  }

  /// Stores the text of a version, unless it has one.
  func insertText(of document: Document, version: Int) throws {
    row.clear()
    row.add(version)
    try insertText.execute(row, text: document.text)
  }

  func updateVersion(
    _ version: Int, _ reading: PreparedReading, _ run: RunID, isCopy: Bool = false
  ) throws {
    row.clear()
    try addChanging(reading, isCopy, run)
    row.add(version)
    try updateVersion.execute(row)
  }

  func supersede(_ version: Int, _ run: RunID) throws {
    row.clear()
    row.add(run)
    row.add(version)
    try supersede.execute(row)
  }

  /// Ends a version without another one that follows it.
  func withdraw(_ version: Int, _ run: RunID) throws {
    row.clear()
    row.add(run)
    row.add(version)
    try withdraw.execute(row)
  }

  private func insert(_ document: String) throws -> Int {
    row.clear()
    row.add(document)
    try insertDocument.execute(row)
    return connection.lastInsertedKey
  }

  /// A copy has nothing that was read of it: that stands with the version that has the text.
  private func addChanging(_ reading: PreparedReading, _ isCopy: Bool, _ run: RunID) throws {
    let document = reading.document
    for text in [
      document.title, document.published, document.url, document.outlet, document.author,
      document.place,
      document.path, document.retrieved,
    ] {
      row.add(text)
    }
    row.add(document.record)
    row.add(try ruleSets.key(of: reading.state.rulesDigest))
    row.add(reading.state.metadataDigest)
    row.add(isCopy ? 0 : reading.tally.digits.lost)
    for count in reading.tally.dispositions + reading.tally.figures { row.add(isCopy ? 0 : count) }
    row.add(run)
  }
}

/// The text of a statement that inserts one row.
func insertion(into table: String, _ columns: [String]) -> String {
  let marks = columns.map { _ in "?" }.joined(separator: ", ")
  return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
}
