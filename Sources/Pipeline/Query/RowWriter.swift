import Model
import Tables
import Warehouse

/// Writes the rows of a query in one of the formats, one after the other where the format allows.
public struct RowWriter {
  let format: TableFormat
  let isSafe: Bool

  /// - Parameter isSafe: In CSV, neutralize text that a spreadsheet would run as a formula.
  public init(format: TableFormat, isSafe: Bool = false) {
    self.format = format
    self.isSafe = isSafe
  }

  /// Writes all rows that `next` gives. Throws what `next` throws, and ``PipelineError``.
  public func write(
    columns: [String], to output: Output, next: () throws -> [SQLValue]?
  ) throws {
    switch format {
    case .csv: try writeCSV(columns, output, next)
    case .json: try writeJSON(columns, output, next)
    case .jsonl: try writeJSONLines(columns, output, next)
    case .table, .markdown:
      var rows: [[SQLValue]] = []
      while let row = try next() { rows.append(row) }
      let table = TextTable(columns: columns, rows: rows)
      try output.write(format == .table ? table.aligned() : table.markdown())
    }
    try output.flush()
  }

  private func writeCSV(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    var writer = CSVWriter(neutralizesFormulas: isSafe)
    writer.row(columns)
    while let row = try next() {
      for value in row { writer.field(value.description) }
      writer.endRow()
      try output.write(writer.bytes)
      writer.removeAll()
    }
    try output.write(writer.bytes)
  }

  private func writeJSON(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    var separator = "["
    while let row = try next() {
      try output.write(separator + "\n")
      try output.write(Self.object(columns, row))
      separator = ","
    }
    try output.write(separator == "[" ? "[]\n" : "\n]\n")
  }

  private func writeJSONLines(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    while let row = try next() { try output.write(Self.object(columns, row) + [0x0A]) }
  }

  private static func object(_ columns: [String], _ row: [SQLValue]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (column, value) in zip(columns, row) {
      writer.key(column)
      value.writeJSON(to: &writer)
    }
    writer.endObject()
    return writer.bytes
  }
}

extension SQLValue {
  func writeJSON(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .integer(let value): writer.int(value)
    case .real(let value): writer.real(value)
    case .text(let value): writer.string(value)
    case .blob: writer.string(description)
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }
}
