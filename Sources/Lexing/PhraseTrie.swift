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

  init(
    nodes: [Node], children: [UInt64], entries: [Entry], edges: EdgeTable, roles: PhraseRoles
  ) {
    functions = roles.functions
    heads = roles.heads
    self.children = UnsafePointer(Self.copy(children))
    self.nodes = UnsafePointer(Self.copy(nodes))
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
  func starts(of word: UInt32) -> UInt32 {
    nodes[Int(word)].tables | (children[Int(word)] == 0 ? 0 : PhrasePlace.unknown)
  }

  /// A bit for each word that may follow a word in a phrase, by the last four bits of its number.
  @inline(__always)
  func following(_ word: UInt32) -> UInt16 {
    let half = children[Int(word)] | children[Int(word)] &>> 32
    return UInt16(truncatingIfNeeded: half | half &>> 16)
  }

  /// Where the phrases lead that start at a token, of which ``Token/mayPrecede(_:)`` has told that
  /// they may go on. A phrase never runs over a line break; its digits stand where the rule has
  /// them, without a space before.
  public func node(at index: Int, in tokens: UnsafeBufferPointer<Token>) -> UInt32 {
    let base = tokens.baseAddress!
    let count = tokens.count
    let edges = edges.view
    var number = base[index].id
    var following = UInt64.max
    var end = index &+ 1
    while following != 0, end < count {
      let next = base[end]
      guard following &>> UInt64(next.id & 63) & 1 != 0, next.id != 0,
        !(next.kind == .number && next.hasSpaceBefore)
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
