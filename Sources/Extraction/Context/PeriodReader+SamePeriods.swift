import Lexing
import Rules

/// `cùng kỳ năm trước là 4 tỷ đồng`: the same part of another year.
extension PeriodReader {
  /// What the sentence says of the same period of another year, in the order of the text.
  mutating func addSamePeriods(_ sentence: Sentence, since first: Int) {
    guard hasEarlierYear(sentence),
      sentence.tokens.contains(where: { scan.id($0) == scan.words.samePeriod })
    else { return }
    var found: [Period] = []
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
    periods.append(contentsOf: found)
    periods[first...].sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The last period of the paragraph before a token that is no comparison.
  func base(before index: Int, since first: Int) -> Period? {
    periods[first...].last { !$0.isAside && $0.range.upperBound <= index }
  }

  /// True where the sentence names a year that a same period may be of.
  private func hasEarlierYear(_ sentence: Sentence) -> Bool {
    sentence.items.contains {
      if case .time = items[$0].outcome { true } else { false }
    } || scan.hits.hasStart(in: sentence.tokens, .relativeTime)
  }
}
