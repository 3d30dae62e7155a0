import Lexing
import Model
import Rules

/// Reads the qualifier, the change and the status of a figure from the words around it.
struct CueReader {
  let scan: Scan
  let contrasts: ContrastReader

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
    if let hit = scan.hits.ending(at: end, .qualifier), !isPartOfChange(hit) {
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

  /// `cao hơn 5%`: hơn belongs to the comparison.
  private func isPartOfChange(_ hit: Hit) -> Bool {
    guard let change = scan.hits.ending(at: Int(hit.end), .change) else { return false }
    return change.start < hit.start
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
  private func isCompared(_ quantity: Quantity) -> Bool {
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
        if row.qualifier == .atLeast || row.qualifier == .atMost { return answer(hit) }
      }
      position -= 1
    }
    return nil
  }

  // MARK: Change

  /// Whether the figure is the size of a change; nil for a level.
  func change(of quantity: Quantity, since start: Int) -> (Change, String)? {
    guard quantity.kind != .rank, quantity.kind != .ratio else { return nil }
    let first = quantity.range.lowerBound
    var position = first - 1
    var words = 0
    var skipped = 0
    while position >= start {
      if let range = contrasts.skipped(at: position, before: first) {
        skipped += position + 1 - range.lowerBound
        position = range.lowerBound - 1
        continue
      }
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
        let qualified = qualifierLength(before: first, from: Int(hit.end))
        guard first - Int(hit.end) - qualified - skipped <= row.reach else { return nil }
        return change(row, hit, quantity)
      }
      if isLevelVerb(position) { return sized(before: position, since: start, quantity) }
      if token.id == scan.words.and || token.id == scan.words.give {
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

  private func change(_ row: ChangeRule, _ hit: Hit, _ quantity: Quantity) -> (Change, String)? {
    let change: Change
    switch row.effect {
    case .level: return nil
    case .increase: change = .increase
    case .decrease: change = .decrease
    case .excess, .shortfall:
      guard isCompared(quantity) else { return nil }
      change = row.effect == .excess ? .increase : .decrease
    }
    scan.trace?.note(.change, hit.range, row.label)
    return (change, row.label)
  }

  /// `mức tăng chỉ là 0,13 điểm`: the verb states how large the change is that the noun names.
  private func sized(
    before index: Int, since start: Int, _ quantity: Quantity
  ) -> (Change, String)? {
    for position in stride(from: index - 1, through: max(start + 1, index - 3), by: -1) {
      guard let hit = scan.hits.starting(at: position, .change) else { continue }
      guard scan.id(position - 1) == scan.words.degree else { return nil }
      return change(scan.rules.changes[Int(hit.row)], hit, quantity)
    }
    return nil
  }

  /// `có kim ngạch tăng cao như: Hải Phòng (21,5%); …`: what the words before a list's colon say
  /// of each of its members.
  func announced(before index: Int, since start: Int) -> (Change, String)? {
    var colon = index - 1
    while colon > start, !scan.isMark(colon, Mark.colon) || scan.isGlued(colon + 1) { colon -= 1 }
    guard colon > start else { return nil }
    for position in stride(from: colon - 1, through: max(start, colon - 16), by: -1) {
      guard let hit = scan.hits.starting(at: position, .change) else { continue }
      let row = scan.rules.changes[Int(hit.row)]
      guard row.effect == .increase || row.effect == .decrease else { return nil }
      scan.trace?.note(.change, hit.range, row.label, "said before the list")
      return (row.effect == .increase ? .increase : .decrease, row.label)
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
    guard scan.hits.hasStart(in: start..<max(start, first), .status) else { return nil }
    var skipped = 0
    while position >= start {
      if let range = contrasts.skipped(at: position, before: first) {
        skipped += position + 1 - range.lowerBound
        position = range.lowerBound - 1
        continue
      }
      if scan.isMark(position, Mark.semicolon) { return nil }
      if var hit = scan.hits.starting(at: position, .status), Int(hit.end) <= first,
        !scan.isPartOfProperName(position), !isPartOfWord(hit)
      {
        hit = scan.hits.ending(at: Int(hit.end), .status) ?? hit
        let row = scan.rules.statuses[Int(hit.row)]
        let distance = first - Int(hit.end) - skipped
        if row.status == .target, distance > 6, isPast(quantity) { return nil }
        if distance <= row.reach, distance <= 2 || !isObjectOfPercent(hit) {
          scan.trace?.note(.status, hit.range, row.label)
          return (row.status, row.label)
        }
      }
      position -= 1
    }
    return nil
  }

  /// Mưa vừa, doanh nghiệp vừa và nhỏ: no cue, but part of a longer word.
  private func isPartOfWord(_ hit: Hit) -> Bool {
    if let word = scan.hits.ending(at: Int(hit.end), .compound), word.start < hit.start {
      return true
    }
    return scan.hits.starting(at: Int(hit.start), .compound).map { $0.end > hit.end } ?? false
  }

  /// `hai đơn vị đã tổ chức`: done, whatever was planned before.
  private func isPast(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.already
  }

  /// `đạt 16,97% kế hoạch`, `118% chỉ tiêu`: the plan is what is measured against.
  private func isObjectOfPercent(_ hit: Hit) -> Bool {
    scan.isMark(Int(hit.start) - 1, Mark.percent)
      || scan.hits.ending(at: Int(hit.start), .stopWord).map {
        scan.string($0.range) == "với" || scan.string($0.range) == "so"
      } ?? false
  }
}
