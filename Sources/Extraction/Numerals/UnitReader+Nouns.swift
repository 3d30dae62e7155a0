import Lexing
import Model
import Rules

/// Counted nouns: those of the tables, titles, abbreviations, and words that no table knows.
extension UnitReader {
  func counted(_ first: Hit) -> UnitMatch {
    let hit = isClassifier(first) ? named(behind: first) : first
    let row = scan.rules.nouns[Int(hit.row)]
    var match = UnitMatch(
      kind: .count, unit: row.noun, power: 0, end: Int(hit.end), rule: row.label,
      isWeak: row.isWeak)
    match.isDivision = Self.isDivision(row)
    if row.isAdministrative { joinAdministrativeUnits(&match) }
    return match
  }

  /// Nữ, nam, chiếc: a word that only tells the sex or the kind of those counted.
  private func isClassifier(_ noun: Hit) -> Bool {
    scan.words.classifiers.contains(scan.id(Int(noun.start))) && noun.end == noun.start + 1
  }

  /// `2 nữ nhân viên`, `3 chiếc cầu`: the noun behind such a word.
  private func named(behind noun: Hit) -> Hit {
    guard let next = scan.hits.starting(at: Int(noun.end), .noun),
      !scan.tokens[Int(noun.end)].isCapitalized
    else { return noun }
    let isPerson = scan.rules.nouns[Int(noun.row)].kind == "person"
    let kind = scan.rules.nouns[Int(next.row)].kind
    return (isPerson ? kind == "person" : Self.classified.contains(kind)) ? next : noun
  }

  private static let classified: Set<String> = ["thing", "vehicle", "building"]

  static func isDivision(_ noun: NounRule) -> Bool {
    noun.isAdministrative || noun.kind == "household"
  }

  /// `2 nguyên phó chủ tịch`, `3 cựu sinh viên`: a title with the words before it.
  func titled(at index: Int) -> UnitMatch? {
    var position = index
    while position < index + 3, scan.words.titlePrefixes.contains(scan.id(position)) {
      position += 1
      guard scan.isWord(position) else { return nil }
      if let title = scan.hits.starting(at: position, .noun) {
        let kind = scan.rules.nouns[Int(title.row)].kind
        guard kind == "person" || kind == "organization" else { return nil }
        return UnitMatch(
          kind: .count, unit: scan.words(index..<Int(title.end)).lowercased(), power: 0,
          end: Int(title.end), rule: scan.rules.nouns[Int(title.row)].label)
      }
    }
    return nil
  }

  /// `tỉnh, TP`, `huyện, TX, TP`: kinds of areas counted together.
  private func joinAdministrativeUnits(_ match: inout UnitMatch) {
    while scan.isMark(match.end, Mark.comma) {
      if let hit = scan.hits.starting(at: match.end + 1, .noun),
        scan.rules.nouns[Int(hit.row)].isAdministrative
      {
        match.unit += ", " + scan.rules.nouns[Int(hit.row)].noun
        match.end = Int(hit.end)
      } else if let other = abbreviated(at: match.end + 1) {
        match.unit += ", " + other.unit
        match.end = other.end
      } else {
        return
      }
    }
  }

  /// Capitals that the text itself has defined before; they win over what the tables say of them.
  func learned(at index: Int) -> UnitMatch? {
    guard scan.isWord(index), let definition = scan.learned.definition(at: index, in: scan) else {
      return nil
    }
    // The table says the same, and whether it can be counted.
    if let hit = scan.hits.starting(at: index, .abbreviation),
      hit.end > index + 1 || scan.rules.abbreviations[Int(hit.row)].expansion == definition.unit
    {
      return nil
    }
    var match = UnitMatch(
      kind: .count, unit: definition.unit, power: 0, end: 0, rule: "")
    let phrase = definition.phrase
    if let hit = scan.hits.starting(at: phrase.lowerBound, .unit), hit.range == phrase,
      let unit = table(hit)
    {
      // Đô la Mỹ (ĐLM): what the phrase is itself.
      match = unit
    } else if let hit = scan.hits.starting(at: phrase.lowerBound, .noun), hit.range == phrase {
      match.isWeak = scan.rules.nouns[Int(hit.row)].isWeak
    }
    match.end = index + 1
    match.rule = LearnedAbbreviations.rule
    return match
  }

