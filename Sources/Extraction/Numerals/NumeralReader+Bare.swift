import Lexing
import Model
import Rules

/// What a number without a unit may still be: a part of a whole, a level, a term of a calculation.
extension NumeralReader {
  /// `5 trong 1` names a product.
  func isAllInOne(_ index: Int) -> Bool {
    scan.id(index + 1) == scan.words.among && scan.integer(index + 2) == 1
      && scan.hits.starting(at: index + 3, .unit) == nil
  }

  /// `căn hộ 900 triệu`, `chiếc xe 2 tỷ`: what something costs stands behind it, how many there are
  /// of it before it.
  func namePrice(_ quantity: Quantity) {
    guard quantity.unit == nil, quantity.kind == .count, quantity.scale >= 6, !quantity.isMoney,
      quantity.per == nil,
      let hit = scan.hits.ending(at: quantity.range.lowerBound, .noun),
      Self.priced.contains(scan.rules.nouns[Int(hit.row)].kind),
      !scan.words.countingWords.contains(scan.id(Int(hit.start) - 1)),
      scan.id(Int(hit.start) - 1) != scan.words.number
    else { return }
    quantity.isMoney = true
  }

  /// Kinds of things that are bought one by one.
  private static let priced: Set<String> = ["building", "vehicle", "animal"]

  /// `độ tuổi 18-30`, `độ tuổi từ 15 đến 60`: years of age.
  func nameAge(_ quantity: Quantity) {
    guard quantity.unit == nil, quantity.kind == .count, quantity.scale == 0 else { return }
    guard isAge(quantity) else { return }
    quantity.kind = .measure
    quantity.unit = "tuổi"
    quantity.rule = scan.names.joined(quantity.rule, "units:tuổi")
  }

  private func isAge(_ quantity: Quantity) -> Bool {
    if isLifetime(quantity) { return true }
    var before = quantity.range.lowerBound - 1
    if scan.id(before) == scan.words.from { before -= 1 }
    if scan.id(before) == scan.words.age { return true }
    // Tuổi nghỉ hưu tăng lên 62 với nam, 60 với nữ.
    guard quantity.value.isWhole, !quantity.isGrouped, quantity.value < ExactDecimal(121),
      scan.words.steps.contains(scan.id(before)) || scan.isMark(before, Mark.comma)
        || scan.words.levelVerbs.contains(scan.id(before)) || scan.id(before) == scan.words.and
    else { return false }
    for index in stride(from: before, through: max(0, before - 12), by: -1) {
      if scan.isSentenceEnd(index) { return false }
      guard scan.id(index) == scan.words.age else { continue }
      return !scan.isNumber(index - 1)
    }
    return false
  }

  /// `bà cụ đã ngoài 80`, `ông Lâm năm nay gần 70`: the age of who is spoken of, tuổi left out.
  private func isLifetime(_ quantity: Quantity) -> Bool {
    let next = quantity.range.upperBound
    guard quantity.value.isWhole, !quantity.isGrouped, quantity.upper == nil,
      quantity.value > ExactDecimal(14), quantity.value < ExactDecimal(121),
      !scan.isWord(next) || scan.hits.hasStart(at: next, .stopWord)
    else { return false }
    var position = quantity.range.lowerBound - 1
    let step = position
    while scan.words.ageSteps.contains(scan.id(position)) { position -= 1 }
    guard position < step else { return false }
    // The bearer's own name.
    let lowest = max(0, position - 4)
    while position > lowest, scan.isWord(position), scan.tokens[position].isCapitalized,
      !scan.words.ageBearers.contains(scan.id(position))
    {
      position -= 1
    }
    return scan.isWord(position) && scan.words.ageBearers.contains(scan.id(position))
  }

