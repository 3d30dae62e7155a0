import Glibc
import Ingest
import Model
import Testing

@testable import Pipeline

@Suite("The stages as filters")
struct StageTests {
  /// Runs a stage with its output in a file.
  private func output(
    _ site: Site, _ name: String, _ run: (Output) throws -> StageCount
  ) throws -> (path: String, count: StageCount) {
    let path = "\(site.folder)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    return (path, try run(Output(descriptor: descriptor, name: path)))
  }

  private func lines(_ path: String) throws -> [JSONValue] {
    try Site.bytes(path).split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
  }

  private func extract(_ site: Site, numerals: Bool = false, jobs: Int = 2) throws -> String {
    let filter = ExtractFilter(
      rules: try Site.rules.get(), jobs: jobs, form: numerals ? .numerals : .figures)
    return try output(site, numerals ? "numerals.jsonl" : "figures.jsonl") {
      try filter.run(paths: [site.raw], output: $0)
    }.path
  }

  @Test("figures satisfy the contract's schema")
  func schema() throws {
    let site = Site()
    try site.addSamples()
    let schema = JSONSchema(
      try JSONReader.read(
        Site.bytes(Site.package + "/Tests/PipelineTests/Fixtures/figure.schema.json")))
    let figures = try lines(extract(site))
    #expect(figures.count >= 400)
    for figure in figures { #expect(try schema.failures(figure) == []) }
    #expect(try schema.failures(.object([])).count == 10)
  }

  @Test("extraction writes the same for any number of workers")
  func jobs() throws {
    let site = Site()
    try site.addSamples()
    try site.addLines(2000)
    let alone = try Site.bytes(extract(site, jobs: 1))
    #expect(try Site.bytes(extract(site, jobs: 3)) == alone)
  }

  @Test("what cannot be read is counted, and the others go on")
  func refused() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", [0xFF, 0x00, 0x41])
    let ingested = try output(site, "documents.jsonl") {
      try IngestFilter.run(paths: [site.raw], output: $0)
    }
    #expect(ingested.count.read == 1)
    #expect(ingested.count.refused == 1)
    #expect(ingested.count.exitCode == 0)
    let none = try output(site, "none.jsonl") {
      try IngestFilter.run(paths: [site.raw + "/b.txt"], output: $0)
    }
    #expect(none.count.exitCode == 2)
  }

  @Test("one after the other end in the same figures as a run")
  func chain() throws {
    let site = Site()
    try site.addSamples()
    let documents = try output(site, "documents.jsonl") {
      try IngestFilter.run(
        paths: [site.raw], options: IngestOptions(rules: Site.root.rules), output: $0)
    }.path
    let figures = try extract(site)
    let numerals = try extract(site, numerals: true)
    let validated = try output(site, "validated.jsonl") {
      try ValidateFilter.run(
        rules: Site.rules.get(), path: figures, documents: documents, output: $0)
    }.path
    let load = try LoadRun(
      site.options(),
      .init(figures: validated, documents: documents, numerals: numerals))
    let (report, refused) = try load.run()
    #expect(refused == 0)
    #expect(report.counts.documentsNew == 14)
    #expect(try site.broken() == [])
    let whole = Site()
    try whole.run {
      $0.warehouse = site.folder + "/whole.sqlite"
      $0.sources = [.init(name: "raw", paths: [site.raw])]
    }
    var options = site.options()
    options.warehouse = site.folder + "/whole.sqlite"
    let columns = "SELECT * FROM figures ORDER BY document, byte_start"
    let expected = try options.open(.readOnly).query(columns).rows()
    #expect(try site.open().query(columns).rows() == expected)
    let relations = "SELECT document, formula, verdict FROM relations ORDER BY 1, 2"
    #expect(
      try site.open().query(relations).rows()
        == options.open(.readOnly).query(relations).rows())
    // What the stages have stored the run finds as it left it.
    let after = try site.run()
    #expect(after.counts.documentsUnchanged == 14)
  }
}
