import Lexing
import Model
import Rules

/// Times of the day: `17:45`, `16h`, `9 giờ 30`, `19-21h`.
extension TimeReader {
  func clock(at index: Int) -> TimeExpression? {
    guard let hour = scan.integer(index), scan.digitCount(index) <= 2, hour <= 24 else {
      return nil
    }
    // Tỷ lệ 1:18 is a scale.
    if let minute = joined(index, by: Mark.colon), scan.id(index - 1) != scan.words.rate,
      scan.digitCount(minute) == 2,
      let value = scan.integer(minute), value < 60
    {
      var end = minute + 1
      if let second = joined(minute, by: Mark.colon), scan.digitCount(second) == 2 {
        end = second + 1
      }
      return TimeExpression(range: index..<zone(after: end), value: .none, rule: "times:clock")
    }
    if let minute = spacedMinute(index) {
      return TimeExpression(range: index..<minute + 1, value: .none, rule: "times:clock")
    }
    // 19-21h, từ 17 - 18h
    if let second = dashed(index), scan.isGlued(second) || isAfterTimeCue(index),
      let last = scan.integer(second), last <= 24,
      last > hour, scan.isGlued(second + 1), scan.id(second + 1) == scan.words.hourShort
    {
      var end = second + 2
      if let minute = scan.integer(end), scan.isGlued(end), minute < 60 { end += 1 }
      return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
    }
    if let end = hourRange(index, hour) {
      return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
    }
    let next = index + 1
    if scan.isGlued(next), scan.id(next) == scan.words.hourShort || isGluedG(next) {
      var end = next + 1
      if isPerTime(end) { return nil }
      if let minute = scan.integer(end), minute < 60 {
        // 13h30, 13h 20 phút.
        if scan.isGlued(end) {
          end += 1
        } else if scan.id(end + 1) == scan.words.minute {
          end += 2
        }
      }
      return TimeExpression(range: index..<zone(after: end), value: .none, rule: "times:clock")
    }
    guard scan.id(next) == scan.words.hour else { return halfHour(at: index) }
    if let minute = scan.integer(next + 1), minute < 60, scan.digitCount(next + 1) <= 2 {
      let end = scan.id(next + 2) == scan.words.minute ? next + 3 : next + 2
      return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
    }
    // 7 giờ rưỡi
    let isHalf = scan.numberWord(next + 1)?.role == .half
    let end = isHalf ? next + 2 : next + 1
    let role = cue(before: index)
    let isNamed = role == .dayPart || role == .near || role == .from || role == .to
    let follows = scan.hits.starting(at: end, .timeCue).map {
      scan.rules.times[Int($0.row)].role
    }
    let isFollowed = follows == .dayPart || follows == .day
    guard
      isNamed || isFollowed || goesOnToHour(end, after: hour) || isHalf && opensClause(index)
        || opensStatement(index, end, hour)
    else { return nil }
    return TimeExpression(range: index..<end, value: .none, rule: "times:clock")
  }

  /// The slash of `1h/ngày`, `2h/tuần`: so many hours each day; not 22h/ngày 20/2.
  private func isPerTime(_ index: Int) -> Bool {
    guard scan.isMark(index, Mark.slash), let hit = scan.hits.starting(at: index + 1, .unit),
      scan.rules.units[Int(hit.row)].kind == .duration
    else { return false }
    return !scan.isNumber(Int(hit.end))
  }

  /// The end of `9 - 10 giờ 30`, `12 - 15 giờ ngày 22.3`: from one hour to another one.
  private func hourRange(_ index: Int, _ hour: Int) -> Int? {
    guard let second = dashed(index), let last = scan.integer(second), last <= 24, last > hour,
      scan.digitCount(second) <= 2, scan.id(second + 1) == scan.words.hour
    else { return nil }
    let end = second + 2
    if let minute = scan.integer(end), minute < 60, scan.digitCount(end) <= 2 {
      return scan.id(end + 1) == scan.words.minute ? end + 2 : end + 1
    }
    guard let day = scan.hits.starting(at: end, .timeCue),
      scan.rules.times[Int(day.row)].role == .day, scan.isNumber(Int(day.end))
    else { return nil }
    return end
  }

  /// `Ban đầu, khoảng 16 giờ, xe tải …`: an hour between two commas, or at a sentence's start.
  private func opensStatement(_ index: Int, _ end: Int, _ hour: Int) -> Bool {
    guard hour >= 4, scan.isMark(end, Mark.comma),
      let qualifier = scan.hits.ending(at: index, .qualifier)
    else { return false }
    return opensClause(Int(qualifier.start))
  }

  /// The 30 of `19 : 30`, two digits on both sides.
  private func spacedMinute(_ index: Int) -> Int? {
    guard scan.isMark(index + 1, Mark.colon), !scan.isGlued(index + 1), !scan.isGlued(index + 2),
      scan.digitCount(index) == 2, scan.isNumber(index + 2), scan.digitCount(index + 2) == 2,
      let minute = scan.integer(index + 2), minute < 60,
      !scan.hits.hasStart(at: index + 3, of: [.unit, .noun, .scale]),
      !scan.isMark(index + 3, Mark.colon), !scan.isMark(index + 3, Mark.percent)
    else { return nil }
    return index + 2
  }

  /// `3 rưỡi chiều`: half past three, the word giờ left out.
  private func halfHour(at index: Int) -> TimeExpression? {
    guard scan.numberWord(index + 1)?.role == .half,
      let part = scan.hits.starting(at: index + 2, .timeCue),
      scan.rules.times[Int(part.row)].role == .dayPart
    else { return nil }
    return TimeExpression(range: index..<index + 2, value: .none, rule: "times:clock")
  }

  /// `10 giờ đến 11 giờ`: from one hour to a later one.
  private func goesOnToHour(_ index: Int, after hour: Int) -> Bool {
    guard scan.id(index) == scan.words.to || scan.isMark(index, Mark.hyphen),
      let last = scan.integer(index + 1)
    else { return false }
    return last > hour && last <= 24 && scan.id(index + 2) == scan.words.hour
  }

  private func opensClause(_ index: Int) -> Bool {
    index == 0 || scan.tokens[index - 1].kind != .word && scan.tokens[index - 1].kind != .number
  }

  private func isGluedG(_ index: Int) -> Bool {
    // 7g30 is southern for half past seven; a bare 7g weighs seven grams.
    guard isG(index) else { return false }
    if scan.isGlued(index + 1), scan.isNumber(index + 1) { return scan.digitCount(index + 1) == 2 }
    // 17g chiều, 0g ngày 1/4, 13g-15g chiều.
    let isRange = scan.isMark(index + 1, Mark.hyphen) && scan.isNumber(index + 2) && isG(index + 3)
    let next = isRange ? index + 4 : index + 1
    guard let cue = scan.hits.starting(at: next, .timeCue) else { return false }
    let role = scan.rules.times[Int(cue.row)].role
    return role == .dayPart
      || role == .day && scan.isNumber(Int(cue.end)) && scan.isMark(Int(cue.end) + 1, Mark.slash)
  }

  private func isG(_ index: Int) -> Bool {
    scan.isWord(index) && scan.isGlued(index) && scan.tokens[index].length == 1
      && scan.bytes(index)[0] | 0x20 == UInt8(ascii: "g")
  }

  /// A zone written after a clock time: GMT+7.
  private func zone(after index: Int) -> Int {
    guard scan.isWord(index), scan.tokens[index].flags.contains(.allCapitals),
      scan.isMark(index + 1, Mark.plus), scan.isNumber(index + 2), scan.isGlued(index + 2)
    else { return index }
    return index + 3
  }
}
