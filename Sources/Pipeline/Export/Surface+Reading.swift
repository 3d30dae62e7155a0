import Tables

extension Surface {
  /// Reads the file strictly. Throws ``PipelineError`` with file, line and column.
  public init(path: String) throws(PipelineError) {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(path: path).readAll() ?? []
    } catch {
      throw PipelineError("\(error); name the folder that holds Warehouse/ by --root")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError("\(path): is not UTF-8; convert the file")
    }
    let fields = try StrictYAML(path: path).root(text, what: "the surface")
    try fields.allow([
      "name", "title", "description", "homepage", "licence", "sources", "sdmx", "types", "entries",
    ])
    name = try fields.requiredString("name")
    title = try fields.requiredString("title")
    description = try fields.requiredString("description")
    homepage = try fields.string("homepage")
    licence = try Licence(try fields.required("licence", "the licence"))
    sdmx = try SDMX(try fields.required("sdmx", "the dataflow"))
    types = [:]
    for (column, type) in try fields.texts("types", "the types") {
      guard let known = ColumnType(rawValue: type) else {
        let all = ColumnType.allCases.map(\.rawValue).joined(separator: ", ")
        throw fields.failure("types", "gives \(column) the type \(type); there are \(all)")
      }
      types[column] = known
    }
    sources = []
    for source in try fields.list("sources", each: "a source") {
      try source.allow(["title", "url"])
      sources.append(
        Source(title: try source.requiredString("title"), url: try source.string("url")))
    }
    entries = []
    for entry in try fields.list("entries", each: "an entry") { entries.append(try Entry(entry)) }
    for entry in entries { try check(entry, fields) }
  }

  func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// What is referred to must be exported too, by a key of as many columns.
  private func check(_ entry: Entry, _ fields: YAMLFields) throws(PipelineError) {
    for reference in entry.references {
      guard let parent = self.entry(reference.entry), !entry.isExported || parent.isExported else {
        throw fields.failure(
          "entries", "let \(entry.name) refer to \(reference.entry), which is not exported")
      }
      guard reference.columns.count == reference.key.count else {
        throw fields.failure("entries", "let \(entry.name) refer to a key of another length")
      }
    }
  }
}

extension Surface.Licence {
  fileprivate init(_ fields: YAMLFields) throws(PipelineError) {
    try fields.allow(["name", "title", "url"])
    name = try fields.requiredString("name")
    title = try fields.requiredString("title")
    url = try fields.requiredString("url")
  }
}

extension Surface.SDMX {
  fileprivate init(_ fields: YAMLFields) throws(PipelineError) {
    try fields.allow(["view", "dataflow", "dimensions"])
    view = try fields.requiredString("view")
    dataflow = try fields.requiredString("dataflow")
    dimensions = try fields.strings("dimensions")
  }
}

extension Surface.Entry {
  fileprivate init(_ fields: YAMLFields) throws(PipelineError) {
    try fields.allow([
      "name", "title", "export", "key", "references", "order", "facets", "sort", "sort_desc",
      "units", "search", "hidden",
    ])
    name = try fields.requiredString("name")
    title = try fields.requiredString("title")
    isExported = try fields.flag("export")
    isHidden = try fields.flag("hidden")
    key = try fields.optionalStrings("key")
    order = try fields.optionalStrings("order")
    if order.isEmpty { order = key }
    guard !isExported || !order.isEmpty else {
      throw fields.failure("order", "is needed, or a key: what is exported has one order")
    }
    facets = try fields.optionalStrings("facets")
    sort = try fields.string("sort")
    sortFalling = try fields.string("sort_desc")
    units = Dictionary(
      try fields.texts("units", "the units"), uniquingKeysWith: { first, _ in first })
    for reference in try fields.optionalList("references", each: "a reference") {
      try reference.allow(["columns", "entry", "key"])
      let columns = try reference.strings("columns")
      let key = try reference.optionalStrings("key")
      references.append(
        Surface.Reference(
          columns: columns, entry: try reference.requiredString("entry"),
          key: key.isEmpty ? columns : key))
    }
    if let index = try fields.mapping("search", "the index") {
      try index.allow(["index", "key"])
      search = (try index.requiredString("index"), try index.requiredString("key"))
    }
  }
}

extension YAMLFields {
  fileprivate func required(_ name: String, _ what: String) throws(PipelineError) -> YAMLFields {
    guard let fields = try mapping(name, what) else { throw failure(name, "is missing") }
    return fields
  }

  fileprivate func optionalList(
    _ name: String, each what: String
  ) throws(PipelineError) -> [YAMLFields] {
    try holds(name) ? list(name, each: what) : []
  }

  fileprivate func flag(_ name: String) throws(PipelineError) -> Bool {
    switch try string(name) {
    case nil, "false": return false
    case "true": return true
    default: throw failure(name, "must be true or false")
    }
  }

  /// Names with a text each, in the order of the file.
  fileprivate func texts(
    _ name: String, _ what: String
  ) throws(PipelineError) -> [(String, String)] {
    guard let fields = try mapping(name, what) else { return [] }
    var texts: [(String, String)] = []
    for key in fields.names { texts.append((key, try fields.requiredString(key))) }
    return texts
  }
}
