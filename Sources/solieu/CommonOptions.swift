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

/// How rows are written, and where to.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json, jsonl or markdown.",
      discussion: "Without it what the ending of --output says, a table on a terminal, else csv.",
      valueName: "format"))
  var format: TableFormat?

  @Flag(help: "Write CSV, and neutralize text that a spreadsheet would run as a formula.")
  var safeCsv = false

  @Option(
    help: ArgumentHelp(
      "The columns that a table may take, 0 for any number; without it the terminal's.",
      valueName: "columns"))
  var width: Int?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to this file, which is replaced when all is written.", valueName: "file"))
  var output: String?

  func validate() throws {
    if let width, width < 0 { throw ValidationError("--width must be 0 or more") }
    if safeCsv, chosen != .csv {
      throw ValidationError("--safe-csv writes CSV; leave --format away")
    }
  }

  private var chosen: TableFormat {
    if let format { return format }
    if safeCsv { return .csv }
    if let output { return TableFormat(path: output) ?? .csv }
    return Terminal.isOutput ? .table : .csv
  }

  private var isOnTerminal: Bool { output == nil && Terminal.isOutput }

  /// Writes the rows that `next` gives.
  func write(columns: [String], next: () throws -> [SQLValue]?) throws {
    let standard = isOnTerminal ? Terminal.outputWidth : nil
    let writer = RowWriter(
      format: chosen, isSafe: safeCsv, width: width.map { $0 == 0 ? nil : $0 } ?? standard,
      isColored: isOnTerminal && Terminal.allowsColor)
    guard let output else { return try writer.write(columns: columns, to: Output(), next: next) }
    try Output.replacing(output) { try writer.write(columns: columns, to: $0, next: next) }
  }

  func write(_ query: Query) throws {
    try write(columns: query.columns) { try query.next() }
  }
}
