import Glibc
import Warehouse

/// Writes the warehouse for other programs, from one snapshot, row by row, always in the same order.
public struct WarehouseExport {
  let warehouse: Warehouse
  let surface: Surface
  let catalog: [CatalogEntry]

  /// Throws ``PipelineError``, `WarehouseError` and `SQLiteError` when something below the root
  /// cannot be used.
  public init(_ warehouse: Warehouse, root: Root) throws {
    self.warehouse = warehouse
    surface = try Surface(path: root.surface)
    catalog = try warehouse.catalog(viewsFolder: root.views)
  }

  func described(_ name: String) throws(PipelineError) -> CatalogEntry {
    guard let entry = catalog.first(where: { $0.name == name }) else {
      throw PipelineError("Warehouse/surface.yaml: there is no table or view '\(name)'")
    }
    return entry
  }

  func tables(keepsTexts: Bool) throws(PipelineError) -> [ExportTable] {
    var tables: [ExportTable] = []
    for entry in surface.entries where entry.isExported {
      tables.append(
        try ExportTable(
          entry, try described(entry.name), types: surface.types, keepsTexts: keepsTexts))
    }
    return tables
  }

  /// Writes a table's rows to a file of the folder, and gives their number.
  func write(_ table: ExportTable, in folder: String) throws -> Int {
    var count = 0
    try Output.replacing("\(folder)/\(table.file)") { output in
      var csv = TypedCSV(to: output)
      try csv.head(table.columns.map(\.name))
      let types = table.columns.map(\.type)
      let query = try warehouse.query(table.sql, name: table.name)
      while let row = try query.next() {
        try csv.row(row, types)
        count += 1
      }
    }
    return count
  }

  static func makeFolder(_ path: String) throws(PipelineError) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw PipelineError("\(path): cannot be made: \(String(cString: strerror(errno)))")
    }
  }
}
