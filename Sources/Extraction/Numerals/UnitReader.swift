import Lexing
import Model
import Rules

/// What stands behind a number: its unit, with the denominators of a rate.
struct UnitMatch {
  var kind: FigureKind
  var unit: String
  /// The power of ten that the unit brings along: -2 for cents.
  var power: Int
  /// The first token after the unit.
  var end: Int
  /// The rule row: `units:tỷ đồng`, `count_nouns:tài khoản`.
  var rule: String
  /// A noun that often counts nothing worth keeping.
  var isWeak = false
  var isDuration: Bool { kind == .duration }
}

struct UnitReader {
  let scan: Scan

  /// The unit that starts at the token, with its denominators.
  func read(at index: Int) -> UnitMatch? {
    guard var match = simple(at: index) else { return nil }
    extend(&match)
    return match
  }

  /// A unit of the table or a counted noun, whichever is longer.
  private func simple(at index: Int) -> UnitMatch? {
    guard index < scan.count, scan.tokens[index].kind != .lineBreak else { return nil }
    if scan.tokens[index].flags.contains(.allCapitals), let match = learned(at: index) {
      return match
    }
    let unit = scan.hits.starting(at: index, .unit)
    let noun = scan.hits.starting(at: index, .noun)
    if let unit, noun == nil || noun!.end <= unit.end, !isTooSmall(unit) { return table(unit) }
    if let title = titled(at: index), Int(noun?.end ?? 0) < title.end { return title }
    if let noun {
      // Số 12 điều tra … is no 12 điều: a longer word that is never counted.
      if let verb = scan.hits.starting(at: index, .uncounted), verb.end > noun.end { return nil }
      return counted(noun)
    }
    return abbreviated(at: index) ?? degree(at: index)
  }

  /// `3 bảng đấu` beside `80 triệu bảng`: some words are units of large amounts only.
  private func isTooSmall(_ unit: Hit) -> Bool {
    let before = Int(unit.start) - 1
    return scan.rules.units[Int(unit.row)].role == .large
      && scan.hits.ending(at: before + 1, .scale) == nil && scan.digitCount(before) < 5
  }

  /// `18 C`, `18 0C`: degrees, the sign lost or become a zero; told by nhiệt độ before.
  private func degree(at index: Int) -> UnitMatch? {
    let letter = scan.integer(index) == 0 && scan.digitCount(index) == 1 ? index + 1 : index
    guard scan.isWord(letter), scan.tokens[letter].length == 1,
      scan.bytes(letter)[0] == UInt8(ascii: "C"), scan.tokens[index].hasSpaceBefore
    else { return nil }
    for position in stride(from: index - 1, through: max(0, index - 40), by: -1) {
      if scan.tokens[position].kind == .lineBreak { break }
      if scan.words.temperatures.contains(scan.id(position)) {
        return UnitMatch(kind: .measure, unit: "Cel", power: 0, end: letter + 1, rule: "units:độ C")
      }
    }
    return nil
  }

  private func table(_ hit: Hit) -> UnitMatch? {
    let row = scan.rules.units[Int(hit.row)]
    // One letter is a unit only in its own case: 5g weighs, 5G is a network.
    if hit.end - hit.start == 1, scan.tokens[Int(hit.start)].length == 1,
      scan.bytes(Int(hit.start))[0] != row.surface.utf8.first, row.unit != "L"
    {
      return nil
    }
    var match = UnitMatch(
      kind: row.kind, unit: row.unit, power: row.power, end: Int(hit.end),
      rule: row.label)
    // Money and nouns are no metres, bits or degrees.
    guard row.kind != .money, row.kind != .count, row.kind != .percent else { return match }
    attachPower(to: &match, isDenominator: false)
    countBytes(&match, from: Int(hit.start))
    if match.unit == "Cel", row.surface == "độ", isAngle(Int(hit.start)) { match.unit = "deg" }
    // 30 điểm giữ xe: places, and no score.
    if row.kind == .score, scan.words.spots.contains(scan.id(match.end)),
      scan.isWord(match.end), !scan.tokens[match.end].isCapitalized
    {
      match.kind = .count
    }
    return match
  }

