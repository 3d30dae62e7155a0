/// Collects the phrases of all tables, then makes the lexicon and the trie that find them.
public struct LexiconBuilder {
  /// A phrase's place on the way through the words of all phrases.
  private struct Node {
    var parent: UInt32
    var word: UInt32
    var entries: [PhraseTrie.Entry] = []
  }

  private var hashes: [UInt64: UInt32] = [:]
  private var count = Mark.firstWord
  /// The words that start a phrase stand first, by their numbers, once all are known.
  private var roots: [UInt32: Int] = [:]
  private var edges: [UInt64: Int] = [:]
  private var nodes: [Node] = []
  private let lexer = Lexer(lexicon: Lexicon(hashes: [:], count: 0))
  private let buffer = TokenBuffer()

  public init() {}

  /// Adds a phrase; false when it holds no token or too many, or already belongs to the same table.
  public mutating func add(_ phrase: String, table: UInt8, row: Int) -> Bool {
    let ids = self.ids(of: phrase)
    guard !ids.isEmpty, ids.count <= PhraseTrie.longestPhrase,
      insert(ids, table: table, row: row)
    else { return false }
    for variant in Self.variants(of: phrase) {
      // A variant that another row spells out belongs to that row.
      _ = insert(self.ids(of: variant), table: table, row: row)
    }
    return true
  }

  /// The lexicon numbers of a phrase's words, added where they are new.
  public mutating func words(_ phrase: String) -> [UInt32] { ids(of: phrase) }

  /// The lexicon number of a single word, added when it is new.
  public mutating func word(_ text: String) -> UInt32 {
    ids(of: text).first ?? 0
  }

  public consuming func build(_ roles: PhraseRoles = .init()) -> (Lexicon, PhraseTrie) {
    var maker = TrieMaker(words: Int(count), roles)
    // A node's parent was made before it.
    for node in nodes { maker.add(under: node.parent, word: node.word, node.entries) }
    return (Lexicon(hashes: hashes, count: count), maker.make())
  }

  private mutating func insert(_ ids: [UInt32], table: UInt8, row: Int) -> Bool {
    var position = root(ids[0])
    for id in ids.dropFirst() { position = child(of: position, id) }
    if nodes[position].entries.contains(where: { $0.table == table }) { return false }
    nodes[position].entries.append(
      PhraseTrie.Entry(row: Int32(row), table: table, length: UInt8(ids.count)))
    return true
  }

  private mutating func root(_ word: UInt32) -> Int {
    if let known = roots[word] { return known }
    nodes.append(Node(parent: 0, word: word))
    roots[word] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func child(of parent: Int, _ word: UInt32) -> Int {
    let key = EdgeTable.key(UInt32(parent), word)
    if let known = edges[key] { return known }
    nodes.append(Node(parent: UInt32(parent + 1), word: word))
    edges[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// Tokenizes a rule's phrase as text is tokenized, numbering the words that are new.
  private mutating func ids(of phrase: String) -> [UInt32] {
    let bytes = Array(phrase.utf8)
    bytes.withUnsafeBufferPointer { lexer.scan($0, into: buffer) }
    var ids: [UInt32] = []
    ids.reserveCapacity(buffer.count)
    for token in buffer.tokens {
      if token.kind == .mark {
        ids.append(token.id)
      } else {
        ids.append(number(WordHash.value(of: bytes[Int(token.start)..<Int(token.end)])))
      }
    }
    return ids
  }

  private mutating func number(_ hash: UInt64) -> UInt32 {
    if let known = hashes[hash] { return known }
    hashes[hash] = count
    count += 1
    return count - 1
  }

  /// The same phrase with i for y or y for i where Vietnamese spelling leaves the choice: at the
  /// end of a syllable whose only vowel it is, after h, k, l, m, s, t, v or qu (`tỷ`, `tỉ`).
  static func variants(of phrase: String) -> [String] {
    let words = Array(phrase.utf8).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    var variant: [UInt8] = []
    var isChanged = false
    for (number, word) in words.enumerated() {
      if number > 0 { variant.append(UInt8(ascii: " ")) }
      let onset = onset(word)
      let vowel = word.dropFirst(onset)
      if onset > 0, vowel.count <= 3, let swap = swaps.first(where: { $0.0.elementsEqual(vowel) }) {
        variant += word.prefix(onset)
        variant += swap.1
        isChanged = true
      } else {
        variant += word
      }
    }
    return isChanged ? [String(decoding: variant, as: UTF8.self)] : []
  }

  /// The length of the consonants that leave the choice; 0 for all others.
  private static func onset(_ word: ArraySlice<UInt8>) -> Int {
    guard let first = word.first else { return 0 }
    switch first | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "v"):
      return 1
    case UInt8(ascii: "q"):
      return word.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "u") ? 2 : 0
    default: return 0
    }
  }

  private static let swaps: [([UInt8], [UInt8])] = zip("yỳýỷỹỵ", "iìíỉĩị").flatMap { y, i in
    let (y, i) = (Array(String(y).utf8), Array(String(i).utf8))
    return [(y, i), (i, y)]
  }
}