  func abbreviated(at index: Int) -> UnitMatch? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let hit = scan.hits.starting(at: index, .abbreviation)
    else { return nil }
    let row = scan.rules.abbreviations[Int(hit.row)]
    guard row.kind == "noun" || row.kind == "place" else { return nil }
    // 2.5Q is a model.
    if scan.tokens[index].length == 1, scan.isGlued(index) { return nil }
    // TP.Hà Tĩnh, TP HCM: the start of a name, not a kind of area that is counted.
    let next = Int(hit.end)
    if row.kind == "place",
      scan.isMark(next, Mark.period) && scan.isGlued(next)
        || scan.isWord(next) && scan.tokens[next].isCapitalized
    {
      return nil
    }
    return UnitMatch(
      kind: .count, unit: row.expansion, power: 0, end: Int(hit.end),
      rule: row.label)
  }

  /// A word that no table knows, taken for the counted noun: lower-case, and no function word.
  func unknownNoun(at index: Int) -> UnitMatch? {
    guard isNounWord(index) else { return nil }
    if scan.tokens[index].flags.contains(.allCapitals),
      let definition = scan.learned.definition(at: index, in: scan)
    {
      // Ủy ban nhân dân (UBND): what the table holds for no thing to count, and the text counts.
      return UnitMatch(
        kind: .count, unit: definition.unit, power: 0, end: index + 1,
        rule: LearnedAbbreviations.rule)
    }
    var end = index + 1
    if isNounWord(end), scan.tokens[end].hasSpaceBefore, !scan.tokens[end].isCapitalized {
      end += 1
    }
    var match = UnitMatch(
      kind: .count, unit: scan.words(index..<end).lowercased(), power: 0, end: end,
      rule: "count_nouns:*")
    // 20 triệu HK/năm: whatever it stands for, so much in a year.
    if scan.tokens[end - 1].flags.contains(.allCapitals), scan.isMark(end, Mark.slash) {
      extend(&match)
    }
    return match
  }

  /// `gộp 2 thành 1` makes one of two, and counts no thành.
  func makesOne(_ index: Int) -> Bool {
    scan.id(index) == scan.words.city && scan.isNumber(index + 1)
  }

  private func isNounWord(_ index: Int) -> Bool {
    guard scan.isWord(index), scan.tokens[index].hasSpaceBefore else { return false }
    if makesOne(index) || scan.id(index) == scan.words.day { return false }
    let token = scan.tokens[index]
    // RC200t, GS350: the start of a model's name.
    if scan.isNumber(index + 1), scan.isGlued(index + 1) { return false }
    if token.isCapitalized {
      if token.flags.contains(.allCapitals) {
        // CX-5
        let isModel =
          scan.isMark(index + 1, Mark.hyphen) && scan.isNumber(index + 2) && scan.isGlued(index + 2)
        return token.length <= 12 && !isModel
      }
      // 12 Phó trưởng phòng giáo dục: a title, not the start of a name.
      if scan.hits.starting(at: index, .place) != nil { return false }
      guard scan.isWord(index + 1), !scan.tokens[index + 1].isCapitalized,
        scan.tokens[index - 1].kind == .number, !Syllable.isForeign(scan.bytes(index))
      else { return false }
    }
    // 11.200 tỷ bằng vốn vay.
    if scan.words.levelVerbs.contains(scan.id(index)), !scan.hits.hasStart(at: index, .compound) {
      return false
    }
    return !scan.hits.hasStart(
      at: index,
      of: [.stopWord, .uncounted, .numberWord, .scale, .change, .status, .sourceAfter])
  }
}
