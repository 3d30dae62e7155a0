import Lexing
import Rules

/// `cùng kỳ năm trước là 4 tỷ đồng`: the same part of another year.
extension PeriodReader {
  /// What the sentence says of the same period of another year, in the order of the text.
  func addSamePeriods(_ sentence: Sentence, since first: Int) {
    var found: [Period] = []
    for index in sentence.tokens {
      if let period = samePeriodOfYearBefore(at: index, since: first) { found.append(period) }
    }
    guard hasEarlierYear(sentence) else {
      add(found, since: first)
      return
    }
    for hit in scan.hits.all(in: sentence.tokens, of: [.relativeTime], at: .time) {
      guard let published = publishedYear else { break }
      let row = scan.rules.relativeTimes[Int(hit.row)]
      guard row.unit == .year, row.offset < 0 else { continue }
      let base = base(before: Int(hit.start), since: first)
      if var period = samePeriod(at: Int(hit.start), year: published + row.offset, as: base) {
        period.cue = hit
        found.append(period)
      }
    }
    for index in sentence.items {
      guard case .time(let time) = items[index].outcome, case .point(let point) = time.value,
        point.isYearOnly, let year = point.year
      else { continue }
      let base = base(before: time.range.lowerBound, since: first)
      if var period = samePeriod(at: time.range.lowerBound, year: year, as: base) {
        period.item = index
        found.append(period)
      }
    }
    add(found, since: first)
  }

  private func add(_ found: [Period], since first: Int) {
    guard let start = found.map(\.range.lowerBound).min() else { return }
    // Those before are in their order.
    let behind =
      periods[first...].lastIndex { $0.range.lowerBound <= start }.map { $0 + 1 } ?? first
    periods.append(contentsOf: found)
    order(since: behind)
  }

  /// `tăng 4% (cùng kỳ 2%)`: without a year it is that of the year before.
  private func samePeriodOfYearBefore(at index: Int, since first: Int) -> Period? {
    guard scan.id(index) == scan.words.same, scan.id(index + 1) == scan.words.samePeriod,
      scan.isMark(index - 1, Mark.open), isNumberNear(index + 2),
      let base = base(before: index, since: first), let year = base.lastYear
    else { return nil }
    return Period(
      item: -1, range: index..<index + 2, text: Self.moved(base.text, to: year - 1, from: year),
      lastYear: year - 1, isAside: true)
  }

  private func isNumberNear(_ index: Int) -> Bool {
    if scan.isNumber(index) {
      return scan.integer(index).map { !(1900...2100).contains($0) } ?? true
    }
    return scan.isNumber(index + 1)
      && (scan.words.levelVerbs.contains(scan.id(index)) || scan.hits.hasStart(at: index, .change))
  }

  /// The last period of the paragraph before a token that is no comparison.
  func base(before index: Int, since first: Int) -> Period? {
    periods[max(first, periods.count - Self.farthest)...].last {
      !$0.isAside && !$0.isVague && $0.range.upperBound <= index
    }
  }

  /// No paragraph that is read has so many periods behind the one that it compares with.
  private static let farthest = 512

  /// True where the sentence names a year that a same period may be of.
  private func hasEarlierYear(_ sentence: Sentence) -> Bool {
    sentence.items.contains {
      if case .time = items[$0].outcome { true } else { false }
    } || scan.hits.hasStart(in: sentence.tokens, .relativeTime)
  }
}
