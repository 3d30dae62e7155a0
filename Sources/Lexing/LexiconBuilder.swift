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
  private let lexer = Lexer(lexicon: Lexicon(hashes: [], roles: []))
  private let buffer = TokenBuffer()

  /// - Parameter expected: About how many phrases will be added.
  public init(expecting expected: Int = 100) {
    numbers = KeyNumbers(expecting: expected)
    edges = KeyNumbers(expecting: expected)
  }

  /// Adds a phrase; false when it holds no token or too many, or already belongs to the same table.
  ///
  /// - Parameter roles: What its first word is to the readers.
  public mutating func add(
    _ phrase: String, table: UInt8, row: Int, roles: WordRoles = []
  ) -> Bool {
    add(phrase, ids(of: phrase), table: table, row: row, roles: roles)
  }

  /// Adds a phrase whose words were numbered before.
  ///
  /// - Parameter ids: What ``words(_:)`` gave for it.
  public mutating func add(
    _ phrase: String, _ ids: [UInt32], table: UInt8, row: Int, roles: WordRoles = []
  ) -> Bool {
    guard !ids.isEmpty, ids.count <= PhraseTrie.longestPhrase,
      insert(ids, table: table, row: row, roles)
    else { return false }
    for variant in Self.variants(of: phrase) {
      // A variant that another row spells out belongs to that row.
      _ = insert(self.ids(of: variant), table: table, row: row, roles)
    }
    return true
  }

  /// The lexicon numbers of a phrase's words, added where they are new.
  public mutating func words(_ phrase: String) -> [UInt32] { ids(of: phrase) }

  /// The lexicon number of a single word, added when it is new.
  public mutating func word(_ text: String) -> UInt32 {
    ids(of: text).first ?? 0
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

  private mutating func insert(
    _ ids: [UInt32], table: UInt8, row: Int, _ roles: WordRoles
  ) -> Bool {
    if !roles.isEmpty { self.roles[Int(ids[0])].formUnion(roles) }
    var position = root(ids[0])
    for id in ids.dropFirst() { position = child(of: position, id) }
    let end = End(
      entry: PhraseTrie.Entry(row: Int32(row), table: table, length: UInt8(ids.count)))
    var last = Int(nodes[position].firstEnd)
    if last == 0 {
      nodes[position].firstEnd = UInt32(ends.count + 1)
    } else {
      while true {
        if ends[last - 1].entry.table == table { return false }
        guard ends[last - 1].next > 0 else { break }
        last = Int(ends[last - 1].next)
      }
      ends[last - 1].next = UInt32(ends.count + 1)
    }
    ends.append(end)
    return true
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

  /// Tokenizes a rule's phrase as text is tokenized, numbering the words that are new.
  private mutating func ids(of phrase: String) -> [UInt32] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      lexer.scan(bytes, into: buffer)
      var ids: [UInt32] = []
      ids.reserveCapacity(buffer.count)
      for token in buffer.tokens {
        if token.kind == .mark {
          ids.append(token.id)
        } else {
          let word = bytes[Int(token.start)..<Int(token.end)]
          ids.append(number(WordHash.value(of: UnsafeBufferPointer(rebasing: word))))
        }
      }
      return ids
    }
  }

  private mutating func number(_ hash: UInt64) -> UInt32 {
    let new = UInt32(roles.count)
    let number = numbers.number(of: hash, orNew: new)
    if number == new {
      hashes.append(hash)
      roots.append(0)
      roles.append([])
    }
    return number
  }

  /// The same phrase with i for y or y for i where Vietnamese spelling leaves the choice: at the
  /// end of a syllable whose only vowel it is, after h, k, l, m, s, t, v or qu (`tỷ`, `tỉ`).
  static func variants(of phrase: String) -> [String] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var variant: [UInt8] = []
      var copied = 0
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        let vowel = start + onset(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if vowel > start, let swap = swap(UnsafeBufferPointer(rebasing: bytes[vowel..<end])) {
          variant += bytes[copied..<vowel]
          variant += swap
          copied = end
        }
        start = end + 1
      }
      guard copied > 0 else { return [] }
      variant += bytes[copied...]
      return [String(decoding: variant, as: UTF8.self)]
    }
  }

  /// The length of the consonants that leave the choice; 0 for all others.
  private static func onset(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = word.first else { return 0 }
    switch first | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "v"):
      return 1
    case UInt8(ascii: "q"): return word.count > 1 && word[1] | 0x20 == UInt8(ascii: "u") ? 2 : 0
    default: return 0
    }
  }

  /// The vowel that may stand in place of one of at most three bytes; nil where none may.
  private static func swap(_ vowel: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard (1...3).contains(vowel.count) else { return nil }
    let key = key(vowel)
    return swaps.first { $0.key == key }?.other
  }

  private static func key(_ vowel: some Collection<UInt8>) -> UInt32 {
    vowel.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let swaps: [(key: UInt32, other: [UInt8])] = zip("yỳýỷỹỵ", "iìíỉĩị").flatMap {
    y, i in
    let (y, i) = (Array(String(y).utf8), Array(String(i).utf8))
    return [(key(y), i), (key(i), y)]
  }
}
