import Lexing
import Rules

/// What a figure without a noun of its own measures, named behind it: what has changed, who it is given to.
extension FigureBuilder {
  /// `tăng 3,2% về số doanh nghiệp`: what has changed, named behind.
  func changedPart(_ quantity: Quantity, _ meaning: Meaning, _ next: Int) -> Range<Int>? {
    let end = quantity.range.upperBound
    guard meaning.change != nil || scan.hits.hasStart(at: end + 1, .measured),
      scan.id(end) == scan.words.concerning,
      scan.hits.hasStart(at: end + 1, of: [.noun, .measured, .compound])
        || scan.id(end + 1) == scan.words.number
    else { return nil }
    return subjects.after(quantity, from: end + 1, before: next)
  }

  /// `giảm 300 tỷ đồng cho gần 2 triệu hộ`: who it is given to.
  func isGiven(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.give
  }

  func given(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
    guard isGiven(quantity) else { return rightPhrase(quantity, next) }
    var start = quantity.range.upperBound + 1
    if let hit = scan.hits.starting(at: start, .qualifier) { start = Int(hit.end) }
    if start == next, let other = figure(at: next) {
      return subjects.after(
        other, from: other.numberRange.upperBound,
        before: min(scan.count, other.range.upperBound + 40))
    }
    return subjects.after(quantity, from: start, before: next)
  }

  /// What stands behind a figure without a noun of its own: 100% doanh nghiệp dùng hóa đơn điện tử.
  func rightPhrase(_ quantity: Quantity, _ next: Int, tells: Bool = false) -> Range<Int>? {
    let start = end(of: quantity)
    guard scan.isWord(start),
      !scan.hits.hasStart(at: start, of: [.stopWord, .change, .timeCue])
        || scan.hits.hasStart(at: start, of: [.compound, .measured])
        || !subjects.isPredicate(start)
        || scan.words.determiners.contains(scan.id(start)),
      quantity.kind != .percent || !scan.words.plans.contains(scan.id(start)),
      scan.id(start) != scan.words.compared,
      quantity.kind == .measure
        || scan.id(start) != scan.words.one && scan.id(start) != scan.words.each
    else { return nil }
    return subjects.after(quantity, from: start, before: next, tells: tells)
  }
}
