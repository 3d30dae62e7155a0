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
    /// A bit for each child by the low bits of its word's number: most words that follow are told
    /// to lead nowhere by it.
    var children: UInt64 = 0
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
  }

  /// The memory that ``find(in:_:)`` fills, with a place for each token and one more.
  public struct Output {
    /// The node that the phrases starting at the token lead to.
    public var nodes: UnsafeMutablePointer<UInt32>
    /// A bit for each table of which a phrase starts, or ends before, the token.
    public var starts: UnsafeMutablePointer<UInt32>
    public var ends: UnsafeMutablePointer<UInt32>
    /// A bit for each length of the phrases that end before the token.
    public var lengths: UnsafeMutablePointer<UInt16>
    /// True within a phrase of the function tables that is no part of a head.
    public var functions: UnsafeMutablePointer<Bool>

    public init(
      nodes: UnsafeMutablePointer<UInt32>, starts: UnsafeMutablePointer<UInt32>,
      ends: UnsafeMutablePointer<UInt32>, lengths: UnsafeMutablePointer<UInt16>,
      functions: UnsafeMutablePointer<Bool>
    ) {
      self.nodes = nodes
      self.starts = starts
      self.ends = ends
      self.lengths = lengths
      self.functions = functions
    }
  }

  /// The most tokens of a phrase.
  public static let longestPhrase = 15

  public let nodes: UnsafePointer<Node>
  public let entries: UnsafePointer<Entry>
  private let edges: EdgeTable

  init(nodes: [Node], entries: [Entry], edges: EdgeTable) {
    self.nodes = UnsafePointer(Self.copy(nodes))
    self.entries = UnsafePointer(Self.copy(entries))
    self.edges = edges
  }

  deinit {
    nodes.deallocate()
    entries.deallocate()
  }

  private static func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    return pointer
  }

  /// Finds the phrases that start at each token. A phrase never runs over a line break; its digits
  /// stand where the rule has them, without a space before.
  public func find(in tokens: UnsafeBufferPointer<Token>, _ output: Output) {
    guard let base = tokens.baseAddress else { return }
    let count = tokens.count
    let edges = edges.view
    // The end of the head that reaches furthest so far.
    var covered = 0
    for index in 0..<count {
      var number = base[index].id
      var node = nodes + Int(number)
      var end = index &+ 1
      while node.pointee.children != 0, end < count {
        let next = base[end]
        guard node.pointee.children &>> UInt64(next.id & 63) & 1 != 0, next.id != 0,
          !(next.kind == .number && next.hasSpaceBefore)
        else { break }
        let child = edges.child(of: number, next.id)
        guard child != 0 else { break }
        number = child
        node = nodes + Int(child)
        end &+= 1
      }
      output.nodes[index] = number
      output.starts[index] = node.pointee.tables
      guard node.pointee.tables != 0 else { continue }
      var entry = entries + Int(node.pointee.first)
      let last = entry + Int(node.pointee.count)
      while entry < last {
        let end = index &+ Int(entry.pointee.length)
        output.ends[end] |= 1 &<< UInt32(entry.pointee.table)
        output.lengths[end] |= 1 &<< UInt16(entry.pointee.length)
        entry += 1
      }
      covered = max(covered, index &+ Int(node.pointee.headLength))
      guard node.pointee.functionLength != 0 else { continue }
      markFunctions(node.pointee, at: index, covered, output.functions)
    }
  }

  /// A function word within a head, such as hàng in ngân hàng, belongs to the head.
  @inline(__always)
  private func markFunctions(
    _ node: Node, at index: Int, _ covered: Int, _ functions: UnsafeMutablePointer<Bool>
  ) {
    var length = Int(node.functionLength)
    if index &+ length <= covered, length > Int(node.headLength) {
      guard node.hasFunctionAtHead else { return }
      length = Int(node.headLength)
    }
    for token in index..<index &+ length { functions[token] = true }
  }
}
