/// What one check found.
public struct CheckResult: Sendable, Hashable {
  /// The name of the check's file.
  public var name: String
  /// What must hold, in a sentence.
  public var promise: String
  public var columns: [String]
  /// The first rows that break the promise, at most ``Checks/rowsShown``.
  public var rows: [[SQLValue]]
  /// All that break it.
  public var count: Int

  public var isKept: Bool { count == 0 }
}

/// The promises of a warehouse: each file of `Warehouse/checks` selects the rows that break one.
public struct Checks {
  /// How many failing rows of a check are kept to be shown.
  public static let rowsShown = 20

  let warehouse: Warehouse

  /// Runs the checks of a folder, in the order of their names.
  ///
  /// - Throws: ``WarehouseError/unusableFile(path:reason:)`` when the folder or a file of it
  ///   cannot be used, ``SQLiteError`` when a check cannot be run.
  public func run(folder: String) throws -> [CheckResult] {
    try SQLFolder.read(folder).map { file in
      let promise = try file.firstComment()
      let query = try warehouse.query(file.text)
      var result = CheckResult(
        name: file.name, promise: promise, columns: query.columns, rows: [], count: 0)
      while let row = try query.next() {
        if result.rows.count < Self.rowsShown { result.rows.append(row) }
        result.count += 1
      }
      return result
    }
  }
}

extension Warehouse {
  /// The promises that the warehouse must keep.
  public var checks: Checks { Checks(warehouse: self) }
}
