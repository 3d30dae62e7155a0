import ArgumentParser
import Pipeline
import Warehouse

struct QueryCommand: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Asks the warehouse: a canned query by its name, or SQL of your own.",
    discussion: """
      The warehouse is opened read-only, and a statement that would write is refused. Without a \
      name the canned queries are listed with their parameters.

        solieu query
        solieu query ten-largest-amounts --param limit=5
        solieu query --sql "SELECT kind, count(*) AS n FROM figures GROUP BY kind" --format json
        solieu query targets --safe-csv --output targets.csv
      """)

  @OptionGroup var common: WarehouseOptions
  @OptionGroup var format: FormatOptions

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("A parameter's value; may be given several times.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("One statement to ask instead.", valueName: "statement"))
  var sql: String?

  @Argument(help: ArgumentHelp("The name of a canned query.", valueName: "name"))
  var name: String?

  func validate() throws {
    if name != nil, sql != nil { throw ValidationError("give a name or --sql, not both") }
    for parameter in parameters where !parameter.dropFirst().contains("=") {
      throw ValidationError("--param \(parameter): write it as name=value")
    }
    if name == nil, sql == nil, !parameters.isEmpty {
      throw ValidationError("--param needs the name of a query, or --sql")
    }
  }

  func execute() throws -> Int32 {
    let root = try common.data.find()
    if let sql {
      let query = try common.openForReading(root).query(
        sql, parameters: values.mapValues { Int($0).map { .integer($0) } ?? .text($0) },
        name: "--sql")
      try format.write(query)
      return 0
    }
    let queries = try CannedQuery.load(folder: root.queries)
    guard let name else { return try list(queries) }
    try format.write(
      common.openForReading(root).query(named: name, among: queries, parameters: values))
    return 0
  }

  private var values: [String: String] {
    var values: [String: String] = [:]
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }

  private func list(_ queries: [CannedQuery]) throws -> Int32 {
    var rows = queries.map { query -> [SQLValue] in
      let parameters = query.parameters.map { parameter in
        parameter.isRequired ? "\(parameter.name)=…" : "\(parameter.name)=\(parameter.standard)"
      }
      return [
        .text(query.name), .text(parameters.joined(separator: " ")), .text(query.description),
      ]
    }[...]
    try format.write(columns: ["query", "parameters", "answers"]) { rows.popFirst() }
    return 0
  }
}
