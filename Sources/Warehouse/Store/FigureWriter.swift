import Model

/// The figures of one reading on their way into the warehouse.
struct FigureBatch {
  let figures: PreparedFigures
  /// The numbers of the texts that they refer to.
  let nameKeys: [Int]
  let version: Int
  let run: RunID
}

/// Writes figures and what validation says about each.
final class FigureWriter {
  /// What an update did: the key of each figure, and how many rows came and went.
  struct Update {
    var keys: [Int] = []
    var added = 0
    var superseded = 0
    /// Nothing was stored of the version before.
    var isFirst = false
  }

  /// A figure as stored: its columns and its verdicts.
  private struct Stored {
    var key: Int
    var columns: [SQLValue]
    var verdicts: [SQLValue] = []
  }

  private let connection: Connection
  private let insert: Statement
  private let insertVerdict: Statement
  private let select: Statement
  private let selectVerdicts: Statement
  private let selectOne: Statement
  private let selectVerdictsOfOne: Statement
  private let selectKeys: Statement
  private let supersede: Statement
  private let supersedeAll: Statement
  private let countKinds: Statement
  private(set) var tally = FigureTally()
  private var row = Parameters()

  init(connection: Connection) throws {
    self.connection = connection
    insert = try connection.prepare(
      insertion(into: "figure", ["version_key", "first_run_id"] + PreparedFigures.columns))
    insertVerdict = try connection.prepare(
      insertion(into: "verdict", ["figure_key", "ordinal", "rule", "severity", "message"]))
    select = try connection.prepare(
      """
      SELECT figure_key, \(PreparedFigures.columns.joined(separator: ", ")) FROM figure
      WHERE version_key = ? AND superseded_run_id IS NULL
      """)
    selectVerdicts = try connection.prepare(
      """
      SELECT f.figure_id, v.rule, v.severity, v.message
      FROM figure AS f JOIN verdict AS v ON v.figure_key = f.figure_key
      WHERE f.version_key = ? AND f.superseded_run_id IS NULL
      ORDER BY v.figure_key, v.ordinal
      """)
    selectOne = try connection.prepare(
      """
      SELECT figure_key, \(PreparedFigures.columns.joined(separator: ", ")) FROM figure
      WHERE figure_id = ? AND +version_key = ? AND superseded_run_id IS NULL
      """)
    selectVerdictsOfOne = try connection.prepare(
      "SELECT rule, severity, message FROM verdict WHERE figure_key = ? ORDER BY ordinal")
    selectKeys = try connection.prepare(
      """
      SELECT figure_key, kind FROM figure
      WHERE version_key = ? AND superseded_run_id IS NULL ORDER BY figure_key
      """)
    supersede = try connection.prepare(
      "UPDATE figure SET superseded_run_id = ? WHERE figure_key = ?")
    countKinds = try connection.prepare(
      """
      SELECT kind, count(*) FROM figure
      WHERE version_key = ? AND superseded_run_id IS NULL GROUP BY kind
      """)
    supersedeAll = try connection.prepare(
      "UPDATE figure SET superseded_run_id = ? WHERE version_key = ? AND superseded_run_id IS NULL")
  }

  /// Inserts all figures and adds their keys.
  func insert(_ batch: FigureBatch, _ keys: inout [Int]) throws {
    for index in 0..<batch.figures.count {
      keys.append(try insertRow(index, batch))
    }
  }

  /// Keeps the stored figures that are equal to new ones, and replaces the others.
  func update(_ batch: FigureBatch) throws -> Update {
    var stored = try load(version: batch.version)
    var update = Update()
    for index in 0..<batch.figures.count {
      let name = batch.figures.ids[index].description
      build(index, batch)
      if let old = stored[name], old.columns == row.values(from: 2),
        old.verdicts == Self.values(batch.figures.verdicts[index])
      {
        stored[name] = nil
        update.keys.append(old.key)
      } else {
        update.keys.append(try insertRow(index, batch))
        update.added += 1
      }
    }
    for old in stored.values.sorted(by: { $0.key < $1.key }) {
      tally.supersede(old.columns[Self.kindColumn].text ?? "", batch.run)
      row.clear()
      row.add(batch.run)
      row.add(old.key)
      try supersede.execute(row)
    }
    update.superseded = stored.count
    return update
  }

