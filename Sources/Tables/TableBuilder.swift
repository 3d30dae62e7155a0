/// Checks the records of a CSV text and makes a ``Table`` of them.
struct TableBuilder {
  let path: String
  let required: [String]
  let optional: [String]
  let ignoresOthers: Bool
  private var header: [String]?
  private var lines: [Int32] = []
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]

  /// - Parameter size: About how many bytes will come.
  init(path: String, required: [String], optional: [String], ignoresOthers: Bool, size: Int) {
    self.path = path
    self.required = required
    self.optional = optional
    self.ignoresOthers = ignoresOthers
    bytes.reserveCapacity(size)
  }

  mutating func take(_ event: CSVEvent) throws(TableError) {
    switch event {
    case .problem(let problem):
      throw error(problem.line, problem.column, problem.message)
    case .record(let record):
      try check(record)
      if let header {
        try add(record, header)
      } else {
        try takeHeader((0..<record.count).map { record.text(at: $0)! }, line: record.line)
      }
    }
  }

  func table() throws(TableError) -> Table {
    guard let header else {
      throw TableError(
        path: path,
        message: "is empty; start it with the header '\(required.joined(separator: ","))'")
    }
    let contents = TableContents(
      path: path, header: header, optional: optional, lines: lines, bytes: bytes, ends: ends)
    return Table(path: path, header: header, rows: TableRows(contents: contents))
  }

  /// Throws for a field that is no text.
  private func check(_ record: CSVRecord) throws(TableError) {
    if record.isText { return }
    for index in 0..<record.count {
      guard record.text(at: index) != nil else {
        throw error(record.line, index + 1, "the field is not UTF-8; convert the file to UTF-8")
      }
      guard !record[index].contains(0) else {
        throw error(record.line, index + 1, "the field holds a NUL byte; remove it")
      }
    }
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
  }

  private mutating func add(_ record: CSVRecord, _ header: [String]) throws(TableError) {
    guard record.count == header.count else {
      throw error(
        record.line, min(record.count, header.count) + 1,
        "the row has \(record.count) fields, the header \(header.count); "
          + (record.count < header.count
            ? "add the missing ones" : "put a field that holds a comma in quotes"))
    }
    let start = UInt32(bytes.count)
    lines.append(Int32(record.line))
    bytes.append(contentsOf: record.bytes)
    for end in record.ends { ends.append(start + UInt32(end)) }
  }

  private func error(_ line: Int, _ column: Int, _ message: String) -> TableError {
    TableError(path: path, line: line, column: column, message: message)
  }
}
