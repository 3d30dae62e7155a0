import Lexing
import Rules

/// The phrases of the tables in a text, looked up by where they start or end.
///
/// A view on what the lexer noted and on the memory of a ``HitMemory``, which it must not outlive.
struct Hits {
  /// The tokens of the text.
  let count: Int
  /// The tokens that have a role.
  let landmarks: UnsafeBufferPointer<Landmark>
  private let places: UnsafeMutablePointer<PhrasePlace>
  private let nodes: UnsafePointer<PhraseTrie.Node>
  private let entries: UnsafePointer<PhraseTrie.Entry>
  /// For each table a bit for each length of its phrases.
  private let lengths: UnsafePointer<UInt16>
  /// A bit for each function table, and for each head table; and how long their phrases are at most.
  private let functions, heads: UInt32
  private let longestFunction, longestHead: Int
  private let memory: Unmanaged<HitMemory>

  init(
    _ memory: HitMemory, _ tokens: TokenBuffer, _ trie: PhraseTrie,
    _ places: UnsafeMutablePointer<PhrasePlace>
  ) {
    count = tokens.count
    landmarks = tokens.landmarks
    self.places = places
    nodes = trie.nodes
    entries = trie.entries
    lengths = trie.lengths
    functions = trie.functions
    heads = trie.heads
    longestFunction = trie.longestFunction
    longestHead = trie.longestHead
    self.memory = Unmanaged.passUnretained(memory)
  }

  /// A bit for each table of which a phrase starts at a token of the text.
  @inline(__always)
  private func starts(_ token: Int) -> UInt32 { places[token].starts }

  /// The node that the phrases starting at a token of the text lead to.
  @inline(__always)
  private func node(_ token: Int) -> UnsafePointer<PhraseTrie.Node> {
    nodes + places[token].index
  }

  // MARK: Starts

  /// The tables of which a phrase starts at the token.
  @inline(__always)
  func tables(at token: Int) -> TableSet {
    TableSet(rawValue: token >= 0 && token < count ? starts(token) : 0)
  }

  /// True when a phrase of the table starts at the token.
  @inline(__always)
  func hasStart(at token: Int, _ table: RuleTable) -> Bool {
    token >= 0 && token < count && starts(token) & table.bit != 0
  }

  /// True when a phrase of one of the tables starts at the token.
  @inline(__always)
  func hasStart(at token: Int, of tables: TableSet) -> Bool {
    token >= 0 && token < count && starts(token) & tables.rawValue != 0
  }

  /// True when a phrase of the table starts at one of the tokens; its first words have a role.
  func hasStart(in range: Range<Int>, _ table: RuleTable) -> Bool {
    var hits = HitSequence(self, in: range, of: TableSet(table), at: table.roles)
    return hits.next() != nil
  }

  /// True where a number in words may start at the token.
  @inline(__always)
  func opensNumber(at token: Int) -> Bool { node(token).pointee.opensNumber }

  /// The longest phrase of `table` that starts at `token`.
  @inline(__always)
  func starting(at token: Int, _ table: RuleTable) -> Hit? {
    guard hasStart(at: token, table) else { return nil }
    return Self.found(at: token, nodes + places[token].index, entries, table)
  }

  private static func found(
    at token: Int, _ node: UnsafePointer<PhraseTrie.Node>,
    _ entries: UnsafePointer<PhraseTrie.Entry>, _ table: RuleTable
  ) -> Hit? {
    for number in 0..<Int(node.pointee.count) {
      let entry = entries[Int(node.pointee.first) &+ number]
      if entry.table == table.rawValue { return Hit(entry, at: token, table) }
    }
    return nil
  }

