import Warehouse

/// The reference of the warehouse, `docs/warehouse.md`, made of the comments in `Warehouse/`.
public struct WarehouseReference {
  private let catalog: [CatalogEntry]
  private let references: [CatalogReference]
  private let queries: [CannedQuery]
  private let checks: [(name: String, promise: String)]

  /// Throws `WarehouseError` and `SQLiteError` when a file below the root cannot be used.
  public init(root: Root) throws {
    let warehouse = try Warehouse.inMemory(schemaFolder: root.schema, viewsFolder: root.views)
    catalog = try warehouse.catalog(viewsFolder: root.views)
    references = try warehouse.references()
    queries = try CannedQuery.load(folder: root.queries)
    checks = try Checks.promises(folder: root.checks)
  }

  public func markdown() -> String {
    var text = Self.introduction
    text += section("Diagram", diagram)
    text += section("Views", entries(.view))
    text += section("Tables", entries(.table))
    text += section("Full-text index", entries(.search))
    text += section("Queries", queries.map(describe).joined())
    text += section(
      "Checks", table(["Check", "Promise"], checks.map { ["`\($0.name)`", $0.promise] }))
    return text
  }

  private static let introduction = """
    # The warehouse

    *Made by `make docs` from the comments in `Warehouse/`; change it there.*

    One SQLite file (`application_id` 0x534C4955, “SLIU”; `user_version` counts its migrations) holds what was read, from
    which text, by which rules, in which run. Ask the views: they are the query surface, and stay while tables change.
    `*_key` are numbers of one file; `*_id` and `figure_id` are the same on every machine. A row is believed now while its
    `superseded_run_id` is null; nothing that was believed is deleted.

    A value is kept as exact decimal text, with its scale applied (`value`), and as the nearest floating-point number to
    sort and calculate with in SQL (`value_real`).

    Contents: [Diagram](#diagram) · [Views](#views) · [Tables](#tables) · [Full-text index](#full-text-index) ·
    [Queries](#queries) · [Checks](#checks)

    """

  private func section(_ title: String, _ body: String) -> String { "\n## \(title)\n\(body)" }

  /// The tables with what refers to what.
  private var diagram: String {
    let lines = references.map { reference in
      "  \(reference.parent) ||--o{ \(reference.table) : \(reference.column)\n"
    }
    return "\n```mermaid\nerDiagram\n\(lines.joined())```\n"
  }

  private func entries(_ kind: CatalogEntry.Kind) -> String {
    catalog.filter { $0.kind == kind }.map(describe).joined()
  }

  private func describe(_ entry: CatalogEntry) -> String {
    var text = "\n### \(entry.name)\n\n\(entry.comment)\n"
    if let example = entry.example { text += "\n```sql\n\(example);\n```\n" }
    let parents = Dictionary(
      references.filter { $0.table == entry.name }.map { ($0.column, $0.parent) },
      uniquingKeysWith: { first, _ in first })
    text += table(
      ["Column", "Type", "Holds"],
      entry.columns.map { column in
        let parent = parents[column.name].map { " → [\($0)](#\($0))" } ?? ""
        let isNullable = entry.kind == .table && column.isNullable
        return [
          "`\(column.name)`", column.type + (isNullable ? ", may be null" : ""),
          column.comment + parent,
        ]
      })
    return text
  }

  private func describe(_ query: CannedQuery) -> String {
    var text = "\n### \(query.name)\n\n\(query.description)\n"
    let required = query.parameters.filter(\.isRequired).map { " --param \($0.name)=…" }
    text += "\n```sh\nsolieu query \(query.name)\(required.joined())\n```\n"
    guard !query.parameters.isEmpty else { return text }
    return text
      + table(
        ["Parameter", "Type", "Default", "Is"],
        query.parameters.map { parameter in
          let standard = parameter.isRequired ? "must be given" : parameter.standard.description
          return ["`\(parameter.name)`", parameter.kind.rawValue, standard, parameter.description]
        })
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.map { _ in "---" }
    let lines = ([header, rule] + rows).map { row in
      "| " + row.map(escaped).joined(separator: " | ") + " |\n"
    }
    return "\n" + lines.joined()
  }

  private func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
