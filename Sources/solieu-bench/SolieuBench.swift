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

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Measure these groups only: \(Group.names).", valueName: "group"))
  var only: [Group] = []

  @Flag(help: "Measure what takes minutes, too: memory, files.")
  var long = false

  @Option(help: ArgumentHelp("Files of the group files.", valueName: "number"))
  var files = 100_000

  @Option(help: ArgumentHelp("Figures in the warehouse that is asked.", valueName: "number"))
  var figures = 1_000_000

  @Option(help: ArgumentHelp("The folder that holds Pipelines/ and Raw/.", valueName: "folder"))
  var root: String?

  func validate() throws {
    guard min(repetitions, runs, megabytes, files) >= 1 else {
      throw ValidationError("--repetitions, --runs, --megabytes and --files must be 1 or more")
    }
  }

  func run() async throws {
    // As the program does.
    KeptMemory.allow()
    let root = try Root.find(named: root)
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let corpus = try CorpusFile.find(
      named: corpus, root: root, folder: folder, megabytes: megabytes)
    var report = Report(corpus: corpus.description)
    // The processes come first: a child's peak memory is told as this one's at least.
    let program = try ProgramUnderTest(root: root, folder: folder)
    if measures(.start) {
      report.measures += try StartBench(program: program, repetitions: repetitions * 4).measures()
    }
    if measures(.run) {
      report.measures += try RunBench(
        program: program, corpus: corpus, repetitions: runs
      ).measures()
    }
    let growth = GrowthBench(program: program, corpus: corpus, repetitions: runs)
    if measures(.growth) { report.measures += try growth.time() }
    if measures(.memory) { report.measures += try growth.memory() }
    if measures(.files) {
      report.measures += try FilesBench(
        program: program, corpus: corpus, count: files
      ).measures()
    }
    if measures(.extraction) || measures(.workers) || measures(.bad) {
      report.measures += try await inProcess(root, corpus, folder)
    }
    if measures(.ingest) {
      report.measures += try IngestBench(
        extraction: ExtractionBench(
          rules: RuleSet(folder: root.rules), documents: CorpusFile.documents(at: corpus.path)),
        options: IngestOptions(rules: root.rules), folder: folder, repetitions: repetitions
      ).measures()
    }
    if measures(.warehouse) {
      report.measures += try QueryBench(
        program: program, articles: CorpusFile.documents(at: root.join("Raw")),
        figures: figures, repetitions: repetitions
      ).measures()
      report.measures += try StoreBench(
        rules: RuleSet(folder: root.rules), documents: CorpusFile.documents(at: corpus.path),
        program: program, corpus: corpus, repetitions: runs
      ).measures()
    }
    print(report.markdown, terminator: "")
    if let json { try writeFile(json, report.json) }
  }

  private func measures(_ group: Group) -> Bool {
    only.isEmpty ? long || !group.isLong : only.contains(group)
  }

  /// What is measured of the libraries, without a process of its own.
  private func inProcess(
    _ root: Root, _ corpus: CorpusFile, _ folder: ScratchFolder
  ) async throws -> [Measure] {
    let rules = try RuleSet(folder: root.rules)
    let documents = CorpusFile.documents(at: corpus.path)
    let extraction = ExtractionBench(rules: rules, documents: documents)
    var found: [Measure] = []
    if measures(.extraction) {
      found += try GrepBench(
        extraction: extraction, folder: folder, repetitions: repetitions
      ).measures()
    }
    if measures(.workers) {
      found += await WorkersBench(extraction: extraction, repetitions: repetitions).measures()
    }
    if measures(.bad) {
      found += BadInputBench(
        rules: rules, documents: documents, repetitions: repetitions
      ).measures()
    }
    return found
  }
}

/// What belongs together of all that is measured.
enum Group: String, CaseIterable, ExpressibleByArgument {
  case start, run, growth, memory, files, extraction, workers, bad, ingest, warehouse

  /// Takes minutes and gigabytes, and is left out unless asked for.
  var isLong: Bool { self == .memory || self == .files }

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
