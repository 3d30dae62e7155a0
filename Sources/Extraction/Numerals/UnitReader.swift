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
  /// A kind of area or a household, for each of which something else may be counted.
  var isDivision = false
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
    if let unit, noun == nil || noun!.end <= unit.end, !isTooSmall(unit) {
      // Năm 2014 và 2015 lần lượt lỗ …: no 2015 lần.
      return scan.isUncounted(index, beyond: unit.end) ? nil : table(unit)
    }
    if let title = titled(at: index), Int(noun?.end ?? 0) < title.end { return title }
    if let noun {
      if makesOne(index) { return nil }
      // Số 12 điều tra … is no 12 điều: a longer word that is never counted.
      if scan.isUncounted(index, beyond: noun.end) { return nil }
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

  /// `18 C`, `18 0C`: degrees, the sign lost or become a zero; told by nhiệt độ before. Else a
  /// weight of gold.
  private func degree(at index: Int) -> UnitMatch? {
    if scan.id(index) == scan.words.mace { return goldWeight(at: index) }
    if scan.isMark(index, Mark.degree) { return bareDegree(at: index) }
    let letter = scan.integer(index) == 0 && scan.digitCount(index) == 1 ? index + 1 : index
    guard scan.isWord(letter), scan.tokens[letter].length == 1,
      scan.bytes(letter)[0] == UInt8(ascii: "C")
    else { return nil }
    let isLost = !scan.tokens[index].hasSpaceBefore
    if isLost, !endsInDegree(index - 1) { return nil }
    guard isOfTemperature(index) else { return nil }
    return UnitMatch(
      kind: .measure, unit: "Cel", power: isLost && scan.integer(index - 1) != nil ? -1 : 0,
      end: letter + 1, rule: "units:độ C")
  }

  /// `thân nhiệt trên 37,5°`: the sign without its letter.
  private func bareDegree(at index: Int) -> UnitMatch? {
    let isGlued = scan.isGlued(index + 1) && (scan.isWord(index + 1) || scan.isNumber(index + 1))
    guard scan.isGlued(index), !isGlued, isOfTemperature(index) else { return nil }
    return UnitMatch(
      kind: .measure, unit: "Cel", power: 0, end: index + 1, rule: "units:độ C")
  }

  /// Nhiệt độ or the like stands before the token on its line.
  private func isOfTemperature(_ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 40), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      if scan.words.temperatures.contains(scan.id(position)) { return true }
    }
    return false
  }

  /// `350C`, `9,750C`: the sign of degrees become a zero at the end of the number.
  private func endsInDegree(_ number: Int) -> Bool {
    scan.isNumber(number) && scan.digitCount(number) >= 3
      && scan.bytes(number).last == UInt8(ascii: "0")
      && !scan.isMark(number - 1, Mark.hyphen)
  }

  func table(_ hit: Hit) -> UnitMatch? {
    let row = scan.rules.units[Int(hit.row)]
    // One letter is a unit only in its own case: 5g weighs, 5G is a network.
    if hit.end - hit.start == 1, scan.tokens[Int(hit.start)].length == 1,
      scan.bytes(Int(hit.start))[0] != row.surface.utf8.first, row.unit != "L"
    {
      return nil
    }
    // 162.000.000 Tháng 11: the next cell of a table begins with a capital.
    if row.kind == .duration, scan.isNumber(Int(hit.end)),
      scan.tokens[Int(hit.start)].isCapitalized,
      !scan.tokens[Int(hit.start)].flags.contains(.allCapitals)
    {
      return nil
    }
    if row.kind == .duration, opensTime(hit) { return nil }
    var match = UnitMatch(
      kind: row.kind, unit: row.unit, power: row.power, end: Int(hit.end),
      rule: row.label)
    // Money and nouns are no metres, bits or degrees.
    guard row.kind != .money, row.kind != .count, row.kind != .percent else { return match }
    attachPower(to: &match, isDenominator: false)
    countBytes(&match, from: Int(hit.start))
    if match.unit == "Cel", row.surface == "độ", isAngle(Int(hit.start)) { match.unit = "deg" }
    if row.kind == .score, countsPlaces(hit) { match.kind = .count }
    return match
  }

  /// The ngày of `tờ khai số 26054 ngày 18/11`, the năm of `lớp 10 năm học 2017`: what follows is a
  /// time of its own.
  private func opensTime(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    if let cue = scan.hits.starting(at: start, .timeCue), cue.end > hit.end {
      return scan.isNumber(Int(cue.end))
    }
    let date = Int(hit.end)
    // Giai đoạn 1 năm 2018: the number names which one, and the year is its own.
    if scan.id(start) == scan.words.year, scan.isNumber(date), scan.digitCount(date) == 4,
      !scan.isMark(date + 1, Mark.hyphen), scan.hits.ending(at: start - 1, .reference) != nil
    {
      return true
    }
    return scan.id(start) == scan.words.day && scan.isNumber(date)
      && (scan.isMark(date + 1, Mark.slash) || scan.dottedParts(date)?.count == 3)
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
  func attachPower(to match: inout UnitMatch, isDenominator: Bool) {
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
}

extension Scan {
  /// True where a word that is never counted starts at the token and reaches further than a unit or
  /// noun there: điều tra for điều.
  func isUncounted(_ index: Int, beyond end: Int32) -> Bool {
    hits.starting(at: index, .uncounted).map { $0.end > end } ?? false
  }
}
