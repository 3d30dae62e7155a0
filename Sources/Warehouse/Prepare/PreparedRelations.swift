import Model

/// The relations of a reading with their names.
struct PreparedRelations: Sendable {
  let relations: [Relation]
  /// The name of each relation: of its kind, its formula and its members.
  let names: [String]

  /// - Parameter ids: the names of the document's figures. Members are positions among them; a
  ///   relation with one that is not is left to whoever stores it to refuse.
  init(_ relations: [Relation], of document: Document, _ ids: [FigureID]) {
    self.relations = relations
    // Relations that say the same twice are told apart by counting them.
    var seen: [UInt64: Int] = [:]
    names = relations.map { relation in
      var fingerprint = Fingerprint()
      fingerprint.add(document.id)
      fingerprint.add(document.digest)
      fingerprint.add(relation.kind)
      fingerprint.add(relation.formula)
      for member in relation.members where ids.indices.contains(member.figure) {
        fingerprint.add(Int(bitPattern: UInt(ids[member.figure].rawValue)))
        fingerprint.add(member.role)
      }
      let count = seen[fingerprint.value, default: 0]
      seen[fingerprint.value] = count + 1
      fingerprint.add(count)
      return fingerprint.hexadecimalText
    }
  }
}
