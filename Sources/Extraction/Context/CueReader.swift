import Lexing
import Model
import Rules

/// Reads the qualifier, the change and the status of a figure from the words around it.
struct CueReader {
  let scan: Scan

  // MARK: Qualifier

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
    if let hit = scan.hits.ending(at: end, .qualifier), !isPartOfChange(hit) { return answer(hit) }
    return bound(before: first, since: start)
  }

  private func answer(_ hit: Hit) -> (Qualifier, String) {
    let row = scan.rules.qualifiers[Int(hit.row)]
    scan.trace?.note(.qualifier, hit.range, row.label)
    return (row.qualifier, row.label)
  }

  /// `cao hơn 5%`: hơn belongs to the comparison.
  private func isPartOfChange(_ hit: Hit) -> Bool {
    guard let change = scan.hits.ending(at: Int(hit.end), .change) else { return false }
    return change.start < hit.start
  }

  /// `tối thiểu`, `tối đa` a few words before: `chi tối thiểu mỗi quý 12 tỷ đồng`.
  private func bound(before index: Int, since start: Int) -> (Qualifier, String)? {
    var position = index - 1
    let lowest = max(start, index - 10)
    while position >= lowest {
      if scan.tokens[position].kind == .mark { return nil }
      if let hit = scan.hits.starting(at: position, .qualifier), hit.end - hit.start >= 2 {
        let row = scan.rules.qualifiers[Int(hit.row)]
        if row.qualifier == .atLeast || row.qualifier == .atMost { return answer(hit) }
      }
      position -= 1
    }
    return nil
  }

  // MARK: Change

  /// Whether the figure is the size of a change; nil for a level.
  func change(of quantity: Quantity, since start: Int) -> (Change, String)? {
    guard quantity.kind != .rank, quantity.kind != .ratio, quantity.kind != .score else {
      return nil
    }
    let first = quantity.range.lowerBound
    var position = first - 1
    var words = 0
    while position >= start {
      let token = scan.tokens[position]
      if token.kind != .word { return nil }
      if var hit = scan.hits.starting(at: position, .change), Int(hit.end) <= first {
        // Giảm thêm: the longer phrase says it.
        hit = scan.hits.ending(at: Int(hit.end), .change) ?? hit
        // Hạ tầng, thêm nếp: part of a noun.
        if let noun = scan.hits.starting(at: Int(hit.start), .noun), noun.end > hit.end {
          position -= 1
          continue
        }
        let row = scan.rules.changes[Int(hit.row)]
        // Tăng từ 62% lên 98% states levels; tăng từ 5 đến 7% the size of the change.
        if scan.id(Int(hit.end)) == scan.words.from, quantity.upper == nil { return nil }
        let between = first - Int(hit.end) - qualifierLength(before: first, from: Int(hit.end))
        guard between <= row.reach else { return nil }
        if row.effect != .level {
          scan.trace?.note(.change, hit.range, row.label)
        }
        switch row.effect {
        case .increase: return (.increase, row.label)
        case .decrease: return (.decrease, row.label)
        case .level: return nil
        }
      }
      if isLevelVerb(position) || token.id == scan.words.and || token.id == scan.words.give {
        return nil
      }
      if let hit = scan.hits.starting(at: position, .status),
        scan.rules.statuses[Int(hit.row)].status == .target
      {
        return nil
      }
      words += 1
      if words > 8 { return nil }
      position -= 1
    }
    return nil
  }

  private func qualifierLength(before index: Int, from start: Int) -> Int {
    guard let hit = scan.hits.ending(at: index, .qualifier), Int(hit.start) >= start else {
      return 0
    }
    return Int(hit.end - hit.start)
  }

  /// Words that state a level, whatever moved before: đạt, là, còn.
  private func isLevelVerb(_ index: Int) -> Bool {
    scan.words.levelVerbs.contains(scan.id(index))
  }

  // MARK: Status

  /// The nearest status words before the number in its sentence, within their reach.
  func status(of quantity: Quantity, since start: Int) -> (Status, String)? {
    let first = quantity.range.lowerBound
    var position = first - 1
    // No status reaches further than this.
    let start = max(start, first - 80)
    while position >= start {
      if scan.isMark(position, Mark.semicolon) { return nil }
      if var hit = scan.hits.starting(at: position, .status), Int(hit.end) <= first {
        hit = scan.hits.ending(at: Int(hit.end), .status) ?? hit
        let row = scan.rules.statuses[Int(hit.row)]
        if first - Int(hit.end) <= row.reach,
          first - Int(hit.end) <= 2 || !isObjectOfPercent(hit)
        {
          scan.trace?.note(.status, hit.range, row.label)
          return (row.status, row.label)
        }
      }
      position -= 1
    }
    return nil
  }

  /// `đạt 16,97% kế hoạch`, `118% chỉ tiêu`: the plan is what is measured against.
  private func isObjectOfPercent(_ hit: Hit) -> Bool {
    scan.isMark(Int(hit.start) - 1, Mark.percent)
      || scan.hits.ending(at: Int(hit.start), .stopWord).map {
        scan.string($0.range) == "với" || scan.string($0.range) == "so"
      } ?? false
  }
}
