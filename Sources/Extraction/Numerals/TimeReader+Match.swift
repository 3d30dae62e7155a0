import Lexing
import Rules

/// Minutes of a match: `Cavani 6', 47'`, `(Tiến Dụng 62')`.
extension TimeReader {
  /// A number with one stroke behind it, which no quotation mark before it opens.
  func matchMinute(at index: Int) -> TimeExpression? {
    guard isStroke(index + 1), scan.isGlued(index + 1), let minute = scan.integer(index),
      minute <= Self.longestMatch, !scan.isGlued(index) || scan.isMark(index - 1, Mark.open),
      !(scan.isGlued(index + 2) && (scan.isWord(index + 2) || scan.isNumber(index + 2))),
      isBehindPlayer(index), !isQuoted(index)
    else { return nil }
    return TimeExpression(range: index..<index + 1, value: .none, rule: "times:match-minute")
  }

  /// With extra time.
  private static let longestMatch = 130

  /// `'` or `’`.
  private func isStroke(_ index: Int) -> Bool {
    guard scan.isMark(index, Mark.quote), let first = scan.bytes(index).first else { return false }
    return first == UInt8(ascii: "'") || first == 0xE2 && scan.bytes(index).last == 0x99
  }

  /// Behind a name, another minute, or what opens a line or a bracket.
  private func isBehindPlayer(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = index - 1
    switch scan.tokens[before].kind {
    case .lineBreak: return true
    case .word: return scan.tokens[before].isCapitalized
    case .number: return false
    case .mark:
      if scan.isMark(before, Mark.comma) { return isStroke(before - 1) }
      return scan.isMark(before, Mark.open) || scan.isMark(before, Mark.close)
    }
  }

  private func isQuoted(_ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 20), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      // One that belongs to a minute is written to its number.
      if scan.isMark(position, Mark.quote), !(scan.isNumber(position - 1) && scan.isGlued(position))
      {
        return true
      }
    }
    return false
  }
}
