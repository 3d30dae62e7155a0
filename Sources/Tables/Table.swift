/// A small CSV table, read strictly and held in memory: rules, manifests, examples.
public struct Table: Sendable {
  /// The file that it was read from, as given.
  public let path: String
  /// The names of the columns, in the order of the file.
  public let header: [String]
  public let rows: [TableRow]

  /// Reads a table from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - columns: The columns that it must have.
  ///   - optional: The columns that it may have; without them a row gives the empty string.
  ///   - ignoringOthers: Pass over columns of other names instead of refusing them.
  /// - Throws: ``TableError`` for a file that cannot be read and for the first thing that is wrong
  ///   in it: a missing, unknown or repeated column, a row with too few or too many fields, a stray
  ///   or unclosed quote, a blank line, text that is not UTF-8, a NUL.
  public static func read(
    path: String, columns: [String], optional: [String] = [], ignoringOthers: Bool = false
  ) throws(TableError) -> Table {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(path: path).readAll() ?? []
    } catch {
      throw TableError(path: path, message: "cannot be read: \(error.reason)")
    }
    return try read(
      bytes: bytes, path: path, columns: columns, optional: optional,
      ignoringOthers: ignoringOthers)
  }

  /// Reads a table from bytes; `path` is what messages call it.
  public static func read(
    bytes: [UInt8], path: String, columns: [String], optional: [String] = [],
    ignoringOthers: Bool = false
  ) throws(TableError) -> Table {
    var builder = TableBuilder(
      path: path, required: columns, optional: optional, ignoresOthers: ignoringOthers)
    let reader = CSVReader()
    try bytes.withUnsafeBufferPointer { (buffer) throws(TableError) in
      try reader.read(buffer) { (event) throws(TableError) in try builder.take(event) }
    }
    try reader.finish { (event) throws(TableError) in try builder.take(event) }
    return try builder.table()
  }
}

/// One row of a ``Table``.
public struct TableRow: Sendable {
  /// The line of the file, counted from 1, on which the row starts.
  public let line: Int
  /// The fields in the order of the header.
  public let fields: [String]
  let columns: TableColumns

  /// The field of a column; the empty string where the file lacks an optional column.
  ///
  /// Asking for a column that the table was not read with is a programming error.
  public subscript(_ column: String) -> String {
    if let index = columns.index(of: column) { return fields[index] }
    precondition(columns.optional.contains(column), "\(columns.path) has no column '\(column)'")
    return ""
  }

  /// An error that names the file, this row's line and the column's number.
  public func error(_ column: String, _ message: String) -> TableError {
    TableError(
      path: columns.path, line: line, column: columns.index(of: column).map { $0 + 1 } ?? 0,
      message: message)
  }
}

/// What the rows of a table share; an object, as each of thousands of rows holds it.
final class TableColumns: Sendable {
  let path: String
  let header: [String]
  let optional: Set<String>

  init(path: String, header: [String], optional: Set<String>) {
    self.path = path
    self.header = header
    self.optional = optional
  }

  /// Where a column stands. A handful of short names is gone through faster than one is hashed.
  func index(of column: String) -> Int? { header.firstIndex(of: column) }
}
