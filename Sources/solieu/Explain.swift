import ArgumentParser
import Model
import Pipeline
import Rules
import Warehouse

struct Explain: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "One figure's whole way: its sentence, words and rule rows, verdicts, and run.",
    discussion: """
      Figures are named by the column figure_id of the view figures. For every attribute it names \
      the words in the text, where they stand, and the rule row that read them; where the rules \
      have changed since the run it says so, and names the rules that fired then.

        solieu explain 4f0c2a9be81d3375
      """)

  @OptionGroup var common: WarehouseOptions

  @Flag(help: "Write one JSON object.")
  var json = false

  @Argument(help: ArgumentHelp("The figure's figure_id.", valueName: "figure"))
  var figure: String

  func execute() throws -> Int32 {
    let root = try common.data.find()
    let explanation = try Explanation(
      figure: figure, in: common.openForReading(root),
      queries: CannedQuery.load(folder: root.queries), rules: RuleSet(folder: root.rules),
      encodings: root.rules)
    let output = Output()
    if json {
      var writer = JSONWriter()
      explanation.writeJSON(to: &writer)
      writer.newline()
      try output.write(writer.bytes)
    } else {
      try output.write(
        explanation.text(isColored: Terminal.isOutput && Terminal.allowsColor))
    }
    try output.flush()
    return 0
  }
}
