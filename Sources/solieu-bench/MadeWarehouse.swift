import Model
import Pipeline
import Warehouse

/// A warehouse of many figures, made of the articles in `Raw/`: the same each time.
struct MadeWarehouse {
  let path: String
  let figures: Int

  /// - Parameter figures: how many there are at least.
  init(of articles: [Document], figures: Int, program: ProgramUnderTest) throws {
    path = program.folder.file("million.sqlite")
    let texts = program.folder.file("million.jsonl")
    // Some fifteen figures in a thousand bytes.
    let text = MadeText(articles: articles, bytes: figures * 75, withOrigins: true)
    try text.write(to: texts)
    _ = try program.run([
      "run", "--quiet", "--root", program.root.path, "--raw", texts, "--warehouse", path,
    ])
    let warehouse = try Warehouse.open(
      path: path, schemaFolder: program.root.schema, viewsFolder: program.root.views,
      mode: .readOnly)
    let row = try warehouse.query("SELECT count(*) FROM figures").next()
    self.figures = row?.first?.integer ?? 0
  }
}
