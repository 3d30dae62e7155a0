import Lexing
import Model

/// Members of what was counted, each by its name and so many of them.
extension NumeralReader {
  /// `có 11 trường hợp, trong đó Nha Trang 8, Cam Ranh 1 và Khánh Vĩnh 2`: numbers behind names that
  /// together are as many as were counted just before.
  func shareMembers() {
    for index in items.indices.dropLast(2) {
      guard isNamedMember(index + 1), isNamedMember(index + 2),
        case .figure(let whole) = items[index].outcome, whole.kind == .count,
        whole.scale == 0, whole.upper == nil, let unit = whole.unit,
        let first = nameStart(items[index + 1].range.lowerBound),
        (1...5).contains(first - whole.range.upperBound), opensMembers(first)
      else { continue }
      var sum = 0
      var end = index + 1
      while end < items.count, isNamedMember(end),
        end == index + 1 || isNextMember(items[end - 1].range, items[end].range)
      {
        sum += scan.integer(items[end].range.lowerBound) ?? 0
        end += 1
      }
      guard end - index > 2, whole.value == ExactDecimal(sum) else { continue }
      for member in index + 1..<end {
        guard let quantity = quantities.read(at: items[member].range.lowerBound),
          quantity.unit == nil
        else { continue }
        share(unit, of: whole, with: quantity, at: member)
      }
    }
  }

  /// A small number that names or counts nothing so far: Nha Trang 8, Hà Giang là 2.
  private func isNamedMember(_ index: Int) -> Bool {
    guard items[index].range.count == 1 else { return false }
    switch items[index].outcome {
    case .reference: break
    case .figure(let quantity): if quantity.unit != nil || quantity.kind != .count { return false }
    default: if !isBare(index) { return false }
    }
    let number = items[index].range.lowerBound
    return scan.tokens[number].length <= 4 && scan.integer(number) != nil
      && nameStart(number) != nil
  }

  /// Where the name before a number begins; nil where it is longer than names are.
  private func nameStart(_ number: Int) -> Int? {
    let number = scan.id(number - 1) == scan.words.being ? number - 1 : number
    var start = number
    while start > 0, scan.isWord(start - 1), scan.tokens[start - 1].isCapitalized { start -= 1 }
    return (1...6).contains(number - start) ? start : nil
  }

  /// Trong đó, gồm, a colon or a bracket.
  private func opensMembers(_ index: Int) -> Bool {
    scan.isMark(index - 1, Mark.colon) || scan.isMark(index - 1, Mark.open)
      || scan.id(index - 1) == scan.words.consisting
      || scan.id(index - 1) == scan.words.that && scan.id(index - 2) == scan.words.among
  }

  /// Nothing but a comma or và, and a name, between them.
  private func isNextMember(_ last: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let start = nameStart(next.lowerBound), start - last.upperBound == 1 else { return false }
    return scan.isMark(last.upperBound, Mark.comma) || scan.isMark(last.upperBound, Mark.semicolon)
      || scan.id(last.upperBound) == scan.words.and
  }
}
