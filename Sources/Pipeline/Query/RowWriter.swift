import Model
import Tables
import Warehouse

/// Writes the rows of a query in one of the formats, one after the other: no format keeps more than
/// the first ``RowWriter/rowsMeasured`` rows in memory.
public struct RowWriter {
  /// How many rows the columns of a table are measured by.
  static let rowsMeasured = 10_000

  let format: TableFormat
  let isSafe: Bool
  let width: Int?
  let isColored: Bool

  /// - Parameters:
  ///   - isSafe: In CSV, neutralize text that a spreadsheet would run as a formula.
  ///   - width: The columns that a table may take; without one nothing is cut.
  ///   - isColored: In a table, tell the head from the rows by the terminal's means.
  public init(
    format: TableFormat, isSafe: Bool = false, width: Int? = nil, isColored: Bool = false
  ) {
    self.format = format
    self.isSafe = isSafe
    self.width = width
    self.isColored = isColored
  }

  /// Writes all rows that `next` gives. Throws what `next` throws, and ``PipelineError``.
  public func write(
    columns: [String], to output: Output, next: () throws -> [SQLValue]?
  ) throws {
    switch format {
    case .csv: try writeCSV(columns, output, next)
    case .json: try writeJSON(columns, output, next)
    case .jsonl: try writeJSONLines(columns, output, next)
    case .table: try writeTable(columns, output, next)
    case .markdown: try writeMarkdown(columns, output, next)
    }
    try output.flush()
  }

  private func writeCSV(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    var writer = CSVWriter(neutralizesFormulas: isSafe, quotesEmptyText: true)
    writer.row(columns)
    while let row = try next() {
      for value in row { writer.field(value) }
      writer.endRow()
      try output.write(writer.bytes)
      writer.removeAll()
    }
    try output.write(writer.bytes)
  }

  private func writeJSON(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    let names = Self.unique(columns)
    var separator = "["
    while let row = try next() {
      try output.write(separator + "\n")
      try output.write(Self.object(names, row))
      separator = ","
    }
    try output.write(separator == "[" ? "[]\n" : "\n]\n")
  }

  private func writeJSONLines(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    let names = Self.unique(columns)
    while let row = try next() { try output.write(Self.object(names, row) + [0x0A]) }
  }

  /// An object has each key once: the second `n` of a query becomes `n_2`.
  static func unique(_ columns: [String]) -> [String] {
    var taken = Set(columns)
    var seen: Set<String> = []
    return columns.map { column in
      if seen.insert(column).inserted { return column }
      var number = 2
      while taken.contains("\(column)_\(number)") { number += 1 }
      taken.insert("\(column)_\(number)")
      return "\(column)_\(number)"
    }
  }

  private static func object(_ columns: [String], _ row: [SQLValue]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (column, value) in zip(columns, row) {
      writer.key(named: column)
      value.writeJSON(to: &writer)
    }
    writer.endObject()
    return writer.bytes
  }
}

extension CSVWriter {
  /// Null is nothing between the commas, an empty text two quotes. A number is never guarded.
  mutating func field(_ value: SQLValue) {
    switch value {
    case .null: emptyField()
    case .integer, .real: plainField(value.description)
    case .text(let text): field(text)
    case .blob: field(value.description)
    }
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
}
