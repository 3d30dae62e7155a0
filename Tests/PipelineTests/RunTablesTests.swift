import Ingest
import Model
import Rules
import Tables
import Testing
import Warehouse

@testable import Pipeline

@Suite("The tables of a run")
struct RunTablesTests {
  private let site = Site()

  /// A copy of the project's tables, which may be changed.
  private func copyRules() throws -> String {
    let folder = try site.makeFolder("rules")
    for name in try #require(Site.names(Site.root.rules)) {
      let bytes = try #require(try InputFile(path: "\(Site.root.rules)/\(name)").readAll())
      try writeFile("\(folder)/\(name)", bytes)
    }
    return folder
  }

  private func append(_ line: String, to path: String) throws {
    let bytes = try #require(try InputFile(path: path).readAll())
    try writeFile(path, bytes + Array(line.utf8))
  }

  @Test("are told from others without being read")
  func digest() throws {
    let tables = try RunTables(folder: Site.root.rules, limits: IngestLimits())
    #expect(!tables.areRead)
    let read = try tables.read()
    #expect(tables.areRead)
    #expect(tables.rulesDigest == ReadingDigest.of(rules: read.rules.digest))
    #expect(tables.standard.digest == read.options.digest)
    #expect(tables.standard.withTables(of: read.options) == read.options)
  }

  @Test("are others when any of their files is", arguments: ["stop_words", "communes", "headers"])
  func change(table: String) throws {
    let folder = try copyRules()
    let before = try RunTables(folder: folder, limits: IngestLimits()).digest
    try append("\n", to: "\(folder)/\(table).csv")
    #expect(try RunTables(folder: folder, limits: IngestLimits()).digest != before)
  }

  @Test("must still be those of the digest when they are read")
  func changeMeanwhile() throws {
    let folder = try copyRules()
    let tables = try RunTables(folder: folder, limits: IngestLimits())
    try append("\n", to: "\(folder)/communes.csv")
    let error = #expect(throws: PipelineError.self) { try tables.read() }
    #expect(error?.description.contains("were changed while they were read") == true)
  }

  @Test("that are broken leave no trace, also where others were right before")
  func broken() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.")
    let folder = try copyRules()
    try site.run { $0.rules = folder }
    let before = try site.dump()
    try append("tan,nửa,x,\n", to: "\(folder)/scales.csv")
    #expect(throws: (any Error).self) { try site.run { $0.rules = folder } }
    #expect(try site.dump() == before)
  }

  @Test("name places, units and indicators anew when the warehouse has not these names")
  func names() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.")
    try site.run()
    let tables = try RunTables(folder: Site.root.rules, limits: IngestLimits())
    #expect(try site.open().tablesDigest() == tables.digest)
    let places = "SELECT count(*) FROM place"
    let count = try site.rows(places)
    let warehouse = try site.options().open(.write)
    try warehouse.setPlaces([])
    try warehouse.setTablesDigest(nil)
    #expect(try site.rows(places) == ["0"])
    try site.run()
    #expect(try site.rows(places) == count)
    #expect(try site.open().tablesDigest() == tables.digest)
  }
}

@Suite("Walking ahead")
struct WalkAheadTests {
  private func source(_ site: Site, _ name: String, files: Int) throws -> PipelineFile.Source {
    let folder = try site.makeFolder(name)
    for number in 0..<files { try writeFile("\(folder)/\(number).txt", []) }
    return PipelineFile.Source(name: name, paths: [folder])
  }

  private func paths(_ walk: WalkAhead, _ source: Int) -> [String] {
    var paths: [String] = []
    while let entries = walk.next(of: source) {
      for case .file(let file) in entries { paths.append(file.path) }
    }
    return paths
  }

  @Test("gives the files of each source in their order")
  func order() throws {
    let site = Site()
    let sources = [
      try source(site, "one", files: 1300), try source(site, "none", files: 0),
      try source(site, "two", files: 3),
    ]
    let walk = try WalkAhead(sources)
    defer { walk.stop() }
    for (index, source) in sources.enumerated() {
      let expected = SourceWalker(paths: source.paths).compactMap { entry -> String? in
        guard case .file(let file) = entry else { return nil }
        return file.path
      }
      #expect(paths(walk, index) == expected)
    }
  }

  @Test("ends where nobody takes what it gives")
  func stop() throws {
    let site = Site()
    let walk = try WalkAhead([try source(site, "many", files: 600)])
    walk.stop()
    walk.stop()
  }
}
