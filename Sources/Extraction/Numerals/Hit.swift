import Lexing
import Rules

/// A phrase of a table found in the text.
struct Hit {
  /// Token positions, half-open.
  var start: Int32
  var end: Int32
  var row: Int32
  var table: RuleTable

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// All phrases of the tables in a text, found in one pass; looked up by where they start or end.
struct Hits {
  private(set) var all: ContiguousArray<Hit> = []
  /// Hits that start at token n stand at `firsts[n]..<firsts[n + 1]`.
  private var firsts: ContiguousArray<Int32> = []

  /// The longest phrase of any table, in tokens.
  static let longestPhrase = 12

  mutating func find(in tokens: UnsafeBufferPointer<Token>, trie: PhraseTrie) {
    all.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    firsts.reserveCapacity(tokens.count + 1)
    for index in 0..<tokens.count {
      let first = all.count
      firsts.append(Int32(first))
      trie.forEachPhrase(in: tokens, at: index) { end, entry in
        let table = RuleTable(rawValue: entry.table)!
        // Phrases come shorter first: the longest of each table stands.
        var slot = first
        while slot < all.count, all[slot].table != table { slot += 1 }
        let hit = Hit(start: Int32(index), end: Int32(end), row: entry.row, table: table)
        if slot < all.count { all[slot] = hit } else { all.append(hit) }
      }
    }
    firsts.append(Int32(all.count))
  }

  /// The longest phrase of `table` that starts at `token`.
  @inline(__always)
  func starting(at token: Int, _ table: RuleTable) -> Hit? {
    guard token >= 0, token + 1 < firsts.count else { return nil }
    var slot = Int(firsts[token])
    let last = Int(firsts[token + 1])
    while slot < last {
      if all[slot].table == table { return all[slot] }
      slot += 1
    }
    return nil
  }

  /// The longest phrase of `table` that ends before `token`, without anything between.
  @inline(__always)
  func ending(at token: Int, _ table: RuleTable) -> Hit? {
    var best: Hit?
    var start = token - 1
    let lowest = max(0, token - Self.longestPhrase)
    while start >= lowest {
      if let hit = starting(at: start, table), Int(hit.end) == token { best = hit }
      start -= 1
    }
    return best
  }

  /// The positions in ``all`` of the phrases that start within `tokens`.
  @inline(__always)
  func slots(in tokens: Range<Int>) -> Range<Int> {
    guard !firsts.isEmpty else { return 0..<0 }
    return Int(firsts[tokens.lowerBound])..<Int(firsts[min(tokens.upperBound, firsts.count - 1)])
  }
}
