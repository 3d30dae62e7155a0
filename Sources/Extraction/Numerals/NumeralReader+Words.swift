import Lexing
import Model
import Rules

/// Numbers in words that count something.
extension NumeralReader {
  /// False where a word alone tells that no number that counts something starts with it: `một
  /// người`, `không phải`, `năm 2024`, `cả nước`. Most such words are of these, and nothing has to
  /// be looked up around them.
  func mayCount(_ index: Int) -> Bool {
    let id = scan.id(index)
    guard scan.hits.opensNumber(at: index) else { return false }
    let words = scan.words
    let own = scan.hits.tables(at: index)
    let next = scan.hits.tables(at: index + 1)
    if id == words.fold || own.contains(.scale) || next.contains(.scale) { return true }
    if id == words.about || id == words.few || id == words.several || id == words.all {
      return false
    }
    guard let hit = scan.hits.starting(at: index, .numberWord) else { return false }
    let word = scan.rules.numberWords[Int(hit.row)]
    guard word.role == .unit else { return word.role == .ten }
    let isYear = id == words.year && !scan.tokens[index].isCapitalized
    guard isYear || word.value <= 1 else { return true }
    return isContinued(index, next)
  }

  /// True where what follows may make more of a number word than the word itself is: a further
  /// number word, a unit that multiplies, a fraction, or a range.
  private func isContinued(_ index: Int, _ next: TableSet) -> Bool {
    let words = scan.words
    if next.contains(.numberWord) { return true }
    // Tại năm vị trí.
    if next.contains(.noun), scan.id(index) == words.year,
      words.fiveOpeners.contains(scan.id(index - 1))
    {
      return true
    }
    let joint = scan.id(index + 1)
    if joint == words.half && joint != 0 || joint == words.denom || joint == words.point
      || joint == words.dot || joint == words.to || joint == words.up
    {
      return true
    }
    if let hit = scan.hits.starting(at: index + 1, .unit) {
      let row = scan.rules.units[Int(hit.row)]
      guard row.power == 0, row.kind != .percent, !scan.isNumber(Int(hit.end)),
        !scan.hits.tables(at: Int(hit.end)).contains(.numberWord)
      else { return true }
    }
    // An abbreviation may stand for a unit of any kind.
    if index + 1 < scan.count, scan.tokens[index + 1].flags.contains(.allCapitals) { return true }
    for position in max(0, index - 3)..<index where scan.id(position) == words.from { return true }
    for position in index
      + 1..<max(index + 1, min(scan.count, index + 1 + PhraseTrie.longestPhrase))
    where scan.tokens[position].kind != .word && scan.tokens[position].kind != .number {
      switch scan.tokens[position].id {
      case Mark.hyphen, Mark.tilde, Mark.slash: return true
      default: if scan.tokens[position].kind == .lineBreak { return false }
      }
    }
    return scan.isMark(index + 1, Mark.open)
  }

  /// The figure that starts with a word; nil for all the words that only look like numbers.
  ///
  /// Asked for number words and for ``GrammarWords/numberOpeners`` only.
  func wordItem(at index: Int) -> Item? {
    if scan.id(index) == scan.words.fold { return multiple(at: index) }
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
    if quantity.value.isZero || !hasScale && quantity.value.magnitude <= .one { return nil }
    guard let match = UnitReader(scan: scan).read(at: quantity.numberRange.upperBound) else {
      // Một triệu hai: a price in words, the word đồng left out.
      // Vụ án hàng nghìn tỷ: billions of nothing named are of dong.
      let opener = scan.id(index)
      if quantity.isVague, quantity.scale >= 9, !single,
        opener == scan.words.about || opener == scan.words.few || opener == scan.words.several
      {
        quantity.isMoney = true
      }
      guard quantity.isMoney, quantity.scale >= 6 else { return nil }
      return Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
    }
    if match.isWeak && !hasScale { return nil }
    if match.kind == .duration || match.kind == .multiple && !hasScale { return nil }
    if quantity.isVague { quantity.rule = "numbers:vague" }
    // Hai điểm sạt lở: places; points are written in digits.
    if quantity.kind == .score, quantity.value.isWhole { quantity.kind = .count }
    return Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
  }

  /// Năm is five at a sentence's start before people or cases: Năm doanh nghiệp bị phạt.
  ///
  /// In small letters it is behind words that no year follows: tại năm vị trí, với năm bị cáo.
  private func isFive(_ index: Int) -> Bool {
    guard
      scan.tokens[index].isCapitalized || scan.words.fiveOpeners.contains(scan.id(index - 1)),
      let hit = scan.hits.starting(at: index + 1, .noun)
    else {
      return false
    }
    // Năm lớp 11 is a year of school.
    if scan.isNumber(Int(hit.end)) { return false }
    let noun = scan.rules.nouns[Int(hit.row)]
    if scan.words.fiveOpeners.contains(scan.id(index - 1)) {
      return !noun.isWeak && noun.kind != "abstract" && noun.kind != "event"
    }
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
    if token.isCapitalized, !isHeading, !opensClause(index), index != scan.sentenceStart(index) {
      return true
    }
    if isInCompound(index) || scan.isMark(index - 1, Mark.percent) && scan.isGlued(index) {
      return true
    }
    let before = scan.id(index - 1)
    guard before != 0 else { return false }
    let words = scan.words
    if before == words.ordinal || before == words.month || before == words.day
      || before == words.number || before == words.quarter
      // Vài ba câu, dăm bảy loại: nobody has counted them.
      || (before == words.few || before == words.handful || before == words.doubled)
        && !scan.hits.hasStart(at: index + 1, .scale)
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

  /// `Ông Thiên nói: Ba đặc khu cần vốn`: behind a colon or a quotation mark a capital makes no name.
  private func opensClause(_ index: Int) -> Bool {
    (scan.isMark(index - 1, Mark.colon) || scan.isMark(index - 1, Mark.quote))
      && scan.isWord(index + 1) && !scan.tokens[index + 1].isCapitalized
      && scan.id(index) != scan.words.year
  }

  /// `ba lô`, `chín suối`, `ngã ba`: a word of several syllables, unless a longer noun is counted, as
  /// in ba lô hàng.
  private func isInCompound(_ index: Int) -> Bool {
    guard scan.numberWord(index) != nil else { return false }
    if let hit = scan.hits.starting(at: index - 1, .compound), hit.end > index { return true }
    guard let hit = scan.hits.starting(at: index, .compound), hit.range.count > 1 else {
      return false
    }
    return scan.hits.starting(at: index + 1, .noun).map { $0.end <= hit.end } ?? true
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
