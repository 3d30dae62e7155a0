import CProcessor

/// Phrases of words, numbers and marks, each belonging to a table and a row of it.
///
/// Each node holds all the phrases on the way to it, the longest of each table, so that a text is
/// asked once for each token how far the phrases reach that start there, and nothing is copied.
public final class PhraseTrie: @unchecked Sendable {
  /// A phrase: its table, its row there, and its length in tokens.
  public struct Entry: Sendable {
    public var row: Int32
    public var table: UInt8
    public var length: UInt8
  }

  /// Where the words of one or more phrases lead. Nodes below the lexicon's count are the words
  /// themselves by their numbers; 0 is no word.
  public struct Node: Sendable {
    /// A bit for each table that has a phrase here.
    public var tables: UInt32 = 0
    /// Where its phrases begin among ``PhraseTrie/entries``.
    public var first: UInt32 = 0
    public var count: UInt8 = 0
    /// The length of the longest phrase of the head tables; 0 where there is none.
    public var headLength: UInt8 = 0
    /// The length of the longest phrase of the function tables that no head outreaches.
    public var functionLength: UInt8 = 0
    /// True where such a phrase is as long as the head.
    public var hasFunctionAtHead = false
    /// True where a number in words may start.
    public var opensNumber = false
  }

  /// The most tokens of a phrase.
  public static let longestPhrase = 15

  public let nodes: UnsafePointer<Node>
  /// For each node a bit for each child by the low bits of its word's number: most words that
  /// follow are told to lead nowhere by it. Apart from the nodes, as all that is asked of most is
  /// this.
  private let children: UnsafePointer<UInt64>
  public let entries: UnsafePointer<Entry>
  /// For each table a bit for each length of its phrases.
  public let lengths: UnsafePointer<UInt16>
  /// The longest phrase of the function tables, and of the head table.
  public let longestFunction, longestHead: Int
  /// A bit for each function table, and for each head table.
  public let functions, heads: UInt32
  private let edges: EdgeTable

  /// - Parameters:
  ///   - nodes: Memory that is the trie's from here on.
  ///   - children: The same, with as many as there are nodes.
  init(
    nodes: UnsafeBufferPointer<Node>, children: UnsafePointer<UInt64>, entries: [Entry],
    edges: EdgeTable, roles: PhraseRoles
  ) {
    functions = roles.functions
    heads = roles.heads
    self.children = children
    self.nodes = nodes.baseAddress!
    self.entries = UnsafePointer(Self.copy(entries))
    var lengths = [UInt16](repeating: 0, count: 32)
    for entry in entries { lengths[Int(entry.table)] |= 1 << UInt16(entry.length) }
    self.lengths = UnsafePointer(Self.copy(lengths))
    longestFunction = nodes.reduce(0) { max($0, Int($1.functionLength)) }
    longestHead = nodes.reduce(0) { max($0, Int($1.headLength)) }
    self.edges = edges
  }

  deinit {
    nodes.deallocate()
    children.deallocate()
    entries.deallocate()
    lengths.deallocate()
  }

  private static func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    return pointer
  }

  /// The ``PhrasePlace/starts`` of a word by itself.
  @inline(__always)
  func starts(of word: UInt32) -> UInt32 { nodes[Int(word)].tables }

  /// A bit for each word that may follow a word in a phrase, by the last four bits of its number.
  @inline(__always)
  func following(_ word: UInt32) -> UInt16 {
    let half = children[Int(word)] | children[Int(word)] &>> 32
    return UInt16(truncatingIfNeeded: half | half &>> 16)
  }

  /// Notes the phrases of two tokens and more that start at some tokens, of which
  /// ``following(_:)`` has told that there may be some.
  ///
  /// Step by step for all of them, and what one needs next is fetched while the others are looked
  /// at: the memory of one step is far from that of the next.
  ///
  /// - Parameter pairs: The `count` tokens, with room for twice as many of the text's.
  func find(
    at pairs: UnsafeMutablePointer<UInt32>, _ count: Int,
    in text: UnsafeBufferPointer<Token>, _ places: UnsafeMutablePointer<PhrasePlace>
  ) {
    let edges = edges.view
    let base = text.baseAddress!
    let found = pairs + text.count
    var left = 0
    for index in 0..<count {
      let token = Int(pairs[index])
      let (node, next) = (base[token].id, base[token &+ 1])
      pairs[left] = pairs[index]
      let isAsked = Self.mayGoOn(to: next) && edges.mayLead(from: node, next.id)
      edges.fetch(from: node, next.id, if: isAsked)
      left &+= isAsked ? 1 : 0
    }
    var foundCount = 0
    var length = 1
    while left > 0 {
      let count = left
      left = 0
      for index in 0..<count {
        let token = Int(pairs[index])
        let child = edges.child(of: places[token].node, base[token &+ length].id)
        guard child.node != 0 else { continue }
        if length == 1 {
          found[foundCount] = pairs[index]
          foundCount &+= 1
        }
        places[token].node = child.node
        solieu_fetch(nodes + Int(child.node))
        let end = token &+ length &+ 1
        guard end < text.count else { continue }
        let next = base[end]
        guard child.following &>> UInt64(next.id & 63) & 1 != 0, Self.mayGoOn(to: next),
          edges.mayLead(from: child.node, next.id)
        else { continue }
        edges.fetch(from: child.node, next.id, if: true)
        pairs[left] = pairs[index]
        left &+= 1
      }
      length &+= 1
    }
    for index in 0..<foundCount {
      let token = Int(found[index])
      places[token].starts = nodes[Int(places[token].node)].tables
    }
  }

  /// False for a token that no phrase has behind its first.
  @inline(__always)
  private static func mayGoOn(to token: Token) -> Bool {
    token.id != 0 && !(token.kind == .number && token.hasSpaceBefore)
  }

  /// Where the phrases lead that start at a token. A phrase never runs over a line break; its digits
  /// stand where the rule has them, without a space before.
  public func node(at index: Int, in tokens: UnsafeBufferPointer<Token>) -> UInt32 {
    let base = tokens.baseAddress!
    let count = tokens.count
    let edges = edges.view
    var number = base[index].id
    var following = UInt64.max
    var end = index &+ 1
    while following != 0, end < count {
      let next = base[end]
      guard following &>> UInt64(next.id & 63) & 1 != 0, Self.mayGoOn(to: next),
        edges.mayLead(from: number, next.id)
      else { break }
      let child = edges.child(of: number, next.id)
      guard child.node != 0 else { break }
      number = child.node
      following = child.following
      end &+= 1
    }
    return number
  }
}
