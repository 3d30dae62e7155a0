import Lexing
import Model
import Rules

/// Finds the indicator that a figure's subject names.
struct IndicatorReader {
  let scan: Scan

  /// Where a figure stands, for the words that its indicator needs or excludes.
  struct Place {
    /// From the sentence's start to the next figure.
    var sentence: Range<Int>
    /// Behind the figure before.
    var since: Int
    var number: Int
  }

  /// The indicator of the longest pattern in the subject whose kind and unit are the figure's, where
  /// the words around the figure are the indicator's too.
  ///
  /// - Parameter basis: What the figure is a change against, where it is one.
  func indicator(
    of subject: Range<Int>, _ kind: FigureKind, _ unit: String?, isGrowth: Bool,
    basis: Range<Int>?, at place: Place
  ) -> String? {
    // A change in percent belongs to a growth row; the size of a change is no level of anything.
    // Vượt 13% so với kế hoạch: over a plan, and no growth.
    if isGrowth, let basis,
      basis.prefix(3).contains(where: { scan.words.plans.contains(scan.id($0)) })
    {
      return nil
    }
    if let best = best(in: subject, kind, unit, isGrowth: isGrowth) {
      return code(of: best, subject, place)
    }
    // Tăng trưởng GDP đạt 7%, lạm phát tăng 3%: the rate of a growth, as a level or as a change.
    guard kind == .percent,
      subject.contains(where: { scan.words.growths.contains(scan.id($0)) }),
      let best = best(in: subject, kind, unit, isGrowth: !isGrowth)
    else { return nil }
    return code(of: best, subject, place)
  }

  private typealias Match = (length: Int, indicator: Int, words: Range<Int>)

  /// The longest pattern in the subject that fits figures of this kind and unit.
  private func best(
    in subject: Range<Int>, _ kind: FigureKind, _ unit: String?, isGrowth: Bool
  ) -> Match? {
    var best: Match?
    let form = IndicatorIndex.form(kind, isGrowth: isGrowth)
    let patterns = scan.rules.indicatorIndex
    for index in subject {
      let word = scan.id(index)
      guard patterns.hasPattern(startingWith: word, form) else { continue }
      let next = index + 1 < subject.upperBound ? scan.id(index + 1) : 0
      for head in patterns.heads(startingWith: word) {
        if let best, Int(head.length) <= best.length { break }
        guard head.form == form, head.second == 0 || head.second == next else { continue }
        guard let end = matches(patterns.parts(of: head), at: index, before: subject.upperBound)
        else { continue }
        let pattern = patterns.pattern(of: head)
        guard !head.hasUnit || unit.map({ isUnit($0, of: pattern) }) == true else { continue }
        best = (pattern.length, pattern.indicator, index..<end)
        break
      }
    }
    return best
  }

  /// Whatever the noun says besides, as in vụ tai nạn; a year's income is no other one than income.
  private func isUnit(_ unit: String, of pattern: IndicatorIndex.Pattern) -> Bool {
    if pattern.unit.isSame(as: unit) { return true }
    if pattern.kind == .rate {
      return unit.utf8.count == pattern.unit.utf8.count + 2 && unit.begins(with: pattern.unit)
        && unit.utf8.suffix(2).elementsEqual("/a".utf8)
    }
    return pattern.kind == .count && pattern.unit.utf8.first == unit.utf8.first
      && pattern.unit.utf8.prefix { $0 != 0x20 }.elementsEqual(unit.utf8.prefix { $0 != 0x20 })
  }

  private func code(of best: Match, _ subject: Range<Int>, _ place: Place) -> String? {
    guard isWhole(subject, best.words), isHead(subject, best.words) else { return nil }
    let rule = scan.rules.indicators[best.indicator]
    guard rule.isAnyones || isOfArea(subject, best.words),
      fits(scan.rules.indicatorIndex.context(of: best.indicator), subject, place)
    else { return nil }
    let code = rule.code
    scan.trace?.note(.indicator, best.words, "indicators:\(code)")
    return code
  }

  /// True where the rest of the subject leaves the indicator what it is: `xuất khẩu của Việt Nam`; not
  /// `xuất khẩu gỗ`, `tiết kiệm chi ngân sách`, `diện tích lúa bị ngập`, which measure less.
  private func isWhole(_ subject: Range<Int>, _ words: Range<Int>) -> Bool {
    for index in subject
    where !words.contains(index) && scan.words.indicatorLimits.contains(scan.id(index)) {
      return false
    }
    let next = words.upperBound
    guard next < subject.upperBound, scan.isWord(next) else { return true }
    return scan.tokens[next].isCapitalized || scan.words.indicatorTails.contains(scan.id(next))
  }

  /// False where the name only tells more of another measure: `tàu của đội khai thác thủy sản`.
  private func isHead(_ subject: Range<Int>, _ words: Range<Int>) -> Bool {
    !(subject.lowerBound..<words.lowerBound).contains { scan.words.heldBy.contains(scan.id($0)) }
  }

  /// `xuất khẩu của tỉnh`, `GDP Việt Nam`; not `dư nợ của Ngân hàng …`, `xuất khẩu của doanh nghiệp`.
  private func isOfArea(_ subject: Range<Int>, _ words: Range<Int>) -> Bool {
    var owner = words.upperBound
    let id = scan.id(owner)
    if id == scan.words.belonging || id == scan.words.at || id == scan.words.inside {
      owner += 1
      guard owner < subject.upperBound else { return true }
      if id == scan.words.belonging { return isArea(owner) }
    }
    guard owner < subject.upperBound, scan.isWord(owner), scan.tokens[owner].isCapitalized else {
      return true
    }
    return isArea(owner)
  }

  private func isArea(_ index: Int) -> Bool {
    scan.words.owners.contains(scan.id(index))
      || scan.hits.hasStart(at: index, of: [.place, .district, .timeCue])
  }

  private func fits(
    _ context: IndicatorIndex.Context, _ subject: Range<Int>, _ place: Place
  ) -> Bool {
    let before = place.sentence.lowerBound..<max(place.sentence.lowerBound, place.number)
    let near = min(place.since, place.number)..<place.number
    // Worked examples of accounts belong to nobody's series.
    if near.contains(where: { scan.isMark($0, Mark.equals) }) { return false }
    if !context.needs.isEmpty,
      !context.needs.contains(where: { holds(place.sentence, $0) || holds(subject, $0) })
    {
      return false
    }
    return !context.excludes.contains { holds(before, $0) || holds(subject, $0) }
      && !context.excludesNear.contains { holds(near, $0) }
  }

  private func holds(_ range: Range<Int>, _ phrase: [UInt32]) -> Bool {
    range.contains { isPart(phrase, at: $0, before: range.upperBound) }
  }

  /// The end of the words that a pattern's parts match from `index` on.
  private func matches(_ parts: IndicatorIndex.Parts, at index: Int, before end: Int) -> Int? {
    var position = index
    var gap = 0
    for part in parts {
      var start = position
      let last = min(end, position + gap)
      while start <= last, !isPart(part, at: start, before: end) { start += 1 }
      guard start <= last else { return nil }
      position = start + part.count
      gap = IndicatorRule.widestGap
    }
    return position
  }

  private func isPart(
    _ words: some Collection<UInt32>, at index: Int, before end: Int
  ) -> Bool {
    guard index + words.count <= end else { return false }
    var position = index
    for word in words {
      if scan.id(position) != word { return false }
      position += 1
    }
    return true
  }
}
