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
    /// The length of the longest phrase of the head tables; 0 where there is none.
    public var headLength: UInt8 = 0
    /// The length of the longest phrase of the function tables that no head outreaches.
    public var functionLength: UInt8 = 0
    /// True where such a phrase is as long as the head.
    public var hasFunctionAtHead = false
    /// True where a phrase of the tables that are looked for all over the text starts.
    var isListed = false
    /// True where a number in words may start.
    var opensNumber = false
  }

  /// The memory that ``find(in:_:)`` fills, with a place for each token and one more; to be given
  /// back by hand.
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
    /// The tokens at which a phrase of the listed tables starts, in their order.
    public var listed: UnsafeMutablePointer<Int32>
    public internal(set) var listedCount = 0
    /// The tokens at which a number may start, in digits or in words, in their order.
    public var openers: UnsafeMutablePointer<Int32>
    public internal(set) var openerCount = 0

    /// Memory for `count` tokens.
    public init(count: Int) {
      nodes = .allocate(capacity: count + 1)
      starts = .allocate(capacity: count + 1)
      ends = .allocate(capacity: count + 1)
      lengths = .allocate(capacity: count + 1)
      functions = .allocate(capacity: count + 1)
      listed = .allocate(capacity: count + 1)
      openers = .allocate(capacity: count + 1)
    }

    public func deallocate() {
      nodes.deallocate()
      starts.deallocate()
      ends.deallocate()
      lengths.deallocate()
      functions.deallocate()
      listed.deallocate()
      openers.deallocate()
    }

    fileprivate mutating func clear(_ count: Int) {
      ends.initialize(repeating: 0, count: count + 1)
      lengths.initialize(repeating: 0, count: count + 1)
      functions.initialize(repeating: false, count: count + 1)
      nodes[count] = 0
      starts[count] = 0
      listedCount = 0
      openerCount = 0
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
  public func find(in tokens: UnsafeBufferPointer<Token>, _ output: inout Output) {
    output.clear(tokens.count)
    guard let base = tokens.baseAddress else { return }
    let count = tokens.count
    var listed = output.listed
    var openers = output.openers
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
      if node.pointee.opensNumber || base[index].kind == .number {
        openers.pointee = Int32(truncatingIfNeeded: index)
        openers += 1
      }
      guard node.pointee.tables != 0 else { continue }
      if node.pointee.isListed {
        listed.pointee = Int32(truncatingIfNeeded: index)
        listed += 1
      }
      var entry = entries + Int(node.pointee.first)
      let last = entry + Int(node.pointee.count)
      while entry < last {
        let end = index &+ Int(entry.pointee.length)
        output.ends[end] |= 1 &<< UInt32(entry.pointee.table)
        output.lengths[end] |= 1 &<< UInt16(entry.pointee.length)
        entry += 1
      }
      let before = covered
      covered = max(covered, index &+ Int(node.pointee.headLength))
      // The mức of hạn mức, a noun and a function word alone, is part of the longer word.
      guard node.pointee.functionLength != 0, index &+ Int(node.pointee.functionLength) > before
      else { continue }
      markFunctions(node.pointee, at: index, covered, output.functions)
    }
    output.listedCount = listed - output.listed
    output.openerCount = openers - output.openers
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
