/// A small CSV table, read strictly and held in memory: rules, manifests, examples.
public struct Table: Sendable {
  /// The file that it was read from, as given.
  public let path: String
  /// The names of the columns, in the order of the file.
  public let header: [String]
  public let rows: TableRows

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
      path: path, required: columns, optional: optional, ignoresOthers: ignoringOthers,
      size: bytes.count)
    let reader = CSVReader()
    try bytes.withUnsafeBufferPointer { (buffer) throws(TableError) in
      try reader.read(buffer) { (event) throws(TableError) in try builder.take(event) }
    }
    try reader.finish { (event) throws(TableError) in try builder.take(event) }
    return try builder.table()
  }
}
