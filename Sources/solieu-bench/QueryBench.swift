import Model
import Pipeline
import Warehouse

/// Every view and every canned query on a warehouse of a million figures.
struct QueryBench {
  let program: ProgramUnderTest
  let articles: [Document]
  let figures: Int
  let repetitions: Int

  func measures() throws -> [Measure] {
    let made = try MadeWarehouse(of: articles, figures: figures, program: program)
    let warehouse = try Warehouse.open(
      path: made.path, schemaFolder: program.root.schema, viewsFolder: program.root.views,
      mode: .readOnly)
    let size = "\(made.figures / 1000)k figures"
    var measures: [Measure] = []
    for entry in try warehouse.catalog(viewsFolder: program.root.views) where entry.kind == .view {
      if let example = entry.example {
        measures.append(
          try measure("view \(entry.name), its example; \(size)") { try warehouse.query(example) })
      }
      guard entry.name != "search" else { continue }
      let sql = "SELECT * FROM \"\(entry.name)\" LIMIT 100"
      measures.append(
        try measure("view \(entry.name), a hundred rows; \(size)") { try warehouse.query(sql) })
    }
    let queries = try CannedQuery.load(folder: program.root.queries)
    let given = try parameters(warehouse)
    for query in queries {
      let required = query.parameters.filter(\.isRequired).map { ($0.name, given[$0.name] ?? "") }
      measures.append(
        try measure("query \(query.name); \(size)") {
          try warehouse.query(
            named: query.name, among: queries,
            parameters: Dictionary(uniqueKeysWithValues: required))
        })
    }
    let all = measures.map(\.median)
    measures.append(
      Measure("all of these, the median; \(size)", [all.median], "ms", bar: "under 100 ms"))
    program.folder.clear("million")
    return measures
  }

  private func measure(_ name: String, _ ask: () throws -> Query) throws -> Measure {
    var times: [Double] = []
    for _ in 0..<repetitions {
      let start = Clock.wall
      let query = try ask()
      while try query.next() != nil {}
      times.append((Clock.wall - start) * 1000)
    }
    return Measure(name, times, "ms", bar: "under 1000 ms")
  }

  /// What queries must be told: something that is there.
  private func parameters(_ warehouse: Warehouse) throws -> [String: String] {
    let row = try warehouse.query(
      "SELECT document, figure_id FROM figures WHERE kind = 'money' LIMIT 1"
    ).next()
    let indicator = try warehouse.query(
      """
      SELECT i.indicator FROM figure AS f JOIN indicator AS i USING (indicator_key)
      WHERE f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
      """
    ).next()
    return [
      "document": row?[0].description ?? "", "figure_id": row?[1].description ?? "",
      "indicator": indicator?[0].description ?? "", "words": "dich vu cong truc tuyen",
    ]
  }
}
