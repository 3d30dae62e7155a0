import Lexing
import Model
import Rules

/// References that are names: letters and digits written together, numbers behind or before one.
extension ReferenceReader {
  /// A name that a letter is part of: `VTV8`, `IPv6`, `4G`, `Covid-19`, `NFI-05`.
  func gluedName(at index: Int, hasUnit: Bool) -> Result? {
    if scan.isGlued(index), scan.isWord(index - 1),
      // i5-7600K
      !hasUnit || isName(index - 1) || isExponent(index) || scan.tokens[index - 1].length == 1
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
    if isCode(index) { return name(from: index - 1, through: index) }
    if scan.isMark(index - 1, Mark.underscore) || scan.isMark(index - 1, Mark.hash),
      scan.isGlued(index)
    {
      return name(from: index, through: index)
    }
    // ASEAN+3, whatever the ten and three go on to do.
    if scan.isMark(index - 1, Mark.plus), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), isName(index - 2),
      !hasUnit
        || scan.digitCount(index) == 1 && scan.tokens[index - 2].flags.contains(.allCapitals)
    {
      return name(from: index - 2, through: index)
    }
    guard !hasUnit, scan.isGlued(index + 1), scan.isWord(index + 1) else { return nil }
    return name(from: index, through: index + 1)
  }

  /// `PC 05`, `PA 03`: two digits of which the first is a zero, behind capitals that are no word.
  private func isCode(_ index: Int) -> Bool {
    guard scan.digitCount(index) == 2, scan.bytes(index)[0] == UInt8(ascii: "0"),
      scan.isWord(index - 1), scan.tokens[index - 1].length <= 3,
      scan.tokens[index - 1].flags.contains(.allCapitals)
    else { return false }
    // Hợp đồng BT 04 tuyến đường counts them.
    if scan.isWord(index + 1), !scan.tokens[index + 1].isCapitalized,
      scan.hits.hasStart(at: index + 1, .noun)
    {
      return false
    }
    return scan.hits.ending(at: index, .abbreviation) == nil
      && scan.hits.ending(at: index, .noun) == nil && scan.hits.ending(at: index, .unit) == nil
  }

  /// `mỗi m2 sàn`, `km2`: the digit belongs to the unit's symbol, whatever follows.
  func isExponent(_ index: Int) -> Bool {
    guard let value = scan.integer(index), value == 2 || value == 3, scan.digitCount(index) == 1,
      scan.tokens[index - 1].length <= 2,
      let unit = scan.hits.starting(at: index - 1, .denominator), Int(unit.end) >= index
    else { return false }
    return scan.rules.units[Int(unit.row)].kind == .measure
      && scan.bytes(index - 1).last == UInt8(ascii: "m")
  }

  /// A word with capitals, not a glued mistake such as "vay100 triệu".
  func isName(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    return token.flags.contains(.allCapitals) || token.isCapitalized
      || hasInnerCapital(index)
  }

  func hasInnerCapital(_ index: Int) -> Bool {
    scan.bytes(index).contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  func name(from first: Int, through last: Int) -> Result {
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
    // TT195/2015: the year of a document.
    if scan.isMark(end, Mark.slash), scan.isGlued(end), scan.isGlued(end + 1),
      let year = scan.integer(end + 1), (1945...2100).contains(year),
      scan.tokens[first].flags.contains(.allCapitals)
    {
      end += 2
    }
    return Result(range: first..<end, disposition: .reference, rule: "references:name")
  }

  /// `Hà Nội 0-3 Nam Định`: between the names of two sides, the score of a match.
  func isBetweenNames(_ index: Int) -> Bool {
    guard scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized, scan.isWord(index + 3),
      scan.tokens[index + 3].isCapitalized, scan.digitCount(index) == 1,
      scan.digitCount(index + 2) == 1
    else { return false }
    return !scan.hits.hasStart(
      at: index + 3, of: [.unit, .scale, .noun, .abbreviation, .timeCue, .durationAfter])
      && scan.hits.ending(at: index, .timeCue) == nil
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
    if let noun = scan.hits.ending(at: index, .noun) {
      if isCountedWord(index) || isDone(noun, index) { return nil }
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:after-noun")
    }
    if scan.hits.ending(at: index, .abbreviation) != nil {
      return Result(
        range: index..<index + 1, disposition: .reference, rule: "references:after-noun")
    }
    guard scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized,
      scan.tokens[index].hasSpaceBefore, scan.digitCount(index) <= 4,
      scan.integer(index) != nil || isVersion(index),
      // Thôn Tân Lập 3.
      scan.hits.ending(at: index, .stopWord) == nil
        || scan.isWord(index - 2) && scan.tokens[index - 2].isCapitalized,
      scan.hits.ending(at: index, .timeCue) == nil,
      scan.id(index - 1) != scan.words.all
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:named")
  }

  /// `ở 15-17 Ngô Quyền`: the houses of a street, told by where they are said to be and its name.
  func houses(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.isGlued(index + 1), scan.isGlued(index + 2),
      let first = scan.integer(index), let last = scan.integer(index + 2), first < last,
      scan.id(index - 1) == scan.words.at || scan.id(index - 1) == scan.words.number
        || scan.isMark(index - 1, Mark.comma) || scan.words.placeLinks.contains(scan.id(index - 1)),
      let named = beforeName(at: index + 2)
    else { return nil }
    return Result(
      range: index..<named.range.upperBound, disposition: .reference, rule: named.rule)
  }

  /// `[10.2]`: a box of a form.
  func isBox(_ index: Int) -> Bool {
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

  /// `1 số`, `1 cách`: the article written as a digit.
  func article(at index: Int) -> Result? {
    guard scan.digitCount(index) == 1, scan.integer(index) == 1,
      scan.words.articleNouns.contains(scan.id(index + 1)),
      scan.hits.starting(at: index + 1, .unit) == nil
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:article")
  }
}
