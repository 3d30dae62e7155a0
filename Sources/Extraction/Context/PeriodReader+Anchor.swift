import Lexing
import Rules

/// The year of an article whose date is not known.
extension PeriodReader {
  typealias Anchor = (point: TimePoint, isDated: Bool, datesDays: Bool)

  /// The year that the text names most, or that of the newest thing it speaks of, where that is later.
  static func anchor(_ scan: Scan, _ items: ContiguousArray<Item>) -> Anchor? {
    guard let named = namedAnchor(scan, items) else { return nil }
    guard let year = named.point.year, year < scan.rules.newestFirstYear,
      let first = firstYear(scan), year < first
    else { return named }
    return (TimePoint(year: first), named.isDated, true)
  }

  /// The first year in which all was known that the text speaks of.
  private static func firstYear(_ scan: Scan) -> Int? {
    var year: Int?
    for hit in scan.hits.all(in: 0..<scan.count, of: [.firstYear], at: .time) {
      year = max(year ?? 0, scan.rules.firstYears[Int(hit.row)].year)
    }
    return year
  }

  /// The year that the text names most, ignoring those it only compares with or plans for.
  private static func namedAnchor(
    _ scan: Scan, _ items: ContiguousArray<Item>
  ) -> Anchor? {
    var years = YearCounts()
    var compared: Int?
    var samePeriod: Int?
    var latestDay: Int?
    var latestLegal: Int?
    var hasPlan = false
    var ended: Int?
    var current: Int?
    var hasEarlyMonth = false
    var hasFirstMonths = false
    var result: Int?
    var bareDays: BareDays?
    var delivery: TimePoint?
    var latestMonth = 0
    var earliestMonth = 13
    var turn = TurnOfYear()
    var openSince: TimePoint?
    for (index, item) in items.enumerated() {
      guard case .time(let time) = item.outcome else { continue }
      if index > 0, case .reference = items[index - 1].outcome,
        item.range.lowerBound - items[index - 1].range.upperBound <= 2
      {
        // The day of a document says nothing but that the article is no older.
        if case .point(let point) = time.value, point.day != nil, let year = point.year {
          latestLegal = max(latestLegal ?? 0, year)
        }
        continue
      }
      switch time.value {
      case .point(let point):
        if point.year == nil, let month = point.month {
          if month <= 4 { hasEarlyMonth = true }
          if month <= 2 { hasFirstMonths = true }
          latestMonth = max(latestMonth, month)
          if point.day != nil {
            earliestMonth = min(earliestMonth, month)
            if isPartOfDay(scan, item.range.lowerBound) { turn.tell(month) }
          }
        }
        guard let year = point.year, !isBirthYear(scan, item.range),
          !isSince(scan, item.range.lowerBound, point)
            || isNamedAgain(point, items, &bareDays),
          !isRecord(scan, item.range.lowerBound),
          !isOpenSince(scan, item.range, point), !isLaw(scan, item.range)
        else { continue }
        if point.month != nil, isOpen(scan, item.range) { openSince = point }
        if isDelivery(scan, item.range, point) {
          delivery = delivery ?? point
          continue
        }
        if point.isYearOnly, isWhatIsLeft(scan, item.range.lowerBound) {
          return (TimePoint(year: year), latestDay != nil, true)
        }
        if point.isYearOnly, isBehindThisYear(scan, item.range.lowerBound) {
          years.add(1, to: year - 1)
          years.report(year - 1)
          continue
        }
        if isCompared(scan, item.range.lowerBound) {
          // So với tháng 7/2020: most often a month of the same year.
          if point.month != nil, point.day == nil, !isOfSamePeriod(scan, item.range.lowerBound) {
            years.add(1, to: year)
            continue
          }
          compared = max(compared ?? 0, year)
          if isOfSamePeriod(scan, item.range.lowerBound) { samePeriod = max(samePeriod ?? 0, year) }
        } else {
          // Vườn Ba Bể (2003): said by the way.
          years.add(
            point.isYearOnly ? 1 : 3, to: year,
            isPlain: !scan.isMark(item.range.upperBound, Mark.close))
          if point.isYearOnly, isOfNow(scan, item.range) { current = year }
          if !isPlanned(scan, item.range.lowerBound), !isAimed(scan, item.range.lowerBound) {
            years.report(year)
            turn.report(point)
            if point.isYearOnly, isResult(scan, item.range) { result = max(result ?? 0, year) }
          } else if isRestOfYear(scan, item.range.lowerBound) {
            years.report(year)
            current = year
          } else {
            hasPlan = true
          }
          if isYearEnd(scan, item.range.lowerBound) { ended = max(ended ?? 0, year) }
          // A report comes after the days that it dates.
          if point.day != nil || point.month != nil { latestDay = max(latestDay ?? 0, year) }
        }
      case .interval(_, let last):
        if let year = last.year, last.day != nil {
          years.add(3, to: year)
          if !isPlanned(scan, item.range.lowerBound) { turn.report(last) }
        }
      case .months(_, _, let year):
        guard let year else { continue }
        years.add(3, to: year)
        if !isPlanned(scan, item.range.lowerBound) { years.report(year) }
      default: continue
      }
    }
    let best = years.best
    // The days of an anniversary are long past.
    if let day = latestDay, let best, best > day + 4 { latestDay = nil }
    // Years that are all ahead do not say when the text was written.
    if hasPlan, !years.hasReported, latestDay == nil, latestLegal == nil, compared == nil {
      return nil
    }
    // What is measured against the same part of a year is of a later one.
    if let samePeriod, let year = latestDay ?? best, year <= samePeriod {
      return (TimePoint(year: samePeriod + 1), false, true)
    }
    if let legal = latestLegal, let year = latestDay ?? best, year < legal {
      return (TimePoint(year: legal), true, true)
    }
    if let year = latestDay ?? best {
      // News of January names the year before more often than its own.
      let isOver =
        years.isReported(year + 1) || turn.isBehind(year)
        || year == ended && hasEarlyMonth && latestDay != year
        || year == result && hasFirstMonths && latestDay == nil
      let point = TimePoint(year: isOver ? year + 1 : year)
      // Từ tháng 6/2012 đến nay, tính đến ngày 22/4: a day of a later year, nobody says of which.
      if !isOver, let openSince, openSince.year == year, openSince.month ?? 0 > earliestMonth {
        return (point, false, false)
      }
      // What came of a whole year is known when it is over: its days are most often of a later one.
      let isSure = isOver || year == current || years.isRepeated(year) && year != result
      return (point, latestDay != nil, latestDay != nil || isSure)
    }
    // Giá hôm 25/11 giao tháng 2/2021: of the year before, as no month comes after the one ahead.
    if let year = delivery?.year, let month = delivery?.month {
      return (TimePoint(year: latestMonth > month ? year - 1 : year), true, true)
    }
    return compared.map { (TimePoint(year: $0 + 1), false, true) }
  }

