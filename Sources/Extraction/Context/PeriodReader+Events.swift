import Lexing
import Rules

/// Times of something else than what is measured: when a work begins or ends, since when something goes on.
extension PeriodReader {
  /// `vốn 4.000 tỷ đồng, dự kiến hoàn thành vào cuối năm 2017`: behind the last figure, when something
  /// is to be done.
  func isMilestone(_ period: Period, in sentence: Sentence) -> Bool {
    guard
      let last = items[sentence.items].last(where: {
        if case .figure = $0.outcome { true } else { false }
      }),
      last.range.upperBound < period.range.lowerBound
    else { return false }
    return isMilestone(period, since: last.range.upperBound)
  }

  /// `dự kiến hoàn thành vào cuối năm 2027`, `phải trình chậm nhất trong tháng 3`: when a work is to begin
  /// or to end.
  func isMilestone(_ period: Period, since start: Int) -> Bool {
    isStillToCome(period, since: start)
      && (start..<period.range.lowerBound).contains { scan.words.milestones.contains(scan.id($0)) }
  }

  /// `kể từ chuyến thăm của Thủ tướng vào năm 2004`, `kể từ khi thành lập năm 1990`.
  func isSinceEvent(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let first = range.lowerBound
    // Kể từ chuyến thăm năm 2016 nhân dịp …: the clause goes on.
    if scan.isWord(range.upperBound), scan.id(range.upperBound) != scan.words.to,
      scan.id(range.upperBound) != scan.words.up
    {
      return false
    }
    for index in stride(
      from: first - 1, through: max(sentence.tokens.lowerBound, first - 13), by: -1)
    {
      guard scan.isWord(index) else { return false }
      if scan.id(index) == scan.words.since, scan.id(index + 1) == scan.words.from {
        return index + 2 < first
      }
    }
    return false
  }

  /// `đến ngày 30/4 sẽ hết hạn`: sẽ right behind the time.
  func isAhead(_ period: Period) -> Bool {
    scan.id(period.range.upperBound) == scan.words.will
  }

  /// `xe đời 2015`, `máy sản xuất năm 2004, giá …`: when a thing was made; not sản xuất năm 2020 đạt.
  static func isMade(_ scan: Scan, _ range: Range<Int>) -> Bool {
    var last = range.lowerBound - 1
    if scan.id(last) == scan.words.vintage { return true }
    guard scan.id(last) == scan.words.year, !scan.isWord(range.upperBound) else { return false }
    last -= 1
    let near = scan.id(last)
    if near == scan.words.from || near == scan.words.after || near == scan.words.before {
      last -= 1
    }
    return scan.id(last) == scan.words.export && scan.id(last - 1) == scan.words.product
  }

  /// `riêng năm 2019 này`, `Tết Đinh Dậu 2017`: the year that the text is of.
  static func isOfNow(_ scan: Scan, _ range: Range<Int>) -> Bool {
    if scan.id(range.upperBound) == scan.words.this { return true }
    let first = range.lowerBound
    // Từ đầu năm 2018 đến nay.
    if scan.id(first - 1) == scan.words.year, scan.id(first - 2) == scan.words.first,
      scan.id(first - 3) == scan.words.from, scan.id(range.upperBound) == scan.words.to
    {
      return true
    }
    return scan.isWord(first - 1) && scan.tokens[first - 1].isCapitalized && scan.isWord(first - 2)
      && scan.tokens[first - 2].isCapitalized
      && (scan.id(first - 3) == scan.words.year || scan.id(first - 3) == scan.words.festival
        || scan.id(first - 5) == scan.words.festival)
  }
}
