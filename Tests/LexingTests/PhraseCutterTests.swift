import Testing

@testable import Lexing

@Suite("Phrases of tables")
struct PhraseCutterTests {
  /// What tells the tokens of a text from others.
  private func keys(_ text: String) -> [UInt64] {
    let tokens = TokenBuffer()
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      Lexer(lexicon: Lexicon(hashes: [], roles: [])).scan(buffer, into: tokens)
      return tokens.tokens.map { token in
        token.isMark
          ? UInt64(token.id) : WordHash.value(of: bytes[Int(token.start)..<Int(token.end)])
      }
    }
  }

  private func cut(_ phrase: String, by cutter: PhraseCutter) -> [UInt64] {
    var phrases = CutPhrases()
    phrases.append(phrase, by: cutter)
    return Array(phrases.keys(at: 0).phrase)
  }

  @Test("are cut as text is, whatever was cut before", arguments: 0..<40)
  func random(seed: Int) {
    let pieces = [
      "doanh", "thu", "Doanh", "tỷ", "đồng", "nghiêng", "nghiêng", "m3", "covid-19", "%", ",", ".",
      " ", " ", " ", "a\u{302}", "\u{AD}", "\u{A0}", "“", "5", "東", "ß", "TP.HCM", "\u{301}", "x_y",
    ]
    var state = UInt64(seed) &* 2 + 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    let cutter = PhraseCutter()
    for length in 0..<40 {
      let phrase = (0..<length % 8).map { _ in
        pieces[next(pieces.count)] + (next(2) == 0 ? " " : "")
      }.joined()
      #expect(cut(phrase, by: cutter) == keys(phrase), "\(phrase.debugDescription)")
    }
  }

  @Test("have another spelling where i and y may stand for each other")
  func variants() {
    var phrases = CutPhrases(["hai tỷ", "doanh thu", "quý"], by: PhraseCutter())
    phrases.append("kĩ sư", by: PhraseCutter())
    #expect(phrases.count == 4)
    #expect(Array(phrases.keys(at: 0).variant) == keys("hai tỉ"))
    #expect(Array(phrases.keys(at: 1).phrase) == keys("doanh thu"))
    #expect(phrases.keys(at: 1).variant.isEmpty)
    #expect(Array(phrases.keys(at: 2).variant) == keys("quí"))
    #expect(Array(phrases.keys(at: 3).variant) == keys("kỹ sư"))
  }

  @Test("give the first word's key")
  func firstKey() {
    let phrases = CutPhrases(["Nhà máy", "", "%"], by: PhraseCutter())
    #expect(phrases.firstKey(at: 0) == keys("nhà")[0])
    #expect(phrases.firstKey(at: 1) == 0)
    #expect(phrases.firstKey(at: 2) == UInt64(Mark.percent))
  }

  @Test("letters that have a case lie where the table asks for it")
  func casedLetters() {
    for value in 0xAA..<LetterTable.limit {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
        continue
      }
      let hasCase = scalar.properties.changesWhenLowercased || scalar.properties.isUppercase
      #expect(
        !hasCase || LetterTable.casedRuns.contains { $0.contains(value) },
        "\(String(value, radix: 16))")
    }
  }
}