  /// `số điểm 300`, `với tổng số điểm 87,5`: the unit stands before its number.
  func nameScore(_ quantity: Quantity) {
    guard quantity.unit == nil, quantity.kind == .count, quantity.scale == 0,
      let hit = scan.hits.ending(at: quantity.range.lowerBound, .unit),
      scan.rules.units[Int(hit.row)].kind == .score,
      scan.id(Int(hit.start) - 1) == scan.words.number
    else { return }
    quantity.kind = .score
    quantity.unit = scan.rules.units[Int(hit.row)].unit
    quantity.rule = scan.names.joined(quantity.rule, scan.rules.units[Int(hit.row)].label)
  }

  /// `AQI ở mức xấu (từ 151 - 200)`, `AQI > 200`: values of an index, which are written bare.
  func nameIndex(_ quantity: Quantity) {
    guard quantity.unit == nil, quantity.kind == .count, quantity.scale == 0,
      !scan.isWord(quantity.range.upperBound)
        || !scan.hits.hasStart(at: quantity.range.upperBound, of: [.noun, .unit])
    else { return }
    let start = quantity.range.lowerBound
    guard let index = scan.indexName(before: start) else { return }
    // AQI bụi PM 2.5: the number is another name's.
    let isOwn = index == start - 1 || !scan.tokens[start - 1].isCapitalized
    guard isOwn,
      isStated(quantity) || quantity.upper != nil || scan.isMark(start - 1, Mark.greater)
        || scan.id(start - 1) == scan.words.degree
    else { return }
    quantity.kind = .score
    quantity.unit = "điểm"
    quantity.rule = scan.names.joined(quantity.rule, "units:điểm")
  }

  /// `nhiệt độ cao nhất từ 31 - 34`: degrees, the word left out behind the number.
  func nameTemperature(_ quantity: Quantity) {
    guard quantity.unit == nil, quantity.kind == .count, quantity.scale == 0, quantity.upper != nil,
      !scan.isWord(quantity.range.upperBound)
        || scan.hits.hasStart(at: quantity.range.upperBound, .stopWord)
    else { return }
    let start = quantity.range.lowerBound
    for index in stride(from: start - 1, through: max(0, start - 16), by: -1) {
      if scan.isSentenceEnd(index) || scan.isNumber(index) { return }
      guard scan.words.temperatures.contains(scan.id(index)),
        scan.words.temperatures.contains(scan.id(index + 1))
      else { continue }
      quantity.kind = .measure
      quantity.unit = "Cel"
      quantity.rule = scan.names.joined(quantity.rule, "units:độ C")
      return
    }
  }

  /// More than all of a whole: `134% số hộ`, `chiếm 120%`.
  func refusedShare(_ quantity: Quantity) -> String? {
    guard quantity.kind == .percent, quantity.value > ExactDecimal(100) else { return nil }
    let isShare =
      scan.id(quantity.range.lowerBound - 1) == scan.words.share
      || scan.words.determiners.contains(scan.id(quantity.range.upperBound))
        && scan.hits.ending(at: quantity.range.lowerBound, .change) == nil
        && !scan.words.levelVerbs.contains(scan.id(quantity.range.lowerBound - 1))
        && !isCompared(quantity.range.upperBound)
    return isShare ? "a share of a whole cannot be above 100 %" : nil
  }

  /// A comparison further on in the sentence: `tăng 60% số vụ, 175% số người bị thương so với năm trước`;
  /// and money, of which more may be paid than was put in.
  private func isCompared(_ index: Int) -> Bool {
    if scan.id(index + 1) == scan.words.money { return true }
    for position in index..<min(scan.sentenceEnd(index), index + 16)
    where scan.id(position) == scan.words.compared && scan.id(position + 1) == scan.words.with {
      return true
    }
    return false
  }

  /// `3 trong 4 thành viên`, `16 trong tổng số 23 mục tiêu`.
  func isPartOf(_ quantity: Quantity) -> Bool {
    let whole = wholeStart(quantity.range.upperBound)
    return whole.map { scan.integer($0) != 1 } ?? false
  }

