extension Warehouse {
  /// The text of a version of a document; nil when it is not stored. Throws ``SQLiteError``.
  public func text(of document: String, version: Int) throws -> String? {
    let lookup = try connection.prepare(
      """
      SELECT t.text FROM document AS d
      JOIN document_version AS v ON v.document_key = d.document_key
      JOIN document_text AS t ON t.version_key = v.version_key
      WHERE d.document = ? AND v.version = ?
      """)
    var parameters = Parameters()
    parameters.add(document)
    parameters.add(version)
    return try lookup.firstRow(parameters) { $0.text(0) }
  }
}
