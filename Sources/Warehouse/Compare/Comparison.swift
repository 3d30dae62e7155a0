import Model

/// What the articles say about the same things, in numbers.
public struct ComparisonCounts: Sendable, Hashable {
  /// Quantities that several texts state alike.
  public var corroborated = 0
  /// Quantities that texts state unlike.
  public var contradicted = 0
  /// Steps of series that are out of line.
  public var jumps = 0

  public init() {}
}

extension Warehouse {
  /// The fact in `meta` that says up to which run figures have been compared.
  private static let comparedThrough = "compared_through_run"
  /// So many figures that came or went are compared in memory: the cache keeps what they lie in.
  private static let fewFigures = 50_000

  /// Compares the figures of different articles, as far as runs changed what is believed since the
  /// last time, and counts what is found over all.
  ///
  /// To be called at the end of a run, when it has stored everything: a run that is stopped before
  /// leaves its figures to the next one. Throws ``SQLiteError``.
  /// - Parameter ahead: what was found meanwhile where nothing had been compared before.
  @discardableResult
  public func compareFigures(
    through run: RunID, ahead: AllComparisons? = nil
  ) throws -> ComparisonCounts {
    let known = try comparedThroughRun()
    if let known, try changedFigures(after: known) < Self.fewFigures {
      try compareTouched(since: known, through: run)
    } else {
      try connection.sortingInFiles {
        if let known {
          try compareTouched(since: known, through: run)
        } else {
          try compareAll(through: run, ahead)
        }
      }
    }
    var counts = ComparisonCounts()
    counts.corroborated = try count(of: "corroborated")
    counts.contradicted = try count(of: "contradicted")
    counts.jumps = try connection.integer("SELECT count(*) FROM series_jump")
    return counts
  }

  /// Whether no figures have been compared yet, so that all will be. Throws ``SQLiteError``.
  public func comparesAll() throws -> Bool { try comparedThroughRun() == nil }

  /// Whether others can read while it is written to; not where the file system gives no shared memory.
  ///
  /// Throws ``SQLiteError``.
  public func isReadBesideWriting() throws -> Bool {
    try connection.prepare("PRAGMA journal_mode").firstRow { $0.text(0) } == "wal"
  }

  /// Compares all figures by a connection of its own, on any thread, and writes nothing.
  ///
  /// Gives nil when more is found than memory should hold. Throws ``SQLiteError``.
  public static func compareAll(in path: String) throws -> AllComparisons? {
    try AllComparisons(path: path)
  }

  private func comparedThroughRun() throws -> Int? {
    try Meta(connection: connection).value(of: Self.comparedThrough).flatMap(Int.init)
  }

  private func changedFigures(after run: Int) throws -> Int {
    try connection.integer(
      "SELECT sum(figures_added + figures_superseded) FROM run WHERE run_id > \(run)")
  }

  private func compareAll(through run: RunID, _ ahead: AllComparisons?) throws {
    try withTransaction {
      for statement in ComparisonSQL.removeAll { try connection.execute(statement) }
      let insert = ComparisonInsertion(
        try connection.prepare(insertion(into: "comparison", FoundComparison.columns)))
      if let ahead {
        for found in ahead.found { try insert.insert(found) }
      } else {
        try FigureComparer(connection).compare(ComparisonSQL.all) { try insert.insert($0) }
      }
      try connection.execute(ComparisonSQL.touchedTable)
      try connection.execute(ComparisonSQL.indicators)
      try connection.execute(ComparisonSQL.jumps)
      try connection.execute(ComparisonSQL.forget)
      try Meta(connection: connection).set(Self.comparedThrough, to: "\(run.rawValue)")
    }
  }

  private func compareTouched(since known: Int, through run: RunID) throws {
    try withTransaction {
      if try collectTouched(after: known) {
        try removeTouched()
        let insert = ComparisonInsertion(
          try connection.prepare(insertion(into: "comparison", FoundComparison.columns)))
        let comparer = try FigureComparer(connection)
        for sql in ComparisonSQL.ofTouched { try comparer.compare(sql) { try insert.insert($0) } }
        try connection.execute(ComparisonSQL.removeTouchedJumps)
        try connection.execute(ComparisonSQL.jumps)
        try Meta(connection: connection).set(Self.comparedThrough, to: "\(run.rawValue)")
      }
      try connection.execute(ComparisonSQL.forget)
    }
  }

  /// Notes the quantities whose figures changed; false when none did.
  private func collectTouched(after run: Int) throws -> Bool {
    try connection.execute(ComparisonSQL.touchedTable)
    let insert = try connection.prepare(ComparisonSQL.touched)
    var parameters = Parameters()
    parameters.add(run)
    parameters.add(run)
    try insert.execute(parameters)
    return try connection.integer("SELECT EXISTS (SELECT 1 FROM temp.touched)") != 0
  }

  private func removeTouched() throws {
    let remove = try connection.prepare(ComparisonSQL.remove)
    var quantity = Parameters()
    try connection.prepare(ComparisonSQL.allTouched).forEachRow { touched in
      quantity.clear()
      quantity.add(touched.integer(0))
      quantity.add(touched.text(1))
      quantity.add(touched.text(2))
      quantity.add(touched.integer(3))
      try remove.execute(quantity)
    }
  }

  private func count(of verdict: String) throws -> Int {
    try connection.integer("SELECT count(*) FROM comparison WHERE verdict = '\(verdict)'")
  }
}

/// Writes what was found.
private final class ComparisonInsertion {
  private let statement: Statement
  private var row = Parameters()

  init(_ statement: Statement) { self.statement = statement }

  func insert(_ found: FoundComparison) throws {
    row.clear()
    found.add(to: &row)
    try statement.execute(row)
  }
}
