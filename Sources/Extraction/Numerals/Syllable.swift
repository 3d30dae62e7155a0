/// Tells a foreign word from a Vietnamese syllable by its letters.
enum Syllable {
  private static let onsets: [StaticString] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x",
  ]
  private static let codas: [StaticString] = ["ng", "nh", "ch", "c", "m", "n", "p", "t"]

  /// True for an ASCII word that no Vietnamese syllable can be: `Boxster`, `Walker`.
  static func isForeign(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.allSatisfy({ $0 < 0x80 }) else { return false }
    var start = 0
    if let onset = onsets.first(where: { matches($0, word, at: 0) }) {
      start = onset.utf8CodeUnitCount
    }
    var vowels = start
    while vowels < word.count, isVowel(word[vowels]) { vowels += 1 }
    // The i of gi, the u of qu may be the only vowel: gì, quy.
    if vowels == start, start == 2, matches("gi", word, at: 0) { vowels = start }
    guard vowels > start || start == 2, vowels - start <= 3 else { return true }
    if vowels == word.count { return false }
    return !codas.contains {
      word.count - vowels == $0.utf8CodeUnitCount && matches($0, word, at: vowels)
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Letters compared without their case.
  private static func matches(
    _ letters: StaticString, _ word: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard word.count - start >= count else { return false }
    for offset in 0..<count where word[start + offset] | 0x20 != letters.utf8Start[offset] {
      return false
    }
    return true
  }
}
