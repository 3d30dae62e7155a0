import ArgumentParser
import Ingest
import Model
import Pipeline
import Rules

/// Measures the program beside what it is compared with, in one run and in turn. It reports, with
/// the bar beside each measure, and judges nothing.
@main
struct SolieuBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solieu-bench",
    abstract: "Measures start-up, the whole run, extraction and bad input; a Markdown table.",
    discussion: """
      Without --corpus it reads ../shared/corpus/bench/news.jsonl if that is there, and else text \
      made of the articles in Raw/, repeated and shuffled, always the same.
      """,
    version: "solieu-bench \(Program.version)")

  @Option(help: ArgumentHelp("Documents as JSON Lines.", valueName: "file"))
  var corpus: String?

  @Option(help: ArgumentHelp("Write the measures with all samples as JSON.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Samples of each measure.", valueName: "number"))
  var repetitions = 5

  @Option(help: ArgumentHelp("Samples of the whole run.", valueName: "number"))
  var runs = 3

  @Option(help: ArgumentHelp("Megabytes of made text.", valueName: "number"))
  var megabytes = 50

  @Option(help: ArgumentHelp("Figures in the warehouse that is asked.", valueName: "number"))
  var figures = 1_000_000

  @Flag(help: "Measure only storing and asking.")
  var warehouse = false

  @Option(help: ArgumentHelp("The folder that holds Pipelines/ and Raw/.", valueName: "folder"))
  var root: String?

  func validate() throws {
    guard min(repetitions, runs, megabytes) >= 1 else {
      throw ValidationError("--repetitions, --runs and --megabytes must be 1 or more")
    }
  }

  func run() async throws {
    let root = try Root.find(named: root)
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let corpus = try CorpusFile.find(
      named: corpus, root: root, folder: folder, megabytes: megabytes)
    var report = Report(corpus: corpus.description)
    // The processes come first: a child's peak memory is told as this one's at least.
    let program = try ProgramUnderTest(root: root, folder: folder)
    if !warehouse {
      report.measures += try StartBench(
        program: program, repetitions: repetitions * 4
      ).measures()
      report.measures += try RunBench(
        program: program, corpus: corpus, repetitions: runs
      ).measures()
    }
    let rules = try RuleSet(folder: root.rules)
    report.measures += try QueryBench(
      program: program, articles: CorpusFile.documents(at: root.join("Raw")),
      figures: figures, repetitions: repetitions
    ).measures()
    let documents = CorpusFile.documents(at: corpus.path)
    report.measures += try StoreBench(
      rules: rules, documents: documents, program: program, corpus: corpus, repetitions: runs
    ).measures()
    if !warehouse {
      report.measures += try await reading(rules, documents, folder)
      report.measures += try IngestBench(
        extraction: ExtractionBench(rules: rules, documents: documents),
        options: IngestOptions(rules: root.rules), folder: folder, repetitions: repetitions
      ).measures()
    }
    print(report.markdown, terminator: "")
    if let json { try writeFile(json, report.json) }
  }

  /// The measures of extraction.
  private func reading(
    _ rules: RuleSet, _ documents: [Document], _ folder: ScratchFolder
  ) async throws -> [Measure] {
    let extraction = ExtractionBench(rules: rules, documents: documents)
    return try GrepBench(
      extraction: extraction, folder: folder, repetitions: repetitions
    ).measures()
      + (await WorkersBench(extraction: extraction, repetitions: repetitions).measures())
      + BadInputBench(rules: rules, documents: documents, repetitions: repetitions).measures()
  }
}
