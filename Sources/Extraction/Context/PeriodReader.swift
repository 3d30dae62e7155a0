import Lexing
import Rules

/// A time of the text, resolved to an EDTF period where it is one.
struct Period {
  /// Position of the item that it was read from.
  var item: Int
  /// From its cue word to its end, in tokens.
  var range: Range<Int>
  var text: String
  /// The year that it ends in.
  var lastYear: Int?
  /// The words that gave it, where no item did.
  var cue: Hit?
  /// Said by the way, to compare with: `cùng kỳ năm trước là 4 tỷ đồng`.
  var isAside = false
}

/// Resolves the times of a text, and finds the one that a figure is about.
struct PeriodReader {
  let scan: Scan
  let items: ContiguousArray<Item>
  let anchor: TimePoint?
  /// The anchor rests on the article's date, or on a day or month that the text dates; not only on
  /// the year that it names most, which may be long past.
  let isDated: Bool
  /// The year of publication, where the document has it.
  let publishedYear: Int?
  private(set) var periods: ContiguousArray<Period> = []

  /// - Parameter published: The article's date; what the text itself tells stands in for it.
  init(scan: Scan, items: ContiguousArray<Item>, layout: Layout, published: String?) {
    self.scan = scan
    self.items = items
    publishedYear = published.flatMap { TimePoint(iso: $0)?.year }
    let published = published.flatMap { TimePoint(iso: $0) }
    let told = published == nil ? Self.anchor(scan, items) : nil
    anchor = published ?? told?.point
    isDated = published != nil || told?.isDated == true
    var paragraph = (number: -1, first: 0)
    for sentence in layout.sentences where !sentence.items.isEmpty {
      let first = periods.count
      if sentence.paragraph != paragraph.number { paragraph = (sentence.paragraph, first) }
      resolve(sentence)
      resolveWords(sentence)
      // Both kinds in the order of the text.
      periods[first...].sort { $0.range.lowerBound < $1.range.lowerBound }
      addSamePeriods(sentence, since: paragraph.first)
    }
  }

  // MARK: The article's year

  /// The year that the text names most, ignoring those it only compares with or plans for.
  private static func anchor(
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
        guard let year = point.year else { continue }
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
    if let year = latestDay ?? best?.key {
      // News of January names the year before more often than its own.
      let point = TimePoint(year: reported.contains(year + 1) ? year + 1 : year)
      return (point, latestDay != nil)
    }
    return compared.map { (TimePoint(year: $0 + 1), false) }
  }

