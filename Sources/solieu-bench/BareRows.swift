import CSQLite

/// The rows of one table as they stand in a warehouse, in the order in which a run stores them.
struct BareRows {
  /// One row after another, a cell after another.
  private var kinds: [Int32] = []
  /// Whole numbers, the bits of others, and where texts begin.
  private var cells: [Int64] = []
  private var lengths: [Int32] = []
  private var texts: [UInt8] = []
  /// The document that each row belongs to, by its place in the order; 0 for what comes before all.
  private(set) var groups: [Int64] = []
  let insertion: String
  private let width: Int

  /// - Parameters:
  ///   - table: what is inserted into.
  ///   - select: the group of each row and then its columns, in order.
  init(_ database: BareDatabase, into table: String, columns: String, select: String) throws {
    let statement = try database.prepare(select)
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    width = Int(count) - 1
    let marks = repeatElement("?", count: width).joined(separator: ", ")
    insertion = "INSERT INTO \(table) \(columns) VALUES (\(marks))"
    while sqlite3_step(statement) == SQLITE_ROW {
      groups.append(sqlite3_column_int64(statement, 0))
      for column in 1..<count { add(statement, column) }
    }
  }

  private mutating func add(_ statement: OpaquePointer, _ column: Int32) {
    let kind = sqlite3_column_type(statement, column)
    var length: Int32 = 0
    switch kind {
    case SQLITE_INTEGER: cells.append(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT:
      cells.append(Int64(bitPattern: sqlite3_column_double(statement, column).bitPattern))
    case SQLITE_TEXT, SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      length = sqlite3_column_bytes(statement, column)
      cells.append(Int64(texts.count))
      if let start { texts += UnsafeRawBufferPointer(start: start, count: Int(length)) }
    default: cells.append(0)
    }
    kinds.append(kind)
    lengths.append(length)
  }

  /// Inserts the rows of one group, from the row `next` on.
  func insert(group: Int64, next: inout Int, by statement: OpaquePointer) -> Bool {
    texts.withUnsafeBufferPointer { texts in
      while next < groups.count, groups[next] == group {
        bind(row: next, texts, to: statement)
        guard sqlite3_step(statement) == SQLITE_DONE else { return false }
        sqlite3_reset(statement)
        next += 1
      }
      return true
    }
  }

  private func bind(row: Int, _ texts: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer) {
    for column in 0..<width {
      let index = row * width + column
      let position = Int32(column + 1)
      switch kinds[index] {
      case SQLITE_INTEGER: sqlite3_bind_int64(statement, position, cells[index])
      case SQLITE_FLOAT:
        sqlite3_bind_double(
          statement, position, Double(bitPattern: UInt64(bitPattern: cells[index])))
      case SQLITE_TEXT:
        // Nothing is copied: the texts outlive the statement.
        let start = texts.baseAddress.map { UnsafeRawPointer($0 + Int(cells[index])) }
        sqlite3_bind_text(
          statement, position, start?.assumingMemoryBound(to: CChar.self), lengths[index], nil)
      case SQLITE_BLOB:
        let start = texts.baseAddress.map { UnsafeRawPointer($0 + Int(cells[index])) }
        sqlite3_bind_blob(statement, position, start, lengths[index], nil)
      default: sqlite3_bind_null(statement, position)
      }
    }
  }
}

/// A database file by the C interface alone.
final class BareDatabase {
  private let path: String
  private var handle: OpaquePointer?

  init(path: String) throws {
    self.path = path
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure() }
  }

  deinit { sqlite3_close(handle) }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure()
    }
    return statement
  }

  func failure() -> BenchError {
    BenchError("\(path): \(String(cString: sqlite3_errmsg(handle)))")
  }
}
