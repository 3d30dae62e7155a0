import Lexing
import Model
import Rules

/// Lengths of time that place something: `9 tháng đầu năm`, `hơn 2 năm qua`.
extension TimeReader {
  /// `9 tháng đầu năm`, `hơn 2 năm qua`, `sau 4 ngày`: a length of time that places something.
  func duration(at index: Int) -> TimeExpression? {
    guard let count = durationCount(at: index), let (code, end) = durationUnit(at: count.end),
      !isHyphenedToName(index)
    else { return nil }
    if scan.isMark(end, Mark.slash) { return nil }
    if code == "d", isDayList(end) {
      // 2 ngày 30 - 31/8: the days that follow.
      return TimeExpression(range: index..<end, value: .none, rule: "times:duration")
    }
    let after = scan.hits.starting(at: end, .durationAfter)
    // Ngừng việc từ 1 tháng liên tục trở lên: how long at least.
    if let after, scan.hits.hasStart(at: Int(after.end), .qualifierAfter) { return nil }
    let before = durationCue(before: index)
    let isHeading = after == nil && before == nil && opensHeading(index, end: end)
    // 10 tháng năm 2020: the months of that year.
    let isOfYear = code == "mo" && after == nil && isYearNamed(at: end)
    let isOfReport =
      code == "mo" && after == nil && before == nil
      && (isReported(count.value, index, end) || isAverage(count.value, index, end))
    guard after != nil || before != nil || isHeading || isOfYear || isOfReport else { return nil }
    // Thời gian xây dựng chỉ trong vòng 2-3 năm: how long it is.
    if after == nil, before?.isSame(as: "trong vòng") == true, measuresTime(before: index) {
      return nil
    }
    // Sạc trong vòng 30 phút says how long it takes.
    // Trong vòng 5-7 giờ bay says how far it is.
    if after == nil, before?.isSame(as: "trong vòng") == true,
      code == "min" || code == "s" || code == "h" && scan.id(end) == scan.words.flying
    {
      return nil
    }
    var value = TimeValue.none
    if code == "mo", let after { value = monthsValue(count.value, after) }
    // Nửa đầu năm aside, a bare "9 tháng" after lũy kế is the year's first nine.
    if code == "mo", after == nil, let before,
      Self.runningTotals.contains(where: before.isSame(as:))
    {
      value = .months(count: count.value, fromEnd: false, year: nil)
    }
    if code == "mo", isYearNamed(at: end) || isHeading || isOfReport {
      value = .months(count: count.value, fromEnd: false, year: nil)
    }
    var last = end
    if case .months(let count, let fromEnd, _) = value {
      // 9 tháng đầu năm 2023, 6 tháng năm 2020: the year belongs to the expression.
      let tail = after.map { Int($0.end) } ?? end
      let year = scan.id(tail) == scan.words.year ? tail + 1 : tail
      if isYear(year) {
        last = year + 1
        value = .months(count: count, fromEnd: fromEnd, year: scan.integer(year))
      }
    }
    return TimeExpression(range: index..<last, value: value, rule: "times:duration")
  }

  /// `thời gian thi công nhanh, chỉ trong vòng`: a time is what is measured, a few words before.
  private func measuresTime(before index: Int) -> Bool {
    let start = scan.sentenceStart(index)
    for position in stride(from: index - 1, through: max(start, index - 10), by: -1) {
      if scan.isNumber(position) { return false }
      if let hit = scan.hits.starting(at: position, .measured),
        scan.rules.measured[Int(hit.row)].phrase.isSame(as: "thời gian")
      {
        // Trong thời gian tập trung; thời gian qua.
        return scan.id(position - 1) != scan.words.among
          && scan.hits.starting(at: position, .relativeTime) == nil
      }
    }
    return false
  }

  /// The 19 of `Covid-19 ngày 23/3`.
  private func isHyphenedToName(_ index: Int) -> Bool {
    scan.isMark(index - 1, Mark.hyphen) && scan.isGlued(index) && scan.isGlued(index - 1)
      && scan.isWord(index - 2) && scan.tokens[index - 2].isCapitalized
  }

  /// A unit of time, or the capitals that the text has said to mean one: ngày làm việc (NLV).
  @inline(__always)
  private func durationUnit(at index: Int) -> (code: String, end: Int)? {
    var hit = scan.hits.starting(at: index, .unit)
    var end = Int(hit?.end ?? 0)
    if hit == nil, scan.isWord(index), scan.tokens[index].flags.contains(.allCapitals),
      let phrase = scan.learned.definition(at: index, in: scan)?.phrase
    {
      hit = scan.hits.starting(at: phrase.lowerBound, .unit)
      guard hit?.range == phrase else { return nil }
      end = index + 1
    }
    guard let hit, scan.rules.units[Int(hit.row)].kind == .duration else { return nil }
    return (scan.rules.units[Int(hit.row)].unit, end)
  }

