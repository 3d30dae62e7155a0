import Lexing
import Model
import Rules

/// Parts of a whole: `64.741/188.203 tài khoản`, `hai phần ba`.
extension QuantityReader {
  /// `64.741/188.203 tài khoản`, `424 hộ/586 hộ`, `15/63`.
  ///
  /// - Parameter behind: The unit behind the first number.
  func ratio(_ first: Operand, _ behind: UnitMatch?) -> Quantity? {
    guard !first.isInWords else { return nil }
    var slash = first.range.upperBound
    var unit: UnitMatch?
    if !scan.isMark(slash, Mark.slash) {
      guard let end = behind?.end, scan.isMark(end, Mark.slash), let noun = behind,
        isWholeUnit(noun) || noun.kind == .measure
      else { return nil }
      unit = noun
      slash = noun.end
    }
    guard scan.isMark(slash, Mark.slash), scan.isNumber(slash + 1),
      let second = scan.operand(at: slash + 1), first.scale == 0 || second.scale > 0,
      !(scan.isMark(slash + 2, Mark.slash) && scan.isNumber(slash + 3))
    else { return nil }
    let match = units.read(at: second.range.upperBound)
    if second.scale > 0, match?.kind != .money { return nil }
    // 38 ha/42 ha; 10 lít/100 km is a rate.
    if let unit, unit.kind != .count, match?.unit != unit.unit { return nil }
    // 23 vụ/304 bị cáo: two counts side by side, neither a part of the other.
    if let unit, let match, match.unit != unit.unit, !isRound(second.value) { return nil }
    var lower = first.value
    // 1.200/2.000 tỷ đồng: the scale serves both.
    if first.scale == 0, unit == nil { lower = lower.scaled(byPowerOfTen: second.scale) }
    let quantity = Quantity(
      range: first.range.lowerBound..<second.range.upperBound,
      numberRange: first.range.lowerBound..<second.range.upperBound, value: lower,
      of: second.value, precision: first.precision, kind: .ratio, scale: 0, isGrouped: true,
      rule: "numbers:ratio")
    if let match, isWholeUnit(match) || unit?.kind == .measure {
      apply(match, to: quantity)
    } else if let unit {
      quantity.unit = unit.unit
    } else if let whole = wholeUnit(second.range.upperBound) {
      apply(whole, to: quantity)
    }
    quantity.kind = .ratio
    return quantity
  }

  /// `9 bác sĩ/10.000 dân`: what so many have.
  private func isRound(_ value: ExactDecimal) -> Bool {
    var power = ExactDecimal(100)
    while power < value { power = power.scaled(byPowerOfTen: 1) }
    return power == value
  }

  /// The whole that a fraction is a part of: 2/3 thời gian, 1/4 số hộ.
  private func wholeUnit(_ index: Int) -> UnitMatch? {
    guard scan.words.wholes.contains(scan.id(index)) else { return nil }
    // 2/3 tổng số hộ
    let number = scan.words.countingWords.contains(scan.id(index)) ? index + 1 : index
    return scan.id(number) == scan.words.number
      ? units.read(at: number + 1) ?? units.unknownNoun(at: number + 1)
      : units.unknownNoun(at: index)
  }

  private func isWholeUnit(_ match: UnitMatch) -> Bool {
    match.kind == .count || match.kind == .money && match.power == 0
  }

  /// `hai phần ba`, `một phần tư`, `một nửa`.
  func fraction(_ first: Operand) -> Quantity? {
    let next = first.range.upperBound
    guard first.isInWords || scan.id(next) == scan.words.half, first.scale == 0,
      first.value.isWhole
    else { return nil }
    var whole: ExactDecimal?
    var end = next
    if first.value == .one, scan.id(next) == scan.words.half {
      whole = ExactDecimal(2)
      end = next + 1
    } else if scan.id(next) == scan.words.denom, let word = scan.numberWord(next + 1),
      word.role == .unit || word.role == .afterTens || word.role == .ten, word.value > 1
    {
      whole = ExactDecimal(word.value)
      end = next + 2
      // Một phần mười hai.
      if let longer = scan.wordOperand(at: next + 1), longer.scale == 0, longer.value.isWhole {
        whole = longer.value
        end = longer.range.upperBound
      }
    }
    guard let whole else { return nil }
    let quantity = Quantity(
      range: first.range.lowerBound..<end, numberRange: first.range.lowerBound..<end,
      value: first.value, of: whole, precision: 0, kind: .ratio, scale: 0, isInWords: true,
      rule: "numbers:fraction")
    if let match = units.read(at: end), match.kind == .count { apply(match, to: quantity) }
    quantity.kind = .ratio
    return quantity
  }
}
