import Lexing

/// The last bracket before a figure, looked for behind the figure before only.
struct LastBracket {
  private var position = -1
  private var isOpening = false
  private var searched = 0

  /// True where a bracket opens before the token, at most 40 tokens back, and does not close, as
  /// ``Scan/isBracketed(_:since:)`` tells; for tokens in the order of the text.
  mutating func isOpen(before index: Int, since start: Int, in scan: Scan) -> Bool {
    let lowest = max(start, index - 40)
    var token = index - 1
    while token >= max(lowest, searched) {
      if scan.isMark(token, Mark.open) || scan.isMark(token, Mark.close) {
        position = token
        isOpening = scan.isMark(token, Mark.open)
        break
      }
      token -= 1
    }
    searched = max(searched, index)
    return isOpening && position >= lowest
  }
}
