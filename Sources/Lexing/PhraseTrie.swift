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
    /// The length of the longest phrase of the head table; 0 where there is none.
    public var headLength: UInt8 = 0
    /// The length of the longest phrase of the function tables that no head outreaches.
    public var functionLength: UInt8 = 0
    /// True where such a phrase is as long as the head.
    public var hasFunctionAtHead = false
    /// True where a number in words may start.
    public var opensNumber = false
  }

  /// What is found at a token.
  public struct Place: Sendable {
    /// A bit for each table of which a phrase starts, or ends before, the token.
    public var starts: UInt32 = 0
    public var ends: UInt32 = 0
    /// The node that the phrases starting at the token lead to.
    public var node: UInt32 = 0
    /// A bit for each length of the phrases that end before the token.
    public var lengths: UInt16 = 0
    /// True within a phrase of the function tables that is no part of a head.
    public var isFunction = false

    public init() {}
  }

  /// The most tokens of a phrase.
  public static let longestPhrase = 15

  public let nodes: UnsafePointer<Node>
  /// For each node a bit for each child by the low bits of its word's number: most words that
  /// follow are told to lead nowhere by it. Apart from the nodes, as all that is asked of most is
  /// this.
  private let children: UnsafePointer<UInt64>
  public let entries: UnsafePointer<Entry>
  private let edges: EdgeTable

  init(nodes: [Node], children: [UInt64], entries: [Entry], edges: EdgeTable) {
    self.children = UnsafePointer(Self.copy(children))
    self.nodes = UnsafePointer(Self.copy(nodes))
    self.entries = UnsafePointer(Self.copy(entries))
    self.edges = edges
  }

  deinit {
    nodes.deallocate()
    children.deallocate()
    entries.deallocate()
  }

  private static func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    return pointer
  }

  /// Where the phrases lead that start at a token. A phrase never runs over a line break; its digits
  /// stand where the rule has them, without a space before.
  public func node(at index: Int, in tokens: UnsafeBufferPointer<Token>) -> UInt32 {
    walk(from: index, tokens.baseAddress!, tokens.count, edges.view)
  }

  @inline(__always)
  private func walk(
    from index: Int, _ base: UnsafePointer<Token>, _ count: Int, _ edges: EdgeTable.View
  ) -> UInt32 {
    var number = base[index].id
    var following = children[Int(number)]
    var end = index &+ 1
    while following != 0, end < count {
      let next = base[end]
      guard following &>> UInt64(next.id & 63) & 1 != 0, next.id != 0,
        !(next.kind == .number && next.hasSpaceBefore)
      else { break }
      let child = edges.child(of: number, next.id)
      guard child != 0 else { break }
      number = child
      following = children[Int(child)]
      end &+= 1
    }
    return number
  }

  /// Finds all that starts or ends within a range of tokens.
  ///
  /// - Parameters:
  ///   - places: One for each token of the text and one more, empty or filled by this before.
  ///   - isFilledBefore: All tokens before the range have been filled.
  public func find(
    in tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, isFilledBefore: Bool,
    _ places: UnsafeMutablePointer<Place>
  ) {
    guard let base = tokens.baseAddress else { return }
    let lowest = range.lowerBound
    let edges = edges.view
    // The end of the head that reaches furthest so far.
    var covered = 0
    let first = firstReaching(lowest, base)
    for index in first..<min(range.upperBound, tokens.count) {
      let number =
        isFilledBefore && index < lowest
        ? places[index].node : walk(from: index, base, tokens.count, edges)
      let node = nodes + Int(number)
      if index >= lowest {
        places[index].node = number
        places[index].starts = node.pointee.tables
      }
      guard node.pointee.tables != 0 else { continue }
      covered = max(covered, index &+ Int(node.pointee.headLength))
      // What starts before and does not reach into the range was found before, or is not asked for.
      guard index >= lowest || !isFilledBefore && index &+ Self.longestPhrase > lowest else {
        continue
      }
      var entry = entries + Int(node.pointee.first)
      let last = entry + Int(node.pointee.count)
      while entry < last {
        let end = index &+ Int(entry.pointee.length)
        places[end].ends |= 1 &<< UInt32(entry.pointee.table)
        places[end].lengths |= 1 &<< UInt16(entry.pointee.length)
        entry += 1
      }
      guard node.pointee.functionLength != 0 else { continue }
      markFunctions(node.pointee, at: index, covered, places)
    }
  }

  /// The first token whose phrases tell what is found from `index` on: those that reach there, and
  /// the heads that those may be part of. No phrase runs over a word that no rule names.
  private func firstReaching(_ index: Int, _ base: UnsafePointer<Token>) -> Int {
    let lowest = max(0, index - 2 * Self.longestPhrase)
    var first = index
    while first > lowest, base[first - 1].id != 0 { first -= 1 }
    return first
  }

  /// A function word within a head, such as hàng in ngân hàng, belongs to the head.
  @inline(__always)
  private func markFunctions(
    _ node: Node, at index: Int, _ covered: Int, _ places: UnsafeMutablePointer<Place>
  ) {
    var length = Int(node.functionLength)
    if index &+ length <= covered, length > Int(node.headLength) {
      guard node.hasFunctionAtHead else { return }
      length = Int(node.headLength)
    }
    for token in index..<index &+ length { places[token].isFunction = true }
  }
}
