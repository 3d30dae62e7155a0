import Lexing
import Model
import Rules

/// Reads whether a figure is the size of a change.
extension CueReader {
  /// Whether the figure is the size of a change; nil for a level.
  func change(of quantity: Quantity, since start: Int) -> (Change, String)? {
    // Giảm một nửa is the size of a change, giảm 3/5 chỉ tiêu none.
    guard quantity.kind != .rank, quantity.kind != .ratio || quantity.isInWords else { return nil }
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
        if scan.hits.starting(at: Int(hit.start), .noun).map({ $0.end > hit.end }) ?? false
          || scan.hits.starting(at: Int(hit.start), .compound).map({ $0.end > hit.end }) ?? false
        {
          position -= 1
          continue
        }
        // Thôn Hạ Lôi với 10 người: part of a name.
        if scan.tokens[Int(hit.start)].isCapitalized, scan.tokens[Int(hit.end)].isCapitalized,
          scan.isPartOfProperName(Int(hit.start))
        {
          position -= 1
          continue
        }
        // Cao hơn tỷ lệ 51% bình quân chung: the level that is compared with.
        if scan.id(Int(hit.end) - 1) == scan.words.than, Int(hit.end) < first,
          scan.hits.ending(at: first, .measured).map({ Int($0.start) >= Int(hit.end) }) ?? false
        {
          return nil
        }
        let row = scan.rules.changes[Int(hit.row)]
        // Tăng từ 62% lên 98% states levels; tăng từ 5 đến 7% the size of the change.
        // Giảm từ 5% trở lên is the size of the change, too.
        if quantity.upper == nil || isReachedFrom(quantity),
          (Int(hit.end)..<first).contains(where: { scan.id($0) == scan.words.from }),
          !scan.hits.hasStart(at: quantity.range.upperBound, .qualifierAfter)
        {
          return nil
        }
        // Tốc độ tăng trưởng 7%: the level of a rate.
        if namesLevel(hit) { return nil }
        if isBasis(quantity, since: Int(hit.end)) { return nil }
        // Giảm toàn bộ 56 dự án: all of them have less, and not so many fewer.
        if scan.id(first - 1) == scan.words.entirety, scan.id(first - 2) == scan.words.whole {
          return nil
        }
        let qualified = qualifierLength(before: first, from: Int(hit.end))
        // Giảm so với cùng kỳ năm trước khoảng 12%: its size comes behind what it is compared with.
        let isBehindBasis =
          scan.id(Int(hit.end)) == scan.words.compared
          && scan.id(Int(hit.end) + 1) == scan.words.with
        // Cao hơn mức trung bình cả nước 13 điểm phần trăm: points of a percentage only compare.
        let reach = quantity.kind == .point && row.reach > 0 ? 10 : row.reach
        // Chi thêm từ 900 triệu đến 2 tỷ đồng: the từ of the range.
        let isRange = quantity.upper != nil && scan.id(first - 1) == scan.words.from
        guard
          isBehindBasis || first - Int(hit.end) - qualified - skipped - (isRange ? 1 : 0) <= reach
        else {
          return nil
        }
        return change(row, hit, quantity)
      }
      // Tăng lần lượt là 7% và 9%.
      if scan.id(position - 1) == scan.words.turn, position - 2 >= start,
        scan.id(position - 2) == scan.words.timesWord, isLevelVerb(position)
      {
        skipped += 3
        position -= 3
        continue
      }
      if isLevelVerb(position) { return sized(before: position, since: start, quantity) }
      // Tăng nhẹ lên 5 tỷ đồng is a level; tăng cả 3 tiêu chí counts what has grown.
      if token.id == scan.words.all, quantity.kind != .point { return nil }
      if scan.words.rises.contains(token.id), isRightBefore(position, quantity),
        scan.hits.ending(at: position + 1, .change) == nil
      {
        return nil
      }
      if token.id == scan.words.and || token.id == scan.words.give
        || token.id == scan.words.belonging
      {
        return nil
      }
      if let hit = scan.hits.starting(at: position, .status),
        scan.rules.statuses[Int(hit.row)].status == .target
      {
        return nil
      }
      words += 1
      if words > 10 { return nil }
      position -= 1
    }
    return nil
  }

  /// `tăng từ 1.000-4.000 đồng lên 3.000-8.000 đồng`: what it was before.
  private func isReachedFrom(_ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    guard scan.id(quantity.range.lowerBound - 1) == scan.words.from,
      scan.words.steps.contains(scan.id(end))
    else { return false }
    return scan.isNumber(end + 1)
      || scan.hits.starting(at: end + 1, .qualifier).map { scan.isNumber(Int($0.end)) } ?? false
  }

  /// `sản lượng giảm mạnh nhất (5,4%)`: the change that the brackets give the size of.
  func bracketed(_ quantity: Quantity, since start: Int) -> (Change, String)? {
    let open = quantity.range.lowerBound - 1
    for position in stride(from: open - 1, through: max(start, open - 3), by: -1) {
      guard scan.isWord(position) else { return nil }
      guard let hit = scan.hits.starting(at: position, .change), Int(hit.end) <= open else {
        if isLevelVerb(position) { return nil }
        continue
      }
      return change(scan.rules.changes[Int(hit.row)], hit, quantity)
    }
    return nil
  }

  /// Nothing but a qualifier stands between.
  private func isRightBefore(_ index: Int, _ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    return first - index - 1 <= qualifierLength(before: first, from: index + 1)
  }

  /// `thấp hơn so với kim ngạch 3 tỷ USD`, `so với mức 5%`: the level that is compared with.
  private func isBasis(_ quantity: Quantity, since start: Int) -> Bool {
    let first = quantity.range.lowerBound
    guard scan.id(start) == scan.words.compared else { return false }
    return scan.words.levelNouns.contains(scan.id(first - 1))
      || scan.hits.ending(at: first, .measured).map { $0.start >= start } ?? false
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

  @inline(__always)
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
}
