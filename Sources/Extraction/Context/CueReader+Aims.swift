import Lexing
import Model
import Rules

/// What makes a figure an aim, and what only speaks of one.
extension CueReader {
  /// `Đề nghị Bộ cho biết con số 0,6%`: what is asked about; `yêu cầu Công ty Hòa Phong (700 công
  /// nhân)`: who is asked.
  func isAskedOf(_ hit: Hit, _ first: Int) -> Bool {
    if scan.isMark(first - 1, Mark.open), scan.isWord(first - 2),
      scan.tokens[first - 2].isCapitalized
    {
      return true
    }
    return (Int(hit.end)..<first).contains { index in
      scan.hits.starting(at: index, .sourceAfter).map {
        scan.rules.sources[Int($0.row)].role == .after
      } ?? false
    }
  }

  /// `đề nghị giữ khung thuế đối với xăng ở mức 3.000 đồng`: an amount further on in what is asked for;
  /// things that are counted there are mostly those that it concerns.
  func isRequested(_ quantity: Quantity, _ hit: Hit) -> Bool {
    switch quantity.kind {
    case .money, .rate, .percent, .multiple, .duration: break
    default: return false
    }
    let between = Int(hit.end)..<max(Int(hit.end), stepStart(of: quantity, since: Int(hit.end)))
    return between.count <= 20
      && between.allSatisfy {
        scan.isWord($0) && !scan.words.causes.contains(scan.id($0))
          && scan.id($0) != scan.words.already && scan.id($0) != scan.words.ongoing
          && scan.id($0) != scan.words.and && !scan.words.conditions.contains(scan.id($0))
      }
  }

  /// Where `từ 40 tỷ đồng lên 90 tỷ đồng` begins, for the last of them; else where the quantity does.
  private func stepStart(of quantity: Quantity, since start: Int) -> Int {
    let first = quantity.range.lowerBound
    guard scan.words.rises.contains(scan.id(first - 1)) else { return first }
    for index in stride(from: first - 2, through: max(start, first - 12), by: -1)
    where scan.id(index) == scan.words.from { return index }
    return first
  }

  /// `các kiến nghị của 63 tỉnh`, `theo đơn đề nghị, cả 3 hộ`: the request, and not what it asks for.
  func isRequestItself(_ hit: Hit) -> Bool {
    let before = Int(hit.start) - 1
    // Mức khuyến cáo, khuyến cáo của WHO.
    let next = scan.id(Int(hit.end))
    if scan.words.levelNouns.contains(scan.id(before)) || next == scan.words.belonging
      || next == scan.words.concerning
    {
      return true
    }
    return scan.words.determiners.contains(scan.id(before)) || scan.isNumber(before)
      || scan.hits.ending(at: Int(hit.start), .noun).map { $0.range.count == 1 } ?? false
        && scan.isMark(Int(hit.end), Mark.comma)
  }

  /// So với, or hơn, stands before the words and a noun: what is compared with.
  func isBasis(_ hit: Hit, before first: Int) -> Bool {
    // Thấp hơn mục tiêu đề ra là 4%: the aim itself.
    if (Int(hit.end)..<max(first, Int(hit.end))).contains(where: { scan.id($0) == scan.words.being }
    ) {
      return false
    }
    for position in stride(from: Int(hit.start) - 1, through: max(1, Int(hit.start) - 5), by: -1) {
      guard scan.isWord(position) else { return false }
      if scan.id(position) == scan.words.compared { return true }
      if scan.id(position) == scan.words.than {
        return scan.isWord(position - 1) && position < Int(hit.start) - 1
      }
    }
    return false
  }

  /// The aim that a sentence has set itself before it says what will be.
  func aim(before hit: Hit, since start: Int) -> Hit? {
    for position in stride(
      from: Int(hit.start) - 1, through: max(start, Int(hit.start) - 20), by: -1)
    {
      if scan.isMark(position, Mark.semicolon) || scan.isMark(position, Mark.close) { return nil }
      guard let aim = scan.hits.starting(at: position, .status), Int(aim.end) <= Int(hit.start)
      else { continue }
      let row = scan.rules.statuses[Int(aim.row)]
      return row.status == .target && row.reach == 60 && !isMet(aim)
        && !isBasis(aim, before: Int(aim.end))
        ? aim : nil
    }
    return nil
  }

  /// The estimate that opens the clause of what may be so.
  func estimate(before hit: Hit, since start: Int) -> Hit? {
    let first = Int(hit.start)
    for position in stride(from: first - 1, through: max(start, first - 14), by: -1) {
      guard scan.isWord(position) else { return nil }
      guard let found = scan.hits.starting(at: position, .status) else { continue }
      let row = scan.rules.statuses[Int(found.row)]
      return row.status == .estimate && row.reach == 60 && found.end <= hit.start ? found : nil
    }
    return nil
  }

  /// `kế hoạch được giao năm 2019 (30 tỷ đồng)`: how much was planned, in brackets.
  func planned(_ quantity: Quantity, since start: Int) -> (Status, String)? {
    let open = quantity.range.lowerBound - 1
    guard scan.isMark(open, Mark.open) else { return nil }
    let isShare = quantity.kind == .percent || quantity.kind == .point
    for position in stride(from: open - 1, through: max(start, open - 8), by: -1) {
      guard scan.isWord(position) || scan.isNumber(position) else { return nil }
      guard let hit = scan.hits.starting(at: position, .status) else { continue }
      let row = scan.rules.statuses[Int(hit.row)]
      guard row.status == .target, scan.words.plans.contains(scan.id(position)), !isMet(hit),
        !isShare || Int(hit.end) == open
      else { return nil }
      scan.trace?.note(.status, hit.range, row.label)
      return (row.status, row.label)
    }
    return nil
  }

  /// `đáp ứng được tiến độ đề ra`: what was set is kept.
  func isKept(_ hit: Hit) -> Bool {
    guard scan.id(Int(hit.end) - 1) == scan.words.out else { return false }
    for position in stride(from: Int(hit.start) - 1, through: max(0, Int(hit.start) - 9), by: -1) {
      guard scan.isWord(position) else { return false }
      if scan.words.fulfilments.contains(scan.id(position))
        || scan.id(position) == scan.words.fitting && scan.id(position - 1) == scan.words.meeting
      {
        return true
      }
    }
    return false
  }
}
