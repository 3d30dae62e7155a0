import Lexing
import Rules

/// Which of the times in a sentence are periods, and from which word to which.
extension PeriodReader {
  mutating func resolve(_ sentence: Sentence) {
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
      if Self.isBirthYear(scan, time.range) { continue }
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
  mutating func resolveWords(_ sentence: Sentence) {
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

  /// The năm nay of `4 tháng đầu năm nay` belongs to the months before it.
  func endsDuration(_ hit: Hit, _ sentence: Sentence) -> Bool {
    periods(in: sentence.tokens).contains {
      Int(hit.start) - $0.range.upperBound <= 1 && Int(hit.start) >= $0.range.upperBound
    }
  }

  func romanQuarter(_ index: Int) -> TimePoint? {
    guard scan.isWord(index), scan.tokens[index].isCapitalized,
      let number = scan.words.romanNumerals[scan.id(index)], !scan.isMark(index + 1, Mark.slash)
    else { return nil }
    let year = yearAfter(index + 1) ?? anchor?.year
    return year.map { TimePoint(year: $0, quarter: number) }
  }

  func sentenceYear(_ sentence: Sentence) -> Int? {
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
  func isLegal(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.items.lowerBound, case .reference = items[index - 1].outcome else {
      return false
    }
    let gap = items[index].range.lowerBound - items[index - 1].range.upperBound
    guard gap <= 2, gap >= 0 else { return false }
    let between = items[index - 1].range.upperBound..<items[index].range.lowerBound
    return between.allSatisfy { scan.tokens[$0].kind == .word } && isDocument(items[index - 1])
  }

  func isDocument(_ item: Item) -> Bool {
    item.rule == "shapes:legal-number"
      || scan.rules.references.contains {
        $0.kind == "legal" && item.rule == $0.label
      }
  }

  func cueStart(_ index: Int, _ lowest: Int) -> Int {
    var start = index
    while start > lowest, let hit = scan.hits.ending(at: start, .timeCue), Int(hit.start) >= lowest
    {
      start = Int(hit.start)
    }
    return start
  }

  /// `từ 1/1 đến 15/11`, `từ tháng 12/2021 đến tháng 11/2023` as one interval.
  func join(
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

  func hasCue(_ range: Range<Int>, _ role: TimeRule.Role) -> Bool {
    for hit in scan.hits.all(in: range, of: [.timeCue], at: .time) {
      if scan.rules.times[Int(hit.row)].role == role { return true }
    }
    return false
  }

  /// `từ ngày 31.12.2025`, `từ tháng 10.2024`: open at the end.
  func isOpenStart(_ range: Range<Int>, _ time: TimeExpression) -> Bool {
    guard hasCue(range, .from), case .point = time.value else { return false }
    return scan.id(range.lowerBound) == scan.words.from
      || scan.hits.starting(at: range.lowerBound, .timeCue).map {
        scan.rules.times[Int($0.row)].role == .from
      } ?? false
  }
}
