import Model

extension Warehouse {
  /// Whether just this was refused before and still is: then there is nothing to write.
  ///
  /// Throws ``SQLiteError``.
  public func isStanding(_ rejection: Rejection) throws -> Bool {
    let lookup = try connection.prepare(
      """
      SELECT 1 FROM rejection
      WHERE document = ? AND stage = ? AND rule = ? AND reason = ? AND resolved_run_id IS NULL
      """)
    var parameters = Parameters()
    parameters.add(rejection.document)
    parameters.add(rejection.stage.rawValue)
    parameters.add(rejection.rule)
    parameters.add(rejection.reason)
    return try lookup.firstRow(parameters) { _ in true } ?? false
  }

  /// Whether just these were refused of a document or file by a stage before, and still are: then
  /// there is nothing to write.
  ///
  /// Throws ``SQLiteError``.
  public func areStanding(
    _ rejections: [Rejection], document: String, stage: Stage
  ) throws -> Bool {
    let lookup = try connection.prepare(
      """
      SELECT rule, reason, quote FROM rejection
      WHERE document = ? AND stage = ? AND resolved_run_id IS NULL
      """)
    var parameters = Parameters()
    parameters.add(document)
    parameters.add(stage.rawValue)
    var standing: Set<[SQLValue]> = []
    try lookup.forEachRow(parameters) { standing.insert($0.values()) }
    let met = rejections.map { rejection in
      [.text(rejection.rule), .text(rejection.reason), rejection.quote.map { .text($0) } ?? .null]
        as [SQLValue]
    }
    return Set(met) == standing
  }

  /// The documents and files that rules of the ingest stage refuse now. Throws ``SQLiteError``.
  public func refused(byRules rules: [String]) throws -> Set<String> {
    let lookup = try connection.prepare(
      """
      SELECT document FROM rejection
      WHERE stage = 'ingest' AND resolved_run_id IS NULL AND rule = ?
      """)
    var documents: Set<String> = []
    for rule in rules {
      var parameters = Parameters()
      parameters.add(rule)
      try lookup.forEachRow(parameters) { documents.insert($0.text(0)) }
    }
    return documents
  }

  /// Whether there is any document. Throws ``SQLiteError``.
  public func holdsDocuments() throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM document)") != 0
  }
}
