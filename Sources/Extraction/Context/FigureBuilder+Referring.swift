import Lexing
import Model
import Rules

/// Figures whose own words only point at what was measured, or that name it behind the number.
extension FigureBuilder {
  /// `con số này`, `hoàn thành`, `chỉ tiêu huyện giao`: of the same as the figure before.
  func refersBack(
    _ quantity: Quantity, _ phrase: Range<Int>, _ carried: Carried
  ) -> Bool {
    if subjects.pointsBack(phrase) {
      if carried.subject == nil { carried.subject = carried.lastSubject }
      return carried.subject != nil
    }
    guard let subject = carried.subject, subject.lowerBound >= carried.sentenceStart else {
      return false
    }
    return quantity.kind == .percent && subjects.tellsFulfilment(phrase)
      || subjects.tellsWhosePlan(phrase)
  }

  /// `207 hồ sơ trực tuyến (65%)`: the bracket stands right behind what the figure before measures.
  func isRemark(_ quantity: Quantity, _ carried: Carried) -> Bool {
    let open = quantity.range.lowerBound - 1
    return scan.isMark(open, Mark.open) && carried.subject?.upperBound == open
      && carried.figureEnd > carried.sentenceStart
  }

  /// `31% trong tổng chi của tỉnh`: what the share is taken of.
  func partAmong(
    _ quantity: Quantity, _ meaning: Meaning, _ left: Range<Int>?, _ since: Int,
    _ next: Int
  ) -> Range<Int>? {
    let among = quantity.range.upperBound
    guard quantity.kind == .percent, left == nil, meaning.change == nil,
      !subjects.hasLevelVerb(before: quantity, since: since),
      scan.id(among) == scan.words.among, subjects.namesMeasure(among + 1),
      scan.id(among + 2) != scan.words.this, !scan.hits.hasStart(at: among + 1, .relativeTime)
    else { return nil }
    return subjects.after(quantity, from: among + 1, before: next)
  }

  /// `có 7 ha bị lấn, 2 ha đang tranh chấp`: what is said of each part behind its size.
  func described(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ next: Int,
    _ carried: Carried
  ) -> Range<Int>? {
    let end = quantity.range.upperBound
    guard quantity.kind == .measure, left == nil,
      carried.figureEnd > carried.sentenceStart || isRemaining(quantity),
      scan.words.attributes.contains(scan.id(end)) || scan.words.predicates.contains(scan.id(end)),
      !scan.words.havingVerbs.contains(scan.id(end)), subjects.isPredicate(end),
      isRemaining(quantity) || !subjects.hasLevelVerb(before: quantity, since: since),
      let phrase = subjects.after(quantity, from: end + 1, before: next)
    else { return nil }
    return end..<phrase.upperBound
  }

  /// `Đáng chú ý là 60% số hộ …`: the share opens a sentence, so that what it is of is named behind it.
  func opensAnew(_ quantity: Quantity, _ carried: Carried) -> Bool {
    let end = quantity.range.upperBound
    return quantity.kind == .percent && carried.figureEnd == carried.sentenceStart
      && (scan.hits.hasStart(at: end, of: [.noun, .measured]) || scan.id(end) == scan.words.number)
      && !scan.words.plans.contains(scan.id(end))
  }

  /// `3.000 tấn Hydroxit nhôm`: a matter with a capital, and no name.
  func namesMatter(_ index: Int) -> Bool {
    scan.isWord(index + 1) && !scan.tokens[index + 1].isCapitalized
      && !scan.tokens[index].flags.contains(.allCapitals) && !subjects.isPredicate(index)
      && !subjects.isPredicate(index + 1)
      && !scan.hits.hasStart(at: index, of: [.place, .district, .abbreviation, .sourceBefore])
  }

  /// A place in a ranking, or points of an index.
  func isRanked(_ quantity: Quantity) -> Bool {
    quantity.kind == .rank || quantity.kind == .score
  }

  /// The words name who is cited in their sentence, and nothing else.
  @inline(__always)
  func isCited(_ phrase: Range<Int>, _ carried: Carried) -> Bool {
    guard let source = carried.source?.tokens, source.upperBound > carried.sentenceStart else {
      return false
    }
    return phrase.upperBound == source.upperBound
      && (0...1).contains(source.lowerBound - phrase.lowerBound)
  }
}