  /// `kế hoạch năm 2020`, `đến năm 2025`: a year that lies ahead.
  private static func isPlanned(_ scan: Scan, _ index: Int) -> Bool {
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
  private static func isCompared(_ scan: Scan, _ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 7), by: -1) {
      if scan.tokens[position].kind == .mark { return false }
      if scan.id(position) == scan.words.compared { return true }
      if scan.id(position) == scan.words.samePeriod, scan.id(position - 1) == scan.words.same {
        return true
      }
    }
    return false
  }

  // MARK: Resolving

  private mutating func resolve(_ sentence: Sentence) {
    let year = sentenceYear(sentence)
    var index = sentence.items.lowerBound
    while index < sentence.items.upperBound {
      defer { index += 1 }
      guard case .time(let time) = items[index].outcome else { continue }
      guard !isLegal(index, sentence) else { continue }
      let lowest =
        index > sentence.items.lowerBound
        ? items[index - 1].range.upperBound : sentence.tokens.lowerBound
      let range = cueStart(time.range.lowerBound, lowest)..<time.range.upperBound
      if Self.isCompared(scan, time.range.lowerBound) { continue }
      // Công bố ngày 7/2: when it was said, not what it is about.
      if scan.hits.ending(at: range.lowerBound, .sourceAfter) != nil { continue }
      guard let (text, last) = text(of: time, year: year, sentence) else { continue }
      if index + 1 < sentence.items.upperBound, let joined = join(index, range, time, year) {
        periods.append(joined)
        index += 1
        continue
      }
      let isOpen = isOpenStart(range, time)
      periods.append(
        Period(item: index, range: range, text: isOpen ? text + "/.." : text, lastYear: last))
    }
  }

  /// Times without a digit: `năm nay`, `hôm qua`, `quý I`.
  private mutating func resolveWords(_ sentence: Sentence) {
    for hit in scan.hits.all(in: sentence.tokens, of: [.relativeTime, .timeCue], at: .time) {
      if hit.table == .relativeTime, let point = relative(hit),
        !Self.isCompared(scan, Int(hit.start)), !endsDuration(hit, sentence)
      {
        periods.append(
          Period(
            item: -1, range: hit.range, text: point.text, lastYear: point.lastYear, cue: hit))
      }
      if hit.table == .timeCue, scan.rules.times[Int(hit.row)].role == .quarter,
        let point = romanQuarter(Int(hit.end))
      {
        periods.append(
          Period(
            item: -1, range: Int(hit.start)..<Int(hit.end) + 1, text: point.text,
            lastYear: point.year, cue: hit))
      }
    }
  }

  /// What the sentence says of the same period of another year, in the order of the text.
  private mutating func addSamePeriods(_ sentence: Sentence, since first: Int) {
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

  /// True where the sentence names a year that a same period may be of.
  private func hasEarlierYear(_ sentence: Sentence) -> Bool {
    sentence.items.contains {
      if case .time = items[$0].outcome { true } else { false }
    } || scan.hits.hasStart(in: sentence.tokens, .relativeTime)
  }

  /// The last period of the paragraph before a token that is no comparison.
  private func base(before index: Int, since first: Int) -> Period? {
    periods[first...].last { !$0.isAside && $0.range.upperBound <= index }
  }

  /// The năm nay of `4 tháng đầu năm nay` belongs to the months before it.
  private func endsDuration(_ hit: Hit, _ sentence: Sentence) -> Bool {
    periods(in: sentence.tokens).contains {
      Int(hit.start) - $0.range.upperBound <= 1 && Int(hit.start) >= $0.range.upperBound
    }
  }

  private func romanQuarter(_ index: Int) -> TimePoint? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let number = scan.words.romanNumerals[scan.id(index)], !scan.isMark(index + 1, Mark.slash)
    else { return nil }
    let year = yearAfter(index + 1) ?? anchor?.year
    return year.map { TimePoint(year: $0, quarter: number) }
  }

  private func sentenceYear(_ sentence: Sentence) -> Int? {
    var years: [Int] = []
    for index in sentence.items {
      guard case .time(let time) = items[index].outcome, case .point(let point) = time.value,
        let year = point.year, !Self.isCompared(scan, time.range.lowerBound),
        !isLegal(index, sentence)
      else { continue }
      years.append(year)
    }
    return years.count == 1 ? years[0] : nil
  }

  /// A date that belongs to a document named right before it.
  private func isLegal(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.items.lowerBound, case .reference = items[index - 1].outcome else {
      return false
    }
    let gap = items[index].range.lowerBound - items[index - 1].range.upperBound
    guard gap <= 2, gap >= 0 else { return false }
    let between = items[index - 1].range.upperBound..<items[index].range.lowerBound
    return between.allSatisfy { scan.tokens[$0].kind == .word } && isDocument(items[index - 1])
  }

  private func isDocument(_ item: Item) -> Bool {
    item.rule == "shapes:legal-number"
      || scan.rules.references.contains {
        $0.kind == "legal" && item.rule == $0.label
      }
  }

  private func cueStart(_ index: Int, _ lowest: Int) -> Int {
    var start = index
    while start > lowest, let hit = scan.hits.ending(at: start, .timeCue), Int(hit.start) >= lowest
    {
      start = Int(hit.start)
    }
    return start
  }

  /// `từ 1/1 đến 15/11`, `từ tháng 12/2021 đến tháng 11/2023` as one interval.
  private func join(
    _ index: Int, _ range: Range<Int>, _ time: TimeExpression, _ year: Int?
  ) -> Period? {
    guard case .time(let next) = items[index + 1].outcome, case .point(let first) = time.value,
      hasCue(range, .from)
    else { return nil }
    let gap = time.range.upperBound..<next.range.lowerBound
    guard gap.count <= 4,
      gap.contains(where: {
        scan.id($0) == scan.words.to || scan.id($0) == scan.words.up
          || scan.isMark($0, Mark.hyphen)
      })
    else { return nil }
    guard case .point(var last) = next.value else { return nil }
    last = last.with(year: first.year ?? year ?? anchor?.year)
    var start = first.with(year: last.year)
    if start.month == nil && start.day == nil && last.month != nil { start = first }
    guard start.isNotAfter(last) else { return nil }
    let text = "\(start.text)/\(last.text)"
    return Period(
      item: index, range: range.lowerBound..<next.range.upperBound, text: text,
      lastYear: last.year)
  }

  private func hasCue(_ range: Range<Int>, _ role: TimeRule.Role) -> Bool {
    for hit in scan.hits.all(in: range, of: [.timeCue], at: .time) {
      if scan.rules.times[Int(hit.row)].role == role { return true }
    }
    return false
  }

  /// `từ ngày 31.12.2025`, `từ tháng 10.2024`: open at the end.
  private func isOpenStart(_ range: Range<Int>, _ time: TimeExpression) -> Bool {
    guard hasCue(range, .from), case .point = time.value else { return false }
    return scan.id(range.lowerBound) == scan.words.from
      || scan.hits.starting(at: range.lowerBound, .timeCue).map {
        scan.rules.times[Int($0.row)].role == .from
      } ?? false
  }

  private func text(
    of time: TimeExpression, year: Int?, _ sentence: Sentence
  ) -> (String, Int?)? {
    switch time.value {
    case .none: return nil
    case .point(let point):
      if point.isYearOnly, let part = part(of: point, before: time.range.lowerBound) {
        return (part.text, part.year)
      }
      let full = point.with(year: year ?? yearOfAnchor(for: point))
      return (full.text, full.year)
    case .interval(let first, let last):
      let full = last.with(year: year ?? anchor?.year)
      var start = first.with(year: full.year)
      // 28/12 - 3/1/2024: the year given is the second day's.
      if !start.isNotAfter(full), first.year == nil { start.year = start.year.map { $0 - 1 } }
      guard start.isNotAfter(full) else { return nil }
      return ("\(start.text)/\(full.text)", full.year)
    case .months(let count, let fromEnd, let own):
      let year = own ?? yearAfter(time.range.upperBound) ?? year ?? anchor?.year
      let first = TimePoint(year: year, month: fromEnd ? 13 - count : 1)
      let last = TimePoint(year: year, month: fromEnd ? 12 : count)
      return ("\(first.text)/\(last.text)", year)
    case .monthsPast(let count):
      // News says "11 tháng qua" of the year's first eleven.
      guard let year = anchor?.year ?? year else { return nil }
      let last = TimePoint(year: year, month: count)
      return ("\(TimePoint(year: year, month: 1).text)/\(last.text)", year)
    }
  }

  /// `nửa đầu năm 2024`, `quý cuối năm 2023`, `tháng đầu tiên của năm 2017`.
  private func part(of point: TimePoint, before index: Int) -> TimePoint? {
    var position = index - 1
    guard scan.id(position) == scan.words.year else { return nil }
    position -= 1
    if scan.id(position) == scan.words.belonging { position -= 1 }
    if scan.id(position) == scan.words.foremost || scan.id(position) == scan.words.same {
      position -= 1
    }
    let isFirst = scan.id(position) == scan.words.first
    guard isFirst || scan.id(position) == scan.words.last else { return nil }
    let isCounted =
      scan.isNumber(position - 2) || scan.words.determiners.contains(scan.id(position - 2))
    switch scan.id(position - 1) {
    case scan.words.half: return TimePoint(year: point.year, half: isFirst ? 1 : 2)
    case scan.words.quarter where !isCounted:
      return TimePoint(year: point.year, quarter: isFirst ? 1 : 4)
    case scan.words.month where !isCounted:
      return TimePoint(year: point.year, month: isFirst ? 1 : 12)
    default: return nil
    }
  }

  /// A month far ahead of the article is last year's.
  private func yearOfAnchor(for point: TimePoint) -> Int? {
    guard let anchor, let year = anchor.year else { return nil }
    if let month = point.month, let now = anchor.month, month > now + (point.day == nil ? 6 : 3) {
      return year - 1
    }
    return year
  }

  private func yearAfter(_ index: Int) -> Int? {
    for position in index..<min(index + 4, scan.count) where scan.isNumber(position) {
      guard scan.digitCount(position) == 4, let value = scan.integer(position),
        (1800...2200).contains(value)
      else { return nil }
      return value
    }
    return nil
  }

  // MARK: Choosing

  /// The period that the text states for the figure within its sentence.
  func stated(for quantity: Quantity, in sentence: Sentence, nextFigure: Int) -> Period? {
    let first = quantity.range.lowerBound
    let end = quantity.range.upperBound
    var before: Period?
    var after: Period?
    for period in periods(in: sentence.tokens) {
      if period.range.upperBound <= first { before = period }
      if period.range.lowerBound >= end, after == nil, period.range.lowerBound < nextFigure {
        after = period
      }
    }
    if let after, isAttached(after, to: end) { return after }
    if let before { return before }
    guard let after, !hasBreak(end..<after.range.lowerBound) else { return nil }
    return after
  }

  func periods(in tokens: Range<Int>) -> ArraySlice<Period> {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].range.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var last = low
    while last < periods.count, periods[last].range.lowerBound < tokens.upperBound { last += 1 }
    return periods[low..<last]
  }

  /// What a sentence leaves to the next ones: its last period, or a day before it that lies in the
  /// year named last: `Ngày 6/2, … lễ ra quân năm 2017`.
  func carried(from sentence: Sentence) -> Period? {
    let own = periods(in: sentence.tokens)
    // A remark in brackets is by the way.
    guard
      let last = own.last(where: { !isBracketed($0) && !$0.isAside })
        ?? own.last(where: { !$0.isAside })
    else { return nil }
    guard last.text.utf8.count == 4 else { return last }
    return own.last { $0.text.utf8.count == 10 && $0.lastYear == last.lastYear } ?? last
  }

  /// True where a period of an earlier sentence says nothing of the figure: for an age, for what is
  /// so now or in any year, after a period in brackets or one that is still open.
  func isOver(_ period: Period?, for quantity: Quantity, in sentence: Sentence) -> Bool {
    guard let period, period.range.upperBound <= sentence.tokens.lowerBound else { return false }
    if quantity.unit == "tuổi" || period.text.hasSuffix("/..") { return true }
    if isBracketed(period) { return true }
    for index in sentence.tokens.lowerBound..<quantity.range.lowerBound {
      if let hit = scan.hits.starting(at: index, .status) {
        let row = scan.rules.statuses[Int(hit.row)]
        if row.isPresent { return true }
      }
      if scan.id(index) == scan.words.year, isAnyYear(index - 1) { return true }
    }
    return false
  }

  private func isBracketed(_ period: Period) -> Bool {
    scan.isMark(period.range.lowerBound - 1, Mark.open)
  }

  /// Hàng năm, hằng năm, mỗi năm.
  private func isAnyYear(_ index: Int) -> Bool {
    let id = scan.id(index)
    return id != 0
      && (id == scan.words.every || id == scan.words.always || id == scan.words.each)
  }

  /// Directly behind the figure: 62,87% năm 2023, 15,6 triệu tấn (2015), 5 tỷ đồng trong tháng 5.
  private func isAttached(_ period: Period, to end: Int) -> Bool {
    if period.range.lowerBound == end { return true }
    if period.range.lowerBound == end + 1, scan.words.timeLinks.contains(scan.id(end)) {
      return true
    }
    return period.range.lowerBound == end + 1 && scan.isMark(end, Mark.open)
      && scan.isMark(period.range.upperBound, Mark.close)
  }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { scan.isMark($0, Mark.semicolon) }
  }
}
