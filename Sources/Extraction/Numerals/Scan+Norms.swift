import Lexing
import Rules

extension Scan {
  /// `vượt QCVN 1.000 lần`, `vượt ngưỡng cho phép 3 lần`: what is exceeded so many times over.
  func exceedsNorm(before index: Int) -> Bool {
    var hasNorm = false
    for position in stride(from: index - 1, through: max(0, index - 14), by: -1) {
      if isSentenceEnd(position) || isMark(position, Mark.comma) { return false }
      if words.norms.contains(id(position)) { hasNorm = true }
      if id(position) == words.surpassing { return hasNorm }
    }
    return false
  }
}

extension Scan {
  /// `AQI ở mức 500`: where an index's name stands, at most ten tokens before, no other number between.
  func indexName(before index: Int) -> Int? {
    for position in stride(from: index - 1, through: max(0, index - 10), by: -1) {
      if isSentenceEnd(position) || isNumber(position) { return nil }
      if words.indexNames.contains(id(position)), tokens[position].flags.contains(.allCapitals) {
        return position
      }
    }
    return nil
  }
}
