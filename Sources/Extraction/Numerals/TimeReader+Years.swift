import Lexing
import Model
import Rules

/// Years: `năm 2023`, `2021-2025`, `năm 938`.
extension TimeReader {
  /// True when the number before it counts what stands here, whatever the word before it says.
  func isCounted(_ index: Int) -> Bool {
    if scan.isMark(index, Mark.percent) { return true }
    if scan.scale(at: index) != nil { return true }
    guard let hit = scan.hits.starting(at: index, .unit) else { return false }
    let kind = scan.rules.units[Int(hit.row)].kind
    return kind == .money || kind == .percent
  }

  /// A year, or years: `năm 2023`, `2021-2025`, `2016 – 2020`, `2021 đến 2025`.
  func year(at index: Int) -> TimeExpression? {
    guard isYear(index), let first = scan.integer(index) else {
      return oldYear(at: index) ?? oldYears(at: index)
    }
    let role = cue(before: index)
    let isNamed = role == .year || role == .span
    if let next = dashed(index) ?? toYear(index) {
      if isYear(next), let last = scan.integer(next), last > first {
        return interval(index, first, last, end: next + 1)
      }
      if scan.isGlued(next), scan.digitCount(next) == 2, let last = scan.integer(next),
        last == first % 100 + 1
          || last > first % 100 && isNamed && !isCounted(next + 1) && !scan.isGlued(next + 1)
      {
        return interval(index, first, first / 100 * 100 + last, end: next + 1)
      }
    }
    if let next = joined(index, by: Mark.slash), let last = scan.integer(next) {
      if isYear(next), last == first + 1 { return interval(index, first, last, end: next + 1) }
      if scan.digitCount(next) == 2, last == (first + 1) % 100, !scan.isMark(next + 1, Mark.slash) {
        return interval(index, first, first + 1, end: next + 1)
      }
    }
    if !isNamed {
      if isCounted(index + 1) || isQuantity(index) { return nil }
    }
    if isNamed, scan.scale(at: index + 1) != nil { return nil }
    return TimeExpression(
      range: index..<index + 1, value: .point(TimePoint(year: first)), rule: "times:year")
  }

  /// `thời kỳ 785-805`, `Dante Alighieri (1265-1321)`: years before those that need no word to be
  /// known for some.
  private func oldYears(at index: Int) -> TimeExpression? {
    guard (3...4).contains(scan.digitCount(index)), let next = dashed(index),
      (3...4).contains(scan.digitCount(next)), cue(before: index) == .span || isLife(index),
      let first = scan.integer(index), let last = scan.integer(next), first < last, last < 2200,
      !isCounted(next + 1), !countsSomething(at: next + 1)
    else { return nil }
    return interval(index, first, last, end: next + 1)
  }

  /// A range of two numbers of four digits, alone in brackets behind a name.
  private func isLife(_ index: Int) -> Bool {
    guard scan.digitCount(index) == 4, scan.isMark(index - 1, Mark.open),
      scan.isMark(index + 3, Mark.close), scan.isWord(index - 2),
      scan.tokens[index - 2].isCapitalized, let first = scan.integer(index),
      let last = scan.integer(index + 2)
    else { return false }
    return first > 1000 && last - first <= 110 && !scan.hits.hasStart(at: index + 4, .unit)
  }

  /// `năm 938`, `Năm 1418`: a year before those that need no word to be known for one.
  private func oldYear(at index: Int) -> TimeExpression? {
    guard (3...4).contains(scan.digitCount(index)), scan.tokens[index].hasSpaceBefore,
      let value = scan.integer(index), (100..<1800).contains(value),
      isOfCycle(index)
        || scan.id(index - 1) == scan.words.year && cue(before: index) == .year
          && !isCounted(index + 1) && !countsSomething(at: index + 1)
          && scan.hits.starting(at: index + 1, .unit) == nil,
      !scan.isNumber(index + 1),
      !scan.isMark(index + 1, Mark.hyphen), !scan.isMark(index + 1, Mark.slash)
    else { return nil }
    // Năm 111 TCN: years count down there, and no period is given rather than a wrong one.
    let isBefore =
      scan.isWord(index + 1) && scan.tokens[index + 1].flags.contains(.allCapitals)
      || scan.id(index + 1) == scan.words.before
    return TimeExpression(
      range: index..<index + 1, value: isBefore ? .none : .point(TimePoint(year: value)),
      rule: "times:year")
  }

