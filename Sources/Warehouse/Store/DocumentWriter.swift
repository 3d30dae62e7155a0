import Model

/// The version of a document that is current in the warehouse.
struct CurrentVersion {
  var documentKey: Int
  var key: Int
  var number: Int
  var state: DocumentState
}

/// Writes documents and their versions.
final class DocumentWriter {
  private static let metadata = ["title", "published", "url", "outlet", "place", "path", "record"]
  private static let reading = ["rules_digest", "metadata_digest", "digit_runs_lost"]

  private let connection: Connection
  private let lookup: Statement
  private let insertDocument: Statement
  private let insertVersion: Statement
  private let updateVersion: Statement
  private let supersede: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    self.connection = connection
    lookup = try connection.prepare(
      """
      SELECT d.document_key, v.version_key, v.version, v.digest, v.metadata_digest, v.rules_digest
      FROM document AS d
      JOIN document_version AS v
        ON v.document_key = d.document_key AND v.superseded_run_id IS NULL
      WHERE d.document = ?
      """)
    insertDocument = try connection.prepare("INSERT INTO document (document) VALUES (?)")
    let changing = Self.metadata + Self.reading + ["last_run_id"]
    let columns =
      changing + [
        "document_key", "version", "digest", "char_count", "digit_runs", "first_run_id", "text",
      ]
    insertVersion = try connection.prepare(insertion(into: "document_version", columns))
    let assignments = changing.map { "\($0) = ?" }.joined(separator: ", ")
    updateVersion = try connection.prepare(
      "UPDATE document_version SET \(assignments) WHERE version_key = ?")
    supersede = try connection.prepare(
      "UPDATE document_version SET superseded_run_id = ? WHERE version_key = ?")
  }

  func current(_ document: String) throws -> CurrentVersion? {
    row.clear()
    row.add(document)
    return try lookup.firstRow(row) { row in
      CurrentVersion(
        documentKey: row.integer(0), key: row.integer(1), number: row.integer(2),
        state: DocumentState(
          digest: row.text(3), metadataDigest: row.text(4), rulesDigest: row.text(5)))
    }
  }

  /// Returns the key of the new version.
  func insertVersion(
    _ reading: DocumentReading, after old: CurrentVersion?, _ state: DocumentState, _ run: RunID
  ) throws -> Int {
    let document = reading.document
    let documentKey = try old?.documentKey ?? insert(document.id)
    let digits = digitRuns(reading)
    row.clear()
    addChanging(reading, state, lost: digits.lost, run)
    row.add(documentKey)
    row.add((old?.number ?? 0) + 1)
    row.add(state.digest)
    row.add(codePointCount(document.text))
    row.add(digits.total)
    row.add(run)
    row.add(utf8: document.text)
    try insertVersion.execute(row)
    return connection.lastInsertedKey
  }

  func updateVersion(
    _ version: Int, _ reading: DocumentReading, _ state: DocumentState, _ run: RunID
  ) throws {
    row.clear()
    addChanging(reading, state, lost: digitRuns(reading).lost, run)
    row.add(version)
    try updateVersion.execute(row)
  }

  func supersede(_ version: Int, _ run: RunID) throws {
    row.clear()
    row.add(run)
    row.add(version)
    try supersede.execute(row)
  }

  private func insert(_ document: String) throws -> Int {
    row.clear()
    row.add(document)
    try insertDocument.execute(row)
    return connection.lastInsertedKey
  }

  private func addChanging(
    _ reading: DocumentReading, _ state: DocumentState, lost: Int, _ run: RunID
  ) {
    let document = reading.document
    for text in [
      document.title, document.published, document.url, document.outlet, document.place,
      document.path,
    ] {
      row.add(text)
    }
    row.add(document.record)
    row.add(state.rulesDigest)
    row.add(state.metadataDigest)
    row.add(lost)
    row.add(run)
  }

  private func digitRuns(_ reading: DocumentReading) -> DigitRuns {
    let spans = reading.numerals.map(\.span) + reading.figures.map(\.span)
    return DigitRuns(in: reading.document.text, coveredBy: spans)
  }
}

/// The text of a statement that inserts one row.
func insertion(into table: String, _ columns: [String]) -> String {
  let marks = columns.map { _ in "?" }.joined(separator: ", ")
  return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
}