  /// The number behind trong, trong số, trong tổng số, trên tổng số.
  private func wholeStart(_ index: Int) -> Int? {
    guard
      scan.id(index) == scan.words.among
        || scan.id(index) == scan.words.upon
          && scan.words.countingWords.contains(scan.id(index + 1))
    else { return nil }
    var next = index + 1
    if scan.words.countingWords.contains(scan.id(next)) { next += 1 }
    if scan.id(next) == scan.words.number { next += 1 }
    return scan.isNumber(next) ? next : nil
  }

  func nameWhole(_ quantity: Quantity) {
    guard let whole = wholeStart(quantity.range.upperBound), let other = quantities.read(at: whole),
      other.kind == .count, let unit = other.unit
    else { return }
    quantity.unit = unit
    quantity.rule = scan.names.joined(quantity.rule, "numbers:part")
  }

  /// `1 trong 3 biệt thự` means một trong những, and counts nothing.
  func isOneOf(_ index: Int) -> Bool {
    let next = scan.id(index + 1)
    if next == scan.words.door { return isOneStop(index) }
    return next == scan.words.among && scan.integer(index) == 1
      // Chỉ thắng được 1 trong 10 trận counts.
      && !scan.words.gettingVerbs.contains(scan.id(index - 1))
      && (wholeStart(index + 1) != nil || scan.words.determiners.contains(scan.id(index + 2))
        || scan.id(index + 2) == scan.words.many)
  }

  /// `vàng 24k`, `thế hệ 2k`, `màn hình 4K`: k that makes no thousand, as nothing says money.
  func isKarat(_ index: Int, _ quantity: Quantity?) -> Bool {
    guard let quantity, quantity.isMoney, quantity.unit == nil, quantity.scale == 3,
      scan.isGlued(index + 1), scan.isWord(index + 1), scan.tokens[index + 1].length == 1,
      quantity.range.count == 2
    else { return false }
    let isCapital = scan.bytes(index + 1)[0] == UInt8(ascii: "K")
    return scan.digitCount(index) < 2
      // Vàng 18k, 14k.
      || scan.isMark(index - 1, Mark.comma) && lastReference?.upperBound == index - 1
      || isCapital && !quantities.isBesideMoney(quantity.range, scale: quantity.scale)
      || scan.id(index - 1) == scan.words.gold
  }

  /// A number between the signs of a calculation: `7 = 4 x 5`, `8*12`.
  func isTerm(_ quantity: Quantity) -> Bool {
    guard !quantity.isGrouped, quantity.scale == 0 else { return false }
    let next = quantity.range.upperBound
    let before = quantity.range.lowerBound - 1
    return isOperator(next) || scan.isMark(next, Mark.equals) || isOperator(before)
      || scan.isMark(before, Mark.equals) && scan.isGlued(before) && scan.isNumber(before - 1)
  }

  /// A sign that takes a number on both sides.
  private func isOperator(_ index: Int) -> Bool {
    guard index >= 0, index < scan.count else { return false }
    // Hiệu số +20: a sign of its own.
    if scan.isMark(index, Mark.plus) { return !isSign(index) }
    if scan.isMark(index, Mark.times) { return true }
    // The stars of **5** are bold letters.
    if scan.isMark(index, Mark.bullet), scan.isNumber(index + 1), scan.isGlued(index + 1) {
      return scan.isGlued(index) && !scan.isMark(index - 1, Mark.bullet)
    }
    return scan.id(index) == scan.words.times && scan.isNumber(index + 1)
      && scan.isNumber(index - 1)
  }

  /// A plus written to the number behind it, and to nothing before.
  func isSign(_ index: Int) -> Bool {
    scan.isMark(index, Mark.plus) && scan.isGlued(index + 1) && scan.isNumber(index + 1)
      && !scan.isNumber(index - 1)
      && (!scan.isGlued(index) || scan.isMark(index - 1, Mark.open))
  }

