import Lexing

/// The abbreviations that a text defines itself in brackets: `thủ tục hành chính (TTHC)`.
///
/// Found in one pass, and only once a number stands before capitals: other texts pay nothing.
struct LearnedAbbreviations {
  struct Definition {
    /// The abbreviation's letters, one in each byte.
    fileprivate var key: UInt64
    /// The words before the bracket that it stands for.
    var phrase: Range<Int>
    /// The first token after the closing bracket; the abbreviation is known from there on.
    var end: Int
    /// The words as a unit; a capital that only opens the sentence made small.
    var unit: String

    /// The phrase and its bracket.
    var range: Range<Int> { phrase.lowerBound..<end }
  }

  static let rule = "abbreviations:learned"

  /// By letters, then in the order of the text.
  private var definitions: [Definition] = []

  init(in scan: Scan) {
    for index in scan.tokens.indices.dropFirst(2).dropLast() {
      let token = scan.tokens[index]
      guard token.kind == .word, token.flags.contains(.allCapitals),
        scan.isMark(index - 1, Mark.open), scan.isMark(index + 1, Mark.close),
        let definition = Self.definition(at: index, in: scan)
      else { continue }
      definitions.append(definition)
    }
    definitions.sort { ($0.key, $0.end) < ($1.key, $1.end) }
  }

  /// What the capitals at the token were last said to mean before it.
  func definition(at index: Int, in scan: Scan) -> Definition? {
    guard !definitions.isEmpty, let key = Self.key(scan.bytes(index)) else { return nil }
    var low = 0
    var high = definitions.count
    while low < high {
      let middle = (low + high) / 2
      let found = definitions[middle]
      if (found.key, found.end) <= (key, index) { low = middle + 1 } else { high = middle }
    }
    return low > 0 && definitions[low - 1].key == key ? definitions[low - 1] : nil
  }

  /// The definition whose bracket holds the capitals at `index`.
  private static func definition(at index: Int, in scan: Scan) -> Definition? {
    guard let key = key(scan.bytes(index)) else { return nil }
    // “Hợp tác xã” (HTX): the phrase in its quotation marks.
    let end = scan.isMark(index - 2, Mark.quote) ? index - 2 : index - 1
    var start = end
    var letters = key
    while letters != 0 {
      start -= 1
      guard scan.isWord(start), initial(scan.bytes(start)) == UInt8(letters & 0xFF) else {
        return nil
      }
      letters >>= 8
    }
    let phrase = start..<end
    // Triệu đồng (TĐ): the head of a table's column.
    guard isTerm(phrase, in: scan), !scan.hits.hasStart(at: start, .scale) else { return nil }
    return Definition(
      key: key, phrase: phrase, end: index + 2, unit: unit(phrase, at: index, in: scan))
  }

  /// No heading in capitals, and no name such as that of a company: those count nothing.
  private static func isTerm(_ phrase: Range<Int>, in scan: Scan) -> Bool {
    guard scan.tokens[phrase.lowerBound].isCapitalized else { return true }
    return !phrase.dropFirst().contains { scan.tokens[$0].isCapitalized }
  }

  /// As the tables spell it where they know it; else as the text does.
  private static func unit(_ phrase: Range<Int>, at index: Int, in scan: Scan) -> String {
    if let hit = scan.hits.starting(at: phrase.lowerBound, .noun), hit.range == phrase {
      return scan.rules.nouns[Int(hit.row)].noun
    }
    let words = withoutEths(scan.words(phrase))
    if let hit = scan.hits.starting(at: index, .abbreviation), hit.range == index..<index + 1 {
      let expansion = scan.rules.abbreviations[Int(hit.row)].expansion
      if letters(expansion) == letters(words) { return expansion }
    }
    let first = scan.tokens[phrase.lowerBound]
    guard first.isCapitalized, !first.flags.contains(.allCapitals) else { return words }
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// The Icelandic eth stands for đ in old texts. By bytes, as a text may define thousands.
  private static func withoutEths(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var isChanged = false
    for index in bytes.indices.dropLast() where bytes[index] == 0xC3 {
      // ð and Ð in two bytes each, as đ and Đ are.
      guard bytes[index + 1] == 0xB0 || bytes[index + 1] == 0x90 else { continue }
      bytes[index + 1] = bytes[index + 1] == 0xB0 ? 0x91 : 0x90
      bytes[index] = 0xC4
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  // MARK: Letters

  private static let mostLetters = 8

  /// Two to eight capitals as one number, the last letter lowest; tones do not count.
  private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard word.count >= 2, word.count <= mostLetters * 3 else { return nil }
    var key: UInt64 = 0
    var count = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard let letter = LetterTable.shared.letter(scalar) else { continue }
      key = key << 8 | UInt64(letter)
      count += 1
    }
    return count >= 2 && count <= mostLetters ? key : nil
  }

  /// Without case and tones: uỷ ban is ủy ban.
  private static func letters(_ text: String) -> [UInt8] {
    text.unicodeScalars.compactMap(LetterTable.shared.letter)
  }

  private static func initial(_ word: UnsafeBufferPointer<UInt8>) -> UInt8? {
    // Four bytes hold a first letter in any form.
    let start = String(decoding: word.prefix(4), as: UTF8.self)
    return start.unicodeScalars.first.flatMap(LetterTable.shared.letter)
  }
}
