import Extraction
import Glibc
import Model
import Tables
import Testing

@testable import Validation

@Suite struct PlantedErrorsTests {
  private func articles() throws -> [Document] {
    let manifest = try Table.read(
      path: Project.root + "/Raw/manifest.csv", columns: ["file"], ignoringOthers: true)
    return try manifest.rows.map { row in
      let bytes = try #require(
        try InputFile(path: Project.root + "/Raw/" + row["file"]).readAll())
      return Document(id: row["file"], text: bytes)
    }
  }

  @Test func theSameSeedGivesTheSameErrors() throws {
    let rules = try Project.rules.get()
    let extractor = Extractor(rules: rules)
    let planted = PlantedErrors(rules: rules, seed: 7, count: 8)
    let documents = Array(try articles().prefix(3))
    let first = planted.run(on: documents) { extractor.read($0) }
    let second = planted.run(on: documents) { extractor.read($0) }
    #expect(first.plants == second.plants)
    #expect(first.plants.count == 8)
    #expect(Set(first.tallies.keys) == Set(PlantedErrors.Kind.allCases))
  }

  @Test func fewerThanOneCorrectFigureInTwoHundredIsFlagged() throws {
    let rules = try Project.rules.get()
    let extractor = Extractor(rules: rules)
    let report = PlantedErrors(rules: rules, count: 40).run(on: try articles()) {
      extractor.read($0)
    }
    #expect(report.correct > 500)
    #expect(report.wronglyFlagged * 200 < report.correct, "\(report.wrongFlags)")
    #expect(report.tallies.values.reduce(0) { $0 + $1.planted } == 40)
    #expect(report.tallies.values.reduce(0) { $0 + $1.flagged } > 4)
  }

  @Test func noDocumentsGiveAnEmptyReport() throws {
    let report = PlantedErrors(rules: try Project.rules.get()).run(on: []) {
      DocumentReading(document: $0)
    }
    #expect(report.plants.isEmpty)
    #expect(report.correct == 0)
  }
}