  /// `… tài sản bán được 2 Từ 50 triệu`: the number of the next row in a table run together.
  private func isFollowedByItem(_ quantity: Quantity) -> Bool {
    let next = quantity.range.upperBound
    return quantity.range.count == 1 && scan.digitCount(quantity.range.lowerBound) <= 2
      && scan.isWord(next) && scan.tokens[next].isCapitalized
      && !scan.tokens[next].flags.contains(.allCapitals)
      && (scan.hits.hasStart(at: next, .stopWord) || scan.hits.hasStart(at: next, .qualifier)
        || scan.id(next) == scan.words.from)
  }

  /// `Quyền chọn 3: …`, `Lữ đoàn Quyết thắng 45`, `thắng 2 - 1`: nothing was got.
  private func isNameOrScore(_ quantity: Quantity) -> Bool {
    let next = quantity.range.upperBound
    let verb = quantity.range.lowerBound - 1
    return scan.isMark(next, Mark.colon) || scan.isMark(next, Mark.hyphen)
      || quantities.units.makesOne(verb) && scan.isNumber(verb - 1)
        && scan.id(verb - 2) != scan.words.from
      || scan.words.matchVerbs.contains(scan.id(verb)) && verb > 0
        && scan.tokens[verb - 1].isCapitalized
  }

  /// Còn, lên, đã tăng lên.
  private func stepsOn(_ index: Int) -> Bool {
    var next = scan.id(index) == scan.words.already ? index + 1 : index
    if scan.words.steps.contains(scan.id(next)) { return true }
    if let change = scan.hits.starting(at: next, .change) { next = Int(change.end) }
    return scan.words.rises.contains(scan.id(next - 1)) && next > index
      || next > index && scan.words.steps.contains(scan.id(next))
  }

  /// A number without a unit is stated where its form or the word before it says that it counts.
  func isStated(_ quantity: Quantity) -> Bool {
    let index = quantity.range.lowerBound
    // [10.2]: a box of a form.
    if scan.isMark(index - 1, Mark.open), scan.isMark(quantity.range.upperBound, Mark.close),
      scan.dottedParts(index)?.count == 2, !quantity.value.isWhole
    {
      return false
    }
    if quantity.scale > 0 || quantity.isGrouped { return true }
    if isFollowedByItem(quantity) { return false }
    if scan.isMark(index - 1, Mark.colon) || scan.isMark(index - 1, Mark.equals) { return true }
    if scan.hits.ending(at: index, .qualifier) != nil { return true }
    if scan.hits.ending(at: index, .change) != nil { return true }
    if isStatedByWords(index, quantity.range.upperBound) { return true }
    // Hà Nội (35), Đà Nẵng (20): named has refused those that count nothing.
    if scan.isMark(index - 1, Mark.open), scan.isMark(quantity.range.upperBound, Mark.close) {
      return quantity.value.isWhole
    }
    // Lên con số 15; duyên với con số 7 counts nothing.
    if scan.id(index - 1) == scan.words.number,
      scan.words.countingWords.contains(scan.id(index - 2)),
      scan.words.steps.contains(scan.id(index - 3))
        || scan.words.levelVerbs.contains(scan.id(index - 3))
    {
      return true
    }
    // Cả 3 đều khỏe.
    if scan.id(index - 1) == scan.words.all { return true }
    // Điểm từ 6 trở lên; hiệu số +20.
    if scan.id(index - 1) == scan.words.from,
      scan.hits.hasStart(at: quantity.range.upperBound, .qualifierAfter)
    {
      return true
    }
    if isSign(index - 1), scan.id(index - 2) == scan.words.number { return true }
    // Từ 63 còn 34, từ 63 đã tăng lên 70: a level and the one after it.
    if scan.id(index - 1) == scan.words.from, stepsOn(quantity.range.upperBound) { return true }
    // Otherwise only a verb says that a bare number counts: còn 98, có 202, được 30.
    let before = scan.id(index - 1)
    return scan.words.levelVerbs.contains(before) || scan.words.havingVerbs.contains(before)
      || scan.words.gettingVerbs.contains(before) && !isNameOrScore(quantity)
  }
}
