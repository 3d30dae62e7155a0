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
  private var tokenCount = 0
  private var capacity = 0
  private var memory: PhraseTrie.Output
  private var trie: PhraseTrie?

  init() { memory = Self.allocate(1) }

  deinit { deallocate() }

  private static func allocate(_ count: Int) -> PhraseTrie.Output {
    PhraseTrie.Output(
      nodes: .allocate(capacity: count), starts: .allocate(capacity: count),
      ends: .allocate(capacity: count), lengths: .allocate(capacity: count),
      functions: .allocate(capacity: count))
  }

  private func deallocate() {
    memory.nodes.deallocate()
    memory.starts.deallocate()
    memory.ends.deallocate()
    memory.lengths.deallocate()
    memory.functions.deallocate()
  }

  private func reset(forTokens count: Int) {
    tokenCount = count
    if count + 1 > capacity {
      deallocate()
      capacity = count + count / 4 + 2
      memory = Self.allocate(capacity)
    }
    memory.ends.initialize(repeating: 0, count: count + 1)
    memory.lengths.initialize(repeating: 0, count: count + 1)
    memory.functions.initialize(repeating: false, count: count + 1)
    memory.nodes[count] = 0
    memory.starts[count] = 0
  }

  func find(in tokens: UnsafeBufferPointer<Token>, trie: PhraseTrie) {
    reset(forTokens: tokens.count)
    self.trie = trie
    trie.find(in: tokens, memory)
  }

  /// True for tokens inside a function word, a cue or a time's words.
  @inline(__always)
  func isPredicate(_ token: Int) -> Bool {
    token >= 0 && token <= tokenCount && memory.functions[token]
  }

  /// True when a phrase of the table starts at the token.
  @inline(__always)
  func hasStart(at token: Int, _ table: RuleTable) -> Bool {
    token >= 0 && token < tokenCount && memory.starts[token] & table.bit != 0
  }

  /// True when a phrase of one of the tables starts at the token.
  @inline(__always)
  func hasStart(at token: Int, of tables: TableSet) -> Bool {
    token >= 0 && token < tokenCount && memory.starts[token] & tables.rawValue != 0
  }

  /// The longest phrase of `table` that starts at `token`.
  @inline(__always)
  func starting(at token: Int, _ table: RuleTable) -> Hit? {
    guard hasStart(at: token, table) else { return nil }
    return found(at: token, table)
  }

  private func found(at token: Int, _ table: RuleTable) -> Hit? {
    guard let trie else { return nil }
    let node = trie.nodes[Int(memory.nodes[token])]
    for number in 0..<Int(node.count) {
      let entry = trie.entries[Int(node.first) + number]
      if entry.table == table.rawValue { return Hit(entry, at: token, table) }
    }
    return nil
  }

  /// The longest phrase of `table` that ends before `token`, without anything between.
  @inline(__always)
  func ending(at token: Int, _ table: RuleTable) -> Hit? {
    guard token > 0, token <= tokenCount, memory.ends[token] & table.bit != 0 else { return nil }
    return ended(at: token, table)
  }

  private func ended(at token: Int, _ table: RuleTable) -> Hit? {
    var lengths = memory.lengths[token]
    while lengths != 0 {
      let length = 15 - lengths.leadingZeroBitCount
      if let hit = starting(at: token - length, table), Int(hit.end) == token { return hit }
      lengths &= ~(1 << UInt16(length))
    }
    return nil
  }

  /// The phrases of the tables that start within `tokens`, the longest of each table at each token.
  func all(in tokens: Range<Int>, of tables: TableSet) -> HitSequence {
    HitSequence(
      starts: memory.starts, phrases: memory.nodes, nodes: trie?.nodes, entries: trie?.entries,
      tables: tables.rawValue, token: max(0, tokens.lowerBound),
      end: min(tokens.upperBound, tokenCount))
  }
}

/// Phrases in the order of their starts.
struct HitSequence: Sequence, IteratorProtocol {
  fileprivate let starts: UnsafeMutablePointer<UInt32>
  fileprivate let phrases: UnsafeMutablePointer<UInt32>
  fileprivate let nodes: UnsafePointer<PhraseTrie.Node>?
  fileprivate let entries: UnsafePointer<PhraseTrie.Entry>?
  fileprivate let tables: UInt32
  fileprivate var token: Int
  fileprivate let end: Int
  /// The next phrase at the token.
  fileprivate var number = 0

  @inline(__always)
  mutating func next() -> Hit? {
    while token < end {
      if starts[token] & tables != 0, let hit = nextHere() { return hit }
      token &+= 1
      number = 0
    }
    return nil
  }

  private mutating func nextHere() -> Hit? {
    guard let nodes, let entries else { return nil }
    let node = nodes[Int(phrases[token])]
    while number < Int(node.count) {
      let entry = entries[Int(node.first) + number]
      number += 1
      if tables & (1 << UInt32(entry.table)) != 0, let table = RuleTable(rawValue: entry.table) {
        return Hit(entry, at: token, table)
      }
    }
    return nil
  }
}

extension Hit {
  @inline(__always)
  init(_ entry: PhraseTrie.Entry, at token: Int, _ table: RuleTable) {
    self.init(
      start: Int32(truncatingIfNeeded: token),
      end: Int32(truncatingIfNeeded: token &+ Int(entry.length)), row: entry.row, table: table)
  }
}
