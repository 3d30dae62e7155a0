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
    if let ratio = ratio(first) { return signed(ratio) }
    if let range = range(first) { return signed(range) }
    return signed(single(first))
  }

  private func single(_ operand: Operand) -> Quantity {
    let quantity = Quantity(
      range: operand.range, numberRange: operand.range, value: operand.value,
      precision: operand.precision, kind: .count, scale: operand.scale,
      isInWords: operand.isInWords, isVague: operand.isVague,
      isGrouped: operand.form != .plain,
      rule: operand.followsNeighbours ? "numbers:single numbers:neighbours" : "numbers:single")
    quantity.isMoney = operand.isSuffixed || isBesideMoney(operand.range, scale: operand.scale)
    attachUnit(to: quantity)
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

  /// Reads the unit behind the number, or a currency before it.
  func attachUnit(to quantity: Quantity) {
    if let match = units.read(at: quantity.range.upperBound),
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
  private func moneyRate(_ quantity: Quantity) -> UnitMatch? {
    guard quantity.scale >= 3, quantity.isMoney else { return nil }
    let match = units.denominators(
      of: UnitMatch(
        kind: .money, unit: "VND", power: 0, end: quantity.range.upperBound, rule: "units:đồng"))
    return match.kind == .rate ? match : nil
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
    guard quantity.unit == "m", quantity.value.isWhole, scan.isGlued(next),
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

  /// `27,000 cặp đôi`: nothing is counted in thousandths, so the comma sets thousands apart.
  private func countWhole(_ quantity: Quantity, _ match: UnitMatch) {
    guard match.kind == .count, quantity.scale == 0, quantity.precision == -3,
      quantity.upper == nil,
      quantity.of == nil, !quantity.isInWords,
      scan.isGroupedByComma(quantity.numberRange.lowerBound), !match.unit.contains("/")
    else { return }
    quantity.value = quantity.value.scaled(byPowerOfTen: 3)
    quantity.precision = 0
    quantity.rule = scan.names.joined(quantity.rule, "numbers:whole")
  }

  /// `$20`, `US$ 5 triệu`.
  private func currencyBefore(_ index: Int) -> Hit? {
    guard let hit = scan.hits.ending(at: index, .unit),
      scan.rules.units[Int(hit.row)].role == .bothSides
    else { return nil }
    return hit
  }

  // MARK: Ranges

  /// `7-10 phút`, `5 – 7%`, `từ 5 đến 7 triệu đồng`, `800 nghìn đến 1 triệu`.
  private func range(_ first: Operand) -> Quantity? {
    var connector = first.range.upperBound
    var firstUnit: UnitMatch?
    var joint = joint(at: connector)
    if joint == nil, let unit = units.read(at: connector) {
      // Both ends with their unit: 5% đến 7%, 30 USD đến 35 USD.
      joint = self.joint(at: unit.end)
      connector = unit.end
      firstUnit = unit
    }
    guard let joint, let second = scan.operand(at: connector + 1),
      first.isInWords == second.isInWords || joint == .word
    else { return nil }
    var lower = first.value
    if first.scale == 0, second.scale > 0, firstUnit == nil, first.value < unscaled(second) {
      lower = first.value.scaled(byPowerOfTen: second.scale)
    }
    guard lower < second.value else { return nil }
    // Xe du lịch-12%-20%: cells of a table run together.
    if joint == .dash, scan.isMark(first.range.lowerBound - 1, Mark.hyphen),
      scan.isGlued(first.range.lowerBound), scan.isGlued(first.range.lowerBound - 1),
      firstUnit != nil
    {
      return nil
    }
    if joint == .word, !isWordRange(first, firstUnit), !isPlainRange(first, second) { return nil }
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
      if joint == .word, firstUnit == nil, match.isDuration, match.unit != "min" { return nil }
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

  private func unscaled(_ operand: Operand) -> ExactDecimal {
    operand.value.scaled(byPowerOfTen: -operand.scale)
  }

  private enum Joint { case dash, word }

  private func joint(at index: Int) -> Joint? {
    if scan.isMark(index, Mark.hyphen) || scan.isMark(index, Mark.tilde) { return .dash }
    let id = scan.id(index)
    return id != 0 && (id == scan.words.to || id == scan.words.up) ? .word : nil
  }

  /// A word joins two numbers to a range after từ, after a qualifier, or where both have a scale.
  private func isWordRange(_ first: Operand, _ unit: UnitMatch?) -> Bool {
    if unit != nil { return hasFrom(before: first.range.lowerBound) || unit!.kind == .percent }
    if first.scale > 0 { return true }
    return hasFrom(before: first.range.lowerBound)
      || scan.hits.ending(at: first.range.lowerBound, .qualifier) != nil
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

  // MARK: Fractions in words

  /// `hai phần ba`, `một phần tư`, `một nửa`.
  private func fraction(_ first: Operand) -> Quantity? {
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

  // MARK: Slashes

  /// `64.741/188.203 tài khoản`, `424 hộ/586 hộ`, `15/63`.
  private func ratio(_ first: Operand) -> Quantity? {
    guard !first.isInWords else { return nil }
    var slash = first.range.upperBound
    var unit: UnitMatch?
    if !scan.isMark(slash, Mark.slash) {
      guard let noun = units.read(at: slash), isWholeUnit(noun), scan.isMark(noun.end, Mark.slash)
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
    if let unit, unit.kind == .money, match?.unit != unit.unit { return nil }
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
    if let match, isWholeUnit(match) {
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
    return scan.id(index) == scan.words.number
      ? units.read(at: index + 1) : units.unknownNoun(at: index)
  }

  private func isWholeUnit(_ match: UnitMatch) -> Bool {
    match.kind == .count || match.kind == .money && match.power == 0
  }

  // MARK: Signs

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
