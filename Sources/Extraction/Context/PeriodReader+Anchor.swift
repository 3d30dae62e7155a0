import Lexing
import Rules

/// The year of an article whose date is not known.
extension PeriodReader {
  /// The year that the text names most, ignoring those it only compares with or plans for.
  static func anchor(
    _ scan: Scan, _ items: ContiguousArray<Item>
  ) -> (point: TimePoint, isDated: Bool)? {
    var counts: [Int: Int] = [:]
    var reported: Set<Int> = []
    var compared: Int?
    var latestDay: Int?
    for (index, item) in items.enumerated() {
      guard case .time(let time) = item.outcome else { continue }
      if index > 0, case .reference = items[index - 1].outcome,
        item.range.lowerBound - items[index - 1].range.upperBound <= 2
      {
        continue
      }
      switch time.value {
      case .point(let point):
        guard let year = point.year, !isBirthYear(scan, item.range) else { continue }
        if isCompared(scan, item.range.lowerBound) {
          compared = max(compared ?? 0, year)
        } else {
          counts[year, default: 0] += point.isYearOnly ? 1 : 3
          if !isPlanned(scan, item.range.lowerBound) { reported.insert(year) }
          // A report comes after the days that it dates.
          if point.day != nil || point.month != nil { latestDay = max(latestDay ?? 0, year) }
        }
      case .interval(_, let last):
        if let year = last.year, last.day != nil { counts[year, default: 0] += 3 }
      default: continue
      }
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    // The days of an anniversary are long past.
    if let day = latestDay, let year = best?.key, year > day + 4 { latestDay = nil }
    if let year = latestDay ?? best?.key {
      // News of January names the year before more often than its own.
      let point = TimePoint(year: reported.contains(year + 1) ? year + 1 : year)
      return (point, latestDay != nil)
    }
    return compared.map { (TimePoint(year: $0 + 1), false) }
  }

  /// `anh Lò Văn Tâm (1987, trú xã Chiềng Sơ)`, `SN 1987`: when somebody was born.
  static func isBirthYear(_ scan: Scan, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    if scan.words.birthWords.contains(scan.id(first - 1)) { return true }
    guard range.count == 1, scan.isMark(first - 1, Mark.open), scan.isWord(first - 2),
      scan.tokens[first - 2].isCapitalized
    else { return false }
    return scan.isMark(first + 1, Mark.comma) || scan.isMark(first + 1, Mark.semicolon)
  }

  /// `kế hoạch năm 2020`, `đến năm 2025`: a year that lies ahead.
  static func isPlanned(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 7), by: -1) {
      if scan.tokens[position].kind != .word { return false }
      let id = scan.id(position)
      if id == scan.words.to || id == scan.words.up || scan.words.plans.contains(id)
        || id == scan.words.duty
      {
        return true
      }
      if let hit = scan.hits.starting(at: position, .status),
        scan.rules.statuses[Int(hit.row)].status != .actual
      {
        return true
      }
    }
    return false
  }

  /// `so với cùng kỳ năm 2019`, `so với năm 2020`.
  static func isCompared(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 7), by: -1) {
      if scan.tokens[position].kind == .mark { return false }
      if scan.id(position) == scan.words.compared { return true }
      if scan.id(position) == scan.words.samePeriod, scan.id(position - 1) == scan.words.same {
        return true
      }
    }
    return false
  }
}
