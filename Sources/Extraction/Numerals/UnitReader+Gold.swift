import Lexing
import Model
import Rules

extension UnitReader {
  /// `vàng loại 1 chỉ, 2 chỉ`, `nhẫn trơn (5 chỉ)`: a weight of gold, told by vàng near it; else chỉ is
  /// only.
  func goldWeight(at index: Int) -> UnitMatch? {
    guard scan.isNumber(index - 1), scan.digitCount(index - 1) <= 3 else { return nil }
    // Quận 2 chỉ còn: what goes on with a verb is only so much.
    let next = index + 1
    guard
      !scan.isWord(next) || scan.id(next) == scan.words.and || scan.id(next) == scan.words.or
        || scan.id(next) == scan.words.being || scan.id(next) == scan.words.among
        // Trọng lượng 1 chỉ được đóng gói.
        || scan.hits.ending(at: index - 1, .measured) != nil
    else { return nil }
    for position in stride(from: index - 2, through: max(0, index - 30), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return nil }
      if scan.id(position) == scan.words.gold {
        return UnitMatch(
          kind: .count, unit: "chỉ", power: 0, end: next, rule: "units:chỉ vàng")
      }
    }
    return nil
  }
}
