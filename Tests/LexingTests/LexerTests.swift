import Lexing
import Testing

@Suite struct LexerTests {
  /// The tokens of a text as strings, with a lexicon that knows `phrases`.
  private func tokens(_ text: String, knowing phrases: [String] = []) -> [(String, Token)] {
    var builder = LexiconBuilder()
    for (row, phrase) in phrases.enumerated() { _ = builder.add(phrase, table: 1, row: row) }
    let (lexicon, _) = builder.build()
    let tokens = TokenBuffer()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: tokens) }
    return tokens.tokens.map {
      (String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self), $0)
    }
  }

  @Test(arguments: [
    ("đạt 1.363 tỷ đồng.", ["đạt", "1.363", "tỷ", "đồng", "."]),
    ("38,25%", ["38,25", "%"]),
    ("tăng 5.", ["tăng", "5", "."]),
    ("12/10/2023", ["12", "/", "10", "/", "2023"]),
    ("05-NQ/TU", ["05", "-", "NQ", "/", "TU"]),
    ("5–7%", ["5", "–", "7", "%"]),
    ("25.000 m3", ["25.000", "m", "3"]),
    ("“3 Không”", ["“", "3", "Không", "”"]),
    ("a\u{A0}b", ["a", "b"]),
    ("", []),
    ("…", ["…"]),
  ])
  func cutsText(_ text: String, _ expected: [String]) {
    #expect(tokens(text).map(\.0) == expected)
  }

  @Test(arguments: [
    ("hòa", "hoà"), ("tỷ", "TỶ"), ("tỷ", "tỉ"), ("Đồng", "đồng"), ("Ðồng", "đồng"),
    ("kỹ", "kĩ"), ("thủy", "thuỷ"), ("Mỹ", "mĩ"),
  ])
  func spellingsOfOneWordShareANumber(_ rule: String, _ text: String) {
    let token = tokens(text, knowing: [rule])[0].1
    #expect(token.id >= Mark.firstWord)
  }

  @Test(arguments: [("ma", "má"), ("bán", "bàn"), ("tỷ", "tý"), ("đa", "da"), ("tai", "tay")])
  func differentWordsDoNot(_ rule: String, _ text: String) {
    #expect(tokens(text, knowing: [rule])[0].1.id == 0)
  }

  @Test func aWordMetAgainIsReadAsBefore() {
    let pieces = [
      "Tỷ", "tỷ", "TỶ", "a×b", "nghìn,", "nghìn\u{AD}", "“nghìn”", "nghìn…", "ng\u{301}a",
      "nghìn\u{A0}", "µnghìn", "đồng/kg", "dài-dài", "TP.HCM", "ngườingườingười", "x\u{200B}y",
    ]
    let once = pieces.map { tokens($0 + " 0123456789abcdef", knowing: ["tỷ", "nghìn"]) }
    let text = (pieces + pieces).joined(separator: " ") + " 0123456789abcdef"
    let again = tokens(text, knowing: ["tỷ", "nghìn"])
    let expected = (once + once).flatMap { $0.dropLast(tokens("0123456789abcdef").count) }
    #expect(zip(again, expected).allSatisfy { $0.0 == $1.0 })
    #expect(zip(again, expected).allSatisfy { $0.1.id == $1.1.id && $0.1.kind == $1.1.kind })
    #expect(
      zip(again, expected).dropFirst().allSatisfy {
        $0.1.flags.union(.spaceBefore) == $1.1.flags.union(.spaceBefore)
      })
  }

  @Test func softHyphensArePassedOver() {
    let found = tokens("ng\u{AD}hìn", knowing: ["nghìn"])
    #expect(found.count == 1)
    #expect(found[0].1.id >= Mark.firstWord)
    #expect(found[0].1.flags.contains(.irregular))
  }

  @Test func smallNumbersHaveTheirValue() {
    let values = tokens("7 0123 2024 20245 1.5 １２ x").map(\.1.value)
    let none = Token.noValue
    #expect(values == [7, 123, 2024, none, none, none, none])
  }

  @Test func fullWidthDigitsAreNumbers() {
    let found = tokens("１２ người")
    #expect(found[0].1.kind == .number)
    #expect(found[0].1.flags.contains(.irregular))
  }

  @Test func everyByteOutsideSpacesIsInAToken() {
    let text = "Số 5, “tỷ” — ½ 漢字 😀 x\r\n\r\ny"
    var covered = [Bool](repeating: false, count: text.utf8.count)
    for (_, token) in tokens(text) {
      for byte in Int(token.start)..<Int(token.end) { covered[byte] = true }
    }
    let uncovered = zip(text.utf8, covered).filter { !$0.1 }.map(\.0)
    #expect(uncovered.allSatisfy { $0 == UInt8(ascii: " ") })
  }
}

