import Lexing
import Model
import Rules

/// Numbers written in words: `hai mươi mốt`, `một trăm linh hai`, `một triệu hai`.
extension Scan {
  func numberWord(_ index: Int) -> NumberWord? {
    guard let hit = hits.starting(at: index, .numberWord) else { return nil }
    return rules.numberWords[Int(hit.row)]
  }

  func wordOperand(at index: Int) -> Operand? {
    if id(index) == words.about || id(index) == words.few || id(index) == words.several
      || id(index) == words.all
    {
      return vagueOperand(at: index)
    }
    // Gần chục cửa hàng, hơn trăm hộ: one, left out.
    if hits.hasStart(at: index, .scale), hits.ending(at: index, .qualifier) != nil {
      return vagueOperand(at: index, from: index)
    }
    if let half = halfOperand(at: index) { return half }
    guard isWord(index), let first = numberWord(index), first.role == .unit || first.role == .ten
    else { return nil }
    var position = index
    var total = ExactDecimal.zero
    var lastScale = Int.max
    var precision = 0
    while let section = section(at: position) {
      var operand = Operand(
        value: ExactDecimal(section.value), precision: section.precision,
        range: position..<section.end, scale: 0, form: .plain, isInWords: true)
      // Ba nghìn năm are years.
      if lastScale == 3, section.end == position + 1, id(position) == words.year { break }
      if let half = trailingTenth(section, lastScale: lastScale) {
        guard let sum = try? total.adding(half.value) else { return nil }
        total = sum
        precision = half.precision
        position = section.end
        break
      }
      var power = wordScale(after: &operand)
      if power == 0, let left = leftOut(section, lastScale, operand.range.upperBound) {
        power = left
      }
      guard power < lastScale else { break }
      guard let sum = try? total.adding(operand.value.scaled(byPowerOfTen: power)) else {
        return nil
      }
      total = sum
      precision = section.precision + power
      position = operand.range.upperBound
      if let half = numberWord(position), half.role == .half, power > 0 {
        guard let sum = try? total.adding(ExactDecimal(coefficient: 5, exponent: power - 1)) else {
          return nil
        }
        total = sum
        precision = power - 1
        position += 1
        break
      }
      lastScale = power
      if power == 0 { break }
    }
    guard position > index else { return nil }
    if let decimal = spokenDecimal(total, from: index, at: position) { return decimal }
    return Operand(
      value: total, precision: precision, range: index..<position,
      scale: lastScale == Int.max ? 0 : lastScale, form: .plain, isInWords: true)
  }

  /// `ba phẩy năm`, `mười phẩy hai lăm`.
  private func spokenDecimal(_ whole: ExactDecimal, from index: Int, at point: Int) -> Operand? {
    guard id(point) == words.point || id(point) == words.dot && id(point) != 0, whole.isWhole,
      let integer = whole.integer
    else { return nil }
    var digits: [Int] = []
    var position = point + 1
    while let word = numberWord(position), word.role == .unit || word.role == .afterTens,
      digits.count < 6
    {
      digits.append(word.value)
      position += 1
    }
    if digits.isEmpty || numberWord(position)?.role == .tens { return nil }
    var coefficient = UInt128(integer)
    for digit in digits { coefficient = coefficient * 10 + UInt128(digit) }
    var operand = Operand(
      value: ExactDecimal(coefficient: coefficient, exponent: -digits.count),
      precision: -digits.count, range: index..<position, scale: 0, form: .decimal, isInWords: true)
    let power = wordScale(after: &operand)
    operand.value = operand.value.scaled(byPowerOfTen: power)
    operand.precision += power
    operand.scale = power
    return operand
  }

  /// `nửa triệu`, `nửa tỷ`.
  private func halfOperand(at index: Int) -> Operand? {
    guard id(index) == words.half, hits.hasStart(at: index + 1, .scale) else { return nil }
    var operand = Operand(
      value: ExactDecimal(coefficient: 5, exponent: -1), precision: -1, range: index..<index + 1,
      scale: 0, form: .decimal, isInWords: true)
    let power = wordScale(after: &operand)
    guard power >= 3 else { return nil }
    operand.value = operand.value.scaled(byPowerOfTen: power)
    operand.precision += power
    operand.scale = power
    return operand
  }

  /// `hàng nghìn`, `hàng chục nghìn`, `hàng triệu`: the scale alone, as a rough number.
  private func vagueOperand(at index: Int, from first: Int? = nil) -> Operand? {
    var operand = Operand(
      value: .one, precision: 0, range: index..<(first ?? index + 1), scale: 0, form: .plain,
      isInWords: true, isVague: true)
    applyScale(to: &operand)
    return operand.scale > 0 ? operand : nil
  }

