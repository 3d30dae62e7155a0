/// A step of the schema: `NNN_name.sql`.
struct Migration: Sendable, Hashable {
  var number: Int
  var file: SQLFile

  /// All steps, in order. Throws ``WarehouseError/unusableFile(path:reason:)``, also when the
  /// numbers do not run from 001 on without a gap.
  static func load(folder: String) throws(WarehouseError) -> [Migration] {
    var migrations: [Migration] = []
    for file in try SQLFolder.read(folder) {
      let digits = file.name.prefix { $0 != "_" }
      guard digits.utf8.count == 3, let number = Int(digits) else {
        throw .unusableFile(path: file.path, reason: "a migration is named NNN_name.sql")
      }
      guard number == migrations.count + 1 else {
        throw .unusableFile(
          path: file.path, reason: "migration \(migrations.count + 1) should come here")
      }
      migrations.append(Migration(number: number, file: file))
    }
    guard !migrations.isEmpty else {
      throw .unusableFile(path: folder, reason: "holds no migration")
    }
    return migrations
  }
}