  /// The next phrase of the tables at a token.
  func next(at token: Int, of tables: TableSet, from number: inout Int) -> Hit? {
    guard starts(token) & tables.rawValue != 0 else { return nil }
    let node = nodes + places[token].index
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

  /// The phrases of the tables that start within `tokens`, the longest of each table at each token.
  ///
  /// - Parameter roles: What the first words of all phrases of the tables are.
  func all(in tokens: Range<Int>, of tables: TableSet, at roles: WordRoles) -> HitSequence {
    HitSequence(self, in: tokens, of: tables, at: roles)
  }

  /// The same where the position of the first landmark is known.
  @inline(__always)
  func all(
    in tokens: Range<Int>, from landmark: Int, of tables: TableSet, at roles: WordRoles
  ) -> HitSequence {
    HitSequence(self, upTo: tokens.upperBound, from: landmark, of: tables, at: roles)
  }

  /// The position among the landmarks of the first one from `token` on, most often near the one
  /// asked for last.
  func firstLandmark(at token: Int) -> Int {
    memory._withUnsafeGuaranteedRef {
      $0.lastLandmark = firstLandmark(at: token, near: $0.lastLandmark)
      return $0.lastLandmark
    }
  }

  private func firstLandmark(at token: Int, near last: Int) -> Int {
    // Steps that double, up to what lies on the other side.
    var low = last
    var high = last
    var step = 8
    while low > 0, Int(landmarks[low - 1].token) >= token {
      high = low - 1
      low = max(0, low - step)
      step *= 2
    }
    if low == last {
      while high < landmarks.count, Int(landmarks[high].token) < token {
        low = high + 1
        high = min(landmarks.count, high + step)
        step *= 2
      }
    }
    while low < high {
      let middle = (low + high) / 2
      if Int(landmarks[middle].token) < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Ends

  /// The longest phrase of `table` that ends before `token`, without anything between.
  @inline(__always)
  func ending(at token: Int, _ table: RuleTable) -> Hit? {
    guard token > 0, token <= count else { return nil }
    var lengths = lengths[Int(table.rawValue)]
    while lengths != 0 {
      let length = 15 &- lengths.leadingZeroBitCount
      lengths &= ~(1 &<< UInt16(length))
      let start = token &- length
      guard start >= 0, starts(start) & table.bit != 0 else { continue }
      if let hit = Self.found(at: start, nodes + places[start].index, entries, table),
        Int(hit.end) == token
      {
        return hit
      }
    }
    return nil
  }

  /// True for tokens inside a function word, a cue or a time's words that is no part of a noun, as
  /// hàng is in ngân hàng.
  @inline(__always)
  func isPredicate(_ token: Int) -> Bool {
    guard token >= 0, token < count else { return false }
    return places[token].isPredicate ?? findPredicate(token)
  }

  /// Looks around the token. Kept with it, as a sentence is gone through for each of its figures.
  @inline(never)
  private func findPredicate(_ token: Int) -> Bool {
    let found = isInFunctionWord(token)
    places[token].remember(isPredicate: found)
    return found
  }

  private func isInFunctionWord(_ token: Int) -> Bool {
    for start in stride(from: token, to: max(-1, token - longestFunction), by: -1)
    where starts(start) & functions != 0 {
      let node = nodes + places[start].index
      var length = Int(node.pointee.functionLength)
      guard start + length > token else { continue }
      // The mức of hạn mức, a noun and a function word alone, is part of the longer word.
      guard start == 0 || start + length > headEnd(at: start - 1) else { continue }
      if length > Int(node.pointee.headLength), start + length <= headEnd(at: start) {
        guard node.pointee.hasFunctionAtHead else { continue }
        length = Int(node.pointee.headLength)
      }
      if start + length > token { return true }
    }
    return false
  }

  /// Where the noun ends that reaches furthest of those that start at the token or before.
  private func headEnd(at token: Int) -> Int {
    var end = 0
    for start in max(0, token - longestHead + 1)...token where starts(start) & heads != 0 {
      end = max(end, start + Int(nodes[places[start].index].headLength))
    }
    return end
  }
}

/// The memory of ``Hits``, used again for the next text. One for each worker.
final class HitMemory {
  let trie: PhraseTrie
  /// The position among the landmarks that was looked for last.
  fileprivate var lastLandmark = 0

  init(trie: PhraseTrie) { self.trie = trie }

  /// The phrases of a new text; those of the one before are gone.
  func hits(in buffer: TokenBuffer) -> Hits {
    lastLandmark = 0
    return Hits(self, buffer, trie, buffer.places)
  }
}

extension PhrasePlace {
  // Above the node's number, whether the token is known to be a predicate.
  private static let known: UInt32 = 1 << 31
  private static let predicate: UInt32 = 1 << 30

  /// The number of the node.
  @inline(__always)
  fileprivate var index: Int { Int(node & (Self.predicate - 1)) }

  /// Nil where it is not known yet.
  @inline(__always)
  fileprivate var isPredicate: Bool? {
    node & Self.known == 0 ? nil : node & Self.predicate != 0
  }

  fileprivate mutating func remember(isPredicate: Bool) {
    node |= isPredicate ? Self.known | Self.predicate : Self.known
  }
}
