import Lexing
import Model
import Rules

/// Điểm is a point of a score, and a place.
extension UnitReader {
  /// `30 điểm giữ xe`, `bố trí 4 điểm`: places, and no score.
  func countsPlaces(_ hit: Hit) -> Bool {
    let next = Int(hit.end)
    if scan.isWord(next) {
      if !scan.tokens[next].isCapitalized {
        if scan.words.spots.contains(scan.id(next)) { return true }
      } else if scan.hits.hasStart(at: next, .noun) || isKindOfArea(next) {
        // 4 điểm Quảng trường; an index moves by points, and the next sentence lacks its stop.
        return !moves(Int(hit.start) - 1)
      }
    }
    return isSetUp(Int(hit.start) - 1)
  }

  /// The TP of `3 điểm TP Vinh`.
  private func isKindOfArea(_ index: Int) -> Bool {
    guard let hit = scan.hits.starting(at: index, .abbreviation) else { return false }
    return scan.rules.abbreviations[Int(hit.row)].kind == "place"
  }

  /// A change or a bound before the number.
  private func moves(_ number: Int) -> Bool {
    scan.hits.ending(at: number, .change) != nil || scan.hits.ending(at: number, .qualifier) != nil
  }

  /// `lập 8 điểm`, `tổ chức thêm 5 điểm`: verbs of what is set up or found, not of what is scored.
  private func isSetUp(_ number: Int) -> Bool {
    guard scan.integer(number) != nil else { return false }
    var verb = number - 1
    if let qualifier = scan.hits.ending(at: number, .qualifier) { verb = Int(qualifier.start) - 1 }
    if scan.words.gettingVerbs.contains(scan.id(verb)) { verb -= 1 }
    return scan.words.spotVerbs.contains(scan.id(verb))
  }
}
