import Lexing
import Model
import Rules

/// Finds the indicator that a figure's subject names.
struct IndicatorReader {
  let scan: Scan

  /// The indicator of the longest pattern in the subject whose kind and unit are the figure's.
  func indicator(of meaning: Meaning) -> String? {
    guard let subject = meaning.subject else { return nil }
    var best: (length: Int, indicator: Int, words: Range<Int>)?
    let form = IndicatorIndex.form(meaning.kind, isGrowth: meaning.change != nil)
    let patterns = scan.rules.indicatorIndex
    for index in subject {
      let word = scan.id(index)
      guard patterns.hasPattern(startingWith: word, form) else { continue }
      for pattern in patterns.patterns(startingWith: word) {
        if let best, pattern.length <= best.length { break }
        guard fits(pattern, meaning),
          let end = matches(pattern, at: index, before: subject.upperBound)
        else { continue }
        best = (pattern.length, pattern.indicator, index..<end)
        break
      }
    }
    guard let best, isWhole(subject, best.words) else { return nil }
    let code = scan.rules.indicators[best.indicator].code
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

  private func fits(_ pattern: IndicatorIndex.Pattern, _ meaning: Meaning) -> Bool {
    guard pattern.kind == meaning.kind else { return false }
    guard pattern.unit.isEmpty || pattern.unit == meaning.unit else { return false }
    // A change in percent belongs to a growth row; the size of a change is no level of anything.
    return pattern.isGrowth == (meaning.change != nil)
  }

  /// The end of the words that the pattern matches from `index` on.
  private func matches(_ pattern: IndicatorIndex.Pattern, at index: Int, before end: Int) -> Int? {
    var position = index
    for (number, part) in pattern.parts.enumerated() {
      var start = position
      let last = number == 0 ? position : min(end, position + IndicatorRule.widestGap)
      while start <= last, !isPart(part, at: start, before: end) { start += 1 }
      guard start <= last else { return nil }
      position = start + part.count
    }
    return position
  }

  private func isPart(_ words: [UInt32], at index: Int, before end: Int) -> Bool {
    guard index + words.count <= end else { return false }
    for (offset, word) in words.enumerated() where scan.id(index + offset) != word { return false }
    return true
  }
}
