import ArgumentParser
import Pipeline

struct Load: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Figures as JSON Lines into the warehouse: the last stage alone.",
    discussion: """
      Every figure is stored with the text that it stands in, so that its quote can be checked. The \
      texts come from the output of `ingest`, in the same order as the figures, or else from the \
      files that the figures name.

        solieu ingest Raw > documents.jsonl
        solieu extract documents.jsonl | solieu validate | solieu load --documents documents.jsonl
      """)

  @OptionGroup var common: WarehouseOptions

  @Option(help: ArgumentHelp("The output of `ingest`.", valueName: "file"))
  var documents: String?

  @Option(
    help: ArgumentHelp(
      "The output of `extract --numerals`; without it they are read from the texts.",
      valueName: "file"))
  var numerals: String?

  @Flag(help: "Print nothing unless something goes wrong.")
  var quiet = false

  @Argument(help: ArgumentHelp("The figures; without it the standard input.", valueName: "file"))
  var file: String?

  func execute() throws -> Int32 {
    let root = try common.data.find()
    var options = NightlyRun.Options(
      root: root, sources: [], rules: root.rules, warehouse: try common.path(root), jobs: 1)
    options.arguments = Array(CommandLine.arguments.dropFirst())
    StopSignal.watch()
    let inputs = LoadRun.Inputs(figures: file, documents: documents, numerals: numerals)
    let (report, refused) = try LoadRun(options, inputs).run()
    if !quiet { Words.write(RunSummary.text(report)) }
    return report.documents == 0 && refused > 0 ? 2 : report.exitCode
  }
}
