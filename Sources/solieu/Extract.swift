import ArgumentParser
import Ingest
import Pipeline
import Rules

struct Extract: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Raw files or documents to figures, JSON Lines: the second stage alone.",
    discussion: """
      Reads files and folders as `ingest` does; without a path, or with `-`, documents as JSON \
      Lines on the standard input: {"id": …, "text": …} and, where known, title, published, url, \
      outlet. The output is in the order of the input.

        solieu extract Raw/ > figures.jsonl
        solieu ingest Raw | solieu extract --numerals
        solieu extract Raw/ --explain | head -n 1
      """)

  @OptionGroup var data: RootOptions
  @OptionGroup var jobs: JobsOption

  @Flag(help: "Write every numeral with what became of it, instead of the figures.")
  var numerals = false

  @Flag(help: "Write only the count of each disposition, and of digits in no numeral.")
  var ledger = false

  @Flag(help: "Give each figure an explanation: for every attribute its words and its rule row.")
  var explain = false

  @Argument(
    help: ArgumentHelp("Files and folders, or - for the standard input.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if [numerals, ledger, explain].filter({ $0 }).count > 1 {
      throw ValidationError("--numerals, --ledger and --explain exclude each other; name one")
    }
  }

  private var form: ExtractFilter.Form {
    ledger ? .ledger : numerals ? .numerals : explain ? .explainedFigures : .figures
  }

  func execute() throws -> Int32 {
    let tables = try ReadingTables(folder: data.find().rules, isDigested: false)
    // Never given back: the program ends here, and taking the tables apart costs 4 ms.
    _ = Unmanaged.passRetained(tables.rules)
    let filter = ExtractFilter(
      rules: tables.rules, jobs: jobs.number, form: form, options: tables.options)
    return try filter.run(paths: paths.isEmpty ? ["-"] : paths, output: Output()).exitCode
  }
}