  /// Chiều 10/2, sáng ngày 10/2: a day of the news.
  private static func isPartOfDay(_ scan: Scan, _ index: Int) -> Bool {
    let start = scan.id(index - 1) == scan.words.day ? index - 1 : index
    guard let hit = scan.hits.ending(at: start, .timeCue) else { return false }
    return scan.rules.times[Int(hit.row)].role == .dayPart
  }

  /// The days that a text names without their year: a bit for each, by months.
  private typealias BareDays = SIMD16<UInt32>

  /// `Ngày 7/8, tỉnh ký quyết định … kể từ ngày 7/8/2018`: the same day, once with its year.
  private static func isNamedAgain(
    _ point: TimePoint, _ items: ContiguousArray<Item>, _ days: inout BareDays?
  ) -> Bool {
    guard let day = point.day, let month = point.month else { return false }
    // All days at once: a text may name many.
    if days == nil {
      var found = BareDays()
      for item in items {
        guard case .time(let time) = item.outcome, case .point(let other) = time.value,
          other.year == nil, let day = other.day, let month = other.month
        else { continue }
        found[month & 15] |= 1 << UInt32(day & 31)
      }
      days = found
    }
    return days![month & 15] & 1 << UInt32(day & 31) != 0
  }

  /// `năm nay và 2021`, `năm nay và năm 2021`: the year after the article's own.
  private static func isBehindThisYear(_ scan: Scan, _ index: Int) -> Bool {
    let joint = scan.id(index - 1) == scan.words.year ? index - 2 : index - 1
    guard scan.id(joint) == scan.words.and,
      let hit = scan.hits.ending(at: joint, .relativeTime)
    else { return false }
    let row = scan.rules.relativeTimes[Int(hit.row)]
    return row.unit == .year && row.offset == 0
  }

