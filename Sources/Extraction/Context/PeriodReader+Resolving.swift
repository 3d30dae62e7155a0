import Lexing
import Rules

/// Which of the times in a sentence are periods, and from which word to which.
extension PeriodReader {
  func resolve(_ sentence: Sentence) {
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
      if Self.isCompared(scan, time.range.lowerBound) {
        addCompared(time, range, index)
        continue
      }
      if Self.isBirthYear(scan, time.range) || Self.isRecord(scan, time.range.lowerBound)
        || Self.isLaw(scan, time.range)
      {
        continue
      }
      // Công bố ngày 7/2: when it was said, not what it is about; thống kê năm 2013 is, and so are
      // thống kê từ ngày 7/2 and cho biết đến tối 8/4.
      if time.isDay, scan.hits.ending(at: range.lowerBound, .sourceAfter) != nil,
        !(range.lowerBound..<time.range.lowerBound).contains(where: {
          scan.id($0) == scan.words.to || scan.id($0) == scan.words.up
            || scan.id($0) == scan.words.from
        })
      {
        continue
      }
      guard let (text, last) = text(of: time, year: year, sentence) else { continue }
      if case .point(let point) = time.value { remember(point) }
      if let next = next(index, sentence), let joined = join(index, next, range, time, year) {
        periods.append(joined)
        index = next
        continue
      }
      if let sofar = sinceNewYear(index, range, time, year) {
        periods.append(sofar)
        continue
      }
      // Kể từ chuyến thăm năm 2004: when that was; what goes on since is of no time that ends.
      let isSince = isSinceEvent(range, sentence)
      let isOpen = isSince || isOpenStart(range, time)
      periods.append(
        Period(
          item: index, range: range, text: isOpen ? text + "/.." : text, lastYear: last,
          isAside: isSince))
    }
  }

  /// `so với năm 2016 là 1,76%`: what it is compared with has its own figure.
  private func addCompared(_ time: TimeExpression, _ range: Range<Int>, _ index: Int) {
    guard case .point(let point) = time.value, let year = point.year,
      scan.id(range.upperBound) == scan.words.being && scan.isNumber(range.upperBound + 1)
        && scan.id(range.lowerBound - 1) == scan.words.with || isOfPlan(range)
    else { return }
    periods.append(
      Period(item: index, range: range, text: point.text, lastYear: year, isAside: true))
  }

  /// Times without a digit: `năm nay`, `hôm qua`, `quý I`.
  ///
  /// - Returns: Whether it says cùng kỳ.
  func resolveWords(_ sentence: Sentence) -> Bool {
    guard sentence.roles.contains(.time) else { return false }
    var hasSamePeriod = false
    for hit in scan.hits.all(
      in: sentence.tokens, from: sentence.landmark, of: [.relativeTime, .timeCue], at: .time)
    {
      if hit.table == .relativeTime, let later = laterYear(hit, sentence) {
        periods.append(later)
      } else if hit.table == .relativeTime, isUnnamed(hit) {
        // 11 tháng qua: its months are known.
        guard !Self.isCompared(scan, Int(hit.start)), !endsDuration(hit, sentence),
          !scan.isNumber(Int(hit.start) - 1), !overlaps(hit, sentence)
        else { continue }
        // Năm ngoái is spoken of beside the time that the paragraph is about.
        let isAside = scan.rules.relativeTimes[Int(hit.row)].unit != .vague
        periods.append(
          Period(item: -1, range: hit.range, text: "", cue: hit, isAside: isAside))
      } else if hit.table == .relativeTime, let point = relative(hit),
        !Self.isCompared(scan, Int(hit.start)), !endsDuration(hit, sentence),
        !isWithin(hit, sentence)
      {
        periods.append(
          Period(
            item: -1, range: hit.range, text: point.text, lastYear: point.lastYear, cue: hit))
      }
      if scan.id(Int(hit.start)) == scan.words.same { hasSamePeriod = true }
      if hit.table == .timeCue, scan.rules.times[Int(hit.row)].role == .quarter,
        let point = romanQuarter(Int(hit.end), sentence)
      {
        periods.append(
          Period(
            item: -1, range: Int(hit.start)..<Int(hit.end) + 1, text: point.text,
            lastYear: point.year, cue: hit))
      }
      if hit.table == .timeCue, scan.rules.times[Int(hit.row)].role == .month,
        let (point, end) = namedMonth(Int(hit.end)), !Self.isCompared(scan, Int(hit.start))
      {
        // The year is the month's, and no period of its own.
        if let year = periods(in: sentence.tokens).lastIndex(where: { $0.range.upperBound == end })
        {
          periods.remove(at: year)
        }
        periods.append(
          Period(
            item: -1, range: Int(hit.start)..<end, text: point.text, lastYear: point.year, cue: hit)
        )
      }
    }
    return hasSamePeriod
  }

  /// The năm nay of `4 tháng đầu năm nay` belongs to the months before it.
  func endsDuration(_ hit: Hit, _ sentence: Sentence) -> Bool {
    periods(in: sentence.tokens).contains {
      Int(hit.start) - $0.range.upperBound <= 1 && Int(hit.start) >= $0.range.upperBound
    }
  }

  func romanQuarter(_ index: Int, _ sentence: Sentence) -> TimePoint? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let number = scan.words.romanNumerals[scan.id(index)], !scan.isMark(index + 1, Mark.slash),
      !periods(in: sentence.tokens).contains(where: { $0.range.contains(index) })
    else { return nil }
    var point = TimePoint(quarter: number)
    // Quỹ đầu năm 2016 là 5 tỷ, hết quý I là 6 tỷ đồng: of the year that the sentence names.
    let year = yearAfter(index + 1) ?? sentenceYear(sentence) ?? yearOfAnchor(for: point)
    point.year = year
    return year == nil ? nil : point
  }

  /// `tháng Một`, `tháng Mười Hai`: a month in words has a capital.
  func namedMonth(_ index: Int) -> (TimePoint, Int)? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      var month = scan.words.monthNames[scan.id(index)]
    else { return nil }
    var end = index + 1
    if month == 10, scan.isWord(end), scan.tokens[end].isCapitalized,
      let rest = scan.words.monthNames[scan.id(end)], rest <= 2
    {
      month += rest
      end += 1
    }
    if scan.id(end) == scan.words.year || scan.isMark(end, Mark.slash),
      let year = scan.integer(end + 1), (1800...2200).contains(year)
    {
      return (TimePoint(year: year, month: month), end + 2)
    }
    guard let year = anchor?.year else { return nil }
    return (TimePoint(year: year, month: month), end)
  }

  /// The năm nay of `từ đầu năm nay đến ngày 15/10`.
  private func isWithin(_ hit: Hit, _ sentence: Sentence) -> Bool {
    periods(in: sentence.tokens).contains {
      $0.range.lowerBound < Int(hit.start) && Int(hit.end) < $0.range.upperBound
    }
  }

  func sentenceYear(_ sentence: Sentence) -> Int? {
    var only: Int?
    for index in sentence.items {
      guard case .time(let time) = items[index].outcome, case .point(let point) = time.value,
        let year = point.year, !Self.isCompared(scan, time.range.lowerBound),
        !isLegal(index, sentence), !Self.isBirthYear(scan, time.range),
        !Self.isSince(scan, time.range.lowerBound, point),
        !Self.isRecord(scan, time.range.lowerBound)
      else { continue }
      if only != nil { return nil }
      only = year
    }
    return only
  }

  /// A date that belongs to a document named right before it.
  func isLegal(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.items.lowerBound, case .reference = items[index - 1].outcome else {
      return false
    }
    let gap = items[index].range.lowerBound - items[index - 1].range.upperBound
    guard gap <= 5, gap >= 0 else { return false }
    // Văn bản số 15/TTg-CN, ngày 25/1: what is left of the number, a comma and ngày.
    let between = items[index - 1].range.upperBound..<items[index].range.lowerBound
    return between.allSatisfy {
      gap <= 2 && scan.isWord($0) || scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.hyphen)
        || scan.isWord($0) && scan.tokens[$0].flags.contains(.allCapitals)
        || scan.id($0) == scan.words.day
    } && isDocument(items[index - 1])
  }

  func isDocument(_ item: Item) -> Bool {
    item.rule.isSame(as: "shapes:legal-number")
      || item.rule.begins(with: "references:")
        && scan.rules.legalLabels.contains { item.rule.isSame(as: $0) }
  }

  func cueStart(_ index: Int, _ lowest: Int) -> Int {
    var start = index
    while start > lowest, let hit = scan.hits.ending(at: start, .timeCue), Int(hit.start) >= lowest
    {
      start = Int(hit.start)
    }
    return start
  }

  /// The item behind a time that it may be joined with, a day of the festival in brackets passed
  /// over: từ ngày 9/2 (28 Tết) đến ngày 13/2.
  private func next(_ index: Int, _ sentence: Sentence) -> Int? {
    let next = index + 1
    guard next < sentence.items.upperBound else { return nil }
    if case .time(let time) = items[next].outcome, time.value == .none,
      scan.isMark(time.range.lowerBound - 1, Mark.open), next + 1 < sentence.items.upperBound,
      scan.isMark(time.range.upperBound, Mark.close)
    {
      return next + 1
    }
    return next
  }

  /// `từ 1/1 đến 15/11`, `từ tháng 12/2021 đến tháng 11/2023` as one interval; `năm 2016 và 2017`.
  func join(
    _ index: Int, _ second: Int, _ range: Range<Int>, _ time: TimeExpression, _ year: Int?
  ) -> Period? {
    guard case .time(let next) = items[second].outcome, case .point(let first) = time.value,
      case .point(var last) = next.value
    else { return nil }
    let gap = time.range.upperBound..<next.range.lowerBound
    if let years = years(first, last, gap) ?? months(first, last, gap, year) {
      return Period(
        item: index, range: range.lowerBound..<next.range.upperBound, text: years,
        lastYear: last.year ?? year ?? anchor?.year)
    }
    guard hasCue(range, .from) || hasCue(range, .span),
      gap.count <= (second == index + 1 ? 4 : 9),
      gap.contains(where: {
        scan.id($0) == scan.words.to || scan.id($0) == scan.words.up
          || scan.isMark($0, Mark.hyphen)
      })
    else { return nil }
    let isYearOpen = last.year == nil && first.year != nil
    last = last.with(year: first.year ?? year ?? anchor?.year)
    var start = first.with(year: last.year)
    // Từ ngày 12/3/2019 đến ngày 4/2: of the year after.
    if isYearOpen, !start.isNotAfter(last) { last.year = last.year.map { $0 + 1 } }
    if start.month == nil && start.day == nil && last.month != nil {
      start = first
      // Từ đầu năm 2018 đến hết tháng 10.
      if range.contains(where: { scan.id($0) == scan.words.first }) {
        start = newYear(last.year, as: last)
      }
    }
    guard start.isNotAfter(last) else { return nil }
    let text = "\(start.text)/\(last.text)"
    return Period(
      item: index, range: range.lowerBound..<next.range.upperBound, text: text,
      lastYear: last.year)
  }

  /// Two years in a row that one figure is of; not those that have one each: `lần lượt`.
  private func years(_ first: TimePoint, _ last: TimePoint, _ gap: Range<Int>) -> String? {
    guard first.isYearOnly, last.isYearOnly, let start = first.year, last.year == start + 1,
      isPair(gap, of: scan.words.year)
    else { return nil }
    return "\(first.text)/\(last.text)"
  }

  /// `tháng 1 và tháng 2/2020`: two months in a row, likewise.
  private func months(
    _ first: TimePoint, _ last: TimePoint, _ gap: Range<Int>, _ year: Int?
  ) -> String? {
    guard let start = first.month, last.month == start + 1, first.day == nil, last.day == nil,
      first.year == nil || first.year == last.year, isPair(gap, of: scan.words.month)
    else { return nil }
    let last = last.with(year: year ?? yearOfAnchor(for: last))
    return "\(first.with(year: last.year).text)/\(last.text)"
  }

  /// Và between two of a kind, which the figures behind them do not take in turn.
  private func isPair(_ gap: Range<Int>, of kind: UInt32) -> Bool {
    scan.id(gap.lowerBound) == scan.words.and
      && (gap.count == 1 || gap.count == 2 && scan.id(gap.lowerBound + 1) == kind
        // Năm 2017 và đầu năm 2018.
        || gap.count == 3 && scan.id(gap.lowerBound + 2) == kind
          && (scan.id(gap.lowerBound + 1) == scan.words.first
            || scan.id(gap.lowerBound + 1) == scan.words.last))
      && !(gap.upperBound..<min(scan.count, gap.upperBound + 24)).contains {
        scan.id($0) == scan.words.turn && scan.id($0 - 1) == scan.words.timesWord
          || scan.id($0) == scan.words.fitting && scan.id($0 - 1) == scan.words.equal
      }
  }

  /// `từ đầu năm đến hết tháng 5`, `từ đầu năm nay đến 15/10`.
  private func sinceNewYear(
    _ index: Int, _ range: Range<Int>, _ time: TimeExpression, _ year: Int?
  ) -> Period? {
    guard case .point(let point) = time.value, point.month != nil else { return nil }
    var end = time.range.lowerBound
    while end > range.lowerBound, scan.id(end) != scan.words.to, scan.id(end) != scan.words.up {
      end -= 1
    }
    guard scan.id(end) == scan.words.to || scan.id(end) == scan.words.up else { return nil }
    // The nay of đầu năm nay.
    if scan.id(end - 2) == scan.words.year { end -= 1 }
    guard scan.id(end - 1) == scan.words.year, scan.id(end - 2) == scan.words.first,
      scan.id(end - 3) == scan.words.from
    else { return nil }
    let last = point.with(year: year ?? yearOfAnchor(for: point))
    let start = newYear(last.year, as: last)
    return Period(
      item: index, range: end - 3..<time.range.upperBound, text: "\(start.text)/\(last.text)",
      lastYear: last.year)
  }

  /// The year's first month or day, as precise as the other end.
  private func newYear(_ year: Int?, as last: TimePoint) -> TimePoint {
    TimePoint(year: year, month: 1, day: last.day == nil ? nil : 1)
  }

  func hasCue(_ range: Range<Int>, _ role: TimeRule.Role) -> Bool {
    for hit in scan.hits.all(in: range, of: [.timeCue], at: .time) {
      if scan.rules.times[Int(hit.row)].role == role { return true }
    }
    return false
  }

  /// `từ ngày 31.12.2025`, `từ tháng 10.2024`: open at the end.
  @inline(__always)
  func isOpenStart(_ range: Range<Int>, _ time: TimeExpression) -> Bool {
    guard hasCue(range, .from), case .point = time.value else { return false }
    return scan.id(range.lowerBound) == scan.words.from
      || scan.hits.starting(at: range.lowerBound, .timeCue).map {
        scan.rules.times[Int($0.row)].role == .from
      } ?? false
  }
}
