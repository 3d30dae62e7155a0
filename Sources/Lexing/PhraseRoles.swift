/// What the tables of a trie are to the search, a bit for each table.
public struct PhraseRoles: Sendable {
  /// Function words, cues and the like.
  public var functions: UInt32
  /// The table of the nouns that such words may be part of.
  public var heads: UInt8
  /// Tables of the words that numbers are made of.
  public var numbers: UInt32
  /// Words that open a number without being one.
  public var openers: [UInt32]

  public init(
    functions: UInt32 = 0, heads: UInt8 = 0, numbers: UInt32 = 0, openers: [UInt32] = []
  ) {
    self.functions = functions
    self.heads = heads
    self.numbers = numbers
    self.openers = openers
  }
}
