import ArgumentParser
import Pipeline

struct Verify: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verifies the warehouse from the ground up, and reports each break.",
    discussion: """
      The file's pages and indexes, the digest of every text, the name and the quote of every \
      figure, every reference, the ledger of every text: all of it is read and computed anew. Ends \
      with exit code 1 when something breaks, with 2 when the file cannot be opened.

        solieu verify --warehouse news.sqlite
        solieu verify --json | jq '.[] | select(.status == "fail")'
      """)

  @OptionGroup var common: WarehouseOptions

  @Flag(help: "Write JSON: an array with an object for each promise.")
  var json = false

  func execute() throws -> Int32 {
    let root = try common.data.find()
    let promises = try Verification(root: root, warehouse: common.path(root)).run()
    let output = Output()
    if json {
      try output.write(PromiseCheck.json(promises))
    } else {
      try output.write(PromiseCheck.text(promises))
    }
    try output.flush()
    return promises.contains { $0.broken > 0 } ? PipelineError.Code.threshold.rawValue : 0
  }
}
