/// What is known by digests of more documents than memory should grow with.
///
/// The rows that came last lie in memory. So many of them are sorted and put aside in a file, and
/// files of like size are merged, so that a row is written a few times and looked for in a few
/// places. Memory keeps 10 bits a row, which tell of most digests that are not there without reading.
public final class DigestTable {
  /// 128 bits of a digest; bits that are not spread evenly make looking up slow.
  public struct Key: Hashable, Comparable, Sendable {
    public var high: UInt64
    public var low: UInt64

    public init(high: UInt64, low: UInt64 = 0) {
      self.high = high
      self.low = low
    }

    // The bits of a digest are spread well already.
    public func hash(into hasher: inout Hasher) { hasher.combine(high ^ low) }

    public static func < (left: Key, right: Key) -> Bool {
      left.high != right.high ? left.high < right.high : left.low < right.low
    }
  }

  /// What a digest stands for.
  public struct Value: Hashable, Sendable {
    public var first: UInt64
    public var second: UInt64

    public init(first: UInt64, second: UInt64 = 0) {
      self.first = first
      self.second = second
    }
  }

  /// How many rows are kept in memory: about 50 bytes each.
  static let rowsInMemory = 1 << 15
  /// How many files of like size there may be before they are merged.
  static let filesOfLikeSize = 8

  private let limit: Int
  private var latest: [Key: Value] = [:]
  /// Each level's files are about ``filesOfLikeSize`` times as large as those of the one before, and
  /// came before them; within a level the newest is last.
  private var levels: [[SortedDigests]] = []
  /// Set when a file could not be written: memory has to do then.
  private var isDiskFull = false

  /// - Parameter limit: the rows that are kept in memory.
  public init(limit: Int? = nil) { self.limit = limit ?? Self.rowsInMemory }

  /// What the key stands for; setting it takes the place of what it stood for before.
  public subscript(_ key: Key) -> Value? {
    get {
      if let value = latest[key] { return value }
      for level in levels {
        for rows in level.reversed() {
          if let value = rows.value(of: key) { return value }
        }
      }
      return nil
    }
    set {
      guard let newValue else { return }
      latest[key] = newValue
      if latest.count >= limit { putAside() }
    }
  }

  /// Adds sorted rows, each key once, as if they were set now. They are to be about as many as a file
  /// of the second level holds; a smaller rest comes last.
  func add(sorted rows: [SortedDigests.Row]) {
    guard !rows.isEmpty else { return }
    putAside(rows, level: rows.count > limit ? 1 : 0)
  }

  private func putAside() {
    var rows = latest.map { SortedDigests.Row(key: $0.key, value: $0.value) }
    latest.removeAll(keepingCapacity: true)
    rows.sort { $0.key < $1.key }
    putAside(rows, level: 0)
  }

  private func putAside(_ rows: [SortedDigests.Row], level first: Int) {
    while levels.count <= first { levels.append([]) }
    levels[first].append(SortedDigests(rows, inFile: !isDiskFull))
    var level = first
    while level < levels.count, levels[level].count >= Self.filesOfLikeSize, !isDiskFull {
      guard let merged = SortedDigests(merging: levels[level]) else {
        isDiskFull = true
        return
      }
      levels[level] = []
      if level + 1 == levels.count { levels.append([]) }
      levels[level + 1].append(merged)
      level += 1
    }
  }
}
