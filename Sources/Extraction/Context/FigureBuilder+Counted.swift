import Lexing
import Model
import Rules

/// What a number measures that stands before the noun that it counts.
extension FigureBuilder {
  func isNounFollowed(_ quantity: Quantity) -> Bool {
    (quantity.kind == .count || quantity.kind == .ratio) && quantity.unit != nil
      && quantity.range.upperBound > quantity.numberRange.upperBound
  }

  /// The phrase before a verb such as đạt, or else the one that begins with the noun; a noun with
  /// nothing behind it says less than what stands before the number.
  func countSubject(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ next: Int, _ carried: Carried
  ) -> Range<Int>? {
    if let left, left.count >= 2, !subjects.namesPlace(left),
      subjects.hasLevelVerb(before: quantity, since: since),
      !subjects.isMember(quantity), !isRest(quantity, left, next), !subjects.isLocation(left),
      !identifies(quantity, left, next)
    {
      return left
    }
    let nounStart = quantity.numberRange.upperBound
    let right = subjects.after(quantity, from: nounStart, before: next)
    // Số ca mắc là 50, tăng 10 ca: a noun that says nothing goes on with what was measured before.
    if left == nil, let right, right.count == 1, let before = carried.subject,
      before.lowerBound >= carried.sentenceStart, carried.figureEnd > carried.sentenceStart,
      scan.words.generalNouns.contains(scan.id(nounStart))
    {
      return before
    }
    // Luồng xanh 3.387.971 tờ khai; luồng vàng …: a list names its members before their numbers.
    if let left, left.count >= 2, left.count <= 6, isListMember(since),
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    {
      return left
    }
    guard let left, left.count >= 2,
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    else { return right }
    // Ghi nhận 30 ca dương tính: a noun that says which is measured itself, whatever is done to it.
    let isNamed =
      isNominal(left.lowerBound)
      || left.contains { isNumbered($0) || scan.id($0) == scan.id(nounStart) && scan.id($0) != 0 }
    if subjects.isLocation(left) || !isNamed { return right }
    // Người and trường hợp alone say nothing; nor does a noun that stands in the left phrase too.
    let noun = scan.id(nounStart)
    let isGeneral = scan.words.generalNouns.contains(noun)
    return isGeneral || left.contains { scan.id($0) == noun && noun != 0 } ? left : right
  }

  /// `Lào và Thái Lan là hai nước chịu thiệt hại nặng`: those counted, not their number.
  func identifies(_ quantity: Quantity, _ left: Range<Int>, _ next: Int) -> Bool {
    guard scan.id(quantity.range.lowerBound - 1) == scan.words.being,
      !left.contains(where: {
        scan.id($0) == scan.words.number || scan.hits.hasStart(at: $0, .measured)
          || scan.id($0) == scan.id(quantity.numberRange.upperBound)
      })
    else { return false }
    return subjects.after(quantity, from: quantity.numberRange.upperBound, before: next)
      .map { $0.upperBound > quantity.range.upperBound } ?? false
  }

  /// `Cơ quan xác định còn 31 hộ chưa rà soát`: those counted are named behind, not by who counts them.
  private func isRest(_ quantity: Quantity, _ left: Range<Int>, _ next: Int) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let noun = quantity.numberRange.upperBound
    guard scan.id(position - 1) == scan.words.remaining,
      !left.contains(where: { isNumbered($0) || scan.id($0) == scan.id(noun) })
    else { return false }
    return subjects.after(quantity, from: noun, before: next)
      .map { $0.upperBound > quantity.range.upperBound + 1 } ?? false
  }

  func isNumbered(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .measured) || scan.id(index) == scan.words.number
      || scan.words.determiners.contains(scan.id(index))
  }

  func isNominal(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .noun) || isNumbered(index)
  }

  func isListMember(_ start: Int) -> Bool {
    scan.isMark(start - 1, Mark.colon) || scan.isMark(start - 1, Mark.semicolon)
  }
}
