import ArgumentParser
import Glibc
import Pipeline
import Rules
import Warehouse

/// Where the program's data is.
struct RootOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds Pipelines/ and Warehouse/.",
      discussion: "Without it: the current folder, the installed share folder, the package.",
      valueName: "folder"))
  var root: String?

  func find() throws -> Root { try Root.find(named: root) }
}

/// How many documents are read at a time.
struct JobsOption: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Documents read at a time; without it one a processor.", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be a number from 1 to 256")
    }
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var number: Int { jobs ?? Self.processors }
}

/// Which warehouse is meant.
struct WarehouseOptions: ParsableArguments {
  @OptionGroup var data: RootOptions

  @Option(
    help: ArgumentHelp(
      "The warehouse; without it the one that the pipeline file names.", valueName: "file"))
  var warehouse: String?

  func path(_ root: Root) throws -> String {
    if let warehouse { return warehouse }
    guard access(root.pipeline, F_OK) == 0 else { return root.standardWarehouse }
    return root.join(try PipelineFile(path: root.pipeline).warehouse)
  }

  func openForReading(_ root: Root) throws -> Warehouse {
    try Warehouse.open(
      path: path(root), schemaFolder: root.schema, viewsFolder: root.views, mode: .readOnly)
  }
}

extension TableFormat: ExpressibleByArgument {}

/// How rows are written.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json, jsonl or markdown; without it a table on a terminal, else csv.",
      valueName: "format"))
  var format: TableFormat?

  @Flag(help: "In CSV, neutralize text that a spreadsheet would run as a formula.")
  var safe = false

  var writer: RowWriter {
    RowWriter(format: format ?? (Terminal.isOutput ? .table : .csv), isSafe: safe)
  }
}
