import Model

/// Writes where the texts of versions came from.
final class OriginWriter {
  private let insert: Statement
  private let remove: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    // Not OR REPLACE, for which SQLite prepares to undo each row alone.
    insert = try connection.prepare(
      insertion(
        into: "document_origin",
        [
          "version_key", "encoding", "encoding_confidence", "raw_file", "raw_start", "raw_end",
          "raw_map",
        ]))
    remove = try connection.prepare("DELETE FROM document_origin WHERE version_key = ?")
  }

  /// Keeps the origin of a new version.
  func insert(_ origin: DocumentOrigin?, version: Int) throws {
    guard let origin else { return }
    row.clear()
    row.add(version)
    row.add(origin.encoding)
    row.add(origin.confidence)
    row.add(origin.rawFile)
    row.add(origin.rawStart)
    row.add(origin.rawEnd)
    row.add(blob: origin.map?.bytes)
    try insert.execute(row)
  }

  /// Keeps the origin of a version in place of the one that was known before.
  func update(_ origin: DocumentOrigin?, version: Int) throws {
    row.clear()
    row.add(version)
    try remove.execute(row)
    try insert(origin, version: version)
  }
}

extension Warehouse {
  /// Where the text of a version came from; nil when that is not known. Throws ``SQLiteError``.
  public func origin(of document: String, version: Int) throws -> DocumentOrigin? {
    let lookup = try connection.prepare(
      """
      SELECT o.encoding, o.encoding_confidence, o.raw_file, o.raw_start, o.raw_end, o.raw_map
      FROM document AS d
      JOIN document_version AS v ON v.document_key = d.document_key
      JOIN document_origin AS o ON o.version_key = v.version_key
      WHERE d.document = ? AND v.version = ?
      """)
    var parameters = Parameters()
    parameters.add(document)
    parameters.add(version)
    return try lookup.firstRow(parameters) { row in
      var map: RawMap?
      if case .blob(let bytes) = row.value(5) { map = RawMap(bytes: bytes) }
      return DocumentOrigin(
        encoding: row.text(0), confidence: row.integer(1),
        rawFile: row.isNull(2) ? nil : row.text(2), rawStart: row.integer(3),
        rawEnd: row.integer(4), map: map)
    }
  }
}
