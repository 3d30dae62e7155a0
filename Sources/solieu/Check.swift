import ArgumentParser
import Pipeline

struct Check: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what breaks a promise: of the rules, of the pipeline, of the warehouse.",
    discussion: """
      Every row that breaks a promise is printed. Ends with exit code 1 when there is one, with 2 \
      when the checks could not be made.

        solieu check
        solieu check --json | jq '.[] | select(.status == "fail")'
      """)

  @OptionGroup var common: WarehouseOptions

  @Flag(help: "Write JSON: an array with an object for each promise.")
  var json = false

  func execute() throws -> Int32 {
    let root = try common.data.find()
    // A pipeline file that cannot be read is itself a broken promise.
    let path = (try? common.path(root)) ?? root.standardWarehouse
    let promises = try PromiseCheck(root: root, warehouse: path).run()
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
