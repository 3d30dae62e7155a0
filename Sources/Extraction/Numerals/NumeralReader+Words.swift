import Lexing
import Model
import Rules

/// Numbers in words that count something.
extension NumeralReader {
  /// True for the words that ``wordItem(at:)`` may read a number from; asked for each word.
  @inline(__always)
  func opensNumber(_ index: Int, _ id: UInt32) -> Bool {
    scan.hits.hasStart(at: index, .numberWord) || scan.words.numberOpeners.contains(id)
  }

  /// The figure that starts with a word; nil for all the words that only look like numbers.
  func wordItem(at index: Int) -> Item? {
    let id = scan.id(index)
    guard opensNumber(index, id) else { return nil }
    if id == scan.words.fold { return multiple(at: index) }
    guard !isTrap(index), let quantity = QuantityReader(scan: scan).read(at: index),
      quantity.isInWords
    else { return nil }
    let hasScale = quantity.scale > 0
    // Một alone is an article, năm alone the year, không alone a denial.
    let single = quantity.numberRange.count == 1
    if quantity.kind == .ratio {
      return Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
    }
    if single, !hasScale, scan.id(index) == scan.words.year, !isFive(index) { return nil }
    if !hasScale, quantity.value.magnitude <= .one { return nil }
    guard let match = UnitReader(scan: scan).read(at: quantity.numberRange.upperBound) else {
      // Một triệu hai: a price in words, the word đồng left out.
      guard quantity.isMoney, quantity.scale >= 6 else { return nil }
      return Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
    }
    if match.isWeak && !hasScale { return nil }
    if match.kind == .duration || match.kind == .multiple && !hasScale { return nil }
    if quantity.isVague { quantity.rule = "numbers:vague" }
    return Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
  }

  /// Năm is five at a sentence's start before people or cases: Năm doanh nghiệp bị phạt.
  private func isFive(_ index: Int) -> Bool {
    guard scan.tokens[index].isCapitalized, let hit = scan.hits.starting(at: index + 1, .noun)
    else {
      return false
    }
    let noun = scan.rules.nouns[Int(hit.row)]
    return !noun.isWeak && ["person", "organization", "case", "household"].contains(noun.kind)
  }

  /// Words before which a number word is an ordinal, a date or part of a name.
  private func isTrap(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    // In a heading in capitals they say nothing.
    let isHeading =
      token.flags.contains(.allCapitals) && scan.isWord(index + 1)
      && scan.tokens[index + 1].flags.contains(.allCapitals)
      && !scan.hits.hasStart(at: index, .place) && !scan.hits.hasStart(at: index, .district)
    if token.isCapitalized, !isHeading, index != scan.sentenceStart(index) { return true }
    let before = scan.id(index - 1)
    guard before != 0 else { return false }
    let words = scan.words
    if before == words.ordinal || before == words.month || before == words.day
      || before == words.number || before == words.quarter
    {
      return true
    }
    if let hit = scan.hits.ending(at: index, .reference) {
      return scan.rules.references[Int(hit.row)].strength == .strong
    }
    if let hit = scan.hits.ending(at: index, .timeCue) {
      return scan.rules.times[Int(hit.row)].role == .day
    }
    return false
  }

  /// `gấp đôi`, `gấp rưỡi`, `gấp ba lần`.
  private func multiple(at index: Int) -> Item? {
    let next = index + 1
    var value: ExactDecimal?
    var end = next
    if scan.id(next) == scan.words.doubled {
      value = ExactDecimal(2)
      end = next + 1
    } else if let word = scan.numberWord(next), word.role == .half {
      value = ExactDecimal(coefficient: 15, exponent: -1)
      end = next + 1
    } else if let operand = scan.wordOperand(at: next) {
      value = operand.value
      end = operand.range.upperBound
    }
    guard let value else { return nil }
    if scan.id(end) == scan.words.timesWord { end += 1 }
    let quantity = Quantity(
      range: index..<end, numberRange: next..<end, value: value, precision: 0, kind: .multiple,
      unit: "x", scale: 0, isInWords: true, rule: "numbers:gấp")
    return Item(range: index..<end, outcome: .figure(quantity), rule: quantity.rule)
  }
}
