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

  init() { memory = PhraseTrie.Output(count: 0) }

  deinit { memory.deallocate() }

  func find(in tokens: UnsafeBufferPointer<Token>, trie: PhraseTrie) {
    tokenCount = tokens.count
    if tokenCount > capacity {
      memory.deallocate()
      capacity = tokenCount + tokenCount / 4 + 1
      memory = PhraseTrie.Output(count: capacity)
    }
    self.trie = trie
    // Filled as a local, so that no later access to the object's memory is checked at run time.
    var filled = memory
    trie.find(in: tokens, &filled)
    memory = filled
  }

  /// The tokens at which a number may start: those of digits, and the words that open one.
  var openers: UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: memory.openers, count: memory.openerCount)
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

  /// True when a phrase of one of the tables starts at one of the tokens.
  func hasStart(in range: Range<Int>, of tables: TableSet) -> Bool {
    var found: UInt32 = 0
    for token in max(0, range.lowerBound)..<max(0, min(range.upperBound, tokenCount)) {
      found |= memory.starts[token]
    }
    return found & tables.rawValue != 0
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
  ///
  /// - Parameter tables: Some of ``TableSet/listed``.
  func all(in tokens: Range<Int>, of tables: TableSet) -> HitSequence {
    assert(tables.isSubset(of: .listed), "phrases of this table are not listed")
    guard let trie else { return HitSequence(nodes: nil, memory: memory, tables: tables, 0, 0) }
    return HitSequence(
      nodes: (trie.nodes, trie.entries), memory: memory, tables: tables,
      firstListed(at: tokens.lowerBound), min(tokens.upperBound, tokenCount))
  }

  /// The position among the listed tokens of the first one from `token` on.
  private func firstListed(at token: Int) -> Int {
    var low = 0
    var high = memory.listedCount
    while low < high {
      let middle = (low + high) / 2
      if Int(memory.listed[middle]) < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Phrases in the order of their starts.
struct HitSequence: Sequence, IteratorProtocol {
  private let nodes: (UnsafePointer<PhraseTrie.Node>, UnsafePointer<PhraseTrie.Entry>)?
  private let memory: PhraseTrie.Output
  private let tables: UInt32
  /// The position among the listed tokens.
  private var position: Int
  private let end: Int
  /// The next phrase at the token.
  private var number = 0

  fileprivate init(
    nodes: (UnsafePointer<PhraseTrie.Node>, UnsafePointer<PhraseTrie.Entry>)?,
    memory: PhraseTrie.Output, tables: TableSet, _ position: Int, _ end: Int
  ) {
    self.nodes = nodes
    self.memory = memory
    self.tables = tables.rawValue
    self.position = position
    self.end = end
  }

  mutating func next() -> Hit? {
    guard let nodes else { return nil }
    while position < memory.listedCount {
      let token = Int(memory.listed[position])
      guard token < end else { return nil }
      if memory.starts[token] & tables != 0, let hit = next(at: token, nodes.0, nodes.1) {
        return hit
      }
      position &+= 1
      number = 0
    }
    return nil
  }

  private mutating func next(
    at token: Int, _ nodes: UnsafePointer<PhraseTrie.Node>,
    _ entries: UnsafePointer<PhraseTrie.Entry>
  ) -> Hit? {
    let node = nodes + Int(memory.nodes[token])
    while number < Int(node.pointee.count) {
      let entry = entries[Int(node.pointee.first) &+ number]
      number &+= 1
      if tables & (1 &<< UInt32(entry.table)) != 0, let table = RuleTable(rawValue: entry.table) {
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
