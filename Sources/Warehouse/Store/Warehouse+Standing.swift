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

  /// Whether there is any document. Throws ``SQLiteError``.
  public func holdsDocuments() throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM document)") != 0
  }
}