@Suite struct PhraseTrieTests {
  /// The phrases that start at each token of the text, those of odd rows in a table of their own.
  private func found(_ phrases: [String], in text: String) -> [String] {
    var builder = LexiconBuilder()
    for (row, phrase) in phrases.enumerated() {
      _ = builder.add(phrase, table: UInt8(1 + row % 2), row: row)
    }
    let (lexicon, trie) = builder.build()
    let buffer = TokenBuffer()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: buffer) }
    var rows: [String] = []
    withMatches(in: buffer, trie) { output in
      for index in buffer.tokens.indices {
        let node = trie.nodes[Int(output.nodes[index])]
        for entry in 0..<Int(node.count) {
          rows.append(phrases[Int(trie.entries[Int(node.first) + entry].row)])
        }
      }
    }
    return rows
  }

  private func withMatches(
    in buffer: TokenBuffer, _ trie: PhraseTrie, _ body: (PhraseTrie.Output) -> Void
  ) {
    var output = PhraseTrie.Output(count: buffer.count)
    trie.find(in: buffer.tokens, &output)
    body(output)
    output.deallocate()
  }

  @Test func findsTheLongestPhraseOfEachTable() {
    #expect(found(["tài khoản", "tài"], in: "mở tài khoản") == ["tài", "tài khoản"])
    #expect(found(["tài", "x", "tài khoản"], in: "mở tài khoản") == ["tài khoản"])
    #expect(found(["a b", "a", "a b c d"], in: "a b c") == ["a", "a b"])
  }

  @Test func phrasesEndWhereTheyAreSaidTo() {
    var builder = LexiconBuilder()
    _ = builder.add("a b", table: 3, row: 0)
    _ = builder.add("b", table: 5, row: 0)
    let (lexicon, trie) = builder.build()
    let buffer = TokenBuffer()
    let bytes = Array("a b".utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: buffer) }
    withMatches(in: buffer, trie) { output in
      #expect(output.starts[0] == 1 << 3)
      #expect(output.starts[1] == 1 << 5)
      #expect(output.ends[2] == 1 << 3 | 1 << 5)
      #expect(output.lengths[2] == 1 << 1 | 1 << 2)
    }
  }

  @Test func functionWordsWithinANounBelongToIt() {
    var builder = LexiconBuilder()
    _ = builder.add("ngân hàng", table: 1, row: 0)
    _ = builder.add("hàng", table: 2, row: 0)
    let (lexicon, trie) = builder.build(PhraseRoles(functions: 1 << 2, heads: 1 << 1))
    let buffer = TokenBuffer()
    let bytes = Array("ngân hàng hàng".utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: buffer) }
    withMatches(in: buffer, trie) { output in
      #expect((0..<3).map { output.functions[$0] } == [false, false, true])
    }
  }

  @Test func openersAndListedPhrasesAreFoundInOrder() {
    var builder = LexiconBuilder()
    _ = builder.add("hai", table: 1, row: 0)
    _ = builder.add("hàng hai", table: 2, row: 0)
    _ = builder.add("nội", table: 3, row: 0)
    let word = builder.word("hàng")
    let (lexicon, trie) = builder.build(
      PhraseRoles(listed: 1 << 3, numbers: 1 << 1, openers: [word]))
    let buffer = TokenBuffer()
    let bytes = Array("x 5 hàng hai nội hàng x nội".utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: buffer) }
    withMatches(in: buffer, trie) { output in
      #expect((0..<output.openerCount).map { output.openers[$0] } == [1, 2, 3, 5])
      #expect((0..<output.listedCount).map { output.listed[$0] } == [4, 7])
    }
  }

  @Test func phrasesHoldMarksAndDigits() {
    #expect(found(["TP.HCM", "m3", "huyện, thị xã"], in: "TP.HCM 5 m3") == ["TP.HCM", "m3"])
    #expect(found(["huyện, thị xã"], in: "các huyện, thị xã") == ["huyện, thị xã"])
    #expect(found(["m3"], in: "m 3") == [])
  }

  @Test func phrasesDoNotRunOverLines() {
    #expect(found(["tài khoản"], in: "tài\nkhoản") == [])
  }

  @Test func aPhraseBelongsToOneRowOfATable() {
    var builder = LexiconBuilder()
    let added = [
      builder.add("tỷ", table: 1, row: 0), builder.add("tỉ", table: 1, row: 1),
      builder.add("tỉ", table: 2, row: 0), builder.add("  ", table: 1, row: 2),
    ]
    #expect(added == [true, false, true, false])
  }
}
