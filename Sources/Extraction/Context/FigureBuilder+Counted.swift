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
      saysNothing(quantity)
    {
      return before
    }
    // Luồng xanh 3.387.971 tờ khai; luồng vàng …: a list names its members before their numbers.
    if let left, left.count >= 2, left.count <= 6, isListMember(since),
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    {
      return left
    }
    // TNGT giảm 9 vụ.
    guard let left, left.count >= 2 || saysNothing(quantity) && isAbbreviation(left),
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    else { return right }
    // Ghi nhận 30 ca dương tính: a noun that says which is measured itself, whatever is done to it.
    let isNamed =
      isNominal(left.lowerBound)
      || left.contains { isNumbered($0) || scan.id($0) == scan.id(nounStart) && scan.id($0) != 0 }
    if subjects.isLocation(left) || !isNamed && left.count > 1 { return right }
    // Người and trường hợp alone say nothing; nor does a noun that stands in the left phrase too, or
    // one that tells what a measure is counted in.
    let noun = scan.id(nounStart)
    return saysNothing(quantity) || measures(left, quantity)
      || left.contains { scan.id($0) == noun && noun != 0 } ? left : right
  }

  /// Người, trường hợp: what is counted is not said by them.
  private func saysNothing(_ quantity: Quantity) -> Bool {
    scan.words.generalNouns.contains(scan.id(quantity.range.upperBound - 1))
  }

  /// TNGT, and not TP, which is where.
  private func isAbbreviation(_ phrase: Range<Int>) -> Bool {
    scan.tokens[phrase.lowerBound].flags.contains(.allCapitals) && !subjects.namesPlace(phrase)
      && !scan.words.owners.contains(scan.id(phrase.lowerBound))
  }

  /// `Lưu lượng phương tiện chỉ 24.000 xe`; not `nợ thuế của 74 doanh nghiệp`.
  private func measures(_ left: Range<Int>, _ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let id = scan.id(position - 1)
    return subjects.namesMeasure(left.lowerBound) && !scan.words.placeLinks.contains(id)
      && id != scan.words.belonging && id != scan.words.give && id != scan.words.with
      && id != scan.words.between && id != scan.words.upon && id != scan.words.among
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
