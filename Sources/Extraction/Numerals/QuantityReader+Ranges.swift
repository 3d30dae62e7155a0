import Lexing
import Model
import Rules

/// Ranges of two numbers: `7-10 phút`, `từ 5 đến 7 triệu đồng`.
extension QuantityReader {
  /// `7-10 phút`, `5 – 7%`, `từ 5 đến 7 triệu đồng`, `800 nghìn đến 1 triệu`.
  ///
  /// - Parameter unit: What stands behind the first number.
  func range(_ first: Operand, _ unit: UnitMatch?) -> Quantity? {
    var connector = first.range.upperBound
    var firstUnit: UnitMatch?
    var joint = joint(at: &connector)
    if joint == nil, let end = unit?.end {
      // Both ends with their unit: 5% đến 7%, 30 USD đến 35 USD.
      connector = end
      joint = self.joint(at: &connector)
      guard joint != nil else { return nil }
      firstUnit = unit
    }
    guard let joint, let second = scan.operand(at: connector + 1),
      first.isInWords == second.isInWords || joint == .word
    else { return nil }
    var lower = first.value
    if first.scale == 0, second.scale > 0, firstUnit == nil, first.value < unscaled(second) {
      lower = first.value.scaled(byPowerOfTen: second.scale)
    }
    if joint == .dash, second.form == .grouped, first.form == .plain, firstUnit == nil,
      let shared = sharedThousand(first, second)
    {
      lower = shared
    }
    guard lower < second.value else { return nil }
    // Công hàm số 000192-2020
    if scan.integer(first.range.lowerBound) != nil, scan.digitCount(first.range.lowerBound) > 3,
      scan.bytes(first.range.lowerBound)[0] == UInt8(ascii: "0")
    {
      return nil
    }
    // Xe du lịch-12%-20%: cells of a table run together.
    if joint == .dash, scan.isMark(first.range.lowerBound - 1, Mark.hyphen),
      scan.isGlued(first.range.lowerBound), scan.isGlued(first.range.lowerBound - 1),
      firstUnit != nil
    {
      return nil
    }
    if joint == .word, !isWordRange(first, second, firstUnit), !isPlainRange(first, second) {
      return nil
    }
    let quantity = Quantity(
      range: first.range.lowerBound..<second.range.upperBound,
      numberRange: first.range.lowerBound..<second.range.upperBound, value: lower,
      upper: second.value, precision: second.precision, kind: .count,
      scale: max(first.scale, second.scale), isInWords: first.isInWords,
      isGrouped: first.form != .plain || second.form != .plain, rule: "numbers:range")
    quantity.isMoney = isBesideMoney(quantity.range, scale: quantity.scale)
    if let match = units.read(at: second.range.upperBound) {
      // 5 triệu đồng - 7 triệu đồng/tháng: the second one's denominator serves both.
      if let firstUnit, firstUnit.unit != match.unit,
        !match.unit.hasPrefix(firstUnit.unit + "/")
      {
        return nil
      }
      if joint == .word, firstUnit == nil, match.isDuration, !isLength(match) { return nil }
      apply(match, to: quantity)
    } else if firstUnit == nil, let rate = moneyRate(quantity) {
      apply(rate, to: quantity)
    } else if firstUnit != nil {
      // 120 dịch vụ … 96: the second number has a life of its own.
      return nil
    } else if let symbol = currencyBefore(quantity.range.lowerBound) {
      let row = scan.rules.units[Int(symbol.row)]
      quantity.kind = row.kind
      quantity.unit = row.unit
      quantity.range = Int(symbol.start)..<quantity.range.upperBound
    }
    return quantity
  }

  /// `từ 28 đến 32 ngày`; not từ 20 đến 22 tháng 3, nor từ 7 đến 9 giờ.
  private func isLength(_ match: UnitMatch) -> Bool {
    !scan.isNumber(match.end) && scan.id(match.end - 1) != scan.words.hour
      && scan.id(match.end - 1) != scan.words.hourShort
      && !scan.words.lunarMonths.contains(scan.id(match.end))
  }

  /// The 75,000 of `75-85.000 đồng`: the zeros of the second number serve both.
  private func sharedThousand(_ first: Operand, _ second: Operand) -> ExactDecimal? {
    let index = second.range.lowerBound
    guard first.scale == 0, second.scale == 0, second.range.count == 1,
      first.range.count == 1, scan.digitCount(first.range.lowerBound) >= 2,
      scan.digitCount(first.range.lowerBound) <= 3, scan.digitCount(index) <= 7,
      // The lowest three digits of whole thousands are zeros.
      let whole = second.value.integer, whole % 1000 == 0
    else { return nil }
    let lower = first.value.scaled(byPowerOfTen: 3)
    guard lower < second.value, second.value < first.value.scaled(byPowerOfTen: 4) else {
      return nil
    }
    return lower
  }

  private func unscaled(_ operand: Operand) -> ExactDecimal {
    operand.value.scaled(byPowerOfTen: -operand.scale)
  }

  private enum Joint { case dash, word }

  /// - Parameter index: Where it begins; then its last token.
  private func joint(at index: inout Int) -> Joint? {
    if scan.isMark(index, Mark.hyphen) || scan.isMark(index, Mark.tilde) { return .dash }
    // 5 cho đến 7 người.
    if scan.id(index) == scan.words.give, scan.id(index + 1) == scan.words.to { index += 1 }
    let id = scan.id(index)
    return id != 0 && (id == scan.words.to || id == scan.words.up) ? .word : nil
  }

  /// A word joins two numbers to a range after từ, after a qualifier, or where both have a scale.
  private func isWordRange(_ first: Operand, _ second: Operand, _ unit: UnitMatch?) -> Bool {
    if unit != nil { return hasFrom(before: first.range.lowerBound) || unit!.kind == .percent }
    if first.scale > 0 { return true }
    // Thì 300 đến 500 nghìn: the scale serves both.
    if second.scale > 0, !first.isInWords, first.value < unscaled(second), isSmall(first) {
      return true
    }
    return hasFrom(before: first.range.lowerBound)
      || scan.hits.ending(at: first.range.lowerBound, .qualifier) != nil
  }

  /// No year, and nothing that a cue before it names: quý 3 đến 4 tỷ.
  private func isSmall(_ first: Operand) -> Bool {
    let index = first.range.lowerBound
    return scan.digitCount(index) <= 3 && scan.hits.ending(at: index, .timeCue) == nil
      && scan.hits.ending(at: index, .reference) == nil
      && scan.hits.ending(at: index, .change) == nil
  }

  /// `30 đến 40 hộ`: a unit right behind, and no level before that the second number would end.
  private func isPlainRange(_ first: Operand, _ second: Operand) -> Bool {
    units.read(at: second.range.upperBound) != nil
      && scan.hits.ending(at: first.range.lowerBound, .timeCue) == nil
      && scan.hits.ending(at: first.range.lowerBound, .reference) == nil
  }

  private func hasFrom(before index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      if scan.id(position) == scan.words.from { return true }
    }
    return false
  }
}
