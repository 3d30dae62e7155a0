import ArgumentParser
import Pipeline
import Warehouse

struct Search: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds sentences by their words, without regard to accents, with their figures.",
    discussion: """
      All words must stand in the sentence, or in what its figures are about; with --phrase side by \
      side and in that order. The sentences that were stored last come first.

        solieu search ty le ho so truc tuyen
        solieu search --phrase "chữ ký số" --limit 5 --format markdown
      """)

  @OptionGroup var common: WarehouseOptions
  @OptionGroup var format: FormatOptions

  @Flag(help: "The words as one phrase.")
  var phrase = false

  @Option(help: ArgumentHelp("How many sentences are shown.", valueName: "number"))
  var limit = 50

  @Argument(help: ArgumentHelp("The words.", valueName: "word"))
  var words: [String]

  func execute() throws -> Int32 {
    let root = try common.data.find()
    let query = try common.openForReading(root).query(
      named: "search", among: CannedQuery.load(folder: root.queries),
      parameters: [
        "words": words.joined(separator: " "), "match": phrase ? "phrase" : "words",
        "limit": String(limit),
      ])
    try format.write(query)
    return 0
  }
}