  /// Begins the update of a version whose figures come in stretches; memory holds their keys alone.
  func beginUpdate(of version: Int) throws -> Update {
    row.clear()
    row.add(version)
    return Update(isFirst: try selectKeys.firstRow(row) { _ in true } == nil)
  }

  /// The same as ``update(_:)`` for a stretch of the figures.
  func update(_ stretch: FigureBatch, _ update: inout Update) throws {
    for index in 0..<stretch.figures.count {
      let old = update.isFirst ? nil : try load(stretch.figures.ids[index], stretch.version)
      build(index, stretch)
      if let old, old.columns == row.values(from: 2),
        old.verdicts == Self.values(stretch.figures.verdicts[index])
      {
        update.keys.append(old.key)
      } else {
        update.keys.append(try insertRow(index, stretch))
        update.added += 1
      }
    }
  }

  /// Supersedes what no stretch kept or added.
  func finish(_ update: inout Update, version: Int, run: RunID) throws {
    guard !update.isFirst else { return }
    let kept = update.keys.sorted()
    var next = 0
    var gone: [(key: Int, kind: String)] = []
    row.clear()
    row.add(version)
    try selectKeys.forEachRow(row) {
      let key = $0.integer(0)
      while next < kept.count, kept[next] < key { next += 1 }
      if next == kept.count || kept[next] != key { gone.append((key, $0.text(1))) }
    }
    for (key, kind) in gone {
      tally.supersede(kind, run)
      row.clear()
      row.add(run)
      row.add(key)
      try supersede.execute(row)
    }
    update.superseded = gone.count
  }

  private func load(_ id: FigureID, _ version: Int) throws -> Stored? {
    row.clear()
    row.add(id.description)
    row.add(version)
    var stored = try selectOne.firstRow(row) {
      Stored(key: $0.integer(0), columns: $0.values(from: 1))
    }
    guard let key = stored?.key else { return nil }
    row.clear()
    row.add(key)
    try selectVerdictsOfOne.forEachRow(row) {
      stored?.verdicts.append(contentsOf: $0.values())
    }
    return stored
  }

  private static let kindColumn = PreparedFigures.columns.firstIndex(of: "kind") ?? 0

  /// Writes what was counted in the transaction at hand.
  func flushTally() throws { try tally.flush(connection) }

  /// Forgets what was counted in a transaction that has been undone.
  func forget() { tally.clear() }

  /// Returns how many figures were believed until now.
  func supersedeAll(of version: Int, _ run: RunID) throws -> Int {
    row.clear()
    row.add(version)
    try countKinds.forEachRow(row) {
      tally.supersede($0.text(0), run, count: $0.integer(1))
    }
    row.clear()
    row.add(run)
    row.add(version)
    try supersedeAll.execute(row)
    return connection.changedRows
  }

  /// Makes the row of a figure, to compare it with what is stored.
  private func build(_ index: Int, _ batch: FigureBatch) {
    row.clear()
    row.add(batch.version)
    row.add(batch.run)
    row.add(row: index, of: batch.figures.rows, keys: batch.nameKeys)
  }

  private func insertRow(_ index: Int, _ batch: FigureBatch) throws -> Int {
    row.clear()
    row.add(batch.version)
    row.add(batch.run)
    try insert.execute(row, row: index, of: batch.figures.rows, keys: batch.nameKeys)
    tally.add(batch.figures.kinds[index], batch.run)
    let key = connection.lastInsertedKey
    for (ordinal, verdict) in batch.figures.verdicts[index].enumerated() {
      row.clear()
      row.add(key)
      row.add(ordinal)
      row.add(verdict.rule)
      row.add(verdict.severity.rawValue)
      row.add(verdict.message)
      try insertVerdict.execute(row)
    }
    return key
  }

  private func load(version: Int) throws -> [String: Stored] {
    row.clear()
    row.add(version)
    var stored: [String: Stored] = [:]
    try select.forEachRow(row) {
      stored[$0.text(1)] = Stored(key: $0.integer(0), columns: $0.values(from: 1))
    }
    try selectVerdicts.forEachRow(row) {
      stored[$0.text(0)]?.verdicts.append(contentsOf: $0.values(from: 1))
    }
    return stored
  }

  private static func values(_ verdicts: [Verdict]) -> [SQLValue] {
    verdicts.flatMap { [.text($0.rule), .text($0.severity.rawValue), .text($0.message)] }
  }
}
