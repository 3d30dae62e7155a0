import ArgumentParser
import Pipeline

struct Run: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Brings the warehouse up to date: all stages in one go.",
    discussion: """
      Reads what Pipelines/nightly.yaml names, skips files that have not changed since the last \
      run, and ends with a summary. It can be stopped or killed at any point; the next run takes \
      it up.

        solieu run
        solieu run --raw articles/ --warehouse /var/lib/solieu/news.sqlite
        15 2 * * * cd /srv/solieu && solieu run --quiet --results run_results.json
      """)

  @OptionGroup var common: WarehouseOptions
  @OptionGroup var jobs: JobsOption

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files and folders to read instead of the sources.", valueName: "path"))
  var raw: [String] = []

  @Option(help: ArgumentHelp("The pipeline file.", valueName: "file"))
  var pipeline: String?

  @Flag(help: "Read every file again, also those that have not changed.")
  var full = false

  @Flag(help: "Count what would be done, and write nothing.")
  var dryRun = false

  @Flag(help: "Print nothing unless something goes wrong.")
  var quiet = false

  @Option(help: ArgumentHelp("Write what was done as JSON, also on failure.", valueName: "file"))
  var results: String?

  func execute() throws -> Int32 {
    var report = RunReport(
      warehouse: common.warehouse ?? "", arguments: Array(CommandLine.arguments.dropFirst()))
    do {
      let run = NightlyRun(try options())
      defer { report = run.report }
      try perform(run)
    } catch {
      report.status = .failed
      report.failure = "\(error)"
      let code = (error as? PipelineError)?.code.rawValue ?? PipelineError.Code.failed.rawValue
      try? write(report, code)
      throw error
    }
    tell(report)
    try write(report, report.exitCode)
    return report.exitCode
  }

  private func options() throws -> NightlyRun.Options {
    let root = try common.data.find()
    let file = try PipelineFile(path: pipeline ?? root.pipeline)
    var options = NightlyRun.Options(file, root: root, jobs: JobsOption.processors)
    // Documents are named by their paths as the file gives them, wherever the program is called.
    if !raw.isEmpty { options.sources = [PipelineFile.Source(name: "raw", paths: raw)] }
    if let warehouse = common.warehouse { options.warehouse = warehouse }
    if let jobs = jobs.jobs { options.jobs = jobs }
    options.isFull = full
    options.isDryRun = dryRun
    options.arguments = Array(CommandLine.arguments.dropFirst())
    return options
  }

  private func perform(_ run: NightlyRun) throws {
    StopSignal.watch()
    guard !quiet, Terminal.isError, Terminal.allowsColor else {
      try run.run()
      return
    }
    var bar = ProgressBar(totalBytes: run.totalBytes())
    defer { bar.clear() }
    try run.run { bar.show($0) }
  }

  private func write(_ report: RunReport, _ code: Int32) throws {
    if let results { try RunResults.write(report, exitCode: code, to: results) }
  }

  private func tell(_ report: RunReport) {
    if quiet, report.exitCode == 0 {
      for reason in report.missingSources { Words.logger.warning("\(reason)") }
      return
    }
    Words.write(RunSummary.text(report))
  }
}
