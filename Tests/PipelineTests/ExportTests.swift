import Model
import Testing
import Warehouse

@testable import Pipeline

@Suite("Exports")
struct ExportTests {
  private static func site() throws -> Site {
    let site = Site()
    try site.addSamples()
    try site.write("empty.txt", "Không có số nào ở đây.\n")
    try site.run()
    return site
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Site.bytes(path), as: UTF8.self)
  }

  @Test("the metadata for Datasette is what the comments, queries and surface give")
  func metadata() throws {
    let made = try DatasetteMetadata(root: Site.root).yaml()
    let kept = try text(Site.root.metadata)
    #expect(made == kept, "Warehouse/metadata.yaml is stale; run make metadata")
  }

  @Test("every table and view has a title, and every exported column a type and a description")
  func described() throws {
    let export = try WarehouseExport(Self.site().open(), root: Site.root)
    for table in try export.tables(keepsTexts: true) {
      #expect(!table.comment.isEmpty, "\(table.name)")
      for column in table.columns {
        #expect(!column.comment.isEmpty, "\(table.name).\(column.name)")
      }
    }
    let views = export.catalog.filter { $0.kind == .view }.map(\.name)
    #expect(Set(views).subtracting(export.surface.entries.map(\.name)) == [])
  }

  @Test("a package has a file for each table, the same each time, with what refers to what")
  func package() throws {
    let site = try Self.site()
    let export = try WarehouseExport(site.open(), root: Site.root)
    let counts = try export.dataPackage(to: site.folder + "/p")
    try export.dataPackage(to: site.folder + "/q")
    let names = try #require(Site.names(site.folder + "/p"))
    #expect(names == (counts.map { $0.table + ".csv" } + ["datapackage.json"]).sorted())
    for name in names {
      let (first, second) = ("\(site.folder)/p/\(name)", "\(site.folder)/q/\(name)")
      #expect(try Site.bytes(first) == Site.bytes(second), "\(name)")
    }
    let figures = try #require(Int(try site.rows("SELECT count(*) FROM figures")[0]))
    #expect(counts.first { $0.table == "figures" }?.rows == figures)
    let package = try text(site.folder + "/p/datapackage.json")
    #expect(package.contains("\"primaryKey\": [\n          \"figure_id\"\n        ]"))
    #expect(!(try text(site.folder + "/p/documents.csv")).contains("Không có số nào"))
    try export.dataPackage(to: site.folder + "/r", keepsTexts: true)
    #expect(try text(site.folder + "/r/documents.csv").contains("Không có số nào"))
  }

  @Test("null is nothing, an empty text two quotes, and values are as their type has them")
  func typed() throws {
    let site = Site()
    try Output.replacing(site.folder + "/t.csv") { output in
      var csv = TypedCSV(to: output)
      try csv.head(["a", "b"])
      try csv.row([.null, .text("")], [.text, .text])
      try csv.row([.integer(1), .text("")], [.boolean, .date])
      try csv.row([.text("-0.50"), .text("=x")], [.decimal, .text])
      try csv.row([.real(1e16), .integer(0)], [.real, .boolean])
    }
    #expect(try text(site.folder + "/t.csv") == "a,b\n,\"\"\ntrue,\n-0.50,=x\n1e+16,false\n")
  }

  @Test("a decimal too wide for Parquet makes its column a text, which is said")
  func wide() throws {
    let site = Site()
    try site.write(
      "a.jsonl", "{\"id\": \"a\", \"text\": \"Diện tích đạt 1,1234567890123 ha, và 5 tỷ đồng.\"}\n")
    try site.run()
    var told: [String] = []
    try WarehouseExport(site.open(), root: Site.root).parquet(to: site.folder + "/p") {
      told.append($0)
    }
    #expect(
      told == [
        "figures.value: 1 values do not fit DECIMAL(38, 12); the column is exported as text"
      ])
    let script = try text(site.folder + "/p/to-parquet.sql")
    #expect(script.contains("'value': 'VARCHAR'"))
    #expect(script.contains("'upper': 'DECIMAL(38, 12)'"))
  }

  @Test("observations begin with what names their dataflow")
  func sdmx() throws {
    let site = try Self.site()
    let export = try WarehouseExport(site.open(), root: Site.root)
    try Output.replacing(site.folder + "/s.csv") { try export.sdmx(to: $0) }
    let lines = try text(site.folder + "/s.csv").split(separator: "\n")
    #expect(
      lines[0].hasPrefix("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,"))
    #expect(lines.count > 1)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("dataflow,SOLIEU:DF_FIGURES(1.0.0),I,") })
  }

  @Test("a package is of one moment, also while a run commits")
  func snapshot() throws {
    let site = try Self.site()
    let warehouse = try site.open()
    try warehouse.withSnapshot {
      let before = try warehouse.query("SELECT count(*) FROM figures").rows()
      try site.write("late.txt", "Doanh thu đạt 77 tỷ đồng.\n")
      try site.run()
      #expect(try warehouse.query("SELECT count(*) FROM figures").rows() == before)
    }
    #expect(
      try warehouse.query("SELECT 1 FROM figures WHERE quote = '77 tỷ đồng'").rows().count == 1)
  }

  @Test("JSON is indented without a change to its texts")
  func indentation() {
    let json = "{\"a\":[\"x:,{}\\\"\\\\\"],\"b\":1}"
    #expect(
      String(decoding: indented(Array(json.utf8)), as: UTF8.self)
        == "{\n  \"a\": [\n    \"x:,{}\\\"\\\\\"\n  ],\n  \"b\": 1\n}\n")
  }
}
