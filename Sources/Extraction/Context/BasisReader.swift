import Lexing
import Rules

/// Reads what a change is measured against: `so với cùng kỳ`, `so với năm 2020`.
struct BasisReader {
  let scan: Scan

  /// The phrase that starts at `so`, up to the clause's end.
  func phrase(at index: Int, before limit: Int) -> Range<Int>? {
    guard scan.id(index) == scan.words.compared,
      scan.id(index + 1) == scan.words.with || isTime(index + 1)
    else {
      return nil
    }
    var end = index + 2
    while end < limit, end - index < 16 {
      let token = scan.tokens[end]
      if token.kind == .mark, token.id != Mark.slash, token.id != Mark.hyphen { break }
      // So với khung hiện hành - Ảnh minh họa: a dash with spaces, and no number behind it.
      if token.kind == .mark, token.id == Mark.hyphen, !scan.isGlued(end), !scan.isGlued(end + 1),
        !scan.isNumber(end + 1)
      {
        break
      }
      if token.kind == .lineBreak { break }
      if scan.hits.starting(at: end, .change) != nil, end > index + 2 { break }
      if scan.words.basisStops.contains(token.id) { break }
      end += 1
    }
    return end > index + 2 ? index..<end : nil
  }

  /// `giảm 5% so năm 2015`, `so cùng kỳ`: the word với left out before a time.
  private func isTime(_ index: Int) -> Bool {
    let id = scan.id(index)
    guard id != 0 else { return false }
    if id == scan.words.same { return scan.id(index + 1) == scan.words.samePeriod }
    return (id == scan.words.year || id == scan.words.month || id == scan.words.quarter)
      && (scan.isNumber(index + 1) || scan.hits.hasStart(at: index, .relativeTime))
  }

  /// The basis behind a figure, within the tokens up to the next figure.
  func after(_ quantity: Quantity, before limit: Int) -> Range<Int>? {
    var position = quantity.range.upperBound
    let last = min(limit, position + 12)
    while position < last {
      if let range = phrase(at: position, before: limit) { return range }
      if scan.isMark(position, Mark.comma) || scan.isMark(position, Mark.semicolon) {
        return planned(quantity, before: limit)
      }
      position += 1
    }
    return planned(quantity, before: limit)
  }

  /// `bằng 54,8% kế hoạch`, `đạt 118% chỉ tiêu`: a comparison that is no change.
  private func planned(_ quantity: Quantity, before limit: Int) -> Range<Int>? {
    guard quantity.kind == .percent else { return nil }
    let start = quantity.range.upperBound
    guard scan.words.plans.contains(scan.id(start)) else { return nil }
    var end = start
    while end < limit, end - start < 12 {
      let token = scan.tokens[end]
      if token.kind == .lineBreak { break }
      if token.kind == .mark, token.id != Mark.slash, token.id != Mark.hyphen { break }
      if scan.hits.starting(at: end, .change) != nil || scan.words.basisStops.contains(token.id) {
        break
      }
      end += 1
    }
    return start..<end
  }

  /// A basis before the figure in its sentence: `So với cùng kỳ năm trước, kim ngạch … tăng`.
  func before(_ index: Int, since start: Int) -> Range<Int>? {
    var position = index - 1
    while position >= start {
      if scan.id(position) == scan.words.compared,
        let range = phrase(at: position, before: index)
      {
        return range
      }
      position -= 1
    }
    return nil
  }
}
