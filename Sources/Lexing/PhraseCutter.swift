/// Cuts phrases of tables into words as text is cut, without numbering them: tables that are read
/// side by side are cut side by side.
///
/// Not to be shared between threads: it remembers the words that it has met.
public final class PhraseCutter {
  private let lexer = Lexer(lexicon: Lexicon(hashes: [], roles: []))
  private let buffer = TokenBuffer()
  /// The keys of words by their bytes. A language's words repeat, also in tables.
  private var known = KeyNumbers(expecting: 3000)
  private var keys: [UInt64] = []

  public init() {}

  /// Appends what tells each word of a phrase from others, its number or its mark.
  func cut(_ phrase: UnsafeBufferPointer<UInt8>, into found: inout [UInt64]) {
    let start = found.count
    if !cutKnown(phrase, into: &found) {
      found.removeSubrange(start...)
      cutAnew(phrase, into: &found)
    }
  }

  /// The keys of words of at most eight letters with one space between two, which most phrases are
  /// made of; false where there is anything else.
  private func cutKnown(
    _ phrase: UnsafeBufferPointer<UInt8>, into found: inout [UInt64]
  ) -> Bool {
    var start = 0
    while start < phrase.count {
      var end = start
      var bytes: UInt64 = 0
      while end < phrase.count, phrase[end] != 0x20 {
        guard end - start < 8, phrase[end] >= 0x80 || phrase[end] | 0x20 &- 0x61 < 26 else {
          return false
        }
        bytes = bytes << 8 | UInt64(phrase[end])
        end += 1
      }
      let number = Int(known.number(of: bytes, orNew: UInt32(keys.count)))
      if number == keys.count {
        // A key of zero stands for what is more than one word, or none.
        keys.append(word(UnsafeBufferPointer(rebasing: phrase[start..<end])) ?? 0)
      }
      guard keys[number] != 0 else { return false }
      found.append(keys[number])
      start = end + 1
    }
    return true
  }

  /// The key of a text that is one word; nil where it is more than that, or none.
  private func word(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    lexer.scan(text, into: buffer)
    guard buffer.count == 1, let token = buffer.tokens.first, token.kind == .word,
      token.start == 0, token.end == text.count
    else { return nil }
    return WordHash.value(of: text)
  }

  private func cutAnew(_ phrase: UnsafeBufferPointer<UInt8>, into found: inout [UInt64]) {
    lexer.scan(phrase, into: buffer)
    for token in buffer.tokens {
      if token.kind == .mark {
        found.append(UInt64(token.id))
      } else {
        let word = phrase[Int(token.start)..<Int(token.end)]
        found.append(WordHash.value(of: UnsafeBufferPointer(rebasing: word)))
      }
    }
  }
}
