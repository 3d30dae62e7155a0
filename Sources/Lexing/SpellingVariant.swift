/// The other spelling of a phrase where Vietnamese leaves the choice between y and i.
enum SpellingVariant {
  /// The same phrase with i for y or y for i: at the end of a syllable whose only vowel it is, after
  /// h, k, l, m, s, t, v or qu (`tỷ`, `tỉ`). Nil where there is nothing to choose.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var variant: [UInt8] = []
    var copied = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      let vowel = start + onset(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if vowel > start, let swap = swap(UnsafeBufferPointer(rebasing: bytes[vowel..<end])) {
        variant += bytes[copied..<vowel]
        variant += swap
        copied = end
      }
      start = end + 1
    }
    guard copied > 0 else { return nil }
    variant += bytes[copied...]
    return variant
  }

  /// The length of the consonants that leave the choice; 0 for all others.
  private static func onset(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = word.first else { return 0 }
    switch first | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "v"):
      return 1
    case UInt8(ascii: "q"): return word.count > 1 && word[1] | 0x20 == UInt8(ascii: "u") ? 2 : 0
    default: return 0
    }
  }

  /// The vowel that may stand in place of one of at most three bytes; nil where none may.
  private static func swap(_ vowel: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard (1...3).contains(vowel.count) else { return nil }
    let key = key(vowel)
    return swaps.first { $0.key == key }?.other
  }

  private static func key(_ vowel: some Collection<UInt8>) -> UInt32 {
    vowel.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let swaps: [(key: UInt32, other: [UInt8])] = zip("yỳýỷỹỵ", "iìíỉĩị").flatMap {
    y, i in
    let (y, i) = (Array(String(y).utf8), Array(String(i).utf8))
    return [(key(y), i), (key(i), y)]
  }
}
