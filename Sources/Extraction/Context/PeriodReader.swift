import Lexing
import Rules

/// Resolves the times of a text, and finds the one that a figure is about.
final class PeriodReader {
  let scan: Scan
  let items: ContiguousArray<Item>
  let anchor: TimePoint?
  /// The anchor rests on the article's date, or on a day or month that the text dates; not only on
  /// the year that it names most, which may be long past.
  let isDated: Bool
  /// The anchor's year is one that days without a year may be of: given, dated, or named more than once.
  let datesDays: Bool
  /// The year of publication, where the document has it.
  let publishedYear: Int?
  var periods: ContiguousArray<Period>
  /// Of months and quarters that the text has named with their year; empty where there are none.
  var knownYears: [Int] = []
  /// The day that the text itself calls today. Asked for by the first word that needs it.
  lazy var newsDay = toldDay

  /// - Parameter published: The article's date; what the text itself tells stands in for it.
  init(scan: Scan, items: ContiguousArray<Item>, layout: Layout, published: String?) {
    self.scan = scan
    self.items = items
    publishedYear = published.flatMap { TimePoint(iso: $0)?.year }
    let published = published.flatMap { TimePoint(iso: $0) }
    let told = published == nil ? Self.anchor(scan, items) : nil
    anchor = published ?? told?.point
    isDated = published != nil || told?.isDated == true
    datesDays = published != nil || told?.datesDays == true
    periods = scan.lists.periods.take(min(items.count, 16))
    var paragraph = (number: -1, first: 0)
    for sentence in layout.sentences where !sentence.items.isEmpty {
      let first = periods.count
      if sentence.paragraph != paragraph.number { paragraph = (sentence.paragraph, first) }
      resolve(sentence)
      let hasSamePeriod = resolveWords(sentence)
      // Both kinds in the order of the text.
      order(since: first)
      if hasSamePeriod { addSamePeriods(sentence, since: paragraph.first) }
    }
  }

  /// Brings the last periods into the order of the text, where most of them are already.
  func order(since first: Int) {
    guard periods.count > first + 1 else { return }
    for index in first + 1..<periods.count {
      var place = index
      while place > first,
        periods[place].range.lowerBound < periods[place - 1].range.lowerBound
      {
        periods.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}
