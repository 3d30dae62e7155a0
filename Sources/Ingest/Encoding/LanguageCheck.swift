/// Tells whether a text is Vietnamese.
///
/// Nearly every Vietnamese text shows it within a few lines, by letters that no other language has;
/// only others are looked at word by word.
struct LanguageCheck {
  /// What a text is instead of Vietnamese, with the evidence.
  struct Finding: Hashable {
    /// The rule's name without `ingest:`.
    var rule: String
    /// What is wrong and what to do.
    var reason: String
  }

  private let rules: LanguageRules
  private let syllables: SyllableTable

  init(_ rules: IngestRules) {
    self.rules = rules.languages
    syllables = rules.syllables
  }

  /// Nil for a text that is Vietnamese, or too short to tell.
  ///
  /// - Parameter text: Valid UTF-8 in normalization form C.
  func finding(_ text: [UInt8]) -> Finding? {
    if Self.hasVietnameseLetters(text.prefix(rules.quickBytes), rules.quickLetters) { return nil }
    return slowFinding(text)
  }

  /// Whether so many letters of U+1E80 to U+1EFF stand in the text: of those only Vietnamese has any
  /// number worth speaking of.
  static func hasVietnameseLetters(_ text: ArraySlice<UInt8>, _ wanted: Int) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var found = 0
      var index = 0
      while index + 1 < bytes.count {
        if bytes[index] == 0xE1, bytes[index + 1] & 0xFE == 0xBA {
          found += 1
          if found >= wanted { return true }
        }
        index += 1
      }
      return found >= wanted
    }
  }

  private func slowFinding(_ text: [UInt8]) -> Finding? {
    let sample = Self.beginning(of: text, bytes: rules.sampleBytes)
    if let finding = script(sample) { return finding }
    var census = WordCensus()
    for word in LetterWords.split(sample) { census.count(String(word), rules, syllables) }
    return judge(census)
  }

  private func judge(_ census: WordCensus) -> Finding? {
    guard census.words >= rules.shortWords,
      census.percent(census.accented) < rules.markedPercent
    else { return nil }
    let vietnamese = census.small[LanguageRules.vietnamese] ?? 0
    let shape = census.percent(census.syllables)
    if let (language, count) = census.foreign, count > vietnamese,
      census.percent(count) >= rules.foreignPercent
    {
      return Self.other(
        language, "\(census.percent(count))% of its \(census.words) words are small words of it")
    }
    if census.percent(vietnamese) >= rules.unaccentedPercent, shape >= rules.unaccentedShapePercent
    {
      return Finding(
        rule: "unaccented",
        reason: "the text is Vietnamese without its accents, which cannot be read for sure; get it "
          + "with them, or leave it out")
    }
    guard shape < rules.shapePercent else { return nil }
    return Self.other(
      "some other language",
      "only \(shape)% of its \(census.words) words have the shape of Vietnamese syllables")
  }

  private static func other(_ language: String, _ evidence: String) -> Finding {
    Finding(
      rule: "language",
      reason: "the text is in \(language), not in Vietnamese: \(evidence); leave it out")
  }

  /// Letters of other scripts, by the bytes that they start with.
  private func script(_ text: ArraySlice<UInt8>) -> Finding? {
    var (latin, other) = (0, 0)
    for byte in text {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC9: latin += 1
      case 0xCE...0xDF, 0xE0, 0xE3...0xED: other += 1  // Greek to Arabic, India, East Asia
      default: break
      }
    }
    guard other >= rules.scriptLetters, other * 100 >= (latin + other) * rules.scriptPercent else {
      return nil
    }
    return Self.other(
      "another script", "\(other) of its \(latin + other) letters are not Latin")
  }

  /// The beginning of a text, cut before a character that would be cut in two.
  private static func beginning(of text: [UInt8], bytes: Int) -> ArraySlice<UInt8> {
    var end = min(bytes, text.count)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end]
  }
}

/// What the words of a text are.
private struct WordCensus {
  private(set) var words = 0
  /// Vietnamese syllables that have a letter beyond ASCII.
  private(set) var accented = 0
  /// Words that have the shape of a syllable, with or without accents.
  private(set) var syllables = 0
  /// Small words by language.
  private(set) var small: [String: Int] = [:]

  mutating func count(_ word: String, _ rules: LanguageRules, _ table: SyllableTable) {
    words += 1
    let finding = table.look(at: word)
    if finding.isSyllable { syllables += 1 }
    if finding.isSyllable, finding.isMarked { accented += 1 }
    for language in rules.words[word.lowercased()] ?? [] { small[language, default: 0] += 1 }
  }

  func percent(_ count: Int) -> Int { words == 0 ? 0 : count * 100 / words }

  /// The other language with the most small words; of equal ones the first by name.
  var foreign: (language: String, count: Int)? {
    small.filter { $0.key != LanguageRules.vietnamese }
      .min { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }
}
