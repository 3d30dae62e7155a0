/// Fills a ``DigestTable`` with what many digests stand for: sorted by the hundred thousand, they take
/// a tenth of the time that they take one by one.
///
/// Values come in descending order, and the least value of a key counts, which is the last one given.
struct DigestLoader {
  /// As many as the rows of a file of the second level.
  static let rowsAtOnce = DigestTable.rowsInMemory * DigestTable.filesOfLikeSize
  /// Digests are sorted by their first bits, and the few that share them by themselves.
  private static let bits = 14

  private struct Pair {
    var key: UInt64
    var value: UInt64
  }

  private let table: DigestTable
  private let limit: Int
  private var pairs: [Pair] = []

  /// - Parameter limit: the rows that are sorted at a time.
  init(_ table: DigestTable, limit: Int = DigestLoader.rowsAtOnce) {
    self.table = table
    self.limit = limit
  }

  mutating func add(_ key: UInt64, _ value: UInt64) {
    pairs.append(Pair(key: key, value: value))
    if pairs.count >= limit { flush() }
  }

  /// Hands on what is left.
  mutating func flush() {
    let sorted = Self.sorted(pairs)
    pairs.removeAll(keepingCapacity: true)
    var rows: [SortedDigests.Row] = []
    rows.reserveCapacity(sorted.count)
    for pair in sorted where rows.last?.key.high != pair.key {
      rows.append(
        SortedDigests.Row(
          key: DigestTable.Key(high: pair.key), value: DigestTable.Value(first: pair.value)))
    }
    table.add(sorted: rows)
  }

  private static func sorted(_ pairs: [Pair]) -> [Pair] {
    var ends = [Int](repeating: 0, count: 1 << bits)
    for pair in pairs { ends[bucket(pair)] += 1 }
    var start = 0
    for index in ends.indices { (ends[index], start) = (start, start + ends[index]) }
    return [Pair](unsafeUninitializedCapacity: pairs.count) { buffer, count in
      for pair in pairs {
        buffer.initializeElement(at: ends[bucket(pair)], to: pair)
        ends[bucket(pair)] += 1
      }
      count = pairs.count
      var start = 0
      for end in ends {
        if end - start > 1 {
          buffer[start..<end].sort {
            $0.key != $1.key ? $0.key < $1.key : $0.value < $1.value
          }
        }
        start = end
      }
    }
  }

  private static func bucket(_ pair: Pair) -> Int { Int(pair.key >> (64 - UInt64(bits))) }
}
