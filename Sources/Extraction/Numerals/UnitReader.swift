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
    let unit = scan.hits.starting(at: index, .unit)
    let noun = scan.hits.starting(at: index, .noun)
    if let unit, noun == nil || noun!.end <= unit.end { return table(unit) }
    if let noun { return counted(noun) }
    return abbreviated(at: index)
  }

  private func table(_ hit: Hit) -> UnitMatch? {
    let row = scan.rules.units[Int(hit.row)]
    // One letter is a unit only in its own case: 5g weighs, 5G is a network.
    if hit.end - hit.start == 1, scan.tokens[Int(hit.start)].length == 1,
      scan.bytes(Int(hit.start))[0] != row.surface.utf8.first
    {
      return nil
    }
    return UnitMatch(
      kind: row.kind, unit: row.unit, power: row.power, end: Int(hit.end),
      rule: row.label)
  }

  private func counted(_ hit: Hit) -> UnitMatch {
    let row = scan.rules.nouns[Int(hit.row)]
    var match = UnitMatch(
      kind: .count, unit: row.noun, power: 0, end: Int(hit.end), rule: row.label,
      isWeak: row.isWeak)
    if row.kind == "admin_unit" { joinAdministrativeUnits(&match) }
    return match
  }

  /// `tỉnh, TP`, `huyện, TX, TP`: kinds of areas counted together.
  private func joinAdministrativeUnits(_ match: inout UnitMatch) {
    while scan.isMark(match.end, Mark.comma) {
      if let hit = scan.hits.starting(at: match.end + 1, .noun),
        scan.rules.nouns[Int(hit.row)].kind == "admin_unit"
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
    var end = index + 1
    if isNounWord(end), scan.tokens[end].hasSpaceBefore, !scan.tokens[end].isCapitalized {
      end += 1
    }
    return UnitMatch(
      kind: .count, unit: scan.string(index..<end).lowercased(), power: 0, end: end,
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
        scan.tokens[index - 1].kind == .number
      else { return false }
    }
    return !scan.hits.hasStart(
      at: index, of: [.stopWord, .numberWord, .scale, .change, .status, .sourceAfter])
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
    while scan.isMark(position, Mark.slash), !scan.isNumber(position + 1),
      let hit = denominator(at: position + 1)
    {
      let row = scan.rules.units[Int(hit.row)]
      denominators.append(row.unit)
      power -= row.power
      position = Int(hit.end)
    }
    guard !denominators.isEmpty else { return }
    match.end = position
    if match.kind == .percent || match.kind == .point { return }
    let numerator = match.kind == .multiple ? "lần" : match.unit
    match.kind = .rate
    match.unit = ([numerator] + denominators).joined(separator: "/")
    match.power += power
  }

  private func denominator(at index: Int) -> Hit? {
    scan.hits.starting(at: index, .denominator)
  }
}
