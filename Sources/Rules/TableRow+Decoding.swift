import Tables

extension TableRow {
  /// The column as a whole number; throws with the place of the field.
  func integer(_ column: String) throws(TableError) -> Int {
    guard let value = Int(self[column]) else {
      throw error(column, "'\(self[column])' is no whole number")
    }
    return value
  }

  /// The column as one of a vocabulary; throws with the place of the field and what is allowed.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String
  ) throws(TableError) -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: self[column]) else {
      let allowed = Choice.allCases.map { $0.rawValue }.joined(separator: ", ")
      throw error(column, "'\(self[column])' is none of: \(allowed)")
    }
    return value
  }
}
