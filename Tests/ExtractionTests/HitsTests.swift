import Lexing
import Rules
import Testing

@testable import Extraction

@Suite struct HitsTests {
  /// Reads a text with tables of the phrases given, and hands over what is found in it.
  private func withHits(
    _ phrases: [(String, RuleTable)], in text: String, _ body: (Hits) -> Void
  ) {
    var builder = LexiconBuilder()
    for (row, phrase) in phrases.enumerated() {
      _ = builder.add(phrase.0, table: phrase.1.rawValue, row: row, roles: phrase.1.roles)
    }
    let (lexicon, trie) = builder.build(
      PhraseRoles(functions: RuleTable.stopWord.bit, heads: RuleTable.noun.bit))
    let buffer = TokenBuffer()
    let memory = HitMemory(trie: trie)
    Array(text.utf8).withUnsafeBufferPointer {
      Lexer(lexicon: lexicon, trie: trie).scan($0, into: buffer)
    }
    withExtendedLifetime(memory) { body(memory.hits(in: buffer)) }
  }

  @Test func phrasesEndWhereTheyAreSaidTo() {
    withHits([("tài khoản", .noun), ("khoản", .unit), ("khoản", .noun)], in: "mở tài khoản mới") {
      hits in
      #expect(hits.ending(at: 3, .noun)?.range == 1..<3)
      #expect(hits.ending(at: 3, .unit)?.range == 2..<3)
      #expect(hits.ending(at: 2, .noun) == nil)
      #expect(hits.ending(at: 4, .noun) == nil)
      #expect(hits.starting(at: 1, .noun)?.range == 1..<3)
      #expect(hits.starting(at: 1, .unit) == nil)
    }
  }

  @Test func functionWordsWithinANounBelongToIt() {
    let phrases: [(String, RuleTable)] = [("ngân hàng", .noun), ("hàng", .stopWord)]
    withHits(phrases, in: "ngân hàng hàng") { hits in
      #expect((0..<4).map(hits.isPredicate) == [false, false, true, false])
    }
  }

  @Test func aFunctionWordAsLongAsItsNounIsOne() {
    let phrases: [(String, RuleTable)] = [
      ("trong khi", .stopWord), ("trong", .noun), ("khi", .noun), ("khi", .stopWord),
    ]
    withHits(phrases, in: "x trong khi khi y") { hits in
      #expect((0..<5).map(hits.isPredicate) == [false, true, true, true, false])
    }
  }

  @Test func phrasesOfARoleAreFoundInTheirOrder() {
    let phrases: [(String, RuleTable)] = [
      ("hôm nay", .relativeTime), ("ngày", .timeCue), ("từ", .timeCue), ("nay", .relativeTime),
    ]
    withHits(phrases, in: "từ ngày mai, hôm nay đến nay") { hits in
      let found = hits.all(in: 1..<7, of: [.relativeTime, .timeCue], at: .time).map(\.range)
      #expect(found == [1..<2, 4..<6, 5..<6])
      #expect(hits.hasStart(in: 0..<2, .timeCue))
      #expect(!hits.hasStart(in: 2..<8, .timeCue))
    }
  }
}
