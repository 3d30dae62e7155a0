import ArgumentParser
import Pipeline
import Rules

/// Not for daily work, so it is not listed; `make plant-errors` calls it.
struct PlantErrors: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "plant-errors",
    abstract: "Measures validation: plants errors in copies of articles, and counts those noticed.",
    discussion: """
      One digit changed, a decimal sign moved, a scale word or a unit swapped; the same seed plants \
      the same errors. Ends with exit code 1 when more than 1 in 200 correct figures is flagged.

        solieu plant-errors
        solieu plant-errors --seed 7 --count 1000 --list articles/
      """,
    shouldDisplay: false)

  @OptionGroup var data: RootOptions

  @Option(help: ArgumentHelp("Which errors are planted.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How many errors are planted.", valueName: "number"))
  var count = 200

  @Flag(help: "List each planted error with what noticed it, and each correct figure flagged.")
  var list = false

  @Argument(help: ArgumentHelp("Articles; without them the samples in Raw.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be above 0") }
  }

  func execute() throws -> Int32 {
    let root = try data.find()
    let report = try ErrorPlanting.run(
      rules: try RuleSet(folder: root.rules), paths: paths.isEmpty ? [root.join("Raw")] : paths,
      seed: seed, count: count)
    let output = Output()
    if list {
      for line in report.plants { try output.write(line + "\n") }
      for line in report.wrongFlags { try output.write("correct: \(line)\n") }
    }
    try output.write(ErrorPlanting.text(report))
    try output.flush()
    return report.isWithinLimit ? 0 : PipelineError.Code.threshold.rawValue
  }
}
