import CSQLite
import Glibc

/// A prepared statement, made once and used for many rows.
final class Statement {
  let connection: Connection
  let handle: OpaquePointer

  init(connection: Connection, handle: OpaquePointer) {
    self.connection = connection
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

  /// Runs the statement to its end with the parameters.
  func execute(_ parameters: Parameters) throws(SQLiteError) {
    let result = withBound(parameters) { sqlite3_step(handle) }
    try check(result)
  }

  /// The same with a text behind the parameters, of which no copy is made.
  func execute(_ parameters: Parameters, text: [UInt8]) throws(SQLiteError) {
    let result = text.withUnsafeBytes { text in
      withBound(parameters) {
        bind(text[...], to: Int32(parameters.slots.count + 1))
        defer { sqlite3_clear_bindings(handle) }
        return sqlite3_step(handle)
      }
    }
    try check(result)
  }

  /// The same with a row that was made ready behind the parameters, of which no copy is made.
  ///
  /// - Parameter keys: the numbers of ``DimensionNames``, in their order.
  func execute(
    _ parameters: Parameters, row: Int, of rows: PreparedRows, keys: [Int] = []
  ) throws(SQLiteError) {
    let result = rows.cells.bytes.withUnsafeBytes { cells in
      withBound(parameters) {
        let first = parameters.slots.count
        let slots = rows.place(of: row).slots
        bind(rows.cells.slots[slots], behind: first, cells)
        for column in rows.nameColumns {
          guard case .integer(let name) = rows.cells.slots[slots.lowerBound + column] else {
            continue
          }
          sqlite3_bind_int64(handle, Int32(first + column + 1), Int64(keys[name]))
        }
        return sqlite3_step(handle)
      }
    }
    try check(result)
  }

  /// Runs the statement with the parameters and hands every row to `body`.
  func forEachRow(
    _ parameters: Parameters = Parameters(), _ body: (Statement) throws -> Void
  ) throws {
    try parameters.bytes.withUnsafeBytes { buffer in
      bind(parameters, buffer)
      defer { reset() }
      while try step() { try body(self) }
    }
  }

  /// The first row as `body` makes it; nil when there is none.
  func firstRow<Result>(
    _ parameters: Parameters = Parameters(), _ body: (Statement) -> Result
  ) throws -> Result? {
    try parameters.bytes.withUnsafeBytes { buffer in
      bind(parameters, buffer)
      defer { reset() }
      return try step() ? body(self) : nil
    }
  }

  /// Steps to the next row; false at the end. For statements whose values are bound by ``bind(_:to:)``.
  func step() throws(SQLiteError) -> Bool {
    let result = sqlite3_step(handle)
    if result == SQLITE_ROW { return true }
    try check(result)
    return false
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func check(_ result: Int32) throws(SQLiteError) {
    guard result == SQLITE_DONE || result == SQLITE_ROW else {
      throw connection.error(sql: sql)
    }
  }

  private func withBound(_ parameters: Parameters, _ body: () -> Int32) -> Int32 {
    parameters.bytes.withUnsafeBytes { buffer in
      bind(parameters, buffer)
      let result = body()
      // All values are bound anew before the next step: what these point to is not looked at again.
      sqlite3_reset(handle)
      return result
    }
  }

  private func bind(_ text: Slice<UnsafeRawBufferPointer>, to position: Int32) {
    let start = UnsafeRawBufferPointer(rebasing: text).baseAddress ?? Self.empty
    sqlite3_bind_text64(
      handle, position, start.assumingMemoryBound(to: CChar.self), UInt64(text.count), nil,
      UInt8(SQLITE_UTF8))
  }

  /// A nil address would be bound as NULL, so empty texts point to somewhere else.
  private static var empty: UnsafeRawPointer {
    let empty: StaticString = ""
    return UnsafeRawPointer(empty.utf8Start)
  }

  /// Binds without copying: the buffer outlives the step.
  private func bind(_ parameters: Parameters, _ buffer: UnsafeRawBufferPointer) {
    bind(parameters.slots[...], behind: 0, buffer)
  }

  private func bind(
    _ slots: ArraySlice<Parameters.Slot>, behind first: Int, _ buffer: UnsafeRawBufferPointer
  ) {
    let base = buffer.baseAddress ?? Self.empty
    var position = Int32(first)
    for slot in slots {
      position += 1
      switch slot {
      case .null: sqlite3_bind_null(handle, position)
      case .integer(let value): sqlite3_bind_int64(handle, position, Int64(value))
      case .real(let value): sqlite3_bind_double(handle, position, value)
      case .text(let start, let count):
        let text = (base + start).assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text64(handle, position, text, UInt64(count), nil, UInt8(SQLITE_UTF8))
      case .blob(let start, let count):
        sqlite3_bind_blob64(handle, position, base + start, UInt64(count), nil)
      }
    }
  }
}

extension Statement {
  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
  }

  /// The names of the parameters, with their leading `:`; nil for one without a name.
  var parameterNames: [String?] {
    let count = sqlite3_bind_parameter_count(handle)
    return (0..<count).map { position in
      sqlite3_bind_parameter_name(handle, position + 1).map { String(cString: $0) }
    }
  }

  /// Binds a copy of one value, at a position counted from 1.
  func bind(_ value: SQLValue, to position: Int) {
    let position = Int32(position)
    // SQLITE_TRANSIENT, which is a macro that Swift cannot import.
    let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: sqlite3_bind_null(handle, position)
    case .integer(let value): sqlite3_bind_int64(handle, position, Int64(value))
    case .real(let value): sqlite3_bind_double(handle, position, value)
    case .text(let value):
      sqlite3_bind_text(handle, position, value, Int32(value.utf8.count), copy)
    case .blob(let value): sqlite3_bind_blob(handle, position, value, Int32(value.count), copy)
    }
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// Whether a column is this text, byte by byte.
  func holds(_ text: String, in column: Int) -> Bool {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return false }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    let isEqual = text.utf8.withContiguousStorageIfAvailable { text in
      guard text.count == count, let bytes = text.baseAddress else { return count == text.count }
      return memcmp(bytes, start, count) == 0
    }
    return isEqual ?? text.utf8.elementsEqual(UnsafeBufferPointer(start: start, count: count))
  }

  /// The bytes of a text or a blob where they lie.
  func withBytes<Value>(
    of column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: return .integer(integer(column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: return .text(text(column))
    case SQLITE_BLOB:
      guard let start = sqlite3_column_blob(handle, Int32(column)) else { return .blob([]) }
      let count = Int(sqlite3_column_bytes(handle, Int32(column)))
      return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }

  /// The bytes of a text or a blob.
  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The values of the first columns.
  func values(upTo end: Int) -> [SQLValue] { (0..<end).map { value($0) } }

  /// The values of the columns from the `first` on.
  func values(from first: Int = 0) -> [SQLValue] {
    (first..<Int(sqlite3_column_count(handle))).map { value($0) }
  }
}
