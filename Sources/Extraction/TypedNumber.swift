import Lexing
import Model
import Rules

/// A scanned text that must be one number as a whole.
struct TypedNumber {
  let scan: Scan
  private let quantities: QuantityReader

  init(scan: Scan) {
    self.scan = scan
    quantities = QuantityReader(scan: scan)
  }

  func read() throws(NumberRefusal) -> ReadNumber {
    guard scan.count > 0 else { throw .empty }
    let (start, isNegative) = opening()
    guard start < scan.count else { throw .noNumber(at: scan.string(0..<scan.count)) }
    guard let quantity = quantity(at: start) else {
      throw scan.isNumber(start)
        ? .malformed(scan.string(start..<start + 1)) : .noNumber(at: scan.string(start..<start + 1))
    }
    attachRest(to: quantity)
    attachSmaller(to: quantity)
    attachScale(to: quantity)
    readThousands(of: quantity, at: start)
    if let whole = quantity.of, whole.isZero {
      throw .malformed(scan.string(start..<quantity.range.upperBound))
    }
    guard quantity.range.upperBound == scan.count else {
      throw .leftOver(scan.string(quantity.range.upperBound..<scan.count))
    }
    if isNegative, quantity.value > .zero { quantity.value = quantity.value.negated }
    let isBare = quantity.unit == nil && quantity.kind == .count
    return ReadNumber(
      value: quantity.value, upper: quantity.upper, of: quantity.of, unit: quantity.unit,
      kind: isBare ? nil : quantity.kind, precision: quantity.precision)
  }

  /// Where the number begins, behind a sign, a currency, a qualifier and từ.
  private func opening() -> (start: Int, isNegative: Bool) {
    var start = 0
    var isNegative = false
    if scan.words.minusWords.contains(scan.id(0)) || scan.isMark(0, Mark.hyphen) {
      isNegative = true
      start += 1
    } else if scan.words.plusWords.contains(scan.id(0)) || scan.isMark(0, Mark.plus) {
      start += 1
    }
    if let prefix = scan.hits.starting(at: start, .unit),
      scan.rules.units[Int(prefix.row)].role == .bothSides, Int(prefix.end) < scan.count
    {
      start = Int(prefix.end)
    }
    // Hàng nghìn is a number of its own, hơn 100 a bounded one.
    if scan.wordOperand(at: start) == nil, let hit = scan.hits.starting(at: start, .qualifier) {
      start = Int(hit.end)
    }
    if scan.id(start) == scan.words.from, start + 1 < scan.count { start += 1 }
    return (start, isNegative)
  }

  private func quantity(at start: Int) -> Quantity? {
    if let digits = spelledDigits(at: start) ?? typedFraction(at: start) { return digits }
    if let half = halfAlone(at: start) ?? halfUnit(at: start) { return half }
    return quantities.read(at: start) ?? multiple(at: start)
  }

  /// What running text leaves to other readers: a half, a single digit of tenths, a noun.
  private func attachRest(to quantity: Quantity) {
    let next = quantity.range.upperBound
    // Gấp hai lần rưỡi.
    if quantity.kind == .multiple, next + 1 == scan.count, quantity.value.isWhole,
      scan.numberWord(next)?.role == .half,
      let sum = try? quantity.value.adding(ExactDecimal(coefficient: 5, exponent: -1))
    {
      return extend(quantity, to: next + 1, value: sum, precision: -1)
    }
    guard quantity.unit == nil, next < scan.count else { return }
    if scan.numberWord(next)?.role == .half, quantity.scale == 0, quantity.value.isWhole,
      let sum = try? quantity.value.adding(ExactDecimal(coefficient: 5, exponent: -1))
    {
      extend(quantity, to: next + 1, value: sum, precision: -1)
    } else if quantity.scale >= 3, next + 1 == scan.count, scan.digitCount(next) == 1,
      let digit = scan.integer(next),
      let sum = try? quantity.value.adding(
        ExactDecimal(coefficient: UInt128(digit), exponent: quantity.scale - 1))
    {
      // 1 triệu 2 is said for 1,2 triệu.
      extend(quantity, to: next + 1, value: sum, precision: quantity.scale - 1)
    } else if [3, 6, 9].contains(quantity.scale), next + 1 == scan.count,
      scan.digitCount(next) == 3, let rest = scan.integer(next),
      let sum = try? quantity.value.adding(
        ExactDecimal(coefficient: UInt128(rest), exponent: quantity.scale - 3))
    {
      // 5 triệu 200 is said for 5 triệu 200 nghìn.
      extend(quantity, to: next + 1, value: sum, precision: quantity.scale - 3)
    } else if let noun = quantities.units.unknownNoun(at: next) {
      quantities.apply(noun, to: quantity)
    }
  }

