/// The steps of a trie from node to node, by hashing with open addresses.
final class EdgeTable: @unchecked Sendable {
  fileprivate struct Edge {
    var key: UInt64
    var child: UInt32
  }

  /// Its memory, to be used as long as the table lives.
  struct View {
    fileprivate let edges: UnsafePointer<Edge>
    fileprivate let mask: Int

    /// The node that `word` leads to from `node`; 0 where it leads nowhere.
    @inline(__always)
    func child(of node: UInt32, _ word: UInt32) -> UInt32 {
      let key = EdgeTable.key(node, word)
      var slot = EdgeTable.slot(key) & mask
      while edges[slot].child != 0 {
        if edges[slot].key == key { return edges[slot].child }
        slot = (slot &+ 1) & mask
      }
      return 0
    }
  }

  private let edges: UnsafeMutablePointer<Edge>
  private let mask: Int

  init(_ steps: [UInt64: UInt32]) {
    var capacity = 1024
    while capacity < steps.count * 3 { capacity *= 2 }
    mask = capacity - 1
    edges = .allocate(capacity: capacity)
    edges.initialize(repeating: Edge(key: 0, child: 0), count: capacity)
    for (key, child) in steps {
      var slot = Self.slot(key) & mask
      while edges[slot].child != 0 { slot = (slot + 1) & mask }
      edges[slot] = Edge(key: key, child: child)
    }
  }

  deinit { edges.deallocate() }

  @inline(__always)
  var view: View { View(edges: UnsafePointer(edges), mask: mask) }

  @inline(__always)
  static func key(_ node: UInt32, _ word: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(word) }

  @inline(__always)
  fileprivate static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 24)
  }
}
