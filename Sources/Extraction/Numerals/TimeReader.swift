import Lexing
import Rules

/// Reads dates, years, clock times and durations that place something in time.
struct TimeReader {
  let scan: Scan

  /// What stands before months that are counted from the year's first.
  static let runningTotals = ["lũy kế", "luỹ kế", "tính chung", "cả", "trong cả"]

  /// The time that starts at the number token `index`; nil when it is none.
  func read(at index: Int, afterTime previous: TimeExpression?) -> TimeExpression? {
    // The 783 of VJ783 ngày 2/10 is a flight's, 07.03.07 of V.07.03.07 a code's.
    if isGluedToCode(index) || !mayBeTime(index, previous) { return nil }
    if let time = clock(at: index) ?? fullDate(at: index) ?? quarter(at: index)
      ?? monthYear(at: index) ?? dayMonth(at: index) ?? spelledDate(at: index)
    {
      return time
    }
    return year(at: index) ?? duration(at: index) ?? listedDay(at: index, previous)
      ?? listedYears(at: index) ?? matchMinute(at: index)
  }

  /// False for one or two digits beside which nothing stands that any time has: neither a word of
  /// time nor one that goes on to another number, nor a mark that joins the parts of a time.
  private func mayBeTime(_ index: Int, _ previous: TimeExpression?) -> Bool {
    let token = scan.tokens[index]
    guard token.length <= 2, token.value != Token.noValue else { return true }
    if let previous, previous.range.upperBound == index - 1 { return true }
    let next = index + 1
    if next < scan.count {
      let follower = scan.tokens[next]
      switch follower.kind {
      case .mark:
        if follower.id == Mark.slash || follower.id == Mark.hyphen || follower.id == Mark.colon
          || follower.id == Mark.quote
        {
          return true
        }
      case .word:
        if !follower.hasSpaceBefore || follower.flags.contains(.allCapitals)
          || goesOn(follower.id) || scan.hits.hasStart(at: next, of: [.unit, .numberWord])
        {
          return true
        }
      case .number, .lineBreak: break
      }
    }
    return scan.id(index - 1) == scan.words.ordinal || cue(before: index) != nil
  }

  /// The words behind a number of two digits at most that make a time of it.
  private func goesOn(_ id: UInt32) -> Bool {
    guard id != 0 else { return false }
    let words = scan.words
    return id == words.hour || id == words.hourShort || id == words.month || id == words.to
      || id == words.up || id == words.or || id == words.festival || words.calendars.contains(id)
  }

  // MARK: Looking around

  /// True right behind two capitals or more; the year of SN1975 is one.
  private func isGluedToCode(_ index: Int) -> Bool {
    if scan.isMark(index - 1, Mark.period), scan.isGlued(index), scan.isGlued(index - 1),
      scan.isWord(index - 2), scan.tokens[index - 2].length <= 2,
      scan.tokens[index - 2].isCapitalized, scan.digitCount(index) > 5
    {
      return true
    }
    return scan.isGlued(index) && scan.isWord(index - 1)
      && scan.tokens[index - 1].flags.contains(.allCapitals)
      && !scan.words.birthWords.contains(scan.id(index - 1))
  }

  /// The role of the cue that ends right before the token.
  func cue(before index: Int) -> TimeRule.Role? {
    guard let hit = scan.hits.ending(at: index, .timeCue) else { return nil }
    return scan.rules.times[Int(hit.row)].role
  }

  func isYear(_ index: Int) -> Bool {
    guard scan.isNumber(index), scan.digitCount(index) == 4, let value = scan.integer(index) else {
      return false
    }
    return value >= 1800 && value <= 2200
  }

  func day(_ index: Int) -> Int? { bounded(index, 1...31) }
  func month(_ index: Int) -> Int? { bounded(index, 1...12) }

  private func bounded(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
    guard scan.isNumber(index), scan.digitCount(index) <= 2, let value = scan.integer(index),
      range.contains(value)
    else { return nil }
    return value
  }

  /// The token after a glued mark, when there is one: the 11 of `15/11`.
  func joined(_ index: Int, by mark: UInt32) -> Int? {
    guard scan.isMark(index + 1, mark), scan.isGlued(index + 1), scan.isGlued(index + 2),
      scan.isNumber(index + 2)
    else { return nil }
    return index + 2
  }

  /// The token after a dash, glued or not.
  func dashed(_ index: Int) -> Int? {
    guard scan.isMark(index + 1, Mark.hyphen), scan.isNumber(index + 2) else { return nil }
    return index + 2
  }

  /// True when a noun, a unit or a percent sign follows, as after a ratio.
  func countsSomething(at index: Int) -> Bool {
    if scan.isMark(index, Mark.percent) || scan.scale(at: index) != nil { return true }
    guard scan.isWord(index), !scan.tokens[index].isCapitalized || isKnownAbbreviation(index) else {
      return false
    }
    if let hit = scan.hits.starting(at: index, .unit) {
      return scan.rules.units[Int(hit.row)].kind != .duration
    }
    return scan.hits.starting(at: index, .noun) != nil || isKnownAbbreviation(index)
  }

  private func isKnownAbbreviation(_ index: Int) -> Bool {
    scan.hits.starting(at: index, .abbreviation) != nil
      && scan.tokens[index].flags.contains(.allCapitals)
  }
}