  /// `38 độ 5`, `1 mét sáu lăm`: tenths or hundredths of the unit; `2 giờ 30 phút`: minutes of an hour.
  private func attachSmaller(to quantity: Quantity) {
    let next = quantity.range.upperBound
    guard next < scan.count, quantity.kind == .measure || quantity.kind == .duration,
      quantity.value.isWhole, quantity.upper == nil, let rest = scan.operand(at: next),
      rest.scale == 0, rest.value.isWhole, let number = rest.value.integer, number < 100
    else { return }
    var decimals = scan.isNumber(next) ? scan.digitCount(next) : number < 10 ? 1 : 2
    var part = UInt128(number)
    var end = rest.range.upperBound
    if quantity.kind == .duration {
      guard quantity.unit == "h", number < 60, number % 3 == 0, end + 1 == scan.count,
        scan.id(end) == scan.words.minute
      else { return }
      part = part * 100 / 60
      decimals = 2
      end += 1
    }
    guard decimals <= 2, end == scan.count,
      let sum = try? quantity.value.adding(ExactDecimal(coefficient: part, exponent: -decimals))
    else { return }
    extend(quantity, to: end, value: sum, precision: -decimals)
  }

  /// `nửa ký`, `nửa tiếng`: half of a unit.
  private func halfUnit(at start: Int) -> Quantity? {
    guard scan.id(start) == scan.words.half, let match = quantities.units.read(at: start + 1),
      match.kind == .measure || match.kind == .duration, match.end == scan.count
    else { return nil }
    let quantity = Quantity(
      range: start..<start + 1, numberRange: start..<start + 1,
      value: ExactDecimal(coefficient: 5, exponent: -1), precision: -1, kind: .count, scale: 0,
      isInWords: true, isGrouped: true, rule: "numbers:half")
    quantities.apply(match, to: quantity)
    return quantity
  }

  /// `1/4 triệu`, `một phần tư tỷ`: a fraction of a scale.
  private func attachScale(to quantity: Quantity) {
    let next = quantity.range.upperBound
    guard quantity.kind == .ratio, quantity.unit == nil, let whole = quantity.of?.integer,
      let part = quantity.value.integer, let decimals = [2: 1, 4: 2, 5: 1, 8: 3, 10: 1][whole],
      let hit = scan.hits.starting(at: next, .scale), Int(hit.end) == scan.count
    else { return }
    let power = scan.rules.scales[Int(hit.row)].power
    let digits = (0..<decimals).reduce(UInt128(part)) { value, _ in value * 10 } / UInt128(whole)
    quantity.of = nil
    quantity.kind = .count
    extend(
      quantity, to: scan.count,
      value: ExactDecimal(coefficient: digits, exponent: power - decimals),
      precision: power - decimals)
  }

  /// `$1,000`: behind a sign of money a comma before three digits sets thousands apart.
  private func readThousands(of quantity: Quantity, at number: Int) {
    guard number > 0, quantity.kind == .money, quantity.scale == 0, quantity.precision == -3,
      quantity.upper == nil, scan.isGroupedByComma(number)
    else { return }
    quantity.value = quantity.value.scaled(byPowerOfTen: 3)
    quantity.precision = 0
  }

  private func extend(_ quantity: Quantity, to end: Int, value: ExactDecimal, precision: Int) {
    quantity.value = value
    quantity.precision = precision
    quantity.range = quantity.range.lowerBound..<end
    quantity.numberRange = quantity.range
  }

  /// `nửa`: a half by itself.
  private func halfAlone(at start: Int) -> Quantity? {
    guard scan.id(start) == scan.words.half, start + 1 == scan.count else { return nil }
    return Quantity(
      range: start..<start + 1, numberRange: start..<start + 1, value: .one, of: ExactDecimal(2),
      precision: 0, kind: .ratio, scale: 0, isInWords: true, rule: "numbers:fraction")
  }

  /// `3 phần 4`.
  private func typedFraction(at start: Int) -> Quantity? {
    guard start + 3 == scan.count, scan.id(start + 1) == scan.words.denom,
      let part = scan.integer(start), let whole = scan.integer(start + 2), whole > 1
    else { return nil }
    return Quantity(
      range: start..<start + 3, numberRange: start..<start + 3, value: ExactDecimal(part),
      of: ExactDecimal(whole), precision: 0, kind: .ratio, scale: 0, rule: "numbers:fraction")
  }

  /// `hai không hai ba`, `ba sáu`: a number said digit by digit.
  private func spelledDigits(at start: Int) -> Quantity? {
    guard scan.count - start >= 2, scan.count - start <= ExactDecimal.maximumDigits else {
      return nil
    }
    // Hai năm is two years, một một nothing.
    if scan.count - start == 2,
      scan.id(start + 1) == scan.words.year || scan.numberWord(start)?.value ?? 0 < 2
    {
      return nil
    }
    var value: UInt128 = 0
    for index in start..<scan.count {
      guard let word = scan.numberWord(index),
        word.role == .unit || word.role == .afterTens && index > start
      else { return nil }
      value = value * 10 + UInt128(word.value)
    }
    return Quantity(
      range: start..<scan.count, numberRange: start..<scan.count,
      value: ExactDecimal(coefficient: value), precision: 0, kind: .count, scale: 0,
      isInWords: true, rule: "numbers:digits")
  }

  /// `gấp đôi`, `gấp rưỡi`, `gấp ba lần`, `gấp 3`.
  private func multiple(at index: Int) -> Quantity? {
    guard scan.id(index) == scan.words.fold else { return nil }
    let reader = NumeralReader(scan: scan, matcher: .init())
    if case .figure(let quantity)? = reader.wordItem(at: index)?.outcome { return quantity }
    guard let quantity = quantities.read(at: index + 1),
      quantity.unit == nil || quantity.kind == .multiple
    else { return nil }
    quantity.kind = .multiple
    quantity.unit = "x"
    return quantity
  }
}
