import Model

extension Warehouse {
  /// The text of a version of a document; nil when it is not stored. Throws ``SQLiteError``.
  public func text(of document: String, version: Int) throws -> String? {
    let lookup = try connection.prepare(
      """
      SELECT t.text FROM document AS d
      JOIN document_version AS v ON v.document_key = d.document_key
      LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
      JOIN document_text AS t ON t.version_key = ifnull(a.text_key, v.version_key)
      WHERE d.document = ? AND v.version = ?
      """)
    var parameters = Parameters()
    parameters.add(document)
    parameters.add(version)
    return try lookup.firstRow(parameters) { $0.text(0) }
  }
}

extension Warehouse {
  /// The stored document of a figure believed now, with the digest of the rules that read it.
  ///
  /// Nil when there is no such figure. Throws ``SQLiteError``.
  public func document(
    ofFigure figure: String
  ) throws -> (document: Document, readBy: String)? {
    let lookup = try connection.prepare(
      """
      SELECT d.document, t.text, v.title, v.published, v.url, v.outlet, v.place, v.digest,
        s.rules_digest
      FROM figure AS f
      JOIN document_version AS v ON v.version_key = f.version_key
      JOIN document_text AS t ON t.version_key = v.version_key
      JOIN rule_set AS s ON s.rule_set_key = v.rule_set_key
      JOIN document AS d ON d.document_key = v.document_key
      WHERE f.figure_id = ? AND f.superseded_run_id IS NULL AND v.superseded_run_id IS NULL
      """)
    var parameters = Parameters()
    parameters.add(figure)
    return try lookup.firstRow(parameters) { row in
      let document = Document(
        id: row.text(0), text: Array(row.text(1).utf8), title: row.value(2).text,
        published: row.value(3).text, url: row.value(4).text, outlet: row.value(5).text,
        place: row.value(6).text, digest: row.text(7))
      return (document, row.text(8))
    }
  }
}
