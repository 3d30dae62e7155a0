import Lexing
import Model
import Rules

/// A number with its scale words: `1.363 tỷ`, `1 tỷ 200 triệu`, `3 triệu rưỡi`, `hai mươi`.
struct Operand {
  var value: ExactDecimal
  /// The power of ten of the last digit stated, scale applied.
  var precision: Int
  /// Token positions, half-open.
  var range: Range<Int>
  /// The power of ten of the scale words; 0 without any.
  var scale: Int
  var form: NumberShape.Form
  var hasLeadingZero = false
  var isInWords = false
  /// The article's other numbers decided what its comma or dot means.
  var followsNeighbours = false
  /// Written with tr or k, which only money is.
  var isSuffixed = false
  /// True for `hàng nghìn`, `hàng chục`: a scale without a number.
  var isVague = false
}

extension Scan {
  /// Reads the number that starts at `index`, in digits or in words, with its scale.
  func operand(at index: Int) -> Operand? {
    if isNumber(index) { return digitOperand(at: index) }
    return wordOperand(at: index)
  }

  private func shape(_ index: Int) -> NumberShape? {
    if tokens[index].flags.contains(.irregular) {
      let plain = Self.plainDigits(bytes(index))
      return plain.withUnsafeBufferPointer { NumberShape($0, style: style) }
    }
    return NumberShape(bytes(index), style: style)
  }

  /// - Parameter takesLower: Whether a lower part behind its scale belongs to it.
  private func digitOperand(at index: Int, takesLower: Bool = true) -> Operand? {
    guard var shape = shape(index) else { return nil }
    var end = index + 1
    if shape.form == .plain, let spaced = spacedGroups(from: index) {
      shape = spaced.shape
      end = spaced.end
    } else if let repaired = spacedDecimal(at: index, shape) {
      shape = repaired
      end = index + 3
    }
    var operand = Operand(
      value: shape.value, precision: shape.precision, range: index..<end, scale: 0,
      form: shape.form, hasLeadingZero: shape.hasLeadingZero,
      followsNeighbours: shape.followsNeighbours)
    if let spelled = spellingEnd(at: end), hits.hasStart(at: spelled, .scale) {
      operand.range = index..<spelled
    }
    applyScale(to: &operand, takesLower: takesLower)
    return operand
  }

  /// Thousands set apart by spaces: `1 234 567`; two groups suffice before a no-break space.
  private func spacedGroups(from index: Int) -> (shape: NumberShape, end: Int)? {
    guard let first = integer(index), digitCount(index) <= 3, first > 0 else { return nil }
    var value = UInt128(first)
    var end = index + 1
    var areHard = true
    while isNumber(end), digitCount(end) == 3, let group = integer(end),
      tokens[end].hasSpaceBefore, tokens[end].start - tokens[end - 1].end <= 3
    {
      if text[Int(tokens[end].start) - 1] == UInt8(ascii: " ") { areHard = false }
      value = value &* 1000 &+ UInt128(group)
      end += 1
      if end - index > 12 { return nil }
    }
    if areHard, let decimals = spacedDecimals(value, at: end) { return (decimals, end + 1) }
    guard end - index >= 3 || end - index == 2 && areHard else { return nil }
    // 155 166 150 stands in a table's row; with a unit behind it is one number.
    if !areHard, digitCount(index) == 3, !hits.hasStart(at: end, .scale),
      !hits.hasStart(at: end, .unit), !hits.hasStart(at: end, .noun)
    {
      return nil
    }
    return (NumberShape(value, decimals: 0, form: .grouped), end)
  }

  /// The last group of `1 234 567,8` with hard spaces, its decimals behind it.
  private func spacedDecimals(_ value: UInt128, at index: Int) -> NumberShape? {
    guard isNumber(index), tokens[index].hasSpaceBefore, value < 1_000_000_000_000_000,
      text[Int(tokens[index].start) - 1] != UInt8(ascii: " "), let last = shape(index),
      last.form == .decimal, last.precision >= -6, tokens[index].length == 4 - last.precision,
      let power = ExactDecimal.one.scaled(byPowerOfTen: -last.precision).integer
    else { return nil }
    let digits = last.value.scaled(byPowerOfTen: -last.precision).integer ?? 0
    return NumberShape(
      value * 1000 * UInt128(power) + UInt128(digits), decimals: -last.precision, form: .decimal)
  }

  /// `15, 618 triệu`: a stray space after the decimal comma, told by the scale that follows.
  private func spacedDecimal(at index: Int, _ shape: NumberShape) -> NumberShape? {
    guard shape.form == .plain, isMark(index + 1, Mark.comma), isGlued(index + 1),
      isNumber(index + 2), digitCount(index + 2) == 3, let fraction = integer(index + 2),
      hits.starting(at: index + 3, .scale) != nil
    else { return nil }
    // Digits that together are too many for a number stay two numbers.
    guard let whole = shape.value.integer, digitCount(index) <= 15 else { return nil }
    return NumberShape(UInt128(whole) * 1000 + UInt128(fraction), decimals: 3, form: .decimal)
  }

