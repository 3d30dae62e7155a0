/// One row of a ``Table``.
public struct TableRow: Sendable {
  private let contents: TableContents
  private let index: Int

  init(_ contents: TableContents, _ index: Int) {
    self.contents = contents
    self.index = index
  }

  /// The line of the file, counted from 1, on which the row starts.
  public var line: Int { Int(contents.lines[index]) }

  /// The fields in the order of the header.
  public var fields: [String] {
    contents.header.indices.map { contents.text(row: index, column: $0) }
  }

  /// The field of a column by its place, counted from 0.
  public subscript(column place: Int) -> String { contents.text(row: index, column: place) }

  /// The field of a column; the empty string where the file lacks an optional column.
  ///
  /// Asking for a column that the table was not read with is a programming error.
  public subscript(_ column: String) -> String {
    if let place = contents.place(of: column) {
      return contents.text(row: index, column: place)
    }
    precondition(contents.optional.contains(column), "\(contents.path) has no column '\(column)'")
    return ""
  }

  /// An error that names the file, this row's line and the column's number.
  public func error(_ column: String, _ message: String) -> TableError {
    TableError(
      path: contents.path, line: line, column: contents.place(of: column).map { $0 + 1 } ?? 0,
      message: message)
  }
}

/// The rows of a ``Table``, in the order of the file.
public struct TableRows: Sendable, RandomAccessCollection {
  let contents: TableContents

  public var startIndex: Int { 0 }
  public var endIndex: Int { contents.lines.count }
  public subscript(index: Int) -> TableRow { TableRow(contents, index) }
}
