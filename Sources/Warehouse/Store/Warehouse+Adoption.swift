import Model

extension Warehouse {
  /// The appearances whose text was stored with a document that is gone, or has another text now.
  ///
  /// The first one of each text is to stand for it: have it read, and give it to
  /// ``adopt(_:run:)``.
  /// Throws ``SQLiteError``.
  public func orphanedAppearances() throws -> [Int] {
    let select = try connection.prepare(
      """
      SELECT a.version_key FROM document_appearance AS a
      JOIN document_version AS v ON v.version_key = a.version_key
      JOIN document_version AS h ON h.version_key = a.text_key
      WHERE a.text_key IS NOT NULL AND v.superseded_run_id IS NULL
        AND h.superseded_run_id IS NOT NULL
      ORDER BY a.version_key
      """)
    var versions: [Int] = []
    try select.forEachRow { versions.append($0.integer(0)) }
    return versions
  }

  /// The document of an orphaned appearance, to be read anew; nil when its text was stored with
  /// another document meanwhile, from which it has it now.
  ///
  /// Throws ``SQLiteError``.
  public func orphan(_ version: Int) throws -> Document? {
    guard let document = try document(ofVersion: version) else { return nil }
    let appearances = try writer.get().appearances
    if let holder = try appearances.holder(of: document.digest) {
      try withTransaction {
        try appearances.move(version, digest: document.digest, to: holder)
      }
      return nil
    }
    return document
  }

  /// Stores what was read of an orphan's text under it: its figures are believed from now on.
  ///
  /// Throws ``WarehouseError/inconsistentReading(document:reason:)`` and ``SQLiteError``.
  public func adopt(
    _ reading: PreparedReading, run: RunID
  ) throws -> StoreOutcome {
    try withTransaction {
      let outcome =
        reading.isLarge
        ? try connection.sparingMemory { try writer.get().adopt(reading, run: run) }
        : try writer.get().adopt(reading, run: run)
      var counts = outcome.counts
      counts.documentsReread = 0
      count(counts, for: run)
      return outcome
    }
  }

  private func document(ofVersion version: Int) throws -> Document? {
    let select = try connection.prepare(
      """
      SELECT d.document, t.text, v.title, v.published, v.url, v.outlet, v.place, v.path, v.record,
        v.digest, v.version, v.retrieved, v.author
      FROM document_version AS v
      JOIN document AS d ON d.document_key = v.document_key
      LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
      JOIN document_text AS t ON t.version_key = ifnull(a.text_key, v.version_key)
      WHERE v.version_key = ?
      """)
    var parameters = Parameters()
    parameters.add(version)
    var number = 0
    var (retrieved, author): (String?, String?)
    var document = try select.firstRow(parameters) { row in
      number = row.integer(10)
      (retrieved, author) = (row.value(11).text, row.value(12).text)
      return Document(
        id: row.text(0), text: row.bytes(1), title: row.value(2).text, published: row.value(3).text,
        url: row.value(4).text, outlet: row.value(5).text, place: row.value(6).text,
        path: row.value(7).text, record: row.isNull(8) ? nil : row.integer(8), digest: row.text(9))
    }
    guard let id = document?.id else { return nil }
    document?.retrieved = retrieved
    document?.author = author
    if let text = document?.text { document?.parts = try parts(of: text, version: version) }
    document?.origin = try origin(of: id, version: number)
    return document
  }
}
