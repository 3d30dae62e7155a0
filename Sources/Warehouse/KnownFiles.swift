import Glibc
import Model

/// All files that were read, by their paths as given: in the order of the paths' bytes, in one piece
/// of memory, as there may be hundreds of thousands of them and most are only met and passed over.
public struct KnownFiles: Sendable {
  /// What is needed of a file to pass it over.
  private struct Entry {
    /// Where its path begins; its digest and its newest date follow.
    var start: Int
    var pathCount: Int32
    var digestCount: Int32
    /// -1 for no date.
    var newestCount: Int32
    /// Which of ``rules``.
    var rules: Int32
    var size: Int
    var modified: Int
    var documents: Int32
    var repeated: Int32
    var broken: Int32
    var lastRun: Int32
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Most files have theirs in common.
  private var rules: [String] = []
  private var rulesIndexes: [String: Int32] = [:]

  /// No files.
  public init() {}

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }

  /// The place of a path among the files; nil for one that is not known.
  ///
  /// - Parameter guess: where it stands if it follows the path that was found last, and is set to
  ///   the one behind what is found: whoever asks in order need not search.
  public func index(of path: String, guess: inout Int) -> Int? {
    var path = path
    return path.withUTF8 { path in
      if guess < entries.count, compare(guess, path) == 0 {
        guess += 1
        return guess - 1
      }
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if compare(middle, path) < 0 { low = middle + 1 } else { high = middle }
      }
      guard low < entries.count, compare(low, path) == 0 else { return nil }
      guess = low + 1
      return low
    }
  }

  /// The place of a path among the files; nil for one that is not known.
  public func index(of path: String) -> Int? {
    var guess = entries.count
    return index(of: path, guess: &guess)
  }

  /// The record of a path; nil for one that is not known.
  public subscript(path: String) -> FileRecord? { index(of: path).map { self[$0] } }

  /// The record at a place.
  public subscript(index: Int) -> FileRecord {
    let entry = entries[index]
    let digest = entry.start + Int(entry.pathCount)
    return FileRecord(
      sizeBytes: entry.size, modifiedNanoseconds: entry.modified,
      digest: text(digest, Int(entry.digestCount)), rulesDigest: rules[Int(entry.rules)],
      documentCount: Int(entry.documents), repeatedCount: Int(entry.repeated),
      brokenCount: Int(entry.broken), newestPublished: newestPublished(at: index),
      lastRun: RunID(rawValue: Int(entry.lastRun)))
  }

  /// The path at a place.
  public func path(at index: Int) -> String {
    text(entries[index].start, Int(entries[index].pathCount))
  }

  /// The record's date of the newest document.
  public func newestPublished(at index: Int) -> String? {
    let entry = entries[index]
    guard entry.newestCount >= 0 else { return nil }
    return text(
      entry.start + Int(entry.pathCount) + Int(entry.digestCount), Int(entry.newestCount))
  }

  public func documentCount(at index: Int) -> Int { Int(entries[index].documents) }
  public func repeatedCount(at index: Int) -> Int { Int(entries[index].repeated) }
  public func lastRun(at index: Int) -> RunID { RunID(rawValue: Int(entries[index].lastRun)) }

  /// Whether a file was so when it was read; by which rules does not matter.
  public func isAsItWas(at index: Int, sizeBytes: Int, modifiedNanoseconds: Int) -> Bool {
    entries[index].size == sizeBytes && entries[index].modified == modifiedNanoseconds
  }

  /// The rules that a file was read by.
  public func rulesDigest(at index: Int) -> String { rules[Int(entries[index].rules)] }

  private func text(_ start: Int, _ count: Int) -> String {
    String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  private func compare(_ index: Int, _ path: UnsafeBufferPointer<UInt8>) -> Int {
    let entry = entries[index]
    return bytes.withUnsafeBufferPointer { bytes in
      let count = Int(entry.pathCount)
      let common = min(count, path.count)
      if common > 0, let own = bytes.baseAddress, let other = path.baseAddress {
        let order = memcmp(own + entry.start, other, common)
        if order != 0 { return Int(order) }
      }
      return count - path.count
    }
  }
}

extension Warehouse {
  /// All files that were read. Throws ``SQLiteError``.
  public func knownFiles() throws -> KnownFiles {
    let count = try connection.integer("SELECT count(*) FROM source_file")
    // In the order of the table's key.
    let all = try connection.prepare(
      """
      SELECT path, digest, newest_published, size_bytes, modified_ns, rules_digest,
        document_count, repeated_count, broken_count, last_run_id
      FROM source_file ORDER BY path
      """)
    var files = KnownFiles()
    try files.read(all, count: count)
    return files
  }
}

extension KnownFiles {
  fileprivate mutating func read(_ rows: Statement, count: Int) throws {
    entries.reserveCapacity(count)
    bytes.reserveCapacity(count * 128)
    try rows.forEachRow { row in
      let rules = rulesIndex(row, 5)
      let start = bytes.count
      let pathCount = append(row, 0)
      let digestCount = append(row, 1)
      entries.append(
        Entry(
          start: start, pathCount: pathCount, digestCount: digestCount,
          newestCount: row.isNull(2) ? -1 : append(row, 2), rules: rules, size: row.integer(3),
          modified: row.integer(4), documents: Int32(clamping: row.integer(6)),
          repeated: Int32(clamping: row.integer(7)), broken: Int32(clamping: row.integer(8)),
          lastRun: Int32(clamping: row.integer(9))))
    }
  }

  private mutating func append(_ row: Statement, _ column: Int) -> Int32 {
    row.withBytes(of: column) { text in
      bytes.append(contentsOf: text)
      return Int32(text.count)
    }
  }

  private mutating func rulesIndex(_ row: Statement, _ column: Int) -> Int32 {
    if let last = entries.last?.rules, row.holds(rules[Int(last)], in: column) { return last }
    let text = row.text(column)
    if let known = rulesIndexes[text] { return known }
    let index = Int32(rules.count)
    rulesIndexes[text] = index
    rules.append(text)
    return index
  }
}
