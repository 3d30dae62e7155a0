import Model

/// The relations of one reading, with the keys of its figures in the warehouse.
struct RelationBatch {
  let prepared: PreparedRelations
  let version: Int
  let run: RunID
  let keys: [Int]

  static let columns = ["relation_id", "kind", "formula", "expected", "stated", "verdict"]

  var relations: [Relation] { prepared.relations }

  /// Adds the values of ``columns``.
  func add(_ index: Int, to row: inout Parameters) {
    let relation = relations[index]
    row.add(prepared.names[index])
    row.add(relation.kind)
    row.add(relation.formula)
    row.add(relation.expected)
    row.add(relation.stated)
    row.add(relation.verdict.rawValue)
  }

  /// The members as they are stored: a figure's key and its role, by turns.
  func members(of index: Int) -> [SQLValue] {
    relations[index].members.flatMap { [.integer(keys[$0.figure]), .text($0.role)] }
  }
}

/// Writes relations and their members.
final class RelationWriter {
  private struct Stored {
    var key: Int
    var columns: [SQLValue]
    var members: [SQLValue] = []
  }

  private let connection: Connection
  private let insert: Statement
  private let insertMember: Statement
  private let select: Statement
  private let selectMembers: Statement
  private let supersede: Statement
  private let supersedeAll: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    self.connection = connection
    insert = try connection.prepare(
      insertion(into: "relation", ["version_key", "first_run_id"] + RelationBatch.columns))
    insertMember = try connection.prepare(
      insertion(into: "relation_member", ["relation_key", "ordinal", "figure_key", "role"]))
    select = try connection.prepare(
      """
      SELECT relation_key, \(RelationBatch.columns.joined(separator: ", ")) FROM relation
      WHERE version_key = ? AND superseded_run_id IS NULL
      """)
    selectMembers = try connection.prepare(
      """
      SELECT r.relation_id, m.figure_key, m.role
      FROM relation AS r JOIN relation_member AS m ON m.relation_key = r.relation_key
      WHERE r.version_key = ? AND r.superseded_run_id IS NULL
      ORDER BY m.relation_key, m.ordinal
      """)
    supersede = try connection.prepare(
      "UPDATE relation SET superseded_run_id = ? WHERE relation_key = ?")
    supersedeAll = try connection.prepare(
      """
      UPDATE relation SET superseded_run_id = ?
      WHERE version_key = ? AND superseded_run_id IS NULL
      """)
  }

  func insert(_ batch: RelationBatch) throws {
    for index in batch.relations.indices { try insert(index, batch) }
  }

  /// Keeps the stored relations that are equal to new ones, down to the rows of their figures.
  func update(_ batch: RelationBatch) throws {
    var stored = try load(version: batch.version)
    for index in batch.relations.indices {
      build(index, batch)
      let name = batch.prepared.names[index]
      if let old = stored[name], old.columns == row.values(from: 2),
        old.members == batch.members(of: index)
      {
        stored[name] = nil
      } else {
        try insert(index, batch)
      }
    }
    for key in stored.values.map(\.key).sorted() {
      row.clear()
      row.add(batch.run)
      row.add(key)
      try supersede.execute(row)
    }
  }

  func supersedeAll(of version: Int, _ run: RunID) throws {
    row.clear()
    row.add(run)
    row.add(version)
    try supersedeAll.execute(row)
  }

  private func build(_ index: Int, _ batch: RelationBatch) {
    row.clear()
    row.add(batch.version)
    row.add(batch.run)
    batch.add(index, to: &row)
  }

  private func insert(_ index: Int, _ batch: RelationBatch) throws {
    build(index, batch)
    try insert.execute(row)
    let key = connection.lastInsertedKey
    for (ordinal, member) in batch.relations[index].members.enumerated() {
      row.clear()
      row.add(key)
      row.add(ordinal)
      row.add(batch.keys[member.figure])
      row.add(member.role)
      try insertMember.execute(row)
    }
  }

  private func load(version: Int) throws -> [String: Stored] {
    row.clear()
    row.add(version)
    var stored: [String: Stored] = [:]
    try select.forEachRow(row) {
      stored[$0.text(1)] = Stored(key: $0.integer(0), columns: $0.values(from: 1))
    }
    try selectMembers.forEachRow(row) {
      stored[$0.text(0)]?.members.append(contentsOf: $0.values(from: 1))
    }
    return stored
  }
}
