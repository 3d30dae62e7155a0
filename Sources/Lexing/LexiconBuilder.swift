/// Collects the phrases of all tables, then makes the lexicon and the trie that find them.
public struct LexiconBuilder {
  private var hashes: [UInt64: UInt32] = [:]
  private var count = Mark.firstWord
  private var edges: [UInt64: UInt32] = [:]
  private var rootNodes: [UInt32: UInt32] = [:]
  private var nodeEntries: [[PhraseTrie.Entry]] = [[]]

  public init() {}

  /// Adds a phrase; false when it holds no token, or already belongs to the same table.
  public mutating func add(_ phrase: String, table: UInt8, row: Int) -> Bool {
    let ids = self.ids(of: phrase)
    guard !ids.isEmpty, insert(ids, table: table, row: row) else { return false }
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

  public consuming func build() -> (Lexicon, PhraseTrie) {
    var roots = [UInt32](repeating: 0, count: Int(count))
    for (id, node) in rootNodes { roots[Int(id)] = node }
    return (
      Lexicon(hashes: hashes, count: count),
      PhraseTrie(edges: edges, roots: roots, nodeEntries: nodeEntries)
    )
  }

  private mutating func insert(_ ids: [UInt32], table: UInt8, row: Int) -> Bool {
    var node = rootNodes[ids[0]] ?? newNode()
    rootNodes[ids[0]] = node
    for id in ids.dropFirst() {
      let key = PhraseTrie.key(node, id)
      let child = edges[key] ?? newNode()
      edges[key] = child
      node = child
    }
    if nodeEntries[Int(node)].contains(where: { $0.table == table }) { return false }
    nodeEntries[Int(node)].append(PhraseTrie.Entry(table: table, row: Int32(row)))
    return true
  }

  private mutating func newNode() -> UInt32 {
    nodeEntries.append([])
    return UInt32(nodeEntries.count - 1)
  }

  /// Tokenizes a rule's phrase as text is tokenized, numbering the words that are new.
  private mutating func ids(of phrase: String) -> [UInt32] {
    let buffer = TokenBuffer()
    let bytes = Array(phrase.utf8)
    bytes.withUnsafeBufferPointer { pointer in
      Lexer(lexicon: Lexicon(hashes: [:], count: 0)).scan(pointer, into: buffer)
    }
    return buffer.tokens.map { token in
      if token.kind == .mark { return token.id }
      let slice = Array(bytes[Int(token.start)..<Int(token.end)])
      return number(Self.hash(of: slice))
    }
  }

  private mutating func number(_ hash: UInt64) -> UInt32 {
    if let known = hashes[hash] { return known }
    hashes[hash] = count
    count += 1
    return count - 1
  }

  private static func hash(of word: [UInt8]) -> UInt64 {
    var hash = WordHash()
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80, !scalar.properties.isAlphabetic {
        hash.add(UInt16(scalar.value))
      } else if scalar.value < UInt32(LetterTable.limit) {
        hash.add(LetterTable.shared.entries[Int(scalar.value)])
      } else {
        hash.add(foreign: scalar.value)
      }
    }
    return hash.value
  }

  /// The same phrase with i for y or y for i where Vietnamese spelling leaves the choice: at the
  /// end of a syllable whose only vowel it is, after h, k, l, m, s, t, v or qu (`tỷ`, `tỉ`).
  static func variants(of phrase: String) -> [String] {
    let words = phrase.split(separator: " ", omittingEmptySubsequences: false)
    let swapped = words.map { swapFinal(in: $0) }
    let variant = swapped.joined(separator: " ")
    return variant == phrase ? [] : [variant]
  }

  private static let swaps: [Unicode.Scalar: Unicode.Scalar] = [
    "y": "i", "ỳ": "ì", "ý": "í", "ỷ": "ỉ", "ỹ": "ĩ", "ỵ": "ị",
    "i": "y", "ì": "ỳ", "í": "ý", "ỉ": "ỷ", "ĩ": "ỹ", "ị": "ỵ",
  ]

  private static func swapFinal(in word: Substring) -> String {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 2, let last = scalars.last, let swap = swaps[last] else {
      return String(word)
    }
    let onset = String(String.UnicodeScalarView(scalars.dropLast())).lowercased()
    guard ["h", "k", "l", "m", "s", "t", "v", "qu"].contains(onset) else { return String(word) }
    var view = String.UnicodeScalarView(scalars.dropLast())
    view.append(swap)
    return String(view)
  }
}
