import Lexing
import Model
import Rules

/// Phrases that go on across figures: one that holds another figure, a step, a likeness.
extension FigureBuilder {
  /// The phrase that began before the figure before, where that one is a part of it: `giá trị hợp tác
  /// hai nước đạt 5 tỷ`, `20 căn nhà xã hội rộng 30 m2`.
  func wholePhrase(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ part: Part?,
    _ carried: Carried
  ) -> Range<Int>? {
    guard let part, since == carried.figureEnd, !isNounFollowed(quantity),
      scan.isWord(since)
    else { return nil }
    if let start = part.phrase, !scan.words.steps.contains(scan.id(since)),
      subjects.hasLevelVerb(before: quantity, since: since)
        || left == nil && scan.hits.hasStart(at: since, .change)
    {
      if let left, left.lowerBound > since { return nil }
      return start..<(left?.upperBound ?? since)
    }
    guard let left, left.lowerBound == since, part.noun < since else { return nil }
    return part.noun..<left.upperBound
  }

  /// What a later figure of the clause may need of this one: where its noun begins, and the noun
  /// phrase that ends with it, `lãi suất kỳ hạn | 6 tháng`.
  func part(_ quantity: Quantity, _ left: Range<Int>?, _ since: Int) -> Part? {
    let isCounted = isNounFollowed(quantity) && quantity.kind == .count
    guard isCounted || quantity.kind == .measure || quantity.kind == .duration else { return nil }
    var phrase: Int?
    if let left, isNominal(left.lowerBound),
      !subjects.hasLevelVerb(before: quantity, since: since),
      quantity.range.lowerBound - left.upperBound <= 1
    {
      phrase = left.lowerBound
    }
    let noun = isCounted ? quantity.numberRange.upperBound : quantity.range.upperBound
    return Part(noun: noun, phrase: phrase)
  }

  /// `từ 5% lên 7%`, `tương đương 3%`: nothing but a step, or words of likeness, since the figure before.
  func goesOn(_ quantity: Quantity, since: Int, _ carried: Carried) -> Bool {
    guard carried.subject != nil, carried.figureEnd > carried.sentenceStart else { return false }
    let first = quantity.range.lowerBound
    if isComparedWith(first) { return true }
    let step = pastBracket(carried.figureEnd)
    if scan.words.steps.contains(scan.id(step)), first - step <= 4 {
      return !isNounFollowed(quantity)
    }
    return (quantity.kind == .percent || quantity.kind == .money)
      && isEquivalent(quantity, since: carried.figureEnd)
  }

  /// `từ 70% (theo nghị định) lên 90%`: behind a remark without figures.
  private func pastBracket(_ index: Int) -> Int {
    guard scan.isMark(index, Mark.open) else { return index }
    for position in index + 1..<max(index + 1, min(index + 16, scan.count))
    where scan.isMark(position, Mark.close) {
      return position + 1
    }
    return index
  }

  /// `so với mức 3%`: the same at another time or place.
  func isComparedWith(_ index: Int) -> Bool {
    var position = index
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    if scan.words.levelNouns.contains(scan.id(position - 1)) { position -= 1 }
    return scan.id(position - 1) == scan.words.with && scan.id(position - 2) == scan.words.compared
  }

  /// `tỷ lệ 50% hộ đồng ý`: the noun behind is what the rate is of.
  func ratioPart(_ quantity: Quantity, _ left: Range<Int>?, _ next: Int) -> Range<Int>? {
    guard quantity.kind == .percent else { return nil }
    var position = quantity.range.lowerBound
    while scan.words.ratioNouns.contains(scan.id(position - 1)) { position -= 1 }
    guard position < quantity.range.lowerBound,
      !scan.words.levelVerbs.contains(scan.id(position - 1)), left == nil,
      scan.hits.hasStart(at: quantity.range.upperBound, of: [.noun, .measured])
    else { return nil }
    return rightPhrase(quantity, next)
  }
}
