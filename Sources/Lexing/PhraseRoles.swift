/// What the tables of a trie are to the search, a bit for each table.
public struct PhraseRoles: Sendable {
  /// Function words, cues and the like.
  public var functions: UInt32
  /// The tables of the nouns and other whole words that such words may be part of.
  public var heads: UInt32
  /// Those of them whose phrases are no function words, even where one is as long.
  public var wholes: UInt32
  /// Tables of the words that numbers are made of.
  public var numbers: UInt32
  /// Words that open a number without being one.
  public var openers: [UInt32]

  public init(
    functions: UInt32 = 0, heads: UInt32 = 0, wholes: UInt32 = 0, numbers: UInt32 = 0,
    openers: [UInt32] = []
  ) {
    self.functions = functions
    self.heads = heads
    self.wholes = wholes
    self.numbers = numbers
    self.openers = openers
  }
}