  private func isDayList(_ index: Int) -> Bool {
    let first = scan.isMark(index, Mark.open) ? index + 1 : index
    guard day(first) != nil else { return false }
    if datePoint(at: first)?.0.day != nil { return true }
    guard
      scan.isMark(first + 1, Mark.hyphen) || scan.isMark(first + 1, Mark.comma)
        || scan.id(first + 1) == scan.words.and
    else { return false }
    return datePoint(at: first + 2)?.0.day != nil
  }

  /// `6 tháng: …` at a line's start.
  private func opensHeading(_ index: Int, end: Int) -> Bool {
    guard index == 0 || scan.tokens[index - 1].kind == .lineBreak else { return false }
    if scan.isMark(end, Mark.colon) { return true }
    // 10 tháng Việt Nam chi …, 8 tháng, xuất khẩu đạt …: the year's first months.
    guard let count = scan.integer(index), (2...11).contains(count),
      scan.id(end - 1) == scan.words.month
    else { return false }
    return scan.isMark(end, Mark.comma) || scan.hits.hasStart(at: end, .place)
  }

  /// `Thu ngân sách 4 tháng đạt`, `kim ngạch 9 tháng ước đạt`: the year's first months, of which a
  /// level or a change is reported.
  private func isReported(_ count: Int, _ index: Int, _ end: Int) -> Bool {
    // 2 tháng đạt 3 tỷ đồng, behind a comma.
    let opensClause = scan.isMark(index - 1, Mark.comma) && scan.isNumber(end + 1)
    guard (2...11).contains(count), scan.isWord(index - 1) || opensClause,
      scan.hits.ending(at: index, .qualifier) == nil, scan.hits.ending(at: index, .change) == nil,
      !scan.words.levelVerbs.contains(scan.id(index - 1)), scan.id(index + 1) == scan.words.month
    else { return false }
    if let change = scan.hits.starting(at: end, .change) {
      let effect = scan.rules.changes[Int(change.row)].effect
      return effect == .increase || effect == .decrease
    }
    return scan.words.reportVerbs.contains(scan.id(end))
  }

  /// `Bình quân 5 tháng, CPI tăng 3%`: over the year's first months.
  private func isAverage(_ count: Int, _ index: Int, _ end: Int) -> Bool {
    guard (2...11).contains(count), scan.isMark(end, Mark.comma),
      let hit = scan.hits.ending(at: index, .durationBefore), hit.range.count == 2,
      scan.id(Int(hit.end) - 1) == scan.words.averaging
    else { return false }
    return hit.start == 0 || !scan.isWord(Int(hit.start) - 1)
  }

  private func isYearNamed(at index: Int) -> Bool {
    scan.id(index) == scan.words.year && isYear(index + 1)
  }

  private func monthsValue(_ count: Int, _ after: Hit) -> TimeValue {
    guard (1...12).contains(count) else { return .none }
    switch scan.rules.times[Int(after.row)].phrase {
    case "đầu", "đầu năm": return .months(count: count, fromEnd: false, year: nil)
    case "cuối", "cuối năm": return .months(count: count, fromEnd: true, year: nil)
    case "qua", "vừa qua", "gần đây", "đã qua", "trở lại đây": return .monthsPast(count)
    default: return .none
    }
  }

  @inline(__always)
  private func durationCount(at index: Int) -> (value: Int, end: Int)? {
    guard let first = scan.integer(index), scan.digitCount(index) <= 4 else { return nil }
    if let next = dashed(index), scan.integer(next) != nil { return (first, next + 1) }
    // Trong 24 đến 48 giờ tới.
    let joint = scan.id(index + 1)
    if joint != 0, joint == scan.words.to || joint == scan.words.up || joint == scan.words.or,
      let last = scan.integer(index + 2), last > first
    {
      return (first, index + 3)
    }
    return (first, index + 1)
  }

  /// These only round the number off.
  private static let rounders: Set<String> = [
    "hơn", "gần", "khoảng", "chừng", "tròn", "đúng", "chẵn", "bình quân", "trung bình", "từ",
    "trước", "qua", "mỗi", "hết", "cách",
  ]

  /// The words before a duration that make it a place in time, qualifiers between passed over.
  private func durationCue(before index: Int) -> String? {
    var position = index
    if let qualifier = scan.hits.ending(at: index, .qualifier) { position = Int(qualifier.start) }
    guard
      let hit = scan.hits.ending(at: position, .durationBefore)
        ?? scan.hits.ending(at: index, .durationBefore)
    else { return nil }
    // Nói chuyện với chủ cửa hàng 30 phút: no hàng 30 phút.
    if let noun = scan.hits.ending(at: Int(hit.end), .noun), noun.start < hit.start { return nil }
    let phrase = scan.rules.times[Int(hit.row)].phrase
    return Self.rounders.contains(phrase) ? nil : phrase
  }
}
