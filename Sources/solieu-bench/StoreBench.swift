import Ingest
import Model
import Pipeline
import Rules
import Warehouse

/// Storing what was read into a new warehouse, against the SQLite C interface inserting the same
/// rows, and the whole run against it.
struct StoreBench {
  let rules: RuleSet
  let documents: [Document]
  let program: ProgramUnderTest
  let corpus: CorpusFile
  let repetitions: Int

  func measures() throws -> [Measure] {
    let readings = readings()
    let figures = Double(readings.reduce(0) { $0 + $1.figures.count })
    try store(readings)
    let bare = try BareInsert(from: path)
    var (stored, inserted, ran): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<repetitions {
      stored.append(try store(readings))
      inserted.append(try insert(bare))
      ran.append(try run())
    }
    let size = try sizePerFigure()
    program.folder.clear("store")
    return [
      Measure(
        "figures stored a second", stored.map { figures / $0 }, "/s",
        against: .init(name: "the C interface", samples: inserted.map { figures / $0 }),
        bar: "0.8 or more"),
      Measure(
        "whole run", ran, "s", against: .init(name: "the bare insertion", samples: inserted),
        bar: "1.4 or less"),
      Measure("warehouse a figure, without the bytes of texts", [size], "bytes", bar: "under 600"),
    ]
  }

  private var path: String { program.folder.file("store.sqlite") }

  private func readings() -> [DocumentReading] {
    let stages = Stages(rules: rules)
    return documents.map { stages.validate(stages.extract($0)) }
  }

  private func open() throws -> Warehouse {
    program.folder.clear("store")
    return try Warehouse.open(
      path: path, schemaFolder: program.root.schema, viewsFolder: program.root.views, mode: .write)
  }

  /// The seconds that it takes, up to the last commit.
  @discardableResult
  private func store(_ readings: [DocumentReading]) throws -> Double {
    let warehouse = try open()
    let run = try warehouse.ledger.begin(programVersion: "0", rulesDigest: "r", arguments: "").id
    let start = Clock.wall
    try warehouse.deferIndexes()
    var next = 0
    while next < readings.count {
      try warehouse.withTransaction {
        var bytes = 0
        while next < readings.count, bytes < 8 << 20 {
          try warehouse.store(readings[next], run: run, rulesDigest: "r")
          bytes += readings[next].document.text.count
          next += 1
        }
      }
    }
    try warehouse.makeIndexes()
    return Clock.wall - start
  }

  private func insert(_ bare: BareInsert) throws -> Double {
    _ = try open()
    let start = Clock.wall
    try bare.insert(into: path)
    return Clock.wall - start
  }

  private func run() throws -> Double {
    program.folder.clear("store")
    return try program.run([
      "run", "--quiet", "--root", program.root.path, "--raw", corpus.path, "--warehouse", path,
    ]).wallSeconds
  }

  private func sizePerFigure() throws -> Double {
    let warehouse = try Warehouse.open(
      path: path, schemaFolder: program.root.schema, viewsFolder: program.root.views,
      mode: .readOnly)
    let row = try warehouse.query(
      """
      SELECT (SELECT count(*) FROM figure),
        (SELECT sum(length(CAST(text AS BLOB))) FROM document_text)
      """
    ).next()
    guard let figures = row?[0].integer, let texts = row?[1].integer, figures > 0 else { return 0 }
    return Double(CorpusFile.size(of: path) - texts) / Double(figures)
  }
}
