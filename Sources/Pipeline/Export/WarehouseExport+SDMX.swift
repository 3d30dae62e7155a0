import Warehouse

extension WarehouseExport {
  /// Writes the observations as SDMX-CSV 2.0: the three columns that name the dataflow, then its
  /// dimensions, its measure and its attributes, all by their codes.
  public func sdmx(to output: Output) throws {
    let view = try described(surface.sdmx.view)
    let names = view.columns.map(\.name)
    for dimension in surface.sdmx.dimensions where !names.contains(dimension) {
      throw PipelineError("Warehouse/surface.yaml: '\(dimension)' is no column of \(view.name)")
    }
    let columns = names.map(ExportTable.quoted).joined(separator: ", ")
    let order = surface.sdmx.dimensions.map(ExportTable.quoted).joined(separator: ", ")
    let query = try warehouse.query(
      "SELECT \(columns) FROM \(ExportTable.quoted(view.name)) ORDER BY \(order)", name: view.name)
    var csv = TypedCSV(to: output)
    try csv.head(["STRUCTURE", "STRUCTURE_ID", "ACTION"] + names)
    // I says that the rows inform, and ask for nothing to be done.
    let start: [SQLValue] = [.text("dataflow"), .text(surface.sdmx.dataflow), .text("I")]
    let types = [ColumnType](repeating: .text, count: start.count + names.count)
    while let row = try query.next() { try csv.row(start + row, types) }
    try output.flush()
  }
}
