/// Cuts UTF-8 text into tokens in one pass over its bytes.
///
/// Not to be shared between threads: it remembers the words that it has met.
public struct Lexer {
  private let letters: [UInt16]
  private let lexicon: Lexicon
  private let trie: PhraseTrie?
  private let memory = WordMemory()
  private let longMemory = LongWordMemory()

  /// - Parameter trie: Phrases of the lexicon's words, of which the lexer notes what starts at each
  ///   token. Without it none is found.
  public init(lexicon: Lexicon, trie: PhraseTrie? = nil) {
    letters = LetterTable.shared.entries
    self.lexicon = lexicon
    self.trie = trie
  }

  /// Fills `tokens` with those of `bytes`, which hold valid UTF-8.
  public func scan(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: TokenBuffer) {
    tokens.reset(forBytes: bytes.count)
    guard let base = bytes.baseAddress else { return }
    letters.withUnsafeBufferPointer { letters in
      ByteClass.table.withUnsafeBufferPointer { classes in
        ByteClass.marks.withUnsafeBufferPointer { marks in
          var scanner = Scanner(
            bytes: bytes, base: base, letters: letters, classes: classes.baseAddress!,
            marks: marks.baseAddress!, lexicon: lexicon, trie: trie, memory: memory.entries,
            kinds: memory.kinds, blocks: memory.blocks, longMemory: longMemory.entries,
            start: tokens.start, places: tokens.places, output: tokens.start,
            landmarks: tokens.firstLandmark, pairs: tokens.pairs)
          scanner.run()
          tokens.finish(at: scanner.output, scanner.landmarks)
          trie?.find(
            at: tokens.pairs, scanner.pairs - tokens.pairs, in: tokens.tokens, tokens.places)
        }
      }
    }
  }
}
