import Lexing
import Rules

/// The phrases of the tables in a text, looked up by where they start or end.
///
/// Found by blocks of tokens, once something is asked of a block: most of a text is far from any
/// number. A view on the memory of a ``HitMemory``, which it must not outlive.
struct Hits {
  /// The tokens of the text.
  let count: Int
  /// The tokens that have a role.
  let landmarks: UnsafeBufferPointer<Landmark>
  private let places: UnsafeMutablePointer<PhraseTrie.Place>
  /// True for the blocks that are filled.
  private let filled: UnsafeMutablePointer<Bool>
  private let nodes: UnsafePointer<PhraseTrie.Node>
  private let entries: UnsafePointer<PhraseTrie.Entry>
  private let memory: Unmanaged<HitMemory>

  init(
    _ memory: HitMemory, _ tokens: TokenBuffer, _ trie: PhraseTrie,
    _ places: UnsafeMutablePointer<PhraseTrie.Place>, _ filled: UnsafeMutablePointer<Bool>
  ) {
    count = tokens.count
    landmarks = tokens.landmarks
    self.places = places
    self.filled = filled
    nodes = trie.nodes
    entries = trie.entries
    self.memory = Unmanaged.passUnretained(memory)
  }

  /// What is found at a token, from 0 to the text's end.
  @inline(__always)
  private func place(_ token: Int) -> UnsafeMutablePointer<PhraseTrie.Place> {
    if !filled[token &>> HitMemory.blockBits] {
      memory._withUnsafeGuaranteedRef { $0.fill(token &>> HitMemory.blockBits) }
    }
    return places + token
  }

  /// True for tokens inside a function word, a cue or a time's words.
  @inline(__always)
  func isPredicate(_ token: Int) -> Bool {
    token >= 0 && token <= count && place(token).pointee.isFunction
  }

  /// True when a phrase of the table starts at the token.
  @inline(__always)
  func hasStart(at token: Int, _ table: RuleTable) -> Bool {
    token >= 0 && token < count && place(token).pointee.starts & table.bit != 0
  }

  /// True when a phrase of one of the tables starts at the token.
  @inline(__always)
  func hasStart(at token: Int, of tables: TableSet) -> Bool {
    token >= 0 && token < count && place(token).pointee.starts & tables.rawValue != 0
  }

  /// True when a phrase of one of the tables starts at one of the tokens.
  func hasStart(in range: Range<Int>, of tables: TableSet) -> Bool {
    var found: UInt32 = 0
    for token in max(0, range.lowerBound)..<max(0, min(range.upperBound, count)) {
      found |= place(token).pointee.starts
    }
    return found & tables.rawValue != 0
  }

  /// The longest phrase of `table` that starts at `token`.
  @inline(__always)
  func starting(at token: Int, _ table: RuleTable) -> Hit? {
    guard hasStart(at: token, table) else { return nil }
    return Self.found(at: token, nodes[Int(places[token].node)], entries, table)
  }

  private static func found(
    at token: Int, _ node: PhraseTrie.Node, _ entries: UnsafePointer<PhraseTrie.Entry>,
    _ table: RuleTable
  ) -> Hit? {
    for number in 0..<Int(node.count) {
      let entry = entries[Int(node.first) + number]
      if entry.table == table.rawValue { return Hit(entry, at: token, table) }
    }
    return nil
  }

  /// The longest phrase of `table` that ends before `token`, without anything between.
  @inline(__always)
  func ending(at token: Int, _ table: RuleTable) -> Hit? {
    guard token > 0, token <= count, place(token).pointee.ends & table.bit != 0 else { return nil }
    return ended(at: token, table)
  }

  private func ended(at token: Int, _ table: RuleTable) -> Hit? {
    var lengths = places[token].lengths
    while lengths != 0 {
      let length = 15 - lengths.leadingZeroBitCount
      if let hit = starting(at: token - length, table), Int(hit.end) == token { return hit }
      lengths &= ~(1 << UInt16(length))
    }
    return nil
  }

