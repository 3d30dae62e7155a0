/// Makes a trie of nodes that come after their parents.
struct TrieMaker {
  /// The trie's own memory, as much as it may need.
  private let nodes: UnsafeMutablePointer<PhraseTrie.Node>
  /// What ``PhraseTrie`` asks first of each node.
  private let children: UnsafeMutablePointer<UInt64>
  private var count: Int
  private var entries: [PhraseTrie.Entry] = []
  private var steps: [EdgeTable.Step] = []
  /// The numbers of the nodes in the order in which they were added.
  private var numbers: [UInt32] = []
  /// The phrases of the node that is being filled.
  private var all: [PhraseTrie.Entry] = []
  private let roles: PhraseRoles

  /// - Parameters:
  ///   - words: The lexicon's count.
  ///   - expected: The most nodes that will be added.
  init(words: Int, nodes expected: Int, _ roles: PhraseRoles) {
    nodes = .allocate(capacity: words + expected)
    nodes.initialize(repeating: PhraseTrie.Node(), count: words)
    children = .allocate(capacity: words + expected)
    children.initialize(repeating: 0, count: words)
    count = words
    entries.reserveCapacity(expected)
    steps.reserveCapacity(expected)
    numbers.reserveCapacity(expected)
    self.roles = roles
    for word in roles.openers { nodes[Int(word)].opensNumber = true }
  }

  /// Adds the next node.
  ///
  /// - Parameters:
  ///   - parent: The position, counted from 1, of the one above it; 0 for a word that starts
  ///     phrases.
  ///   - own: The phrases that end here.
  mutating func add(under parent: UInt32, word: UInt32, _ own: [PhraseTrie.Entry]) {
    var number = word
    var above = PhraseTrie.Node()
    if parent > 0 {
      let parent = numbers[Int(parent) - 1]
      number = UInt32(count)
      (nodes + count).initialize(to: PhraseTrie.Node())
      (children + count).initialize(to: 0)
      count += 1
      steps.append(EdgeTable.Step(node: parent, word: word, child: number))
      children[Int(parent)] |= 1 << UInt64(word & 63)
      above = nodes[Int(parent)]
    }
    numbers.append(number)
    fill(Int(number), above, own)
  }

  /// The phrases of the way so far, the longer ones in the place of those of the same table.
  private mutating func fill(
    _ number: Int, _ above: PhraseTrie.Node, _ own: [PhraseTrie.Entry]
  ) {
    if own.isEmpty {
      inherit(number, above)
      return
    }
    all.removeAll(keepingCapacity: true)
    all.append(contentsOf: entries[Int(above.first)..<Int(above.first) + Int(above.count)])
    for entry in own {
      if let shorter = all.firstIndex(where: { $0.table == entry.table }) {
        all[shorter] = entry
      } else {
        all.append(entry)
      }
    }
    if above.opensNumber { nodes[number].opensNumber = true }
    nodes[number].first = UInt32(entries.count)
    nodes[number].count = UInt8(all.count)
    entries += all
    summarize(in: number)
  }

  /// What is known of the node above holds here too, where no phrase ends.
  private mutating func inherit(_ number: Int, _ above: PhraseTrie.Node) {
    let opensNumber = nodes[number].opensNumber
    nodes[number] = above
    if opensNumber { nodes[number].opensNumber = true }
  }

  private mutating func summarize(in number: Int) {
    var head: UInt8 = 0
    var whole: UInt8 = 0
    for entry in all where roles.heads & 1 << UInt32(entry.table) != 0 {
      head = max(head, entry.length)
      if roles.wholes & 1 << UInt32(entry.table) != 0 { whole = max(whole, entry.length) }
    }
    nodes[number].headLength = head
    for entry in all {
      precondition(entry.table > 0 && entry.table < 32, "a table has no bit of its own")
      let bit: UInt32 = 1 << UInt32(entry.table)
      nodes[number].tables |= bit
      if roles.numbers & bit != 0 { nodes[number].opensNumber = true }
      guard roles.functions & bit != 0, entry.length >= head, entry.length > whole else { continue }
      nodes[number].functionLength = max(nodes[number].functionLength, entry.length)
      if entry.length == head { nodes[number].hasFunctionAtHead = true }
    }
  }

  consuming func make() -> PhraseTrie {
    PhraseTrie(
      nodes: UnsafeBufferPointer(start: nodes, count: count), children: children,
      entries: entries, edges: EdgeTable(steps, children: children), roles: roles)
  }
}
