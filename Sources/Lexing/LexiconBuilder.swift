/// Collects the phrases of all tables, then makes the lexicon and the trie that find them.
public struct LexiconBuilder {
  /// A phrase's place on the way through the words of all phrases.
  private struct Node {
    var parent: UInt32
    var word: UInt32
    /// The first of the phrases that end here among ``ends``, and one; 0 where none does.
    var firstEnd: UInt32 = 0
  }

  /// A phrase that ends somewhere, and the next one that does, likewise.
  private struct End {
    var entry: PhraseTrie.Entry
    var next: UInt32 = 0
  }

  private var numbers: KeyNumbers
  /// The hashes of the words in the order of their numbers.
  private var hashes: [UInt64] = []
  /// For each word and mark the position, counted from 1, of the node of the phrases that start with
  /// it; 0 where none does.
  private var roots: [UInt32] = Array(repeating: 0, count: Int(Mark.firstWord))
  private var roles: [WordRoles] = Array(repeating: [], count: Int(Mark.firstWord))
  private var edges: KeyNumbers
  private var nodes: [Node] = []
  private var ends: [End] = []
  private let cutter = PhraseCutter()
  /// The phrase that is being added.
  private var cut = CutPhrases()

  /// - Parameter expected: About how many phrases will be added.
  public init(expecting expected: Int = 100) {
    // Phrases share most of their words.
    numbers = KeyNumbers(expecting: expected / 2)
    edges = KeyNumbers(expecting: expected)
    nodes.reserveCapacity(expected)
    ends.reserveCapacity(expected)
  }

  /// Adds a phrase.
  ///
  /// - Parameter roles: What its first word is to the readers.
  /// - Returns: The row of the table that the phrase belongs to: another one than `row` where that had
  ///   it before; nil for what holds no token, or too many.
  public mutating func add(
    _ phrase: String, table: UInt8, row: Int, roles: WordRoles = []
  ) -> Int? {
    cut.removeAll()
    cut.append(phrase, by: cutter)
    return add(cut, at: 0, table: table, row: row, roles: roles)
  }

  /// Adds a phrase that was cut before, as ``add(_:table:row:roles:)`` does.
  public mutating func add(
    _ phrases: CutPhrases, at index: Int, table: UInt8, row: Int, roles: WordRoles = []
  ) -> Int? {
    let (phrase, variant) = phrases.keys(at: index)
    guard !phrase.isEmpty, phrase.count <= PhraseTrie.longestPhrase else { return nil }
    let found = insert(phrase, table: table, row: row, roles)
    // A variant that another row spells out belongs to that row.
    if found == row, !variant.isEmpty { _ = insert(variant, table: table, row: row, roles) }
    return found
  }

  /// Appends the lexicon numbers of a phrase's words, which are added where they are new.
  public mutating func appendWords(
    _ phrases: CutPhrases, at index: Int, to words: inout [UInt32]
  ) {
    for key in phrases.keys(at: index).phrase { words.append(number(key)) }
  }

  /// The lexicon number of a single word, added when it is new.
  public mutating func word(_ text: String) -> UInt32 {
    cut.removeAll()
    cut.append(text, by: cutter)
    return word(cut, at: 0)
  }

  /// The lexicon number of a single word that was cut before, or of a phrase's first; 0 for none.
  public mutating func word(_ phrases: CutPhrases, at index: Int) -> UInt32 {
    phrases.keys(at: index).phrase.first.map { number($0) } ?? 0
  }

  public consuming func build(_ tableRoles: PhraseRoles = .init()) -> (Lexicon, PhraseTrie) {
    var maker = TrieMaker(words: roles.count, nodes: nodes.count, tableRoles)
    for word in tableRoles.openers { roles[Int(word)].insert(.number) }
    var own: [PhraseTrie.Entry] = []
    // A node's parent was made before it.
    for node in nodes {
      own.removeAll(keepingCapacity: true)
      var end = Int(node.firstEnd)
      while end > 0 {
        own.append(ends[end - 1].entry)
        end = Int(ends[end - 1].next)
      }
      maker.add(under: node.parent, word: node.word, own)
    }
    return (Lexicon(hashes: hashes, roles: roles), maker.make())
  }

  /// Gives the row of the table that the words belong to.
  private mutating func insert(
    _ words: ArraySlice<UInt64>, table: UInt8, row: Int, _ roles: WordRoles
  ) -> Int {
    let first = Int(number(words[words.startIndex]))
    if !roles.isEmpty { self.roles[first].formUnion(roles) }
    var position = root(UInt32(first))
    for word in words.dropFirst() { position = child(of: position, number(word)) }
    let end = End(
      entry: PhraseTrie.Entry(row: Int32(row), table: table, length: UInt8(words.count)))
    var last = Int(nodes[position].firstEnd)
    if last == 0 {
      nodes[position].firstEnd = UInt32(ends.count + 1)
    } else {
      while true {
        let entry = ends[last - 1].entry
        if entry.table == table { return Int(entry.row) }
        guard ends[last - 1].next > 0 else { break }
        last = Int(ends[last - 1].next)
      }
      ends[last - 1].next = UInt32(ends.count + 1)
    }
    ends.append(end)
    return row
  }

  private mutating func root(_ word: UInt32) -> Int {
    if roots[Int(word)] == 0 {
      nodes.append(Node(parent: 0, word: word))
      roots[Int(word)] = UInt32(nodes.count)
    }
    return Int(roots[Int(word)]) - 1
  }

  private mutating func child(of parent: Int, _ word: UInt32) -> Int {
    let key = EdgeTable.key(UInt32(parent), word)
    let position = edges.number(of: key, orNew: UInt32(nodes.count))
    if position == nodes.count { nodes.append(Node(parent: UInt32(parent + 1), word: word)) }
    return Int(position)
  }

  /// The number of a word or mark by its key, given where it is new.
  private mutating func number(_ hash: UInt64) -> UInt32 {
    if hash < UInt64(Mark.firstWord) { return UInt32(hash) }
    let new = UInt32(roles.count)
    let number = numbers.number(of: hash, orNew: new)
    if number == new {
      hashes.append(hash)
      roots.append(0)
      roles.append([])
    }
    return number
  }
}
