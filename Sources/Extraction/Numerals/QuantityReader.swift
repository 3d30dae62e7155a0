import Lexing
import Model
import Rules

/// Reads a number with all that belongs to it: scale, range, slash, unit.
struct QuantityReader {
  let scan: Scan
  let units: UnitReader

  init(scan: Scan) {
    self.scan = scan
    units = UnitReader(scan: scan)
  }

  /// The quantity whose number starts at `index`; nil when its digits fit no number.
  func read(at index: Int) -> Quantity? {
    guard let first = scan.operand(at: index) else { return nil }
    if let fraction = fraction(first) { return fraction }
    let unit = units.read(at: first.range.upperBound)
    if let ratio = ratio(first, unit) { return signed(ratio) }
    if let range = range(first, unit) { return signed(range) }
    return signed(single(first, unit))
  }

  private func single(_ operand: Operand, _ unit: UnitMatch?) -> Quantity {
    let quantity = Quantity(
      range: operand.range, numberRange: operand.range, value: operand.value,
      precision: operand.precision, kind: .count, scale: operand.scale,
      isInWords: operand.isInWords, isVague: operand.isVague,
      isGrouped: operand.form != .plain,
      rule: operand.followsNeighbours ? "numbers:single numbers:neighbours" : "numbers:single")
    quantity.isMoney = operand.isSuffixed || isBesideMoney(operand.range, scale: operand.scale)
    attachUnit(unit, to: quantity)
    if quantity.unit == nil { attachPer(to: quantity) }
    return quantity
  }

  /// `3/trận`: a rate of what the subject counts.
  private func attachPer(to quantity: Quantity) {
    let slash = quantity.range.upperBound
    guard quantity.scale == 0, scan.isMark(slash, Mark.slash), scan.isGlued(slash),
      scan.isGlued(slash + 1), let hit = scan.hits.starting(at: slash + 1, .denominator),
      !scan.tokens[slash + 1].isCapitalized
    else { return }
    let row = scan.rules.units[Int(hit.row)]
    quantity.per = row.unit
    quantity.kind = .rate
    quantity.range = quantity.range.lowerBound..<Int(hit.end)
    quantity.rule = scan.names.joined(quantity.rule, row.label)
  }

  /// A scale without a unit near a word of money: bán 500 nghìn, 350 triệu tiền vật tư.
  func isBesideMoney(_ range: Range<Int>, scale: Int) -> Bool {
    guard scale >= 3 else { return false }
    if scan.id(range.upperBound) == scan.words.money { return true }
    let first = range.lowerBound
    for position in stride(from: first - 1, through: max(0, first - 14), by: -1) {
      if scan.tokens[position].kind == .lineBreak || scan.isMark(position, Mark.semicolon) {
        return false
      }
      if scan.hits.hasStart(at: position, .moneyCue) { return true }
    }
    return false
  }

  /// Takes the unit behind the number, or another one that belongs to it.
  private func attachUnit(_ unit: UnitMatch?, to quantity: Quantity) {
    if let match = unit,
      !(quantity.isMoney && scan.id(quantity.range.upperBound) == scan.words.money)
    {
      apply(match, to: quantity)
      attachCentimetres(to: quantity)
      attachHalf(to: quantity)
    } else if scan.isMark(quantity.range.upperBound, Mark.quote),
      let match = units.read(at: quantity.range.upperBound + 1), match.kind == .count
    {
      // 200 “điểm đen”: the noun in its quotation marks.
      apply(match, to: quantity)
    } else if let noun = afterStars(quantity.range.upperBound),
      let match = units.read(at: noun), match.kind == .count
    {
      // 5 **ví dụ**: the noun in a text's marks for bold letters.
      apply(match, to: quantity)
    } else if let match = unitAfterSpelling(quantity.range.upperBound) {
      apply(match, to: quantity)
    } else if let match = unitAfterHyphen(quantity.range.upperBound) {
      apply(match, to: quantity)
    } else if let rate = moneyRate(quantity) {
      apply(rate, to: quantity)
    } else if let symbol = currencyBefore(quantity.range.lowerBound) {
      let row = scan.rules.units[Int(symbol.row)]
      quantity.kind = row.kind
      quantity.unit = row.unit
      quantity.range = Int(symbol.start)..<quantity.range.upperBound
      quantity.rule = scan.names.joined(quantity.rule, row.label)
    }
  }

  /// What stands behind two stars, the second glued to it.
  private func afterStars(_ index: Int) -> Int? {
    guard scan.isMark(index, Mark.bullet), scan.isMark(index + 1, Mark.bullet),
      scan.isGlued(index + 1), scan.isGlued(index + 2)
    else { return nil }
    return index + 2
  }

  /// `01 (một) sĩ quan`: the unit behind the number's own spelling in brackets.
  private func unitAfterSpelling(_ index: Int) -> UnitMatch? {
    guard let end = scan.spellingEnd(at: index) else { return nil }
    return units.read(at: end)
  }

