/// What every run looks after besides what it stores.
extension Warehouse {
  /// The documents whose ledger of numerals does not balance: how many, and the first of them with
  /// the digit runs that no numeral holds. Throws ``SQLiteError``.
  public func unbalancedDocuments(
    first limit: Int
  ) throws -> (count: Int, first: [(document: String, lost: Int)]) {
    let count = try connection.integer(
      "SELECT count(*) FROM document_ledger WHERE NOT is_balanced")
    guard count > 0 else { return (0, []) }
    let select = try connection.prepare(
      """
      SELECT document, digit_runs_lost FROM document_ledger WHERE NOT is_balanced
      ORDER BY document LIMIT ?
      """)
    var parameters = Parameters()
    parameters.add(limit)
    var first: [(document: String, lost: Int)] = []
    try select.forEachRow(parameters) { first.append(($0.text(0), $0.integer(1))) }
    return (count, first)
  }

  /// How many days before `today` the newest document of these files and folders was published;
  /// where none says when it was, how long ago the newest of the files was written. Dates in the
  /// future say nothing. Nil where there is no document.
  ///
  /// - Parameter today: a day, ISO 8601.
  /// - Throws: ``SQLiteError``.
  public func daysSinceNewest(ofFiles paths: [String], today: String) throws -> Int? {
    try newest(
      """
      SELECT CAST(julianday(?1) - julianday(max(substr(published, 1, 10))) AS INTEGER)
      FROM document_version AS v
      WHERE superseded_run_id IS NULL AND substr(published, 1, 10) <= ?1
      """, paths, today)
      ?? newest(
        """
        SELECT CAST(julianday(?1) - julianday(date(max(modified_ns) / 1000000000, 'unixepoch'))
          AS INTEGER)
        FROM source_file AS v WHERE document_count > 0
        """, paths, today)
  }

  private func newest(_ sql: String, _ paths: [String], _ today: String) throws -> Int? {
    let places = paths.indices.map { index in
      "v.path = ?\(index + 2) OR substr(v.path, 1, length(?\(index + 2)) + 1) = ?\(index + 2) || '/'"
    }
    let select = try connection.prepare("\(sql) AND (\(places.joined(separator: " OR ")))")
    var parameters = Parameters()
    parameters.add(today)
    for path in paths { parameters.add(path.hasSuffix("/") ? String(path.dropLast()) : path) }
    return try select.firstRow(parameters) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
  }
}
