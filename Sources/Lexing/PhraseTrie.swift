/// Phrases of words, numbers and marks, each belonging to a table and a row of it.
public final class PhraseTrie: @unchecked Sendable {
  /// A phrase found in a text.
  public struct Entry: Sendable {
    public var table: UInt8
    public var row: Int32
  }

  private let mask: Int
  private let keys: UnsafeMutablePointer<UInt64>
  private let children: UnsafeMutablePointer<UInt32>
  /// The node of each word that starts a phrase, by lexicon number; 0 where none does.
  private let roots: UnsafeMutablePointer<UInt32>
  private let rootCount: Int
  /// Entries of node n stand at `entryStarts[n]..<entryStarts[n + 1]`.
  private let entryStarts: UnsafeMutablePointer<UInt32>
  private let entries: UnsafeMutablePointer<Entry>

  init(edges: [UInt64: UInt32], roots: [UInt32], nodeEntries: [[Entry]]) {
    var capacity = 1024
    while capacity < edges.count * 3 { capacity *= 2 }
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    children = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    children.initialize(repeating: 0, count: capacity)
    for (key, child) in edges {
      var slot = Self.slot(key) & mask
      while children[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      children[slot] = child
    }
    self.roots = Self.copy(roots)
    rootCount = roots.count
    var starts: [UInt32] = [0]
    for entries in nodeEntries { starts.append(starts.last! + UInt32(entries.count)) }
    entryStarts = Self.copy(starts)
    entries = Self.copy(nodeEntries.flatMap { $0 })
  }

  deinit {
    keys.deallocate()
    children.deallocate()
    roots.deallocate()
    entryStarts.deallocate()
    entries.deallocate()
  }

  private static func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    return pointer
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }

  static func key(_ node: UInt32, _ id: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(id) }

  @inline(__always)
  private func child(of node: UInt32, _ id: UInt32) -> UInt32 {
    let key = Self.key(node, id)
    var slot = Self.slot(key) & mask
    while children[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// Calls `body` with the end and the entry of every phrase that starts at `index`, shorter ones
  /// first. A phrase never runs over a line break; its digits and its dots stand where the rule
  /// has them, without a space before.
  @inline(__always)
  public func forEachPhrase(
    in tokens: UnsafeBufferPointer<Token>, at index: Int, _ body: (Int, Entry) -> Void
  ) {
    let first = tokens[index].id
    guard first != 0, Int(first) < rootCount else { return }
    var node = roots[Int(first)]
    var end = index + 1
    while node != 0 {
      let low = Int(entryStarts[Int(node)])
      let high = Int(entryStarts[Int(node) + 1])
      for position in low..<high { body(end, entries[position]) }
      guard end < tokens.count else { return }
      let next = tokens[end]
      guard next.id != 0, !(next.kind == .number && next.hasSpaceBefore) else { return }
      node = child(of: node, next.id)
      end += 1
    }
  }
}
