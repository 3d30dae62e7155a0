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
  /// A bit for each table of which a phrase starts, or ends, at the token.
  private var startMasks: ContiguousArray<UInt32> = []
  private var endMasks: ContiguousArray<UInt32> = []
  /// True for tokens inside a function word, a cue or a time's words.
  private(set) var isPredicate: ContiguousArray<Bool> = []

  /// The longest phrase of any table, in tokens.
  static let longestPhrase = 12

  mutating func find(in tokens: UnsafeBufferPointer<Token>, trie: PhraseTrie) {
    all.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    firsts.reserveCapacity(tokens.count + 1)
    startMasks.removeAll(keepingCapacity: true)
    startMasks.append(contentsOf: repeatElement(0, count: tokens.count + 1))
    endMasks.removeAll(keepingCapacity: true)
    endMasks.append(contentsOf: repeatElement(0, count: tokens.count + 1))
    isPredicate.removeAll(keepingCapacity: true)
    isPredicate.append(contentsOf: repeatElement(false, count: tokens.count + 1))
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
      if first < all.count { mark(from: first, at: index) }
    }
    firsts.append(Int32(all.count))
  }

  /// The tables whose phrases say something of a subject without being part of it.
  private static let predicateMask: UInt32 = [
    RuleTable.stopWord, .change, .status, .qualifier, .timeCue, .durationBefore, .rank,
  ].reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  private mutating func mark(from first: Int, at index: Int) {
    var mask: UInt32 = 0
    var nounEnd: Int32 = 0
    for slot in first..<all.count {
      let bit: UInt32 = 1 << UInt32(all[slot].table.rawValue)
      mask |= bit
      endMasks[Int(all[slot].end)] |= bit
      if all[slot].table == .noun { nounEnd = all[slot].end }
    }
    startMasks[index] = mask
    guard mask & Self.predicateMask != 0 else { return }
    // Thu, chi and other nouns in the cue tables must not eat the subject's head.
    for slot in first..<all.count where all[slot].end >= nounEnd {
      guard Self.predicateMask & 1 << UInt32(all[slot].table.rawValue) != 0 else { continue }
      for token in all[slot].range { isPredicate[token] = true }
    }
  }

  /// True when a phrase of the table starts at the token.
  @inline(__always)
  func hasStart(at token: Int, _ table: RuleTable) -> Bool {
    token >= 0 && token < startMasks.count && startMasks[token] & 1 << UInt32(table.rawValue) != 0
  }

  /// The longest phrase of `table` that starts at `token`.
  @inline(__always)
  func starting(at token: Int, _ table: RuleTable) -> Hit? {
    guard hasStart(at: token, table) else { return nil }
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
    guard token > 0, token < endMasks.count, endMasks[token] & 1 << UInt32(table.rawValue) != 0
    else { return nil }
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
