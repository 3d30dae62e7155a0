/// Makes a trie of nodes that come after their parents.
struct TrieMaker {
  private var nodes: [PhraseTrie.Node]
  /// What ``PhraseTrie`` asks first of each node.
  private var children: [UInt64]
  private var entries: [PhraseTrie.Entry] = []
  private var steps: [EdgeTable.Step] = []
  /// The numbers of the nodes in the order in which they were added.
  private var numbers: [UInt32] = []
  private let roles: PhraseRoles

  /// - Parameters:
  ///   - words: The lexicon's count.
  ///   - expected: The most nodes that will be added.
  init(words: Int, nodes expected: Int, _ roles: PhraseRoles) {
    nodes = Array(repeating: PhraseTrie.Node(), count: words)
    nodes.reserveCapacity(words + expected)
    children = Array(repeating: 0, count: words)
    children.reserveCapacity(words + expected)
    steps.reserveCapacity(expected)
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
      number = UInt32(nodes.count)
      nodes.append(PhraseTrie.Node())
      children.append(0)
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
    var all = Array(entries[Int(above.first)..<Int(above.first) + Int(above.count)])
    for entry in own {
      if let shorter = all.firstIndex(where: { $0.table == entry.table }) {
        all[shorter] = entry
      } else {
        all.append(entry)
      }
    }
    if above.opensNumber { nodes[number].opensNumber = true }
    nodes[number].first = own.isEmpty ? above.first : UInt32(entries.count)
    nodes[number].count = UInt8(all.count)
    if !own.isEmpty { entries += all }
    summarize(all, in: number)
  }

  private mutating func summarize(_ all: [PhraseTrie.Entry], in number: Int) {
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
      nodes: nodes, children: children, entries: entries,
      edges: EdgeTable(steps, children: children),
      roles: roles)
  }
}
