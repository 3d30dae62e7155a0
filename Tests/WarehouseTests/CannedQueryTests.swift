import Model
import Testing

@testable import Warehouse

@Suite("Canned queries") struct CannedQueryTests {
  let fixture: Fixture
  let warehouse: Warehouse
  let queries: [CannedQuery]

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
    let run = try warehouse.begin()
    var reading = Sample.reading()
    reading.rejections = [Sample.rejection()]
    reading.figures[1].kind = .rank
    reading.figures[1].source = "ICT Index"
    reading.figures[2].status = .target
    reading.figures[2].indicator = "tỷ lệ hộ"
    try warehouse.store(reading, run: run, rulesDigest: "r1")
    var second = Sample.reading("a2")
    second.figures[0].unit = "USD"
    second.figures[2].indicator = "tỷ lệ hộ"
    second.relations[0].verdict = .broken
    try warehouse.store(second, run: run, rulesDigest: "r1")
    queries = try CannedQuery.load(folder: Fixture.queries)
  }

  private func run(_ name: String, _ parameters: [String: String] = [:]) throws -> [[SQLValue]] {
    try warehouse.query(named: name, among: queries, parameters: parameters).rows()
  }

  @Test("each is described, and can be run with its defaults")
  func all() throws {
    #expect(queries.count >= 20)
    for query in queries {
      #expect(!query.parameters.contains { $0.description.isEmpty })
      #expect(query.description.hasSuffix("."))
      let required = query.parameters.filter(\.isRequired).map { ($0.name, "x") }
      _ = try run(query.name, Dictionary(uniqueKeysWithValues: required))
    }
  }

  @Test("the ten largest amounts are of one currency, the largest first")
  func largest() throws {
    let rows = try run("ten-largest-amounts")
    #expect(rows.count == 1)
    #expect(rows[0][0] == .text("1363000000000"))
    #expect(try run("ten-largest-amounts", ["unit": "USD"]).count == 1)
    #expect(try run("ten-largest-amounts", ["limit": "0"]).isEmpty)
  }

  @Test(
    "each finds what it is for",
    arguments: [
      ("figures-by-kind", 4), ("money-by-province-and-month", 1), ("targets", 1), ("rankings", 1),
      ("rejections-by-reason", 1), ("whats-new", 6), ("whats-gone", 0), ("indicators", 1),
      ("broken-relations", 1), ("documents", 2),
    ])
  func found(name: String, rows: Int) throws {
    #expect(try run(name).count == rows)
  }

  @Test("parameters choose the rows")
  func chosen() throws {
    #expect(try run("indicator-across-provinces", ["indicator": "tỷ lệ hộ"]).count == 1)
    #expect(try run("targets", ["place": "VN-31"]).count == 1)
    #expect(try run("targets", ["place": "VN-21"]).isEmpty)
    #expect(try run("whats-new", ["run_id": "1", "limit": "2"]).count == 2)
    #expect(try run("whats-new", ["run_id": "2"]).isEmpty)
    #expect(try run("document-figures", ["document": "a2"]).count == 3)
  }

  @Test("provenance leads from a figure to its text, rules and run")
  func provenance() throws {
    let id = try #require(
      try warehouse.value("SELECT figure_id FROM figures WHERE kind = 'money'")?.text)
    let query = try warehouse.query(
      named: "provenance", among: queries, parameters: ["figure_id": id])
    let row = try #require(try query.next())
    let values = Dictionary(uniqueKeysWithValues: zip(query.columns, row))
    #expect(values["quote"] == .text("1.363 tỷ đồng"))
    #expect(values["path"] == .text("Raw/a1.txt"))
    #expect(values["digest"] == .text(Sample.digest(Sample.text)))
    #expect(values["verdicts"] == .text("info unit_rules:money: trong khoảng"))
    #expect(values["program_version"] == .text("1.0.0"))
    #expect(try query.next() == nil)
  }

  @Test("refuse what they do not know")
  func refused() throws {
    #expect(throws: WarehouseError.unknownQuery(name: "x", known: queries.map(\.name))) {
      try run("x")
    }
    let unknown = WarehouseError.unknownParameter(
      name: "x", query: "ten-largest-amounts", known: ["unit", "limit"])
    #expect(throws: unknown) { try run("ten-largest-amounts", ["x": "1"]) }
    #expect(throws: WarehouseError.missingParameter(name: "figure_id", query: "provenance")) {
      try run("provenance")
    }
    let bad = WarehouseError.badParameter(
      name: "limit", query: "ten-largest-amounts", expected: "a whole number", found: "mười")
    #expect(throws: bad) { try run("ten-largest-amounts", ["limit": "mười"]) }
  }

  @Test("parameters have a name, a type, a default and a description")
  func parameters() throws {
    let query = try #require(queries.first { $0.name == "search" })
    #expect(query.parameters.map(\.name) == ["words", "match", "limit"])
    #expect(query.parameters.map(\.kind) == [.text, .text, .integer])
    #expect(query.parameters.map(\.isRequired) == [true, false, false])
    #expect(query.parameters.map(\.standard) == [.null, .text("words"), .integer(50)])
    #expect(query.parameters[2].description == "the most sentences shown")
  }

  @Test(
    "a parameter that is not declared as it should be is refused",
    arguments: [
      "limit = 10 -- how many", "limit integer = ten -- how many", "limit integer = 10",
      "limit number = 10 -- how many", "-- how many",
    ])
  func undeclared(line: String) throws {
    let folder = fixture.makeFolder("queries")
    try fixture.write("-- What.\n-- param: \(line)\nSELECT :limit;", to: folder + "/q.sql")
    let error = #expect(throws: WarehouseError.self) { try CannedQuery.load(folder: folder) }
    #expect(error?.description.contains("write -- param: name type = default") == true)
  }

  @Test("a file without a description is refused")
  func undescribed() throws {
    let folder = fixture.makeFolder("queries")
    try fixture.write("SELECT 1;", to: folder + "/bare.sql")
    #expect(throws: WarehouseError.self) { try CannedQuery.load(folder: folder) }
  }
}
