/// Checks the records of a CSV text and makes a ``Table`` of them.
struct TableBuilder {
  let path: String
  let required: [String]
  let optional: [String]
  let ignoresOthers: Bool
  private var header: [String] = []
  private var columns: TableColumns?
  private var rows: [TableRow] = []

  init(path: String, required: [String], optional: [String], ignoresOthers: Bool) {
    self.path = path
    self.required = required
    self.optional = optional
    self.ignoresOthers = ignoresOthers
  }

  mutating func take(_ event: CSVEvent) throws(TableError) {
    switch event {
    case .problem(let problem):
      throw error(problem.line, problem.column, problem.message)
    case .record(let record):
      let fields = try texts(of: record)
      if let columns {
        try add(fields, line: record.line, columns)
      } else {
        try takeHeader(fields, line: record.line)
      }
    }
  }

  func table() throws(TableError) -> Table {
    guard columns != nil else {
      throw TableError(
        path: path,
        message: "is empty; start it with the header '\(required.joined(separator: ","))'")
    }
    return Table(path: path, header: header, rows: rows)
  }

  private func texts(of record: CSVRecord) throws(TableError) -> [String] {
    var fields: [String] = []
    fields.reserveCapacity(record.count)
    let holdsNUL = record.bytes.contains(0)
    for index in 0..<record.count {
      guard let text = record.text(at: index) else {
        throw error(record.line, index + 1, "the field is not UTF-8; convert the file to UTF-8")
      }
      guard !holdsNUL || !record[index].contains(0) else {
        throw error(record.line, index + 1, "the field holds a NUL byte; remove it")
      }
      fields.append(text)
    }
    return fields
  }

  private mutating func takeHeader(_ names: [String], line: Int) throws(TableError) {
    for (index, name) in names.enumerated() {
      let isKnown = required.contains(name) || optional.contains(name)
      guard isKnown || ignoresOthers else {
        throw error(
          line, index + 1,
          "unknown column '\(name)'; the columns are \((required + optional).joined(separator: ", "))"
        )
      }
      guard !isKnown || !names[..<index].contains(name) else {
        throw error(line, index + 1, "column '\(name)' stands twice; remove one")
      }
    }
    if let missing = required.first(where: { !names.contains($0) }) {
      throw error(line, names.count + 1, "column '\(missing)' is missing; add it to the header")
    }
    header = names
    columns = TableColumns(path: path, header: names, optional: Set(optional))
  }

  private mutating func add(
    _ fields: [String], line: Int, _ columns: TableColumns
  ) throws(TableError) {
    guard fields.count == header.count else {
      throw error(
        line, min(fields.count, header.count) + 1,
        "the row has \(fields.count) fields, the header \(header.count); "
          + (fields.count < header.count
            ? "add the missing ones" : "put a field that holds a comma in quotes"))
    }
    rows.append(TableRow(line: line, fields: fields, columns: columns))
  }

  private func error(_ line: Int, _ column: Int, _ message: String) -> TableError {
    TableError(path: path, line: line, column: column, message: message)
  }
}
