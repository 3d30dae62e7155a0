import Lexing
import Model
import Rules

/// Reads the qualifier, the change and the status of a figure from the words around it.
struct CueReader {
  let scan: Scan
  let contrasts: ContrastReader

  /// The words that bound the number, directly before it or behind its unit.
  func qualifier(of quantity: Quantity, since start: Int) -> (Qualifier, String)? {
    if let hit = scan.hits.starting(at: quantity.range.upperBound, .qualifierAfter) {
      return answer(hit)
    }
    let first = quantity.range.lowerBound
    if quantity.isVague {
      // Gần hàng nghìn is nearly; hàng nghìn alone is about.
      if let hit = scan.hits.ending(at: first, .qualifier) { return answer(hit) }
      scan.trace?.note(.qualifier, quantity.numberRange, "qualifiers:hàng")
      return (.about, "qualifiers:hàng")
    }
    var end = first
    // từ 11,5 - 12,4%: the preposition belongs to the range.
    if quantity.upper != nil, scan.id(end - 1) == scan.words.from { end -= 1 }
    if let hit = scan.hits.ending(at: end, .qualifier), !isPartOfChange(hit, of: quantity) {
      return denied(hit, since: start) ?? answer(hit)
    }
    if let bound = comparison(quantity) { return bound }
    return bound(before: first, since: start)
  }

  /// `không tập trung quá 20 người`: at most that.
  private func denied(_ hit: Hit, since start: Int) -> (Qualifier, String)? {
    let row = scan.rules.qualifiers[Int(hit.row)]
    guard row.qualifier == .over, scan.id(Int(hit.end) - 1) == scan.words.exceeding else {
      return nil
    }
    let lowest = max(start, Int(hit.start) - 6)
    for position in stride(from: Int(hit.start) - 1, through: lowest, by: -1) {
      guard scan.isWord(position) else { return nil }
      guard scan.id(position) == scan.words.not else { continue }
      scan.trace?.note(.qualifier, position..<Int(hit.end), row.label)
      return (.atMost, row.label)
    }
    return nil
  }

  private func answer(_ hit: Hit) -> (Qualifier, String) {
    let row = scan.rules.qualifiers[Int(hit.row)]
    scan.trace?.note(.qualifier, hit.range, row.label)
    return (row.qualifier, row.label)
  }

  /// `cao hơn 5%`: hơn belongs to the comparison; `lô hàng 500 con`: no hàng of hàng nghìn.
  private func isPartOfChange(_ hit: Hit, of quantity: Quantity) -> Bool {
    let opener = scan.id(Int(hit.start))
    let qualifier = scan.rules.qualifiers[Int(hit.row)].qualifier
    // Lương tối thiểu 4 triệu đồng, and not toàn cầu vượt 4 tỷ USD.
    if opener == scan.words.about || opener == scan.words.upon || qualifier == .atLeast
      || qualifier == .atMost
    {
      return isPartOfName(hit)
    }
    if opener == scan.words.up, hit.range.count == 1 {
      // Hướng tới 2 mục tiêu.
      return scan.id(Int(hit.start) - 1) == scan.words.direction
        || quantity.kind == .count
          && (isSent(before: Int(hit.start)) || isReached(quantity, by: Int(hit.start)))
    }
    guard let change = scan.hits.ending(at: Int(hit.end), .change) else { return false }
    return change.start < hit.start && !namesLevel(change)
  }

  /// The tăng trưởng of `tốc độ tăng trưởng 7%`, the cao hơn of `ở độ cao hơn 60 m`: part of what
  /// measures, and no change. `Nhiệt độ cao hơn` is one.
  func namesLevel(_ change: Hit) -> Bool {
    (Int(change.start) + 1...Int(change.end)).contains { end in
      guard let name = scan.hits.ending(at: end, .measured), name.start < change.start else {
        return false
      }
      return [.measured, .noun, .compound].allSatisfy { table in
        scan.hits.ending(at: Int(change.start), table).map { $0.start >= name.start } ?? true
      }
    }
  }

  /// `lương tối thiểu`: a name, and no bound.
  private func isPartOfName(_ hit: Hit) -> Bool {
    scan.hits.ending(at: Int(hit.end), .compound).map { $0.start < hit.start } ?? false
  }

  /// `gửi lời chúc tới 2 gia đình`: whom something goes to.
  private func isSent(before index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      guard scan.isWord(position) else { return false }
      if scan.words.sendingVerbs.contains(scan.id(position)) { return true }
    }
    return false
  }

  /// `chuyển tới 188 xã`, `đã tới 12 xã`: areas that somebody comes to, and not `có tới 12 xã`.
  private func isReached(_ quantity: Quantity, by index: Int) -> Bool {
    guard let noun = scan.hits.starting(at: quantity.numberRange.upperBound, .noun),
      scan.rules.nouns[Int(noun.row)].isAdministrative, scan.isWord(index - 1)
    else { return false }
    let before = scan.id(index - 1)
    return !scan.words.havingVerbs.contains(before) && !scan.words.levelVerbs.contains(before)
      && before != scan.words.at && before != scan.words.inside
      && scan.hits.ending(at: index, .change) == nil
  }

  /// `dài hơn 3 phút` with nothing to compare with: more than that.
  private func comparison(_ quantity: Quantity) -> (Qualifier, String)? {
    guard let hit = scan.hits.ending(at: quantity.range.lowerBound, .change) else { return nil }
    let row = scan.rules.changes[Int(hit.row)]
    guard row.effect == .excess || row.effect == .shortfall, !isCompared(quantity) else {
      return nil
    }
    scan.trace?.note(.qualifier, hit.range, row.label)
    return (row.effect == .excess ? .over : .under, row.label)
  }

  /// Percentages compare by themselves; other quantities only with `so với` in their clause.
  func isCompared(_ quantity: Quantity) -> Bool {
    if [.percent, .point, .multiple].contains(quantity.kind) { return true }
    let end = quantity.range.upperBound
    for position in end..<min(end + 8, scan.count) {
      if scan.id(position) == scan.words.compared { return true }
      if scan.tokens[position].kind != .word { break }
    }
    let first = quantity.range.lowerBound
    for position in stride(from: first - 1, through: max(0, first - 12), by: -1) {
      if scan.id(position) == scan.words.compared { return true }
      if scan.isSentenceEnd(position) { break }
    }
    return false
  }

  /// `tối thiểu`, `tối đa` a few words before: `chi tối thiểu mỗi quý 12 tỷ đồng`.
  private func bound(before index: Int, since start: Int) -> (Qualifier, String)? {
    var position = index - 1
    let lowest = max(start, index - 10)
    while position >= lowest {
      if scan.tokens[position].kind == .mark { return nil }
      if let hit = scan.hits.starting(at: position, .qualifier), hit.end - hit.start >= 2 {
        let row = scan.rules.qualifiers[Int(hit.row)]
        if row.qualifier == .atLeast || row.qualifier == .atMost {
          return isPartOfName(hit) ? nil : answer(hit)
        }
      }
      position -= 1
    }
    return nil
  }
}
