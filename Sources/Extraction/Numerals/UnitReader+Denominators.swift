import Lexing
import Model
import Rules

/// What follows a slash.
extension UnitReader {
  /// Adds what follows a slash: `đồng/kg`, `triệu đồng/người/năm`, `tấn rác/ngày đêm`, `%/năm`.
  func denominators(of match: UnitMatch) -> UnitMatch {
    var match = match
    extend(&match)
    return match
  }

  func extend(_ match: inout UnitMatch) {
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
      if match.kind == .measure, let span = span(at: start, of: match.unit) {
        denominators.append(span.unit)
        position = span.end
        continue
      }
      let noun = divisor(of: match, at: start)
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
      // 7.000 người thân/người chăm sóc: one or the other.
      if match.kind == .count, denominators.isEmpty, denominator.unit == match.unit { break }
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

  /// `mm/24 giờ`, `lít/100 km`: what falls in so many hours, or is used up on so many kilometres, in
  /// UCUM `mm/(24.h)`.
  private func span(at index: Int, of unit: String) -> (unit: String, end: Int)? {
    guard let count = scan.integer(index), count > 1, scan.tokens[index].length <= 3,
      let hit = denominator(at: index + 1)
    else { return nil }
    let kind = scan.rules.units[Int(hit.row)].kind
    // 38 ha/42 ha is a part of a whole.
    guard
      kind == .duration && count < 100
        || kind == .measure && !scan.rules.units[Int(hit.row)].unit.isSame(as: unit)
    else { return nil }
    return ("(\(count).\(scan.rules.units[Int(hit.row)].unit))", Int(hit.end))
  }

  private func denominator(at index: Int) -> Hit? {
    scan.hits.starting(at: index, .denominator)
  }

  /// What something is counted or paid for each of: money for whatever is counted, other things for an
  /// area or a household.
  private func divisor(of match: UnitMatch, at index: Int) -> Hit? {
    guard match.kind == .money || match.kind == .count && !match.isDivision,
      let hit = scan.hits.starting(at: index, .noun)
    else { return nil }
    return match.kind == .money || Self.isDivision(scan.rules.nouns[Int(hit.row)]) ? hit : nil
  }
}