  /// `doanh thu năm 2016 cán mốc 1.600 tỷ đồng`, `năm 2018 đạt 19 tỷ đồng`: what came of a whole year.
  private static func isResult(_ scan: Scan, _ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard scan.isWord(next), scan.hits.starting(at: next, .status) == nil,
      let number = (next..<min(scan.count, next + 5)).first(where: { !scan.isWord($0) }),
      scan.isNumber(number)
    else { return false }
    if scan.words.levelVerbs.contains(scan.id(next)) || scan.hits.hasStart(at: next, .change) {
      return true
    }
    for index in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 8), by: -1) {
      guard scan.isWord(index) else { return false }
      if scan.hits.hasStart(at: index, .measured) { return true }
    }
    return false
  }

  /// `Tính đến cuối năm 2019, tỷ lệ là 12%`: a year that is over.
  static func isYearEnd(_ scan: Scan, _ index: Int) -> Bool {
    scan.id(index - 1) == scan.words.year
      && (scan.id(index - 2) == scan.words.last || scan.id(index - 2) == scan.words.ended)
      && !isPlanned(scan, index) && !isAimed(scan, index)
  }

  /// `nhiệm vụ những tháng cuối năm 2019`: what is left of a year is planned within it.
  private static func isRestOfYear(_ scan: Scan, _ index: Int) -> Bool {
    scan.id(index - 1) == scan.words.year && scan.id(index - 2) == scan.words.last
      && scan.id(index - 3) == scan.words.month
  }

  /// `trong thời gian còn lại của năm 2020`, `những tháng còn lại năm 2020`: only who writes in a year
  /// speaks of what is left of it.
  private static func isWhatIsLeft(_ scan: Scan, _ index: Int) -> Bool {
    guard scan.id(index - 1) == scan.words.year else { return false }
    let last = scan.id(index - 2) == scan.words.belonging ? index - 3 : index - 2
    return scan.id(last) == scan.words.left && scan.id(last - 1) == scan.words.remaining
  }

  /// `giá vàng giao tháng 2/2021`, `hợp đồng kỳ hạn tháng 5/2021`: when what is traded now will be
  /// handed over.
  private static func isDelivery(_ scan: Scan, _ range: Range<Int>, _ point: TimePoint) -> Bool {
    guard point.month != nil, point.day == nil else { return false }
    let word =
      scan.id(range.lowerBound) == scan.words.month ? range.lowerBound : range.lowerBound - 1
    guard scan.id(word) == scan.words.month else { return false }
    return scan.id(word - 1) == scan.words.handing || scan.id(word - 1) == scan.words.limit
  }

  /// `mục tiêu trở thành thị xã vào năm 2025`, `kinh tế sẽ khó giữ được đà tăng vào năm 2025`: an aim, or
  /// what is foreseen, stands before it in its clause.
  private static func isAimed(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 24), by: -1) {
      if scan.tokens[position].kind == .mark || scan.tokens[position].kind == .lineBreak {
        return false
      }
      if let hit = scan.hits.starting(at: position, .status) {
        let row = scan.rules.statuses[Int(hit.row)]
        return row.status == .target && row.reach == 60 || row.status == .forecast
      }
    }
    return false
  }

  /// `cao nhất kể từ năm 2011`: a year long past, more often than not.
  static func isSince(_ scan: Scan, _ index: Int, _ point: TimePoint) -> Bool {
    // Kể từ 0h ngày 8/12/1994.
    if point.day != nil {
      return (max(1, index - 4)..<max(1, index)).contains {
        scan.id($0) == scan.words.from && scan.id($0 - 1) == scan.words.since
      }
    }
    guard point.isYearOnly else { return false }
    let word = scan.id(index - 1) == scan.words.year ? index - 2 : index - 1
    return scan.id(word) == scan.words.from && scan.id(word - 1) == scan.words.since
  }

  /// `từ 2011 đến nay`: a year past, which does not say when the text was written.
  static func isOpenSince(_ scan: Scan, _ range: Range<Int>, _ point: TimePoint) -> Bool {
    guard point.isYearOnly, isOpen(scan, range) else { return false }
    let word =
      scan.id(range.lowerBound - 1) == scan.words.year
      ? range.lowerBound - 2 : range.lowerBound - 1
    return scan.id(word) == scan.words.from
  }

  /// Đến nay, behind a time.
  private static func isOpen(_ scan: Scan, _ range: Range<Int>) -> Bool {
    guard scan.id(range.upperBound) == scan.words.to,
      let hit = scan.hits.starting(at: range.upperBound, .status)
    else { return false }
    return scan.rules.statuses[Int(hit.row)].isPresent
  }

  /// `mức tăng mạnh nhất kể từ tháng 3/2008`: how long ago it was as much.
  static func isRecord(_ scan: Scan, _ index: Int) -> Bool {
    var start = index
    while start > 0, let hit = scan.hits.ending(at: start, .timeCue) { start = Int(hit.start) }
    for position in stride(from: index - 1, through: max(start, index - 3), by: -1)
    where scan.id(position) == scan.words.from { start = position }
    if scan.id(start) != scan.words.from { start -= 1 }
    guard scan.id(start) == scan.words.from else { return false }
    let last = scan.id(start - 1) == scan.words.since ? start - 2 : start - 1
    return (max(0, last - 8)...max(0, last)).contains { scan.id($0) == scan.words.most }
      && !(max(0, last - 8)..<start).contains { scan.tokens[$0].kind == .mark }
  }

  /// `anh Lò Văn Tâm (1987, trú xã Chiềng Sơ)`, `SN 1987`: when somebody was born.
  static func isBirthYear(_ scan: Scan, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    let unit = scan.id(first - 1)
    if isMade(scan, range) { return true }
    // Sinh năm 1987, sinh ngày 4/5/1987.
    let isNamed =
      unit != 0
      && (unit == scan.words.year || unit == scan.words.day || unit == scan.words.month)
    // SN: 1987.
    let isMarked = scan.isMark(first - 1, Mark.colon)
    let word = isNamed || isMarked ? first - 2 : first - 1
    if scan.words.birthWords.contains(scan.id(word)) {
      // Học sinh năm 2020, phát sinh ngày 4/5: part of another word.
      return scan.id(word - 1) == scan.words.female || scan.id(word - 1) == scan.words.male
        || scan.hits.ending(at: word + 1, .noun).map { $0.range.count == 1 } ?? true
    }
    guard range.count == 1, scan.isMark(first - 1, Mark.open), scan.isWord(first - 2),
      scan.tokens[first - 2].isCapitalized
    else { return false }
    return scan.isMark(first + 1, Mark.comma) || scan.isMark(first + 1, Mark.semicolon)
  }

  /// `Luật Thủy lợi năm 2017`, `Bộ luật Hình sự 2015`: the year of a law.
  static func isLaw(_ scan: Scan, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    let end = scan.id(first - 1) == scan.words.year ? first - 1 : first
    // Most years stand behind no name.
    guard range.count == 1, scan.digitCount(first) == 4,
      scan.isWord(end - 1) || scan.isMark(end - 1, Mark.close)
    else { return false }
    for index in stride(from: end - 1, through: max(0, end - 9), by: -1) {
      if scan.id(index) == scan.words.law { return index < end - 1 && isNamed(scan, index) }
      guard scan.isWord(index) || scan.isMark(index, Mark.open) || scan.isMark(index, Mark.close),
        !scan.words.levelVerbs.contains(scan.id(index)), !scan.isNumber(index),
        !scan.words.timeLinks.contains(scan.id(index))
      else { return false }
    }
    return false
  }

  /// Luật Đất đai, luật An ninh: a capital begins the name.
  private static func isNamed(_ scan: Scan, _ index: Int) -> Bool {
    scan.isWord(index + 1) && scan.tokens[index + 1].isCapitalized
  }

  /// `kế hoạch năm 2020`, `đến năm 2025`: a year that lies ahead.
  static func isPlanned(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 9), by: -1) {
      // Dự báo cho năm 2019 và 2020.
      if scan.isNumber(position), scan.id(position + 1) == scan.words.and { continue }
      if scan.tokens[position].kind != .word { return false }
      let id = scan.id(position)
      // Tính đến hết năm 2016: counted, and over.
      if id == scan.words.to, scan.id(position - 1) == scan.words.counting { return false }
      if id == scan.words.to || id == scan.words.up || scan.words.plans.contains(id)
        || id == scan.words.duty
        // Tạo đà cho năm 2022.
        || id == scan.words.give && index - position <= 2
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

  /// `nhiệm vụ 6 tháng cuối năm`, `phương hướng năm 2020`: what is to be done then.
  static func isTask(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      guard scan.isWord(position) else { return false }
      let id = scan.id(position)
      if id == scan.words.duty || id == scan.words.direction || scan.words.plans.contains(id) {
        return true
      }
    }
    return false
  }
}
