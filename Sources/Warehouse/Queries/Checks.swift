/// What one check found.
public struct CheckResult: Sendable, Hashable {
  /// The name of the check's file.
  public var name: String
  /// What must hold, in a sentence.
  public var promise: String
  public var columns: [String]
  /// The first rows that break the promise, as many as were asked for.
  public var rows: [[SQLValue]]
  /// All that break it.
  public var count: Int

  public var isKept: Bool { count == 0 }

  public init(name: String, promise: String, columns: [String] = []) {
    self.name = name
    self.promise = promise
    self.columns = columns
    rows = []
    count = 0
  }

  /// Counts a row that breaks the promise, and keeps it when there are fewer than `limit`.
  public mutating func add(_ row: [SQLValue], limit: Int) {
    if rows.count < limit { rows.append(row) }
    count += 1
  }

  /// What makes the check itself impossible breaks its promise.
  mutating func fail(_ error: any Error) {
    columns = ["error"]
    rows = [[.text("\(error)")]]
    count = 1
  }
}

/// The promises of a warehouse: each file of `Warehouse/checks` selects the rows that break one.
public struct Checks {
  /// How many failing rows of a check are kept to be shown, unless more are asked for.
  public static let rowsShown = 20

  let warehouse: Warehouse

  /// Runs the checks of a folder, in the order of their names.
  ///
  /// - Throws: ``WarehouseError/unusableFile(path:reason:)`` when the folder or a file of it
  ///   cannot be used, ``SQLiteError`` when a check cannot be run.
  public func run(folder: String, rowsShown: Int = Self.rowsShown) throws -> [CheckResult] {
    try SQLFolder.read(folder).map { file in
      var result = CheckResult(name: file.name, promise: try file.firstComment())
      try fill(&result, by: file.text, rowsShown)
      return result
    }
  }

  /// The same for a file that may be damaged: a check that cannot be run is one that fails.
  ///
  /// - Throws: ``WarehouseError/unusableFile(path:reason:)``.
  public func runAll(folder: String, rowsShown: Int) throws -> [CheckResult] {
    try SQLFolder.read(folder).map { file in
      var result = CheckResult(name: file.name, promise: try file.firstComment())
      do { try fill(&result, by: file.text, rowsShown) } catch { result.fail(error) }
      return result
    }
  }

  private func fill(_ result: inout CheckResult, by sql: String, _ limit: Int) throws {
    let query = try warehouse.query(sql)
    result.columns = query.columns
    while let row = try query.next() { result.add(row, limit: limit) }
  }

  /// Whether the file itself is whole: its pages and its indexes.
  public func integrity(rowsShown: Int) -> CheckResult {
    var result = CheckResult(
      name: "integrity",
      promise: "The pages of the file are whole, and its indexes hold what the tables do.",
      columns: ["error"])
    do {
      try warehouse.connection.prepare("PRAGMA integrity_check(10000)").forEachRow { row in
        if row.text(0) != "ok" { result.add([.text(row.text(0))], limit: rowsShown) }
      }
    } catch { result.fail(error) }
    return result
  }

  /// Whether each text is the one whose digest was kept.
  public func digests(rowsShown: Int, of digest: ([UInt8]) -> String) -> CheckResult {
    var result = CheckResult(
      name: "digests-match-texts", promise: "Every text has the SHA-256 that was kept with it.",
      columns: ["document", "version", "digest", "found"])
    do {
      let texts = try warehouse.connection.prepare(
        """
        SELECT d.document, v.version, v.digest, t.text FROM document_version AS v
        JOIN document AS d ON d.document_key = v.document_key
        LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
        LEFT JOIN document_text AS t ON t.version_key = ifnull(a.text_key, v.version_key)
        """)
      try texts.forEachRow { row in
        let found = digest(row.bytes(3))
        guard found != row.text(2) else { return }
        result.add(row.values(upTo: 3) + [.text(found)], limit: rowsShown)
      }
    } catch { result.fail(error) }
    return result
  }

  /// Whether each figure bears the name that its document, text and span give.
  public func names(rowsShown: Int) -> CheckResult {
    var result = CheckResult(
      name: "names-match-spans",
      promise: "Every figure_id is the one that document, digest and span give.",
      columns: ["document", "version", "figure_id", "expected"])
    do {
      let figures = try warehouse.connection.prepare(
        """
        SELECT d.document, v.version, f.figure_id, v.digest, f.byte_start, f.byte_end,
          f.span_ordinal
        FROM figure AS f
        JOIN document_version AS v ON v.version_key = f.version_key
        JOIN document AS d ON d.document_key = v.document_key
        """)
      try figures.forEachRow { row in
        let expected = FigureID(
          document: row.text(0), digest: row.text(3), byteStart: row.integer(4),
          byteEnd: row.integer(5), ordinal: row.integer(6)
        ).description
        guard expected != row.text(2) else { return }
        result.add(row.values(upTo: 3) + [.text(expected)], limit: rowsShown)
      }
    } catch { result.fail(error) }
    return result
  }
}

extension Warehouse {
  /// The promises that the warehouse must keep.
  public var checks: Checks { Checks(warehouse: self) }
}
