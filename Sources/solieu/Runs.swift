import ArgumentParser
import Pipeline
import Warehouse

struct Runs: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "The ledger of runs, the latest first.",
    discussion: """
        solieu runs --limit 5
      """)

  @OptionGroup var common: WarehouseOptions
  @OptionGroup var format: FormatOptions

  @Option(help: ArgumentHelp("How many runs are shown.", valueName: "number"))
  var limit = 20

  func execute() throws -> Int32 {
    let root = try common.data.find()
    let query = try common.openForReading(root).query(
      named: "runs", among: CannedQuery.load(folder: root.queries),
      parameters: ["limit": String(limit)])
    try format.write(query)
    return 0
  }
}
