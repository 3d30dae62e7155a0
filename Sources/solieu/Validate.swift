import ArgumentParser
import Pipeline
import Rules

struct Validate: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Figures to the same with verdicts, JSON Lines: the third stage alone.",
    discussion: """
      The figures of a document must follow each other, as `extract` writes them.

        solieu extract Raw | solieu validate > judged.jsonl
        solieu validate --documents documents.jsonl figures.jsonl
      """)

  @OptionGroup var data: RootOptions

  @Option(
    help: ArgumentHelp(
      "The output of `ingest`, so that the words around a figure bear on it.", valueName: "file"))
  var documents: String?

  @Argument(help: ArgumentHelp("The figures; without it the standard input.", valueName: "file"))
  var file: String?

  func execute() throws -> Int32 {
    let rules = try RuleSet(folder: data.find().rules)
    return try ValidateFilter.run(
      rules: rules, path: file, documents: documents, output: Output()
    ).exitCode
  }
}
