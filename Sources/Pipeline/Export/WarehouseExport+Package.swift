import Model

extension WarehouseExport {
  /// Writes a Frictionless data package to a folder: a CSV file for each exported table, and
  /// `datapackage.json`, which describes them.
  ///
  /// - Parameter keepsTexts: whether the articles' own texts go with it.
  /// - Returns: the number of rows by table.
  @discardableResult
  public func dataPackage(
    to folder: String, keepsTexts: Bool = false
  ) throws -> [(table: String, rows: Int)] {
    let tables = try tables(keepsTexts: keepsTexts)
    try Self.makeFolder(folder)
    return try warehouse.withSnapshot {
      let counts = try tables.map { ($0.name, try write($0, in: folder)) }
      try writeFile("\(folder)/datapackage.json", descriptor(tables))
      return counts
    }
  }

  func descriptor(_ tables: [ExportTable]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("profile", "tabular-data-package")
    json.member("name", surface.name)
    json.member("title", surface.title)
    json.member("description", surface.description)
    json.member("homepage", surface.homepage)
    json.array("licenses", [surface.licence]) { licence, json in
      json.member("name", licence.name)
      json.member("title", licence.title)
      json.member("path", licence.url)
    }
    json.array("sources", surface.sources) { source, json in
      json.member("title", source.title)
      json.member("path", source.url)
    }
    json.array("resources", tables) { Self.resource($0, &$1) }
    json.endObject()
    return indented(json.bytes)
  }

  private static func resource(_ table: ExportTable, _ json: inout JSONWriter) {
    json.member("profile", "tabular-data-resource")
    json.member("name", table.name)
    json.member("title", table.entry.title)
    json.member("description", table.comment)
    json.member("path", table.file)
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8")
    json.key("dialect")
    json.beginObject()
    json.member("lineTerminator", "\n")
    json.member("delimiter", ",")
    json.member("quoteChar", "\"")
    json.key("doubleQuote")
    json.bool(true)
    json.endObject()
    json.key("schema")
    json.beginObject()
    json.array("fields", table.columns) { column, json in
      json.member("name", column.name)
      json.member("type", column.type.frictionless)
      json.member("description", column.comment)
      // An empty text counts as missing there, so that “not null” says too much of a text.
      let isRequired = !column.isNullable && (column.type == .integer || column.type == .real)
      guard isRequired || table.entry.key == [column.name] else { return }
      json.key("constraints")
      json.beginObject()
      json.key("required")
      json.bool(true)
      json.endObject()
    }
    json.list("missingValues", [""])
    if !table.entry.key.isEmpty { json.list("primaryKey", table.entry.key) }
    if !table.entry.references.isEmpty {
      json.array("foreignKeys", table.entry.references) { reference, json in
        json.list("fields", reference.columns)
        json.key("reference")
        json.beginObject()
        json.member("resource", reference.entry)
        json.list("fields", reference.key)
        json.endObject()
      }
    }
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func array<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements {
      beginObject()
      write(element, &self)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func list(_ name: StaticString, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}

/// The same JSON for people: two spaces a level.
func indented(_ json: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  var depth = 0
  var isText = false
  var isEscaped = false
  func newline() { bytes += [0x0A] + [UInt8](repeating: 0x20, count: depth * 2) }
  for byte in json {
    if isText {
      bytes.append(byte)
      if byte == UInt8(ascii: "\""), !isEscaped { isText = false }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      continue
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      bytes.append(byte)
      newline()
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      newline()
      bytes.append(byte)
    case UInt8(ascii: ","):
      bytes.append(byte)
      newline()
    case UInt8(ascii: ":"): bytes += [byte, 0x20]
    default:
      isText = byte == UInt8(ascii: "\"")
      bytes.append(byte)
    }
  }
  return bytes + [0x0A]
}