  private func wordScale(after operand: inout Operand) -> Int {
    var power = 0
    var end = operand.range.upperBound
    while let hit = self.scale(at: end) {
      let scale = rules.scales[Int(hit.row)]
      guard scale.form == .word, scale.power != 2 || hits.starting(at: end + 1, .scale) != nil
      else { break }
      power += scale.power
      end = Int(hit.end)
    }
    operand.range = operand.range.lowerBound..<end
    return power
  }

  private struct Section {
    var value: Int
    var end: Int
    var precision: Int
    /// A single digit, which after a scale counts its tenths: một triệu hai.
    var isDigit: Bool
  }

  /// A number below a thousand.
  private func section(at index: Int) -> Section? {
    guard let first = numberWord(index) else { return nil }
    var position = index + 1
    switch first.role {
    case .ten:
      let (digit, end) = digit(at: position, afterTen: true)
      return Section(value: 10 + digit, end: end, precision: 0, isDigit: false)
    case .zero:
      guard let digit = numberWord(position), digit.role == .unit || digit.role == .afterTens
      else { return nil }
      return Section(value: digit.value, end: position + 1, precision: 0, isDigit: false)
    case .unit: break
    default: return nil
    }
    var value = first.value
    var precision = 0
    var isDigit = true
    if numberWord(position)?.role == .hundred {
      value *= 100
      position += 1
      precision = 2
      isDigit = false
      if let next = numberWord(position) {
        switch next.role {
        case .zero, .ten:
          guard let rest = section(at: position) else { break }
          return Section(
            value: value + rest.value, end: rest.end, precision: 0, isDigit: false)
        case .half:
          return Section(value: value + 50, end: position + 1, precision: 1, isDigit: false)
        case .unit, .afterTens:
          if numberWord(position + 1)?.role == .tens {
            let rest = tens(next.value, at: position + 2)
            return Section(value: value + rest.value, end: rest.end, precision: 0, isDigit: false)
          }
          if let after = numberWord(position + 1), after.role == .afterTens {
            // Chín trăm bốn lăm.
            return Section(
              value: value + next.value * 10 + after.value, end: position + 2, precision: 0,
              isDigit: false)
          }
          if id(position) == words.year { break }
          // Một trăm hai: twenty, as the tens are left out.
          return Section(
            value: value + next.value * 10, end: position + 1, precision: 1, isDigit: false)
        default: break
        }
      }
      return Section(value: value, end: position, precision: precision, isDigit: isDigit)
    }
    if numberWord(position)?.role == .tens {
      let rest = tens(first.value, at: position + 1)
      return Section(value: rest.value, end: rest.end, precision: 0, isDigit: false)
    }
    // Hai mốt, ba lăm: the tens left out.
    if let next = numberWord(position), next.role == .afterTens, next.value != 4 || first.value > 1
    {
      return Section(
        value: first.value * 10 + next.value, end: position + 1, precision: 0, isDigit: false)
    }
    return Section(value: value, end: position, precision: 0, isDigit: isDigit)
  }

  private func tens(_ tens: Int, at index: Int) -> (value: Int, end: Int) {
    let (digit, end) = digit(at: index, afterTen: true)
    return (tens * 10 + digit, end)
  }

  /// The digit after mười or mươi; năm there is the year, as five is lăm.
  private func digit(at index: Int, afterTen: Bool) -> (value: Int, end: Int) {
    guard let word = numberWord(index), word.role == .unit || word.role == .afterTens,
      id(index) != words.year, word.value > 0
    else { return (0, index) }
    return (word.value, index + 1)
  }

  /// Một triệu năm trăm, một tỷ hai trăm: hundreds of the next lower scale, its word left out, as
  /// nobody says in a breath so much and so little; một triệu năm trăm đồng says what it says.
  private func leftOut(_ section: Section, _ lastScale: Int, _ end: Int) -> Int? {
    guard lastScale == 6 || lastScale == 9, section.value % 100 == 0, !section.isDigit,
      !hits.hasStart(at: end, of: [.unit, .noun, .numberWord])
    else { return nil }
    return lastScale - 3
  }

  /// Một triệu hai: the digit counts tenths of the scale before it.
  private func trailingTenth(
    _ section: Section, lastScale: Int
  ) -> (value: ExactDecimal, precision: Int)? {
    guard section.isDigit, lastScale != Int.max, lastScale >= 3,
      hits.starting(at: section.end, .scale) == nil
    else { return nil }
    let power = lastScale - 1
    return (ExactDecimal(coefficient: UInt128(section.value), exponent: power), power)
  }
}