  /// `góc 45 độ`, `nghiêng 10 độ`: degrees of an angle.
  private func isAngle(_ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 10), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      if scan.words.temperatures.contains(scan.id(position)) { return false }
      if scan.words.angles.contains(scan.id(position)) { return true }
    }
    return false
  }

  /// MB/s counts bytes and Mb/s bits; the tables do not see the difference.
  private func countBytes(_ match: inout UnitMatch, from start: Int) {
    guard match.unit.utf8.last == UInt8(ascii: "s"), match.unit.hasSuffix("bit/s") else { return }
    let word = scan.bytes(start)
    guard word.contains(UInt8(ascii: "B")) else { return }
    match.unit = match.unit.replacing("bit", with: "By")
  }

  /// `25 m 2`, `đồng/m 2`: the exponent fallen off the metre.
  private func attachPower(to match: inout UnitMatch, isDenominator: Bool) {
    guard let exponent = scan.integer(match.end), exponent == 2 || exponent == 3,
      ["m", "km", "cm", "mm"].contains(match.unit),
      scan.digitCount(match.end) == 1, scan.tokens[match.end].hasSpaceBefore
    else { return }
    let next = match.end + 1
    let isCounted =
      scan.hits.hasStart(at: next, .noun) || scan.hits.hasStart(at: next, .unit)
      || scan.hits.hasStart(at: next, .scale) || scan.isMark(next, Mark.percent)
      || scan.isMark(next, Mark.hyphen) || scan.isMark(next, Mark.slash) && scan.isNumber(next + 1)
    guard isDenominator || !isCounted else { return }
    match.unit += scan.string(match.end..<next)
    match.end = next
  }

  private func counted(_ hit: Hit) -> UnitMatch {
    let row = scan.rules.nouns[Int(hit.row)]
    var match = UnitMatch(
      kind: .count, unit: row.noun, power: 0, end: Int(hit.end), rule: row.label,
      isWeak: row.isWeak)
    if row.isAdministrative { joinAdministrativeUnits(&match) }
    return match
  }

  /// `2 nguyên phó chủ tịch`, `3 cựu sinh viên`: a title with the words before it.
  private func titled(at index: Int) -> UnitMatch? {
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
  private func learned(at index: Int) -> UnitMatch? {
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

  private func abbreviated(at index: Int) -> UnitMatch? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let hit = scan.hits.starting(at: index, .abbreviation)
    else { return nil }
    let row = scan.rules.abbreviations[Int(hit.row)]
    guard row.kind == "noun" || row.kind == "place" else { return nil }
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
    return UnitMatch(
      kind: .count, unit: scan.words(index..<end).lowercased(), power: 0, end: end,
      rule: "count_nouns:*")
  }

  private func isNounWord(_ index: Int) -> Bool {
    guard scan.isWord(index), scan.tokens[index].hasSpaceBefore else { return false }
    let token = scan.tokens[index]
    if token.isCapitalized {
      if token.flags.contains(.allCapitals) { return token.length <= 12 }
      // 34 Phó trưởng công an xã: a title, not the start of a name.
      if scan.hits.starting(at: index, .place) != nil { return false }
      guard scan.isWord(index + 1), !scan.tokens[index + 1].isCapitalized,
        scan.tokens[index - 1].kind == .number, !Syllable.isForeign(scan.bytes(index))
      else { return false }
    }
    // RC200t, GS350: the start of a model's name.
    if scan.isNumber(index + 1), scan.isGlued(index + 1) { return false }
    return !scan.hits.hasStart(
      at: index,
      of: [.stopWord, .uncounted, .numberWord, .scale, .change, .status, .sourceAfter])
  }

  /// Adds what follows a slash: `đồng/kg`, `triệu đồng/người/năm`, `tấn rác/ngày đêm`, `%/năm`.
  func denominators(of match: UnitMatch) -> UnitMatch {
    var match = match
    extend(&match)
    return match
  }

  private func extend(_ match: inout UnitMatch) {
    var position = match.end
    if match.kind == .measure || match.kind == .count {
      // The thing measured may stand between: tấn rác/ngày.
      var skipped = 0
      while skipped < 2, scan.isWord(position), !scan.tokens[position].isCapitalized,
        !scan.isMark(position, Mark.slash)
      {
        position += 1
        skipped += 1
      }
      if !scan.isMark(position, Mark.slash) { position = match.end }
    }
    var denominators: [String] = []
    var power = 0
    while scan.isMark(position, Mark.slash) {
      let start = scan.integer(position + 1) == 1 ? position + 2 : position + 1
      if let span = timeSpan(at: start), match.kind == .measure {
        denominators.append(span.unit)
        position = span.end
        continue
      }
      let noun = match.kind == .money ? scan.hits.starting(at: start, .noun) : nil
      // Công ty is longer than công.
      guard let hit = denominator(at: start), hit.end >= noun?.end ?? 0 else {
        // 200 nghìn đồng/cành: money may be had for whatever is counted.
        guard let noun, scan.isGlued(start) || start == position + 2 else { break }
        denominators.append(scan.rules.nouns[Int(noun.row)].noun)
        position = Int(noun.end)
        continue
      }
      // Đồng/1 người says no more than đồng/người.
      let row = scan.rules.units[Int(hit.row)]
      var denominator = UnitMatch(
        kind: row.kind, unit: row.unit, power: row.power, end: Int(hit.end), rule: "")
      attachPower(to: &denominator, isDenominator: true)
      denominators.append(denominator.unit)
      power -= row.power
      position = denominator.end
    }
    guard !denominators.isEmpty else { return }
    match.end = position
    if match.kind == .percent || match.kind == .point { return }
    let numerator = match.kind == .multiple ? "lần" : match.unit
    match.kind = .rate
    match.unit = ([numerator] + denominators).joined(separator: "/")
    match.power += power
  }

  /// `mm/24 giờ`, `mm/6h`: what falls in so many hours, in UCUM `mm/(24.h)`.
  private func timeSpan(at index: Int) -> (unit: String, end: Int)? {
    guard let count = scan.integer(index), count > 1, scan.tokens[index].length <= 2,
      let hit = denominator(at: index + 1), scan.rules.units[Int(hit.row)].kind == .duration
    else { return nil }
    return ("(\(count).\(scan.rules.units[Int(hit.row)].unit))", Int(hit.end))
  }

  private func denominator(at index: Int) -> Hit? {
    scan.hits.starting(at: index, .denominator)
  }
}
