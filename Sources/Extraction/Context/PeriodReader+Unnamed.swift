import Lexing
import Rules

/// Times that words give without a name, and years of plans that something is compared with.
extension PeriodReader {
  /// Thời gian qua; and năm ngoái where nothing says when the text was written.
  func isUnnamed(_ hit: Hit) -> Bool {
    let row = scan.rules.relativeTimes[Int(hit.row)]
    return switch row.unit {
    case .vague: true
    // Năm nay may well be the year that the text names.
    case .year, .quarter, .month, .week, .pastWeek: publishedYear == nil && row.offset != 0
    default: false
    }
  }

  /// `Năm 2016 có 36.000 hộ, mục tiêu cho năm nay là 50.000`: behind another year of its sentence, in a
  /// text without a date, năm nay is the year that the text is of.
  func laterYear(_ hit: Hit, _ sentence: Sentence) -> Period? {
    guard publishedYear == nil else { return nil }
    let row = scan.rules.relativeTimes[Int(hit.row)]
    guard row.unit == .year, row.offset == 0, !Self.isCompared(scan, Int(hit.start)),
      !endsDuration(hit, sentence),
      let other = periods(in: sentence.tokens).last(where: {
        $0.range.upperBound <= Int(hit.start) && $0.text.utf8.count == 4 && !$0.isAside
      }), let named = other.lastYear, let year = anchor?.year, year > named
    else { return nil }
    return Period(item: -1, range: hit.range, text: "\(year)", lastYear: year, cue: hit)
  }

  func overlaps(_ hit: Hit, _ sentence: Sentence) -> Bool {
    periods(in: sentence.tokens).contains {
      $0.range.lowerBound < Int(hit.end) && Int(hit.start) < $0.range.upperBound
    }
  }

  /// `so với mục tiêu đến năm 2020 cả nước có 2.000 km`: the plan's year, and what was planned.
  func isOfPlan(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard scan.isWord(end),
      let number = (end..<min(end + 7, scan.count)).first(where: { !scan.isWord($0) }),
      scan.isNumber(number), number - end >= 2,
      (end..<number).contains(where: {
        scan.words.levelVerbs.contains(scan.id($0)) || scan.words.havingVerbs.contains(scan.id($0))
      })
    else { return false }
    return (max(0, range.lowerBound - 8)..<range.lowerBound).contains {
      scan.words.plans.contains(scan.id($0)) && scan.hits.hasStart(at: $0, .status)
    }
  }
}
