import Warehouse
import YAML

/// `Warehouse/metadata.yaml`: what Datasette shows of the warehouse. Made of the comments of the DDL,
/// the canned queries, and `Warehouse/surface.yaml`; nothing of it is written by hand.
public struct DatasetteMetadata {
  /// The database's name there: that of the warehouse's file.
  static let database = "solieu"

  private let surface: Surface
  private let catalog: [CatalogEntry]
  private let queries: [CannedQuery]

  /// Throws ``PipelineError``, `WarehouseError` and `SQLiteError` when a file below the root cannot
  /// be used.
  public init(root: Root) throws {
    let warehouse = try Warehouse.inMemory(
      schemaFolder: root.schema, viewsFolder: root.views)
    catalog = try warehouse.catalog(viewsFolder: root.views)
    queries = try CannedQuery.load(folder: root.queries)
    surface = try Surface(path: root.surface)
    for entry in surface.entries { try check(entry) }
  }

  /// What is named must be there, or Datasette would not start, or show an error in its place.
  private func check(_ entry: Surface.Entry) throws(PipelineError) {
    guard let described = catalog.first(where: { $0.name == entry.name }) else {
      throw PipelineError("Warehouse/surface.yaml: there is no table or view '\(entry.name)'")
    }
    let sorts = [entry.sort, entry.sortFalling, entry.search?.key].compactMap { $0 }
    for name in entry.facets + sorts + entry.units.keys.sorted()
    where described.column(name) == nil {
      throw PipelineError("Warehouse/surface.yaml: '\(name)' is no column of \(entry.name)")
    }
  }

  /// The file's text. Throws `YAMLError`.
  public func yaml() throws(YAMLError) -> String {
    let head =
      "# Made by `make metadata` from the comments in Warehouse/ and surface.yaml; change it there.\n"
    return head + (try root.written(width: 110))
  }

  private var root: YAMLNode {
    var members: [(String, YAMLNode)] = [
      ("title", text(surface.title)), ("description", text(surface.description)),
      ("license", text(surface.licence.title)), ("license_url", text(surface.licence.url)),
    ]
    if let source = surface.sources.first {
      members.append(("source", text(source.title)))
      if let url = source.url { members.append(("source_url", text(url))) }
    }
    if let homepage = surface.homepage {
      members += [("about", text(surface.name)), ("about_url", text(homepage))]
    }
    members.append(("extra_css_urls", YAMLNode([text("/assets/solieu.css")])))
    let database = YAMLNode([
      ("queries", YAMLNode(queries.map { (name(of: $0), describe($0)) })),
      ("tables", YAMLNode(catalog.map { ($0.name, describe($0)) })),
    ])
    members.append(("databases", YAMLNode([(Self.database, database)])))
    return YAMLNode(members)
  }

  /// Datasette has one address for both a table and a query of its name.
  private func name(of query: CannedQuery) -> String {
    catalog.contains { $0.name == query.name } ? "\(query.name)-query" : query.name
  }

  private func describe(_ query: CannedQuery) -> YAMLNode {
    let parameters = query.parameters.map { parameter in
      let standard =
        switch parameter.standard {
        case _ where parameter.isRequired: "must be given"
        case .null: "may be left empty"
        default: "\(parameter.standard) when left empty"
        }
      return "\(parameter.name), \(parameter.description) (\(standard))"
    }
    let note = parameters.isEmpty ? "" : " Parameters: \(parameters.joined(separator: "; "))."
    var members = [
      ("title", text(query.name)), ("description", text(query.description + note)),
      ("sql", YAMLNode(.scalar(query.datasetteSQL, .block))),
      // Its rows are what people come for; one click shows the statement.
      ("hide_sql", isTrue),
    ]
    if !query.parameters.isEmpty {
      members.append(("params", YAMLNode(query.parameters.map { text($0.name) })))
    }
    return YAMLNode(members)
  }

  private func describe(_ table: CatalogEntry) -> YAMLNode {
    let entry = surface.entry(table.name)
    var members: [(String, YAMLNode)] = []
    if let entry { members.append(("title", text(entry.title))) }
    if !table.comment.isEmpty { members.append(("description", text(table.comment))) }
    let described = table.columns.filter { !$0.comment.isEmpty }
    members.append(("columns", YAMLNode(described.map { ($0.name, text($0.comment)) })))
    if let entry {
      if !entry.units.isEmpty {
        members.append(
          ("units", YAMLNode(entry.units.sorted { $0.key < $1.key }.map { ($0, text($1)) })))
      }
      if !entry.facets.isEmpty { members.append(("facets", YAMLNode(entry.facets.map(text)))) }
      if let sort = entry.sort { members.append(("sort", text(sort))) }
      if let sort = entry.sortFalling { members.append(("sort_desc", text(sort))) }
      if let search = entry.search {
        members.append(("fts_table", text(search.index)))
        members.append(("fts_pk", text(search.key)))
      }
      if entry.isHidden { members.append(("hidden", isTrue)) }
    }
    return YAMLNode(members)
  }

  private var isTrue: YAMLNode { YAMLNode(.scalar("true", .plain)) }

  private func text(_ text: String) -> YAMLNode { YAMLNode(text: text) }
}
