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
///
/// Its memory is plain and used again for the next text: it is asked several times for each token.
final class Hits {
  /// In the order of their starts.
  private(set) var all: ContiguousArray<Hit> = []
  private var tokenCount = 0
  private var capacity = 0
  /// Hits that start at token n stand at `firsts[n]..<firsts[n + 1]`.
  private var firsts: UnsafeMutablePointer<Int32>
  /// A bit for each table of which a phrase starts, or ends, at the token.
  private var startMasks: UnsafeMutablePointer<UInt32>
  private var endMasks: UnsafeMutablePointer<UInt32>
  private var predicates: UnsafeMutablePointer<Bool>
  /// The end of the noun that reaches furthest so far.
  private var nounCover: Int32 = 0

  /// The longest phrase of any table, in tokens.
  static let longestPhrase = 12

  /// The tables whose phrases say something of a subject without being part of it.
  private static let predicateTables: [RuleTable] = [
    .stopWord, .change, .status, .qualifier, .timeCue, .rank,
  ]
  private let predicateMask = Hits.predicateTables.reduce(UInt32(0)) { $0 | Hits.bit($1) }

  init() {
    firsts = .allocate(capacity: 1)
    startMasks = .allocate(capacity: 1)
    endMasks = .allocate(capacity: 1)
    predicates = .allocate(capacity: 1)
    firsts[0] = 0
  }

  deinit { deallocate() }

  private func deallocate() {
    firsts.deallocate()
    startMasks.deallocate()
    endMasks.deallocate()
    predicates.deallocate()
  }

  private func reset(forTokens count: Int) {
    all.removeAll(keepingCapacity: true)
    tokenCount = count
    nounCover = 0
    if count + 1 > capacity {
      deallocate()
      capacity = count + count / 4 + 2
      firsts = .allocate(capacity: capacity)
      startMasks = .allocate(capacity: capacity)
      endMasks = .allocate(capacity: capacity)
      predicates = .allocate(capacity: capacity)
    }
    startMasks.initialize(repeating: 0, count: count + 1)
    endMasks.initialize(repeating: 0, count: count + 1)
    predicates.initialize(repeating: false, count: count + 1)
  }

  func find(in tokens: UnsafeBufferPointer<Token>, trie: PhraseTrie) {
    reset(forTokens: tokens.count)
    // Worked on as a local, so that no access to the object is checked for each token.
    var found = all
    all = []
    for index in 0..<tokens.count {
      let first = found.count
      firsts[index] = Int32(first)
      trie.forEachPhrase(in: tokens, at: index) { end, entry in
        let table = RuleTable(rawValue: entry.table)!
        // Phrases come shorter first: the longest of each table stands.
        var slot = first
        while slot < found.count, found[slot].table != table { slot += 1 }
        let hit = Hit(start: Int32(index), end: Int32(end), row: entry.row, table: table)
        if slot < found.count { found[slot] = hit } else { found.append(hit) }
      }
      if first < found.count { mark(found, from: first, at: index) }
    }
    firsts[tokens.count] = Int32(found.count)
    all = found
  }

  @inline(__always)
  private static func bit(_ table: RuleTable) -> UInt32 { 1 << UInt32(table.rawValue) }

  private func mark(_ all: borrowing ContiguousArray<Hit>, from first: Int, at index: Int) {
    var mask: UInt32 = 0
    var nounEnd: Int32 = 0
    for slot in first..<all.count {
      let bit = Self.bit(all[slot].table)
      mask |= bit
      endMasks[Int(all[slot].end)] |= bit
      if all[slot].table == .noun { nounEnd = all[slot].end }
    }
    startMasks[index] = mask
    if nounEnd > nounCover { nounCover = nounEnd }
    guard mask & predicateMask != 0 else { return }
    // Thu, chi and other nouns in the cue tables must not eat the subject's head.
    for slot in first..<all.count where all[slot].end >= nounEnd {
      // Hàng in ngân hàng belongs to the noun.
      if nounCover >= all[slot].end, nounEnd < all[slot].end { continue }
      guard predicateMask & Self.bit(all[slot].table) != 0 else { continue }
      for token in all[slot].range { predicates[token] = true }
    }
  }

  /// True for tokens inside a function word, a cue or a time's words.
  @inline(__always)
  func isPredicate(_ token: Int) -> Bool { token >= 0 && token <= tokenCount && predicates[token] }

  /// True when a phrase of the table starts at the token.
  @inline(__always)
  func hasStart(at token: Int, _ table: RuleTable) -> Bool {
    token >= 0 && token < tokenCount && startMasks[token] & Self.bit(table) != 0
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
    guard token > 0, token <= tokenCount, endMasks[token] & Self.bit(table) != 0 else { return nil }
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
    Int(
      firsts[min(tokens.lowerBound, tokenCount)])..<Int(firsts[min(tokens.upperBound, tokenCount)])
  }
}
