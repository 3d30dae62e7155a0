import CProcessor

/// The steps of a trie from node to node, by hashing with open addresses.
///
/// A step is one word of memory: 22 bits of the node, 20 of the word, 22 of the child; 0 where there
/// is none. Beside it lies what is asked next of the child, so that it takes no look elsewhere.
final class EdgeTable: @unchecked Sendable {
  fileprivate static let childBits: UInt64 = 22
  private static let wordBits: UInt64 = 20

  /// A step, before the table is made.
  struct Step {
    var node, word, child: UInt32
  }

  fileprivate struct Edge {
    var step: UInt64 = 0
    var following: UInt64 = 0
  }

  /// Its memory, to be used as long as the table lives.
  struct View {
    fileprivate let edges: UnsafePointer<Edge>
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let mask: Int

    /// False where `word` leads nowhere from `node`, and rarely true there.
    @inline(__always)
    func mayLead(from node: UInt32, _ word: UInt32) -> Bool {
      let bit = EdgeTable.mixed(EdgeTable.packed(node, word)) &>> EdgeTable.filterShift
      return filter[Int(bit &>> 6)] &>> (bit & 63) & 1 != 0
    }

    /// Has the processor fetch the step, which is asked for soon, or what it has at hand.
    @inline(__always)
    func fetch(from node: UInt32, _ word: UInt32, if isAsked: Bool) {
      let mixed = EdgeTable.mixed(EdgeTable.packed(node, word))
      solieu_fetch(edges + (isAsked ? EdgeTable.slot(mixed) & mask : 0))
    }

    /// The node that `word` leads to from `node`, with a bit for each word that may follow there; 0
    /// where it leads nowhere.
    @inline(__always)
    func child(of node: UInt32, _ word: UInt32) -> (node: UInt32, following: UInt64) {
      let key = EdgeTable.packed(node, word)
      let mixed = EdgeTable.mixed(key)
      var slot = EdgeTable.slot(mixed) & mask
      while edges[slot].step != 0 {
        let edge = edges[slot]
        if edge.step &>> EdgeTable.childBits == key {
          let child = edge.step & (1 &<< EdgeTable.childBits &- 1)
          return (UInt32(truncatingIfNeeded: child), edge.following)
        }
        slot = (slot &+ 1) & mask
      }
      return (0, 0)
    }
  }

  private let edges: UnsafeMutablePointer<Edge>
  private let mask: Int
  /// A bit for each edge by its hash: small enough to stay close to the processor, it turns away
  /// most of the pairs that are no edge.
  private let filter: UnsafeMutablePointer<UInt64>
  fileprivate static let filterShift: UInt64 = 64 - 17

  /// - Parameters:
  ///   - steps: All of them, each once.
  ///   - children: For each node a bit for each word that leads on from it.
  init(_ steps: [Step], children: UnsafePointer<UInt64>) {
    var capacity = 1024
    // Three quarters full at most: the filter turns away nearly all that is not in it.
    while capacity * 3 < steps.count * 4 { capacity *= 2 }
    mask = capacity - 1
    edges = .allocate(capacity: capacity)
    edges.initialize(repeating: Edge(), count: capacity)
    let words = 1 << Int(64 - Self.filterShift - 6)
    filter = .allocate(capacity: words)
    filter.initialize(repeating: 0, count: words)
    for step in steps {
      precondition(
        step.node < 1 << Self.childBits && step.child < 1 << Self.childBits
          && step.word < 1 << Self.wordBits,
        "the tables have more phrases than a trie can hold")
      let key = Self.packed(step.node, step.word)
      let mixed = Self.mixed(key)
      let bit = mixed >> Self.filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      var slot = Self.slot(mixed) & mask
      while edges[slot].step != 0 { slot = (slot + 1) & mask }
      edges[slot] = Edge(
        step: key << Self.childBits | UInt64(step.child), following: children[Int(step.child)])
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
  fileprivate static func packed(_ node: UInt32, _ word: UInt32) -> UInt64 {
    UInt64(node) &<< wordBits | UInt64(word)
  }

  @inline(__always)
  fileprivate static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  fileprivate static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed &>> 24) }
}
