/// Rows of a ``DigestTable``, sorted, in a file or, where that cannot be, in memory.
final class SortedDigests {
  /// As it lies in the file.
  struct Row {
    var key: DigestTable.Key
    var value: DigestTable.Value
  }

  /// So many rows are read at a time to find one of them: 4096 bytes.
  static let pageRows = 128

  let count: Int
  private let filter: DigestFilter
  /// The first key of each page.
  private let pages: [DigestTable.Key]
  private let file: ScratchFile?
  /// Those that could not be written.
  private let rows: [Row]

  /// - Parameter rows: in the order of their keys, each key once.
  init(_ rows: [Row], inFile: Bool) {
    var writer = SortedDigestWriter(count: rows.count)
    for row in rows { writer.note(row.key) }
    count = rows.count
    (filter, pages) = (writer.filter, writer.pages)
    let file = inFile ? ScratchFile() : nil
    let isWritten = rows.withUnsafeBytes { file?.append($0) } ?? false
    self.file = file
    self.rows = isWritten ? [] : rows
  }

  /// The rows of several, the newest of which is last, and which counts where a key is in several.
  /// Nil when they cannot be written.
  init?(merging parts: [SortedDigests]) {
    guard let file = ScratchFile() else { return nil }
    var writer = SortedDigestWriter(count: parts.reduce(0) { $0 + $1.count })
    var cursors = parts.map { SortedDigestCursor($0) }
    while let least = cursors.compactMap({ $0.current?.key }).min() {
      var row: Row?
      for index in cursors.indices where cursors[index].current?.key == least {
        row = cursors[index].current
        cursors[index].advance()
      }
      guard let row, writer.write(row, to: file) else { return nil }
    }
    guard writer.flush(to: file) else { return nil }
    (count, filter, pages, rows) = (writer.count, writer.filter, writer.pages, [])
    self.file = file
  }

  func value(of key: DigestTable.Key) -> DigestTable.Value? {
    guard filter.mayHold(key), let page = page(of: key) else { return nil }
    let range = page * Self.pageRows..<min(count, (page + 1) * Self.pageRows)
    return withUnsafeTemporaryAllocation(of: Row.self, capacity: Self.pageRows) { buffer in
      guard read(range, into: buffer) else { return nil }
      var (low, high) = (0, range.count)
      while low < high {
        let middle = (low + high) / 2
        if buffer[middle].key < key { low = middle + 1 } else { high = middle }
      }
      return low < range.count && buffer[low].key == key ? buffer[low].value : nil
    }
  }

  /// The last page that begins with the key or one before it.
  private func page(of key: DigestTable.Key) -> Int? {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Reads some of the rows; false when they cannot be read, which is as if they were not there.
  func read(_ range: Range<Int>, into buffer: UnsafeMutableBufferPointer<Row>) -> Bool {
    guard rows.isEmpty, let file else {
      for (place, index) in range.enumerated() { buffer[place] = rows[index] }
      return true
    }
    let wanted = UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])
    let bytes = UnsafeMutableRawBufferPointer(wanted)
    return file.read(bytes, at: range.lowerBound * MemoryLayout<Row>.stride)
  }
}

/// Goes over sorted rows from the first to the last.
private struct SortedDigestCursor {
  private let rows: SortedDigests
  private var buffer: [SortedDigests.Row] = []
  private var next = 0
  /// The rows that come after those in the buffer begin here.
  private var end = 0
  private static let bufferRows = 2048

  init(_ rows: SortedDigests) {
    self.rows = rows
    fill()
  }

  var current: SortedDigests.Row? { next < buffer.count ? buffer[next] : nil }

  mutating func advance() {
    next += 1
    if next == buffer.count { fill() }
  }

  private mutating func fill() {
    let range = end..<min(rows.count, end + Self.bufferRows)
    buffer = [SortedDigests.Row](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = !range.isEmpty && rows.read(range, into: buffer) ? range.count : 0
    }
    (next, end) = (0, range.upperBound)
  }
}

/// Gathers what is known of sorted rows while they are written.
private struct SortedDigestWriter {
  private(set) var filter: DigestFilter
  private(set) var pages: [DigestTable.Key] = []
  private(set) var count = 0
  private var pending: [SortedDigests.Row] = []
  private static let pendingRows = 2048

  init(count: Int) {
    filter = DigestFilter(count: count)
    pages.reserveCapacity(count / SortedDigests.pageRows + 1)
  }

  mutating func note(_ key: DigestTable.Key) {
    filter.add(key)
    if count % SortedDigests.pageRows == 0 { pages.append(key) }
    count += 1
  }

  mutating func write(_ row: SortedDigests.Row, to file: ScratchFile) -> Bool {
    note(row.key)
    pending.append(row)
    return pending.count < Self.pendingRows || flush(to: file)
  }

  mutating func flush(to file: ScratchFile) -> Bool {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending.withUnsafeBytes { file.append($0) }
  }
}
