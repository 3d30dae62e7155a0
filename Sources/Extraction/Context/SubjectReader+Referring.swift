import Lexing
import Model
import Rules

/// Phrases that say nothing of what is measured but that it was named before.
extension SubjectReader {
  /// `con số này`, `đây`: words that point at what was measured before.
  func pointsBack(_ phrase: Range<Int>) -> Bool {
    if phrase.count == 1, scan.words.pronouns.contains(scan.id(phrase.lowerBound)) { return true }
    return phrase.contains { index in
      scan.id(index) == scan.words.number && scan.words.countingWords.contains(scan.id(index - 1))
        && index > phrase.lowerBound && !scan.words.determiners.contains(scan.id(index - 1))
        && (scan.id(index + 1) == scan.words.this || index + 1 == phrase.upperBound)
    }
  }

  /// `hoàn thành`: only that a plan was reached.
  func tellsFulfilment(_ phrase: Range<Int>) -> Bool {
    phrase.count <= 2 && scan.words.fulfilments.contains(scan.id(phrase.upperBound - 1))
  }

  /// `vượt chỉ tiêu Quốc hội giao 7%`: whose plan it is, and not what is measured.
  func tellsWhosePlan(_ phrase: Range<Int>) -> Bool {
    guard scan.words.assigned.contains(scan.id(phrase.upperBound - 1)),
      let plan = scan.hits.ending(at: phrase.lowerBound, .status)
    else { return false }
    return plan.range.contains { scan.words.plans.contains(scan.id($0)) }
  }

  /// `Giá điện tháng 3 so với tháng 12 năm ngoái tăng 2%`: the phrase only says what is compared with, and
  /// what is measured stands before it.
  func compared(
    _ since: Int, _ phrase: Range<Int>, _ lowest: Int, before first: Int
  ) -> Range<Int>? {
    guard scan.id(since - 2) == scan.words.compared,
      since - 2 > lowest,
      (since..<phrase.upperBound).contains(where: {
        scan.hits.hasStart(at: $0, of: [.timeCue, .relativeTime])
      })
        || (phrase.upperBound..<first).contains(where: {
          scan.id($0) == scan.words.from || scan.hits.hasStart(at: $0, .change)
        })
    else { return nil }
    return clause(before: since - 2, lowest: lowest)
  }

  /// `thời gian chờ rút từ 25 phút xuống 10 phút`: without the verb that leads from one level to the other.
  func unmoved(_ phrase: Range<Int>, _ quantity: Quantity) -> Range<Int>? {
    let verb = phrase.upperBound - 1
    let end = quantity.range.upperBound
    guard phrase.count > 2, scan.id(phrase.upperBound) == scan.words.from, quantity.upper == nil,
      scan.isWord(verb), !scan.tokens[verb].isCapitalized,
      !scan.words.placeLinks.contains(scan.id(verb - 1)),
      (end..<min(end + 4, scan.count)).contains(where: {
        scan.words.steps.contains(scan.id($0)) || scan.id($0) == scan.words.concerning
      }),
      !scan.hits.hasStart(at: verb, of: [.noun, .compound, .abbreviation]),
      scan.hits.ending(at: verb + 1, .noun) == nil,
      scan.hits.ending(at: verb + 1, .compound) == nil,
      scan.hits.ending(at: verb + 1, .measured) == nil,
      scan.hits.ending(at: verb + 1, .uncounted) == nil
    else { return nil }
    return trimmed(phrase.lowerBound..<verb)
  }

  /// `Thu nội địa tăng 8%, hàng tồn kho giảm nhẹ, còn 5 tỷ đồng`: the clause of its own between the figure
  /// before and the comma before this one's verb.
  func ownClause(before start: Int, lowest: Int) -> Range<Int>? {
    let comma = start - 1
    guard comma > lowest + 2, scan.isMark(comma, Mark.comma) else { return nil }
    var open = comma - 1
    while open > lowest,
      scan.isWord(open) || scan.isMark(open, Mark.hyphen) || scan.isNumber(open) && !isFigure(open)
    {
      open -= 1
    }
    guard scan.isMark(open, Mark.comma) || scan.isMark(open, Mark.semicolon) else { return nil }
    let clause = open + 1..<comma
    guard
      !scan.hits.hasStart(
        at: open + 1,
        of: [.stopWord, .change, .timeCue, .status, .durationBefore, .rank, .sourceBefore]),
      let verb = clause.dropFirst(1).first(where: {
        scan.hits.hasStart(at: $0, .change) && isPredicate($0)
          || scan.id($0) == scan.words.from && namesMeasure(open + 1)
          || scan.words.tenses.contains(scan.id($0)) && isAdverb($0)
      })
    else { return nil }
    return trimmed(clause.lowerBound..<verb)
  }
}
