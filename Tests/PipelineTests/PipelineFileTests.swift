import Ingest
import Testing

@testable import Pipeline

@Suite("The pipeline file")
struct PipelineFileTests {
  private static let sources = "version: 1\nsources:\n  - name: a\n    paths: [Raw]\n"

  private func message(_ text: String) -> String? {
    do throws(PipelineError) {
      _ = try PipelineFile(text: text, path: "p.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test("that is shipped can be read")
  func shipped() throws {
    let file = try PipelineFile(path: Site.root.pipeline)
    #expect(file.sources.map(\.paths) == [["Raw"]])
    #expect(file.warehouse == "Warehouse/solieu.sqlite")
  }

  @Test("gives what it says, and standards for what it does not")
  func values() throws {
    let file = try PipelineFile(
      text: Self.sources + "    outlet: Báo\n    place: VN-31\njobs: 3\n"
        + "thresholds: {documents_at_least: 5, rejected_share_at_most: 0.1}\n", path: "p.yaml")
    #expect(file.sources == [.init(name: "a", paths: ["Raw"], outlet: "Báo", place: "VN-31")])
    #expect(file.jobs == 3)
    #expect(file.rules == "Pipelines/rules")
    #expect(file.thresholds == Thresholds(rejectedShareAtMost: 0.1, documentsAtLeast: 5))
  }

  @Test("says how sources are read")
  func ofSources() throws {
    let file = try PipelineFile(
      text: Self.sources
        + "    glob: ['*.csv', 'in/*']\n    format: csv\n    encoding: TCVN3\n    delimiter: tab\n"
        + "    mapping: {text: noi_dung, title: [tua, tieu_de]}\n    time_zone: '+07:00'\n"
        + "    licence: CC-BY-4.0\n    expected_documents: {lowest: 5, highest: 9}\n"
        + "    fresh_within_days: 3\nlimits: {nesting: 2, compression_ratio: 50}\n"
        + "duplicates: {near_words_percent: 80, shortest_words: 30}\n", path: "p.yaml")
    let source = try #require(file.sources.first)
    #expect(source.globs == ["*.csv", "in/*"])
    #expect(source.format == .csv)
    #expect(source.encoding == "TCVN3")
    #expect(source.delimiter == 9)
    #expect(source.mapping == ["text": ["noi_dung"], "title": ["tua", "tieu_de"]])
    #expect(source.timeZone == UTCOffset("+07:00"))
    #expect(source.licence == "CC-BY-4.0")
    #expect(source.expected == .init(lowest: 5, highest: 9))
    #expect(source.freshWithinDays == 3)
    #expect(file.likeness.wordPercent == 80)
    #expect(file.likeness.numberPercent == 90)
    #expect(file.likeness.shortestWords == 30)
    #expect(file.limits.nesting == 2)
    let options = NightlyRun.Options(file, root: Site.root, jobs: 7)
    #expect(options.sources == file.sources)
    #expect(options.jobs == 7)
    #expect(options.likeness == file.likeness)
    #expect(options.limits == file.limits)
    #expect(file.limits.compressionRatio == 50)
    #expect(file.limits.documentBytes == 256 << 20)
  }

  @Test(
    "names the place of what is wrong",
    arguments: [
      (
        sources + "job: 3\n",
        "p.yaml:5:1: 'job' is no key of the pipeline; there are version, "
          + "sources, rules, warehouse, jobs, limits, duplicates, thresholds"
      ),
      (
        sources + "    paht: x\n",
        "p.yaml:5:5: 'paht' is no key of a source; there are name, "
          + "paths, glob, format, encoding, mapping, delimiter, outlet, place, time_zone, licence, "
          + "expected_documents, fresh_within_days"
      ),
      (
        sources + "    format: doc\n",
        "p.yaml:5:13: 'format' must be one of text, jsonl, json, csv, xml, html, warc, tokenised"
      ),
      (
        sources + "    mapping: {keywords: x}\n",
        "p.yaml:5:15: 'keywords' is no key of the mapping; there are id, text, title, published, url, "
          + "outlet, author, place"
      ),
      (
        sources + "    time_zone: Hanoi\n",
        "p.yaml:5:16: 'time_zone' must be an offset from UTC, such as \"+07:00\""
      ),
      (sources + "jobs: many\n", "p.yaml:5:7: 'jobs' must be a whole number from 0 on"),
      (
        sources + "thresholds: {rejected_share_at_most: 5}\n",
        "p.yaml:5:38: 'rejected_share_at_most' must be a share from 0 to 1"
      ),
      ("version: 2\nsources: []\n", "p.yaml:1:10: 'version' is 2, this program reads 1"),
      ("version: 1\n", "p.yaml:1:1: the pipeline lacks 'sources'"),
    ])
  func broken(text: String, expected: String) { #expect(message(text) == expected) }

  @Test("that is no YAML is refused with its place")
  func noYAML() {
    #expect(message("version: [1\n")?.hasPrefix("p.yaml:2:1: ") == true)
    #expect(message("")?.hasPrefix("p.yaml: is empty") == true)
  }
}
