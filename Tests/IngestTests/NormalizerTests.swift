import Model
@_spi(_Unicode) import Swift
import Testing

@testable import Ingest

private func standard(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  for scalar in text._nfc { result.append(contentsOf: Array(String(scalar).utf8)) }
  return result
}

@Suite struct NormalizerTests {
  @Test(arguments: [
    ("Doanh thu đạt 1.363 tỷ đồng", "Doanh thu đạt 1.363 tỷ đồng"),
    ("tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tiếng Việt"),
    ("\u{E2}\u{301}m, \u{1B0}\u{309}", "ấm, ử"),
    ("\u{212B} \u{2126}", "\u{C5} \u{3A9}"),
    ("a\u{301}", "á"), ("\u{301}a", "\u{301}a"), ("a \u{301}b", "a \u{301}b"),
    ("a\n\u{323}\u{302}", "a\n\u{323}\u{302}"),
    ("d\u{302}\u{323}", "\u{1E0D}\u{302}"), ("", ""), ("😀e\u{301}", "😀é"),
    ("\u{1112}\u{1161}\u{11AB}", "한"),
  ])
  func composes(text: String, expected: String) {
    #expect(Normalizer.nfc(Array(text.utf8)) == Array(expected.utf8))
    #expect(Array(Normalizer.nfc(text).utf8) == Array(expected.utf8))
  }

  @Test func agreesWithTheStandardLibraryOnMixedText() {
    let text = (0..<200).map { index in
      [
        "Vie\u{323}\u{302}t", "đồng\n", "\u{301}x", "Ω\u{2126}", "日本\u{3099}", " ", "\u{2000}a",
        "Ấ\u{323}",
      ][
        index * 7 % 8]
    }.joined(separator: " ")
    #expect(Normalizer.nfc(Array(text.utf8)) == standard(text))
  }

  /// Whatever stands around a word, and however wide its raw characters are, its map leads to it.
  @Test func mapsWordsAmongOthersToWhatTheyWereReadFrom() throws {
    let words = [
      "Vie\u{323}\u{302}t", "1.234", "đồng", "\u{301}x", "Ω\u{2126}", "日本\u{3099}", "Ấ\u{323}",
      "\u{1112}\u{1161}\u{11AB}", "e\u{301}\u{FE0F}", "a\u{34F}\u{302}", "\u{438}\u{306}",
      "😀\u{1F3FB}",
    ]
    var random = SystemRandomNumberGenerator()
    for width in [0, 2] {
      let chosen = (0..<400).map { _ in words.randomElement(using: &random) ?? "" }
      let text = Array(chosen.joined(separator: " ").utf8)
      var map = RawMapBuilder(width: width)
      map.skip(3)
      for byte in text where width == 0 || byte & 0xC0 != 0x80 { map.plain(1) }
      let old = map.map()
      let (composed, new) = Normalizer.nfc(text, map: old)
      #expect(composed == standard(chosen.joined(separator: " ")))
      let before = try #require(Self.rawWords(text, old))
      #expect(try #require(Self.rawWords(composed, new)) == before)
    }
  }

  private static func rawWords(_ text: [UInt8], _ map: RawMap) -> [Range<Int>]? {
    let ranges = text.split(separator: 0x20).map { map.rawRange(of: $0.indices, in: text) }
    return ranges.contains(nil) ? nil : ranges.compactMap { $0 }
  }

  /// What the fast check lets pass is in form C, alone and behind a letter.
  @Test func theFastCheckIsRightForEveryCharacter() {
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "b"
      let bytes = Array(text.utf8)
      if Normalizer.firstSuspect(in: bytes, from: 0) == nil, standard(text) != bytes {
        Issue.record("U+\(String(value, radix: 16)) is changed by form C")
      }
    }
  }

  @Test(arguments: 0x1EA0...0x1EF9)
  func everyVietnameseLetterIsComposed(value: Int) throws {
    let letter = String(try #require(Unicode.Scalar(UInt32(value))))
    var decomposed: [UInt8] = []
    for scalar in letter._nfd { decomposed.append(contentsOf: Array(String(scalar).utf8)) }
    #expect(decomposed != Array(letter.utf8))
    #expect(Normalizer.nfc(decomposed) == Array(letter.utf8))
  }
}
