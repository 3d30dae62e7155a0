import Testing
import Warehouse

@testable import Pipeline

@Suite("The reference of the warehouse")
struct WarehouseReferenceTests {
  @Test("is what the comments say: make docs writes it anew")
  func upToDate() throws {
    let written = String(
      decoding: try Site.bytes(Site.package + "/docs/warehouse.md"), as: UTF8.self)
    #expect(try written == WarehouseReference(root: Site.root).markdown())
  }

  @Test("describes every table, view, column and query")
  func complete() throws {
    let root = Site.root
    let warehouse = try Warehouse.inMemory(schemaFolder: root.schema, viewsFolder: root.views)
    for entry in try warehouse.catalog(viewsFolder: root.views) {
      #expect(!entry.comment.isEmpty, "\(entry.name) is not described")
      for column in entry.columns {
        #expect(!column.comment.isEmpty, "\(entry.name).\(column.name) is not described")
      }
      #expect(
        entry.kind != .view || entry.example != nil || entry.name == "sentence_content",
        "\(entry.name) has no example")
    }
  }

  @Test("has examples that run and, where they ask for what the sample articles hold, find it")
  func examples() throws {
    let site = Site()
    try site.addSamples()
    try site.write("x.txt", "Giá trị 1.36.3 tỷ đồng.\n")
    try site.run()
    let warehouse = try site.open()
    for entry in try warehouse.catalog(viewsFolder: Site.root.views) {
      guard let example = entry.example else { continue }
      _ = try warehouse.query(example).rows()
      // Most views have rows without the example's own condition.
      let rows = try warehouse.query("SELECT * FROM \"\(entry.name)\" LIMIT 1").rows()
      #expect(!rows.isEmpty || Self.mayBeEmpty.contains(entry.name), "\(entry.name) is empty")
    }
  }

  /// What articles that agree with each other need not give.
  private static let mayBeEmpty: Set<String> = [
    "comparisons", "corroborations", "contradictions", "series_jumps", "sdmx_observations",
    "indicator_series",
  ]
}