  /// `năm Kỷ Dậu 1789`: the year's name in the cycle of sixty.
  private func isOfCycle(_ index: Int) -> Bool {
    scan.digitCount(index) == 4 && scan.isWord(index - 1) && scan.isWord(index - 2)
      && scan.tokens[index - 1].isCapitalized && scan.tokens[index - 2].isCapitalized
      && scan.id(index - 3) == scan.words.year
  }

  private func toYear(_ index: Int) -> Int? {
    let next = scan.id(index + 1)
    guard next == scan.words.to || next == scan.words.up else { return nil }
    let after = scan.id(index + 2) == scan.words.year ? index + 3 : index + 2
    return isYear(after) ? after : nil
  }

  func interval(_ index: Int, _ first: Int, _ last: Int, end: Int) -> TimeExpression {
    TimeExpression(
      range: index..<end, value: .interval(TimePoint(year: first), TimePoint(year: last)),
      rule: "times:years")
  }

  /// A four-digit number without a year's cue, before something counted: 2070 hộ.
  private func isQuantity(_ index: Int) -> Bool {
    let role = cue(before: index)
    if role == .near || role == .from || role == .to || role == .month { return false }
    if scan.isMark(index - 1, Mark.hyphen) && scan.isGlued(index) { return false }
    // Ford Focus 2017: the year of what bears the name.
    if scan.isWord(index - 1), scan.tokens[index - 1].isCapitalized,
      scan.hits.ending(at: index, .stopWord) == nil, scan.hits.ending(at: index, .qualifier) == nil
    {
      return false
    }
    if let hit = scan.hits.starting(at: index + 1, .unit),
      scan.rules.units[Int(hit.row)].kind != .duration,
      !scan.isUncounted(index + 1, beyond: hit.end)
    {
      return true
    }
    if let hit = scan.hits.starting(at: index + 1, .noun) {
      // Bộ luật Lao động 2012 quy định: the year of what stands before.
      if scan.hits.ending(at: index, .noun) != nil { return false }
      // Luật Công chứng 2014 quy định: what it does.
      if scan.rules.nouns[Int(hit.row)].isVerb, scan.isWord(index - 1),
        scan.hits.ending(at: index, .qualifier) == nil
      {
        return false
      }
      return !scan.tokens[index + 1].isCapitalized && !scan.rules.nouns[Int(hit.row)].isWeak
    }
    return scan.hits.starting(at: index + 1, .abbreviation) != nil
      && scan.isWord(index + 1) && scan.tokens[index + 1].flags.contains(.allCapitals)
      && scan.rules.abbreviations[
        Int(scan.hits.starting(at: index + 1, .abbreviation)!.row)
      ].kind == "noun"
  }

  /// `năm 2016,2017, 2018`: years with the space lost between them, which are no decimal.
  func listedYears(at index: Int) -> TimeExpression? {
    guard scan.tokens[index].length == 9, !isCounted(index + 1) else { return nil }
    let bytes = scan.bytes(index)
    guard bytes[4] == UInt8(ascii: ","), let first = Self.year(bytes[0..<4]),
      let last = Self.year(bytes[5..<9]), last > first
    else { return nil }
    let isNamed = cue(before: index) == .year || cue(before: index) == .span
    guard isNamed || scan.isMark(index + 1, Mark.comma) && isYear(index + 2) else { return nil }
    return TimeExpression(range: index..<index + 1, value: .none, rule: "times:years")
  }

  static func year(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var year = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      year = year * 10 + Int(digit - 0x30)
    }
    return (1900...2100).contains(year) ? year : nil
  }
}