  /// `5,7-inch`, `32-bit`: a unit joined as in English.
  private func unitAfterHyphen(_ index: Int) -> UnitMatch? {
    guard scan.isMark(index, Mark.hyphen), scan.isGlued(index), scan.isGlued(index + 1),
      scan.isWord(index + 1), scan.tokens[index + 1].length >= 2,
      let hit = scan.hits.starting(at: index + 1, .unit),
      scan.rules.units[Int(hit.row)].kind == .measure
    else { return nil }
    return units.read(at: index + 1)
  }

  /// `400 nghìn/ngày`: the word đồng left out before the slash.
  func moneyRate(_ quantity: Quantity) -> UnitMatch? {
    // 15 triệu/ha: nothing else is said so shortly.
    guard quantity.scale >= 3 else { return nil }
    let match = units.denominators(
      of: UnitMatch(
        kind: .money, unit: "VND", power: 0, end: quantity.range.upperBound, rule: "units:đồng"))
    guard match.kind == .rate else { return nil }
    let isMoney = quantity.isMoney || quantity.scale == 6
    return isMoney || quantity.scale == 3 && !isPerTime(match) ? match : nil
  }

  /// 10 nghìn/ngày may count anything; 35 nghìn/xe is a price.
  private func isPerTime(_ match: UnitMatch) -> Bool {
    scan.rules.units.contains { $0.kind == .duration && match.unit.hasSuffix("/" + $0.unit) }
  }

  /// `2 ngày rưỡi`, `một giờ rưỡi`: half of the unit.
  private func attachHalf(to quantity: Quantity) {
    let next = quantity.range.upperBound
    guard quantity.kind == .duration || quantity.kind == .measure, quantity.scale == 0,
      quantity.value.isWhole, scan.numberWord(next)?.role == .half,
      let sum = try? quantity.value.adding(ExactDecimal(coefficient: 5, exponent: -1))
    else { return }
    quantity.value = sum
    quantity.precision = -1
    quantity.range = quantity.range.lowerBound..<next + 1
  }

  /// `1m85`: the centimetres written behind the metre.
  private func attachCentimetres(to quantity: Quantity) {
    let next = quantity.range.upperBound
    guard scan.isNumber(next), scan.isGlued(next), quantity.unit == "m", quantity.value.isWhole,
      scan.digitCount(next) <= 2, let digits = scan.integer(next),
      let sum = try? quantity.value.adding(
        ExactDecimal(coefficient: UInt128(digits), exponent: -scan.digitCount(next)))
    else { return }
    quantity.value = sum
    quantity.precision = -scan.digitCount(next)
    quantity.range = quantity.range.lowerBound..<next + 1
  }

  func apply(_ match: UnitMatch, to quantity: Quantity) {
    countWhole(quantity, match)
    quantity.kind = match.kind
    quantity.unit = match.unit
    quantity.range = quantity.range.lowerBound..<match.end
    quantity.rule = scan.names.joined(quantity.rule, match.rule)
    guard match.power != 0 else { return }
    quantity.value = quantity.value.scaled(byPowerOfTen: match.power)
    quantity.upper = quantity.upper?.scaled(byPowerOfTen: match.power)
    quantity.precision += match.power
  }

  /// `27,000 cặp đôi`, `30,000 đồng`, `22,540-22,610 đồng/USD`: nothing is counted in thousandths,
  /// so the comma sets thousands apart.
  private func countWhole(_ quantity: Quantity, _ match: UnitMatch) {
    guard quantity.precision == -3, quantity.scale == 0, quantity.of == nil, !quantity.isInWords,
      match.kind == .count
        ? quantity.upper == nil && !match.unit.contains("/") : match.unit.hasPrefix("VND"),
      scan.isGroupedByComma(quantity.numberRange.lowerBound),
      scan.isGroupedByComma(quantity.numberRange.upperBound - 1)
    else { return }
    quantity.value = quantity.value.scaled(byPowerOfTen: 3)
    quantity.upper = quantity.upper?.scaled(byPowerOfTen: 3)
    quantity.precision = 0
    quantity.rule = scan.names.joined(quantity.rule, "numbers:whole")
  }

  /// `$20`, `US$ 5 triệu`.
  func currencyBefore(_ index: Int) -> Hit? {
    guard let hit = scan.hits.ending(at: index, .unit),
      scan.rules.units[Int(hit.row)].role == .bothSides
    else { return nil }
    return hit
  }

  /// A minus sign written to the number, or the word âm before it.
  private func signed(_ quantity: Quantity) -> Quantity {
    let first = quantity.range.lowerBound
    let isSign =
      scan.isMark(first - 1, Mark.hyphen) && scan.isGlued(first)
      && !scan.isGlued(first - 1) && !isBullet(first - 1)
      && (quantity.kind != .count || !quantity.value.isWhole && quantity.unit == nil)
      && quantity.kind != .ratio
    let isWord =
      scan.id(first - 1) == scan.words.negative
      && (quantity.kind == .measure || quantity.kind == .percent)
    guard isSign || isWord, quantity.upper == nil, !quantity.value.isZero else { return quantity }
    quantity.value = quantity.value.negated
    if isSign { quantity.range = first - 1..<quantity.range.upperBound }
    return quantity
  }

  private func isBullet(_ index: Int) -> Bool {
    index == 0 || scan.tokens[index - 1].kind == .lineBreak
  }
}
