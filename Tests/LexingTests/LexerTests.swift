import Testing

@testable import Lexing

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
      // Of eight bytes, nine, sixteen and more.
      "thường", "abcdefgh", "nghìnghìn", "ABCDEFGHIJKLMNOP", "abcdefghijklmnopq", "abcdefgh.",
      "abcdefghi,",
      // Marks, with and without something behind them.
      ",", "(nghìn)", "(", "5,", "@", "-5", "tỷ - nghìn", "%.", "?!", "\u{0}tỷ", "\u{0} ,",
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

  @Test func wordsThatTakeEachOthersPlaceAreReadAlike() {
    // More words than are remembered.
    let letters = Array("abcdeghiklmnopqrstuvxy")
    let words = (0..<30000).map { number in
      String((0..<4).map { letters[(number / [1, 22, 484, 10648][$0]) % 22] }) + "a"
    }
    let known = stride(from: 0, to: words.count, by: 1000).map { words[$0] }
    let text = (words + words.reversed() + words).joined(separator: " ") + " 0123456789abcdef"
    let found = tokens(text, knowing: known).prefix(3 * words.count)
    #expect(found.map(\.0) == words + words.reversed() + words)
    let isKnown = Set(known)
    #expect(found.allSatisfy { ($0.1.id >= Mark.firstWord) == isKnown.contains($0.0) })
  }

  /// Words, marks and spaces in any order, across the ends of the blocks that they are found in.
  @Test(arguments: 0..<40)
  func aTextMetAgainIsReadAsBefore(_ seed: Int) {
    let pieces = [
      "tỷ", "nghìn", "đồng", "thường", "nghiêng", "abcdefghi", "ABCDEFGHIJKLMNOPQ", " ", " ", "  ",
      " ", ", ", ".", "(", "-", "“", "”", "…", "5", "1.363", "12,5%", "@", "_", "\n", "\r\n", "\t",
      "\u{0}", "\u{A0}", "\u{AD}", "ng\u{301}a", "½", "漢字", "😀", "²",
      String(repeating: "dài", count: 30),
    ]
    var state = UInt64(seed) &* 2 + 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    var builder = LexiconBuilder()
    for (row, phrase) in ["tỷ", "tỷ đồng", "nghìn tỷ đồng", "12", "%."].enumerated() {
      _ = builder.add(phrase, table: 1, row: row, roles: row == 0 ? .number : [])
    }
    let (lexicon, trie) = builder.build()
    let used = Lexer(lexicon: lexicon, trie: trie)
    let buffer = TokenBuffer()
    for length in 0..<60 {
      let text = (0..<length).map { _ in pieces[next(pieces.count)] }.joined()
      let bytes = Array(text.utf8)
      let new = TokenBuffer()
      bytes.withUnsafeBufferPointer {
        Lexer(lexicon: lexicon, trie: trie).scan($0, into: new)
        // Now and then the words are new to the second as well.
        used.scan($0, into: buffer)
        used.scan($0, into: buffer)
      }
      #expect(buffer.tokens.count == new.tokens.count)
      #expect(
        zip(buffer.tokens, new.tokens).allSatisfy {
          $0.start == $1.start && $0.end == $1.end && $0.id == $1.id && $0.kind == $1.kind
            && $0.flags == $1.flags
        }, "\(text.debugDescription)")
      #expect(
        buffer.landmarks.elementsEqual(new.landmarks) {
          $0.token == $1.token && $0.roles == $1.roles
        })
      // Nothing but spaces lies between tokens.
      var end = 0
      for token in buffer.tokens {
        let gap = bytes[end..<Int(token.start)]
        let between = String(decoding: gap, as: UTF8.self)
        #expect(
          between.allSatisfy { " \t\u{0}\u{A0}\u{AD}".contains($0) }, "\(text.debugDescription)")
        end = Int(token.end)
      }
      // What starts at each token is what a look at the trie gives.
      for index in buffer.tokens.indices {
        let node = trie.node(at: index, in: buffer.tokens)
        let isKnown = node != buffer.tokens[index].id || node != 0
        #expect(buffer.places[index].starts == (isKnown ? trie.nodes[Int(node)].tables : 0))
        if isKnown { #expect(buffer.places[index].node == node) }
      }
    }
  }

  @Test func kindsOfWordsAreNumberedOnce() {
    let kinds = WordKinds()
    let numbers = (0..<5000).map { kinds.number(of: WordKind(starts: $0 << 1, roles: .place)) }
    #expect(numbers.prefix(4096).elementsEqual((0..<4096).map { UInt16($0) }))
    // There is no room for more.
    #expect(numbers.dropFirst(4096).allSatisfy { $0 == nil })
    #expect(kinds.number(of: WordKind(starts: 14, roles: .place)) == 7)
    #expect(kinds.values[7].starts == 14)
    #expect(kinds.number(of: WordKind(starts: 14, roles: .stop)) == nil)
  }

  @Test func softHyphensArePassedOver() {
    let found = tokens("ng\u{AD}hìn", knowing: ["nghìn"])
    #expect(found.count == 1)
    #expect(found[0].1.id >= Mark.firstWord)
    #expect(found[0].1.flags.contains(.irregular))
  }

  @Test func smallNumbersHaveTheirValue() {
    let values = tokens("7 0123 2024 20245 1.5 １２").map(\.1.value)
    let none = Token.noValue
    #expect(values == [7, 123, 2024, none, none, none])
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
    for index in buffer.tokens.indices {
      let node = trie.nodes[Int(trie.node(at: index, in: buffer.tokens))]
      for entry in 0..<Int(node.count) {
        rows.append(phrases[Int(trie.entries[Int(node.first) + entry].row)])
      }
    }
    return rows
  }

  @Test func findsTheLongestPhraseOfEachTable() {
    #expect(found(["tài khoản", "tài"], in: "mở tài khoản") == ["tài", "tài khoản"])
    #expect(found(["tài", "x", "tài khoản"], in: "mở tài khoản") == ["tài khoản"])
    #expect(found(["a b", "a", "a b c d"], in: "a b c") == ["a", "a b"])
  }

  @Test func landmarksAreFoundInOrder() {
    var builder = LexiconBuilder()
    _ = builder.add("hai", table: 1, row: 0, roles: .number)
    _ = builder.add("hàng hai", table: 2, row: 0)
    _ = builder.add("nội thành", table: 3, row: 0, roles: .capitalizedPlace)
    let word = builder.word("hàng")
    let (lexicon, trie) = builder.build(PhraseRoles(numbers: 1 << 1, openers: [word]))
    let buffer = TokenBuffer()
    let bytes = Array("x 5 hàng hai nội, hàng x… Nội. y\nNội".utf8)
    bytes.withUnsafeBufferPointer { Lexer(lexicon: lexicon).scan($0, into: buffer) }
    let found = buffer.landmarks.map { (Int($0.token), $0.roles) }
    let expected: [(Int, WordRoles)] = [
      (1, .number), (2, .number), (3, .number), (6, .number), (8, .stop), (9, .place),
      (10, .stop), (12, .stop), (13, .place),
    ]
    #expect(found.elementsEqual(expected) { $0 == $1 })
    #expect(trie.nodes[Int(trie.node(at: 2, in: buffer.tokens))].opensNumber)
    #expect(!trie.nodes[Int(trie.node(at: 4, in: buffer.tokens))].opensNumber)
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
    #expect(added == [0, 0, 0, nil])
  }
}
