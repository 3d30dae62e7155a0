import Ingest
import Warehouse

/// Verifies a warehouse from the ground up: the file itself, every text, every name, every promise.
///
/// Nothing is taken from what was counted when it was stored, and nothing is written.
public struct Verification {
  /// How many breaks of a promise are told.
  static let rowsShown = 10_000

  let root: Root
  let path: String

  public init(root: Root, warehouse: String) {
    self.root = root
    path = warehouse
  }

  /// All promises with what breaks them. Throws `WarehouseError` and `SQLiteError` when the file
  /// cannot be opened.
  public func run() throws -> [Promise] {
    let warehouse = try Warehouse.open(
      path: path, schemaFolder: root.schema, viewsFolder: root.views, mode: .readOnly)
    let checks = warehouse.checks
    let shown = Self.rowsShown
    let results =
      [
        checks.integrity(rowsShown: shown),
        checks.digests(rowsShown: shown) { Digest.sha256(of: $0) },
        checks.names(rowsShown: shown),
      ] + (try checks.runAll(folder: root.checks, rowsShown: shown))
    return results.map(Promise.init)
  }
}
