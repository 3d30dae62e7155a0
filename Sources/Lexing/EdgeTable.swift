/// The steps of a trie from node to node, by hashing with open addresses.
final class EdgeTable: @unchecked Sendable {
  fileprivate struct Edge {
    var key: UInt64
    var child: UInt32
  }

  /// Its memory, to be used as long as the table lives.
  struct View {
    fileprivate let edges: UnsafePointer<Edge>
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let mask: Int

    /// The node that `word` leads to from `node`; 0 where it leads nowhere.
    @inline(__always)
    func child(of node: UInt32, _ word: UInt32) -> UInt32 {
      let key = EdgeTable.key(node, word)
      let mixed = EdgeTable.mixed(key)
      let bit = mixed &>> EdgeTable.filterShift
      guard filter[Int(bit &>> 6)] &>> (bit & 63) & 1 != 0 else { return 0 }
      var slot = EdgeTable.slot(mixed) & mask
      while edges[slot].child != 0 {
        if edges[slot].key == key { return edges[slot].child }
        slot = (slot &+ 1) & mask
      }
      return 0
    }
  }

  private let edges: UnsafeMutablePointer<Edge>
  private let mask: Int
  /// A bit for each edge by its hash: small enough to stay close to the processor, it turns away
  /// most of the pairs that are no edge.
  private let filter: UnsafeMutablePointer<UInt64>
  fileprivate static let filterShift: UInt64 = 64 - 17

  init(_ steps: [UInt64: UInt32]) {
    var capacity = 1024
    while capacity < steps.count * 3 { capacity *= 2 }
    mask = capacity - 1
    edges = .allocate(capacity: capacity)
    edges.initialize(repeating: Edge(key: 0, child: 0), count: capacity)
    let words = 1 << Int(64 - Self.filterShift - 6)
    filter = .allocate(capacity: words)
    filter.initialize(repeating: 0, count: words)
    for (key, child) in steps {
      let mixed = Self.mixed(key)
      let bit = mixed >> Self.filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      var slot = Self.slot(mixed) & mask
      while edges[slot].child != 0 { slot = (slot + 1) & mask }
      edges[slot] = Edge(key: key, child: child)
    }
  }

  deinit {
    edges.deallocate()
    filter.deallocate()
  }

  @inline(__always)
  var view: View { View(edges: UnsafePointer(edges), filter: UnsafePointer(filter), mask: mask) }

  @inline(__always)
  static func key(_ node: UInt32, _ word: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(word) }

  @inline(__always)
  fileprivate static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  fileprivate static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed &>> 24) }
}
