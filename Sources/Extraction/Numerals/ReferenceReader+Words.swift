import Lexing
import Model
import Rules

/// References that the words beside a number tell.
extension ReferenceReader {
  /// A name that a letter is part of: `VTV8`, `IPv6`, `4G`, `Covid-19`, `NFI-05`.
  func gluedName(at index: Int, hasUnit: Bool) -> Result? {
    if scan.isGlued(index), scan.isWord(index - 1),
      !hasUnit || isName(index - 1) || isExponent(index)
    {
      return name(from: index - 1, through: index)
    }
    if scan.isMark(index - 1, Mark.hyphen), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), !hasUnit || isName(index - 2)
    {
      return name(from: index - 2, through: index)
    }
    // U.22, Q.9, I.2: a short name, its dot, and the number.
    if scan.isMark(index - 1, Mark.period), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), scan.tokens[index - 2].length <= 4, !hasUnit || isName(index - 2)
    {
      return name(from: index - 2, through: index)
    }
    if scan.isMark(index - 1, Mark.underscore) || scan.isMark(index - 1, Mark.hash),
      scan.isGlued(index)
    {
      return name(from: index, through: index)
    }
    // ASEAN+3
    if !hasUnit, scan.isMark(index - 1, Mark.plus), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), isName(index - 2)
    {
      return name(from: index - 2, through: index)
    }
    guard !hasUnit, scan.isGlued(index + 1), scan.isWord(index + 1) else { return nil }
    return name(from: index, through: index + 1)
  }

  /// `mỗi m2 sàn`, `km2`: the digit belongs to the unit's symbol, whatever follows.
  private func isExponent(_ index: Int) -> Bool {
    guard let value = scan.integer(index), value == 2 || value == 3, scan.digitCount(index) == 1,
      scan.tokens[index - 1].length <= 2,
      let unit = scan.hits.starting(at: index - 1, .denominator), Int(unit.end) >= index
    else { return false }
    return scan.rules.units[Int(unit.row)].kind == .measure
      && scan.bytes(index - 1).last == UInt8(ascii: "m")
  }

  /// A word with capitals, not a glued mistake such as "vay100 triệu".
  private func isName(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    return token.flags.contains(.allCapitals) || token.isCapitalized
      || hasInnerCapital(index)
  }

  private func hasInnerCapital(_ index: Int) -> Bool {
    scan.bytes(index).contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  private func name(from first: Int, through last: Int) -> Result {
    var first = first
    while scan.isGlued(first),
      scan.isWord(first - 1)
        || scan.isMark(first - 1, Mark.hyphen) && scan.isGlued(first - 1) && scan.isWord(first - 2)
    {
      first -= 1
    }
    var end = last + 1
    // B52H, A320-200: what is glued on belongs to the name.
    while end < scan.count, scan.isGlued(end),
      scan.isWord(end) || scan.isNumber(end)
        || scan.isMark(end, Mark.hyphen) && scan.isGlued(end + 1)
          && (scan.isNumber(end + 1) || scan.isWord(end + 1) && scan.tokens[end + 1].isCapitalized)
    {
      end += 1
    }
    return Result(range: first..<end, disposition: .reference, rule: "references:name")
  }

  /// A number after a table's cue: `Nghị quyết số 27`, `mức độ 3`, `Điều 5`.
  func cued(at index: Int, hasUnit: Bool) -> Result? {
    var position = index
    if scan.isMark(position - 1, Mark.colon) || scan.isMark(position - 1, Mark.period)
      || scan.isMark(position - 1, Mark.hyphen)
    {
      position -= 1
    }
    // 12/3 đường Lê Lợi: the house number may hold a slash.
    let end =
      scan.isMark(index + 1, Mark.slash) && scan.isGlued(index + 1) && scan.isNumber(index + 2)
      ? index + 3 : index + 1
    if let after = scan.hits.starting(at: end, .referenceAfter), isNamed(after, hasUnit) {
      let isMotto = scan.rules.references[Int(after.row)].kind == "motto"
      return Result(
        range: index..<(isMotto ? Int(after.end) : end), disposition: .reference,
        rule: scan.rules.references[Int(after.row)].label)
    }
    if !hasUnit, let score = score(at: index),
      isDescending(index) || isPlayed(index) || isBetweenNames(index)
    {
      return score
    }
    var hit = scan.hits.ending(at: position, .reference)
    var isNumbered = false
    if let found = hit, scan.rules.references[Int(found.row)].phrase == "số" {
      // Nghị quyết số 27: the word before số says more than số.
      if let outer = scan.hits.ending(at: Int(found.start), .reference) {
        hit = outer
        isNumbered = true
      }
    }
    // Trung ương 7 khóa 12: what looks counted names the next number.
    let hasUnit = hasUnit && !isCueOfNext(index + 1)
    guard let hit else { return nil }
    let rule = scan.rules.references[Int(hit.row)]
    // Trong vòng 15 ngày: the longer phrase is a time's.
    if let duration = scan.hits.ending(at: position, .durationBefore), duration.start < hit.start {
      return nil
    }
    // Toàn khóa: 8,7/10 states something behind the colon.
    if position != index, scan.integer(index) == nil || scan.isMark(index + 1, Mark.slash) {
      return nil
    }
    // Gói thầu số 1 dự án …: the noun opens the next phrase.
    if !isNumbered && rule.strength == .weak || position != index {
      if hasUnit, !isFollowedByName(index, anyNoun: rule.phrase.hasSuffix("số")) { return nil }
      if rule.strength == .weak, scan.isMark(index - 1, Mark.hyphen) { return nil }
      // "Tổng số 27", "con số 5" count.
      if rule.phrase == "số", isCountingNumberWord(Int(hit.start)) { return nil }
      // Số điểm 300 is a score.
      if rule.phrase == "điểm", scan.id(Int(hit.start) - 1) == scan.words.number { return nil }
    }
    return Result(
      range: index..<trailing(after: index), disposition: .reference,
      rule: rule.label)
  }

  /// `khóa 12`: a word beside which a number names, and that number.
  private func isCueOfNext(_ index: Int) -> Bool {
    guard let next = scan.hits.starting(at: index, .reference), scan.isNumber(Int(next.end)),
      scan.tokens[Int(next.end)].hasSpaceBefore
    else { return false }
    return scan.integer(Int(next.end)) != nil
  }

  /// `Hà Nội 0-3 Nam Định`: between the names of two sides, the score of a match.
  private func isBetweenNames(_ index: Int) -> Bool {
    guard scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized, scan.isWord(index + 3),
      scan.tokens[index + 3].isCapitalized, scan.digitCount(index) == 1,
      scan.digitCount(index + 2) == 1
    else { return false }
    return !scan.hits.hasStart(
      at: index + 3, of: [.unit, .scale, .noun, .abbreviation, .timeCue, .durationAfter])
      && scan.hits.ending(at: index, .timeCue) == nil
  }

  /// Kinds of things that bear names: thôn, trường, công ty.
  private static let named: Set<String> = ["admin_unit", "building", "organization"]

  /// `tổ 3 thôn Thái Thông`: what looks counted is the kind of the next name.
  private func isFollowedByName(_ index: Int, anyNoun: Bool) -> Bool {
    guard let noun = scan.hits.starting(at: index + 1, .noun),
      anyNoun || Self.named.contains(scan.rules.nouns[Int(noun.row)].kind),
      scan.hits.starting(at: index + 1, .scale) == nil
    else { return false }
    let name = Int(noun.end)
    guard scan.isWord(name), scan.tokens[name].isCapitalized else { return false }
    if anyNoun || scan.rules.nouns[Int(noun.row)].kind == "admin_unit" { return true }
    // Trường THPT Lê Lợi, but not 29 chỗ BKS 51B, nor 14.000 cơ sở y tế.
    return scan.tokens[index].length <= 3
      && (!scan.tokens[name].flags.contains(.allCapitals)
        || scan.isWord(name + 1) && scan.tokens[name + 1].isCapitalized)
  }

  /// A street's name follows with a capital; a motto counts nothing: 12 đường Lê Lợi, 3 không.
  private func isNamed(_ hit: Hit, _ hasUnit: Bool) -> Bool {
    switch scan.rules.references[Int(hit.row)].kind {
    case "address":
      return scan.isWord(Int(hit.end)) && scan.tokens[Int(hit.end)].isCapitalized
    case "motto":
      return scan.isMark(Int(hit.end), Mark.quote) || scan.isMark(Int(hit.start) - 2, Mark.quote)
    default: return true
    }
  }

  /// `thua 1-3`, `tỷ số 0-4`: a verb of matches tells a score in rising order.
  private func isPlayed(_ index: Int) -> Bool {
    scan.words.matchVerbs.contains(scan.id(index - 1)) && scan.digitCount(index + 2) <= 2
      && !scan.isMark(index + 3, Mark.percent)
  }

  private func isDescending(_ index: Int) -> Bool {
    guard let home = scan.integer(index), let away = scan.integer(index + 2) else { return false }
    return home >= away && scan.digitCount(index + 2) <= 2
      && scan.hits.starting(at: index + 3, .unit) == nil && !scan.isMark(index + 3, Mark.percent)
  }

  private func isCountingNumberWord(_ index: Int) -> Bool {
    scan.words.countingWords.contains(scan.id(index - 1))
  }

  /// Letters and slashes written to the number: 12A, 3/4.
  private func trailing(after index: Int) -> Int {
    var end = index + 1
    // TCVN 7603:2007: a standard with its year.
    if scan.isMark(end, Mark.colon), scan.isGlued(end), scan.isGlued(end + 1),
      scan.isNumber(end + 1), scan.digitCount(end + 1) == 4
    {
      end += 2
    }
    while end < scan.count, scan.isGlued(end),
      scan.isWord(end)
        || scan.isMark(end, Mark.slash) && scan.isNumber(end + 1) && scan.isGlued(end + 1)
        || scan.isNumber(end) && scan.isMark(end - 1, Mark.slash)
    {
      end += 1
    }
    return end
  }

  /// A number listed after a reference: the 4 of `mức độ 3, 4`.
  func listed(at index: Int, after previous: Range<Int>?, hasUnit: Bool) -> Result? {
    guard let previous, !hasUnit else { return nil }
    // Tài khoản 111 (1112), 112 (1122): an account and the one below it.
    if previous.upperBound == index - 1 && isBelow(index, previous.lowerBound)
      || previous.upperBound == index - 2 && scan.isMark(index - 2, Mark.close)
        && scan.isMark(index - 1, Mark.comma) && isBelow(index + 2, index)
    {
      return Result(
        range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
    }
    guard previous.upperBound == index - 1,
      scan.isMark(index - 1, Mark.comma) || scan.id(index - 1) == scan.words.and
        || scan.isMark(index - 1, Mark.hyphen) || scan.isMark(index - 1, Mark.slash)
        || scan.isMark(index - 1, Mark.ampersand)
    else { return nil }
    return Result(
      range: index..<trailing(after: index), disposition: .reference, rule: "references:list")
  }

  /// `111 (1112)`: a number in brackets that goes on from the digits of the one before them.
  private func isBelow(_ index: Int, _ outer: Int) -> Bool {
    guard outer == index - 2, scan.isNumber(outer), scan.isNumber(index),
      scan.isMark(index - 1, Mark.open), scan.isMark(index + 1, Mark.close),
      scan.digitCount(index) > scan.digitCount(outer), scan.digitCount(outer) > 2
    else { return false }
    return scan.bytes(index).starts(with: scan.bytes(outer))
  }

  private static func opensItem(_ mark: UInt32) -> Bool {
    switch mark {
    case Mark.period, Mark.semicolon, Mark.question, Mark.exclamation, Mark.colon, Mark.hash,
      Mark.bullet, Mark.greater, Mark.quote:
      true
    default: false
    }
  }

  /// A number that opens a line or a sentence: `1.`, `2)`, `3:`, `4-`.
  func listNumber(at index: Int) -> Result? {
    if let heading = headingNumber(at: index) { return heading }
    let opensLine = index == 0 || scan.tokens[index - 1].kind == .lineBreak
    if !opensLine, scan.digitCount(index) <= 5, scan.dottedParts(index) != nil,
      scan.isGlued(index + 1)
    {
      let opensSentence =
        scan.tokens[index - 1].kind == .mark && Self.opensItem(scan.tokens[index - 1].id)
      let isItem =
        scan.isMark(index + 1, Mark.period) && index + 2 < scan.count
        && scan.tokens[index + 2].isCapitalized && !scan.isGlued(index + 2)
        || scan.isMark(index + 1, Mark.colon) && !scan.isGlued(index + 2)
        || scan.digitCount(index) <= 2 && scan.isMark(index + 1, Mark.hyphen)
          && scan.isWord(index + 2) && scan.tokens[index + 2].isCapitalized
      if opensSentence, isItem {
        return Result(
          range: index..<index + 1, disposition: .reference, rule: "references:list-number")
      }
    }
    guard opensLine, scan.digitCount(index) <= 3,
      scan.integer(index) != nil,
      scan.isMark(index + 1, Mark.period) || scan.isMark(index + 1, Mark.close)
        || scan.isMark(index + 1, Mark.slash),
      scan.isGlued(index + 1), !scan.isGlued(index + 2)
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list-number")
  }

  /// `2- Xem xét`, `2.3 Cách nộp` at a line's start, list marks before it passed over.
  private func headingNumber(at index: Int) -> Result? {
    var first = index
    let lowest = max(0, index - 4)
    while first > lowest, isListMark(first - 1) { first -= 1 }
    guard first == 0 || scan.tokens[first - 1].kind == .lineBreak,
      scan.digitCount(index) <= 5, index + 1 < scan.count
    else { return nil }
    if scan.isMark(index + 1, Mark.hyphen), scan.isGlued(index + 1), scan.digitCount(index) <= 2,
      scan.integer(index) != nil, scan.isWord(index + 2), scan.tokens[index + 2].isCapitalized
    {
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:list-number")
    }
    let isClosed = scan.isMark(index + 1, Mark.period) && scan.isGlued(index + 1)
    let title = isClosed ? index + 2 : index + 1
    guard let parts = scan.dottedParts(index), (2...3).contains(parts.count),
      parts[0] < 100, parts[1] < 100,
      scan.isWord(title), scan.tokens[title].isCapitalized, !scan.isGlued(title),
      !scan.hits.hasStart(at: title, .scale), !scan.hits.hasStart(at: title, .unit)
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list-number")
  }

  private func isListMark(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .mark else { return false }
    switch scan.tokens[index].id {
    case Mark.bullet, Mark.hash, Mark.greater, Mark.quote, Mark.hyphen, Mark.plus: return true
    default: return false
    }
  }

  /// Numbers joined by dashes, three or more: a telephone number, a draw, a formation.
  func series(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.integer(index) != nil else { return nil }
    var last = index
    var count = 1
    while scan.isMark(last + 1, Mark.hyphen), scan.integer(last + 2) != nil, count < 40 {
      last += 2
      count += 1
    }
    guard count >= 3, !scan.isMark(last + 1, Mark.percent),
      !scan.hits.hasStart(at: last + 1, .unit), !scan.hits.hasStart(at: last + 1, .scale),
      !scan.hits.hasStart(at: last + 1, .noun)
    else { return nil }
    return Result(
      range: index..<last + 1, disposition: .reference, rule: "references:series")
  }

  /// `39 Trương Định`, `718 Boxster`: a house or a model, told by the name behind it.
  func beforeName(at index: Int) -> Result? {
    let next = index + 1
    guard scan.integer(index) != nil, scan.digitCount(index) <= 4, scan.isWord(next),
      scan.tokens[next].isCapitalized, scan.tokens[next].hasSpaceBefore,
      !scan.tokens[next].flags.contains(.allCapitals),
      scan.hits.ending(at: index, .qualifier) == nil
    else { return nil }
    let isPair =
      scan.isWord(next + 1) && scan.tokens[next + 1].isCapitalized
      && scan.tokens[next + 1].hasSpaceBefore && !scan.hits.hasStart(at: next, .noun)
    guard isPair || Syllable.isForeign(scan.bytes(next)) else { return nil }
    return Result(
      range: index..<next, disposition: .reference, rule: "references:before-name")
  }

  /// A bare number that names: after a proper name (`Vân Canh 1`) or a noun (`Đại hội 13`), alone in
  /// quotation marks or brackets, or in a score (`1-1`).
  func named(at index: Int) -> Result? {
    if let alone = enclosed(at: index) { return alone }
    if isDescending(index), let score = score(at: index) { return score }
    if scan.hits.ending(at: index, .noun) != nil
      || scan.hits.ending(at: index, .abbreviation) != nil
    {
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:after-noun")
    }
    guard scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized,
      scan.tokens[index].hasSpaceBefore, scan.digitCount(index) <= 4,
      scan.integer(index) != nil || isVersion(index),
      scan.hits.ending(at: index, .stopWord) == nil, scan.hits.ending(at: index, .timeCue) == nil,
      scan.id(index - 1) != scan.words.all
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:named")
  }

  /// `[10.2]`: a box of a form.
  private func isBox(_ index: Int) -> Bool {
    scan.isMark(index - 1, Mark.open) && scan.bytes(index - 1)[0] == UInt8(ascii: "[")
      && scan.isMark(index + 1, Mark.close) && scan.dottedParts(index)?.count == 2
  }

  /// USB 3.1, Bluetooth 4.2: behind a name that is no Vietnamese word.
  func isVersion(_ index: Int) -> Bool {
    if isBox(index) { return true }
    guard scan.digitCount(index) <= 4, scan.isWord(index - 1), isName(index - 1),
      Syllable.isForeign(scan.bytes(index - 1)), let parts = scan.dottedParts(index)
    else { return false }
    return parts.count == 2
  }

  /// `Hà Nội (35), Đà Nẵng (20)`, `số ca (10)`: numbers in brackets that count.
  private func isBracketedCount(_ index: Int) -> Bool {
    for position in stride(from: index - 2, through: max(0, index - 12), by: -1) {
      if scan.tokens[position].kind == .lineBreak || scan.isSentenceEnd(position) { break }
      if scan.id(position) == scan.words.number || isBracketedNumber(position) { return true }
    }
    let last = min(scan.count - 1, index + 12)
    var position = index + 2
    while position < last {
      if scan.isSentenceEnd(position) { return false }
      if isBracketedNumber(position) { return true }
      position += 1
    }
    return false
  }

  private func isBracketedNumber(_ index: Int) -> Bool {
    scan.isMark(index, Mark.open) && scan.isNumber(index + 1)
      && (scan.isMark(index + 2, Mark.close) || scan.hits.hasStart(at: index + 2, .noun))
  }

  /// Giang "36", (2): a number with nothing beside it between its marks.
  private func enclosed(at index: Int) -> Result? {
    let isQuoted = scan.isMark(index - 1, Mark.quote) && scan.isMark(index + 1, Mark.quote)
    let isBracketed = scan.isMark(index - 1, Mark.open) && scan.isMark(index + 1, Mark.close)
    guard isQuoted || isBracketed && !isBracketedCount(index) else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:enclosed")
  }

  /// A match's score: two small numbers and a dash, not in rising order.
  private func score(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.isGlued(index + 1), scan.isGlued(index + 2),
      let home = scan.integer(index), let away = scan.integer(index + 2), home < 100, away < 100
    else { return nil }
    return Result(range: index..<index + 3, disposition: .reference, rule: "references:score")
  }

  /// `1 số`, `1 cách`: the article written as a digit.
  func article(at index: Int) -> Result? {
    guard scan.digitCount(index) == 1, scan.integer(index) == 1,
      scan.words.articleNouns.contains(scan.id(index + 1)),
      scan.hits.starting(at: index + 1, .unit) == nil
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:article")
  }
}
