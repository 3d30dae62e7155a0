import Model

/// The relations of one reading, with the keys of its figures in the warehouse.
struct RelationBatch {
  let figures: FigureBatch
  let keys: [Int]
  /// The name of each relation: of its kind, its formula and its members.
  let names: [String]

  init(figures: FigureBatch, keys: [Int]) {
    self.figures = figures
    self.keys = keys
    // Relations that say the same twice are told apart by counting them.
    var seen: [UInt64: Int] = [:]
    names = figures.reading.relations.map { relation in
      var fingerprint = Fingerprint()
      fingerprint.add(figures.reading.document.id)
      fingerprint.add(figures.reading.document.digest)
      fingerprint.add(relation.kind)
      fingerprint.add(relation.formula)
      for member in relation.members {
        fingerprint.add(Int(bitPattern: UInt(figures.name(of: member.figure).rawValue)))
        fingerprint.add(member.role)
      }
      let count = seen[fingerprint.value, default: 0]
      seen[fingerprint.value] = count + 1
      fingerprint.add(count)
      return fingerprint.hexadecimalText
    }
  }

  var relations: [Relation] { figures.reading.relations }

  static let columns = ["relation_id", "kind", "formula", "expected", "stated", "verdict"]

  /// Adds the values of ``columns``.
  func add(_ index: Int, to row: inout Parameters) {
    let relation = relations[index]
    row.add(names[index])
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