  /// The phrases of the tables that start within `tokens`, the longest of each table at each token.
  func all(in tokens: Range<Int>, of tables: TableSet) -> HitSequence {
    HitSequence(self, in: tokens, of: tables)
  }

  /// The same where every phrase of the tables begins with a word of one of the roles.
  func all(in tokens: Range<Int>, of tables: TableSet, at roles: WordRoles) -> LandmarkHits {
    LandmarkHits(self, in: tokens, of: tables, at: roles)
  }

  // MARK: Single tokens

  /// Where the phrases lead that start at a token; looked up alone where its block is not filled.
  @inline(__always)
  func node(at token: Int) -> UInt32 {
    filled[token &>> HitMemory.blockBits]
      ? places[token].node : memory._withUnsafeGuaranteedRef { $0.node(at: token) }
  }

  /// The tables of which a phrase starts at the token, likewise.
  @inline(__always)
  func tables(at token: Int) -> TableSet {
    TableSet(rawValue: token < count ? nodes[Int(node(at: token))].tables : 0)
  }

  /// The longest phrase of `table` that starts at a token, likewise.
  @inline(__always)
  func single(at token: Int, _ table: RuleTable) -> Hit? {
    guard token < count else { return nil }
    let node = nodes[Int(node(at: token))]
    return node.tables & table.bit != 0 ? Self.found(at: token, node, entries, table) : nil
  }

  /// True where a number in words may start at the token, likewise.
  @inline(__always)
  func opensNumber(at token: Int) -> Bool { nodes[Int(node(at: token))].opensNumber }

  /// The next phrase of the tables at a token whose node is known.
  @inline(__always)
  func next(at token: Int, _ node: UInt32, of tables: TableSet, from number: inout Int) -> Hit? {
    let node = nodes + Int(node)
    guard node.pointee.tables & tables.rawValue != 0 else { return nil }
    while number < Int(node.pointee.count) {
      let entry = entries[Int(node.pointee.first) &+ number]
      number &+= 1
      if tables.rawValue & (1 &<< UInt32(entry.table)) != 0,
        let table = RuleTable(rawValue: entry.table)
      {
        return Hit(entry, at: token, table)
      }
    }
    return nil
  }

  /// The position among the landmarks of the first one from `token` on.
  func firstLandmark(at token: Int) -> Int {
    var low = 0
    var high = landmarks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(landmarks[middle].token) < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The memory of ``Hits``, used again for the next text. One for each worker.
final class HitMemory {
  /// A block has 32 tokens.
  static let blockBits = 5

  private let trie: PhraseTrie
  private var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
  private var capacity = 0
  private var places: UnsafeMutablePointer<PhraseTrie.Place>
  private var filled: UnsafeMutablePointer<Bool>

  init(trie: PhraseTrie) {
    self.trie = trie
    places = .allocate(capacity: 1)
    filled = .allocate(capacity: 1)
  }

  deinit {
    places.deallocate()
    filled.deallocate()
  }

  /// The phrases of a new text; those of the one before are gone.
  func hits(in buffer: TokenBuffer) -> Hits {
    tokens = buffer.tokens
    let needed = tokens.count + 1
    if needed > capacity {
      places.deallocate()
      filled.deallocate()
      capacity = needed + needed / 4
      places = .allocate(capacity: capacity)
      filled = .allocate(capacity: capacity >> Self.blockBits + 1)
    }
    places.initialize(repeating: PhraseTrie.Place(), count: needed)
    filled.initialize(repeating: false, count: needed >> Self.blockBits + 1)
    return Hits(self, buffer, trie, places, filled)
  }

  /// Finds what starts and ends in a block.
  func fill(_ block: Int) {
    let first = block << Self.blockBits
    trie.find(
      in: tokens, first..<first + 1 << Self.blockBits,
      isFilledBefore: block > 0 && filled[block - 1], places)
    filled[block] = true
  }

  func node(at token: Int) -> UInt32 { trie.node(at: token, in: tokens) }
}
