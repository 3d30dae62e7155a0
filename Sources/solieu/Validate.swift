import ArgumentParser
import Pipeline
import Rules

struct Validate: SolieuCommand {
  static let configuration = CommandConfiguration(
    abstract: "Figures to the same with verdicts, JSON Lines: the third stage alone.",
    discussion: """
      The figures of a document must follow each other, as `extract` writes them.

        solieu extract Raw | solieu validate > judged.jsonl
      """)

  @OptionGroup var data: RootOptions

  @Argument(help: ArgumentHelp("The figures; without it the standard input.", valueName: "file"))
  var file: String?

  func execute() throws -> Int32 {
    let rules = try RuleSet(folder: data.find().rules)
    return try ValidateFilter.run(rules: rules, path: file, output: Output()).exitCode
  }
}
