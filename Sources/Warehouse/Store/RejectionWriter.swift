import Model

/// Writes rejections: new ones, ones met again, and ones that are gone.
final class RejectionWriter {
  private struct Stored {
    var key: Int
    var stage: String
    var isResolved: Bool
  }

  private let insert: Statement
  private let meetAgain: Statement
  private let select: Statement
  private let resolve: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(
        into: "rejection",
        [
          "rejection_id", "document", "stage", "rule", "reason", "quote", "char_start", "char_end",
          "byte_start", "byte_end", "first_run_id", "last_run_id",
        ]))
    // Not an upsert: one may have to be undone half-way, so that SQLite begins a savepoint for it,
    // and at each savepoint the full-text index writes what it has gathered.
    meetAgain = try connection.prepare(
      "UPDATE rejection SET last_run_id = ?, resolved_run_id = NULL WHERE rejection_key = ?")
    select = try connection.prepare(
      """
      SELECT rejection_id, rejection_key, stage, resolved_run_id IS NOT NULL FROM rejection
      WHERE document = ?
      """)
    resolve = try connection.prepare(
      "UPDATE rejection SET resolved_run_id = ? WHERE rejection_key = ?")
  }

  /// Returns how many were not known before, and how many are no longer met; what is said twice is
  /// stored once.
  func store(
    _ rejections: [Rejection], document: String, stages: Set<Stage>, run: RunID
  ) throws -> (added: Int, resolved: Int) {
    let known = try load(document)
    var met: Set<String> = []
    for rejection in rejections {
      guard rejection.document == document else {
        throw WarehouseError.inconsistentReading(
          document: document, reason: "one of its rejections is of \(rejection.document)")
      }
      let name = Self.name(of: rejection)
      guard met.insert(name).inserted else { continue }
      if let stored = known[name] {
        row.clear()
        row.add(run)
        row.add(stored.key)
        try meetAgain.execute(row)
      } else {
        build(rejection, name, run)
        try insert.execute(row)
      }
    }
    let names = Set(stages.map(\.rawValue))
    let gone = known.filter {
      !$0.value.isResolved && names.contains($0.value.stage) && !met.contains($0.key)
    }
    for key in gone.map(\.value.key).sorted() {
      row.clear()
      row.add(run)
      row.add(key)
      try resolve.execute(row)
    }
    return (met.count { known[$0] == nil }, gone.count)
  }

  private func load(_ document: String) throws -> [String: Stored] {
    row.clear()
    row.add(document)
    var known: [String: Stored] = [:]
    try select.forEachRow(row) {
      known[$0.text(0)] = Stored(
        key: $0.integer(1), stage: $0.text(2), isResolved: $0.integer(3) != 0)
    }
    return known
  }

  private func build(_ rejection: Rejection, _ name: String, _ run: RunID) {
    row.clear()
    row.add(name)
    row.add(rejection.document)
    row.add(rejection.stage.rawValue)
    row.add(rejection.rule)
    row.add(rejection.reason)
    row.add(rejection.quote)
    if let span = rejection.span {
      row.add(span)
    } else {
      for _ in 0..<4 { row.add(nil as Int?) }
    }
    row.add(run)
    row.add(run)
  }

  private static func name(of rejection: Rejection) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(rejection.document)
    fingerprint.add(rejection.stage.rawValue)
    fingerprint.add(rejection.rule)
    fingerprint.add(rejection.reason)
    fingerprint.add(rejection.quote)
    fingerprint.add(rejection.span?.byteStart)
    fingerprint.add(rejection.span?.byteEnd)
    return fingerprint.hexadecimalText
  }
}