  /// True for one comma before three digits, with no zero in front: `27,000`.
  func isGroupedByComma(_ index: Int) -> Bool {
    guard isNumber(index), digitCount(index) <= 7 else { return false }
    let bytes =
      tokens[index].flags.contains(.irregular)
      ? Self.plainDigits(self.bytes(index)) : Array(self.bytes(index))
    guard bytes.count > 4, bytes[0] != UInt8(ascii: "0") else { return false }
    return bytes[bytes.count - 4] == UInt8(ascii: ",")
      && bytes.prefix(bytes.count - 4).allSatisfy { $0 &- 0x30 < 10 }
  }

  /// The end of a number's own spelling in brackets that starts at the token: `05 (năm) triệu`.
  func spellingEnd(at index: Int) -> Int? {
    guard isMark(index, Mark.open) else { return nil }
    var end = index + 1
    while end - index < 24, numberWord(end) != nil || hits.hasStart(at: end, .scale) { end += 1 }
    guard end > index + 1, isMark(end, Mark.close) else { return nil }
    return end + 1
  }

  /// Takes the scale words after the number, then lower parts: `1 tỷ 200 triệu`, `3 triệu rưỡi`.
  func applyScale(to operand: inout Operand, takesLower: Bool = true) {
    let power = scalePower(from: &operand)
    guard power > 0 else { return }
    operand.value = operand.value.scaled(byPowerOfTen: power)
    operand.precision += power
    operand.scale = power
    if operand.followsNeighbours, power >= 6, operand.form == .grouped, !hasScaledThousands {
      // 2,232 tỷ beside 891,000,000: an amount in full says nothing of those with a scale.
      operand.value = operand.value.scaled(byPowerOfTen: -3)
      operand.precision -= 3
      operand.form = .decimal
      operand.followsNeighbours = false
    }
    addHalf(to: &operand, lastPower: power)
    if takesLower { addLowerPart(to: &operand) }
  }

  /// The scale word that starts at the token; tỷ phú and triệu chứng are nouns, and năm 2020 tỷ trọng
  /// công nghiệp speaks of a share.
  func scale(at index: Int) -> Hit? {
    guard let hit = hits.starting(at: index, .scale) else { return nil }
    if let noun = hits.starting(at: index, .noun), noun.end > hit.end { return nil }
    if let measured = hits.starting(at: index, .measured), measured.end > hit.end { return nil }
    return hit
  }

  /// The power of the scale words at the operand's end, which is moved behind them.
  private func scalePower(from operand: inout Operand) -> Int {
    var power = 0
    var end = operand.range.upperBound
    while let hit = scale(at: end) {
      let scale = rules.scales[Int(hit.row)]
      if scale.form == .suffix, !isGlued(end) { break }
      // Chục and trăm scale only before another scale word: trăm triệu, chục nghìn.
      if scale.power == 2, hits.starting(at: end + 1, .scale) == nil, !operand.isVague { break }
      // "1 tỷ, triệu" and "ngàn năm" aside, a chain falls or rises only in steps that news writes.
      if power >= 15 { break }
      power += scale.power
      end = Int(hit.end)
      if scale.form == .suffix {
        operand.isSuffixed = true
        break
      }
    }
    operand.range = operand.range.lowerBound..<end
    return power
  }

  private func addHalf(to operand: inout Operand, lastPower: Int) {
    guard let hit = hits.starting(at: operand.range.upperBound, .numberWord),
      rules.numberWords[Int(hit.row)].role == .half
    else { return }
    let half = ExactDecimal(coefficient: 5, exponent: lastPower - 1)
    guard let sum = try? operand.value.adding(half) else { return }
    operand.value = sum
    operand.precision = lastPower - 1
    operand.range = operand.range.lowerBound..<Int(hit.end)
  }

  /// The 500 of `10 nghìn 500 đồng`.
  private func isLastGroup(_ index: Int, of operand: Operand) -> Bool {
    guard operand.scale == 3, digitCount(index) == 3, let hit = hits.starting(at: index + 1, .unit)
    else { return false }
    return rules.units[Int(hit.row)].kind == .money
  }

  /// `1 tỷ 200 triệu`, `2tr5`, `2 triệu 350 nghìn`.
  private func addLowerPart(to operand: inout Operand) {
    let next = operand.range.upperBound
    guard isNumber(next) else { return }
    if isGlued(next), digitCount(next) <= 2, let digits = integer(next) {
      let power = operand.scale - digitCount(next)
      guard
        let sum = try? operand.value.adding(
          ExactDecimal(coefficient: UInt128(digits), exponent: power))
      else { return }
      operand.value = sum
      operand.precision = power
      operand.range = operand.range.lowerBound..<next + 1
      return
    }
    // Its own lower part is read only where its scale is lower: 5 tỷ 5 tỷ … must not be followed
    // to the end of the text.
    guard var lower = digitOperand(at: next, takesLower: false),
      lower.scale > 0 || isLastGroup(next, of: operand), lower.scale < operand.scale
    else { return }
    if lower.scale > 0 { addLowerPart(to: &lower) }
    guard lower.value < ExactDecimal(coefficient: 1, exponent: operand.scale),
      let sum = try? operand.value.adding(lower.value)
    else { return }
    operand.value = sum
    operand.precision = lower.precision
    operand.range = operand.range.lowerBound..<lower.range.upperBound
  }
}
