import Lexing
import Model
import Rules

/// What numbers beside each other in a list leave out.
extension NumeralReader {
  /// A number without a unit shares the next one's in a list (`2, 3 và 5%`) and between levels
  /// (`từ 10.000 lên 15.000 đồng/km`).
  func shareUnits() {
    let quantities = quantities
    for index in items.indices.dropLast().reversed() {
      guard quantities.mayShare(items[index].range, with: items[index + 1].range) else { continue }
      if case .time(let next) = items[index + 1].outcome { shareDuration(index, next) }
      guard case .figure(let next) = items[index + 1].outcome, next.unit != nil,
        next.kind != .ratio, next.kind != .rank,
        next.kind != .count || next.upper == nil && !next.isInWords,
        let bare = quantities.bareNumber(items[index], before: next),
        next.kind != .count || next.scale == 0 || isOfSameScale(bare, next),
        quantities.isJoined(items[index].range, next), !countsOther(items[index].range, than: next),
        // Giải B 75 triệu, 15 giải C: an amount, and then a number of things.
        bare.scale < 6 || next.kind != .count || next.scale >= 6
          || !scan.isMark(items[index].range.upperBound, Mark.comma)
      else { continue }
      bare.kind = next.kind
      bare.unit = next.unit
      if bare.scale == 0, next.scale > 0, next.upper == nil || next.kind == .money,
        bare.value < ExactDecimal(coefficient: 1, exponent: next.scale)
      {
        bare.value = bare.value.scaled(byPowerOfTen: next.scale)
        bare.upper = bare.upper?.scaled(byPowerOfTen: next.scale)
        bare.precision += next.scale
      }
      bare.rule = scan.names.joined("numbers:shared", next.rule)
      items[index] = Item(range: bare.range, outcome: .figure(bare), rule: bare.rule)
    }
  }

  /// `45 và 49 triệu khách`: numbers of like size, of which the last has the scale of both.
  private func isOfSameScale(_ bare: Quantity, _ next: Quantity) -> Bool {
    // Bán 76 triệu và 69 triệu máy.
    if bare.scale == next.scale { return bare.scale >= 6 }
    let last = next.value.scaled(byPowerOfTen: -next.scale)
    return next.scale >= 6 && scan.id(bare.range.upperBound) == scan.words.and && bare.scale == 0
      && !bare.isGrouped && bare.upper == nil && last < bare.value.scaled(byPowerOfTen: 1)
      && bare.value < last.scaled(byPowerOfTen: 1) && bare.value > ExactDecimal(9)
  }

  /// `tổng số học sinh là 315.000 và 18.309 giáo viên`: what is counted stands before the number.
  private func countsOther(_ range: Range<Int>, than next: Quantity) -> Bool {
    let verb = range.lowerBound - 1
    guard next.kind == .count, scan.words.levelVerbs.contains(scan.id(verb)) else { return false }
    for index in stride(from: verb - 1, through: max(0, verb - 8), by: -1) {
      guard scan.isWord(index) else { return false }
      guard scan.id(index) == scan.words.number,
        let hit = scan.hits.starting(at: index + 1, .noun)
      else { continue }
      return next.unit.map { !scan.rules.nouns[Int(hit.row)].noun.isSame(as: $0) } ?? true
    }
    return false
  }

  /// `3 vệ tinh của Ấn Độ, 88 của Mỹ`: the noun counted just before.
  func shareNouns() {
    for index in items.indices.dropFirst() where isBare(index) {
      let range = items[index].range
      guard
        scan.isMark(range.lowerBound - 1, Mark.comma)
          || scan.isMark(range.lowerBound - 1, Mark.semicolon)
          || scan.id(range.lowerBound - 1) == scan.words.and,
        scan.words.ellipses.contains(scan.id(range.upperBound)),
        case .figure(let last) = items[index - 1].outcome, last.kind == .count,
        last.unit != nil,
        last.range.count > last.numberRange.count || last.rule.begins(with: "numbers:shared"),
        range.lowerBound - last.range.upperBound <= 8,
        let quantity = quantities.read(at: range.lowerBound), quantity.unit == nil
      else { continue }
      quantity.unit = last.unit
      quantity.rule = scan.names.joined("numbers:shared", last.rule)
      items[index] = Item(range: range, outcome: .figure(quantity), rule: quantity.rule)
    }
  }

  /// `ga A đón 15 triệu khách/năm, ga B 13 triệu/năm`: so many of what was counted just before, and no
  /// amount of money.
  func shareRates() {
    for index in items.indices.dropFirst() {
      guard case .figure(let quantity) = items[index].outcome, quantity.kind == .rate,
        let unit = quantity.unit, unit.begins(with: "VND/"), quantity.scale >= 6,
        scan.isMark(quantity.numberRange.upperBound, Mark.slash),
        case .figure(let last) = items[index - 1].outcome, last.kind == .rate, last.scale >= 6,
        let other = last.unit, !other.begins(with: "VND/"), other.hasSuffix(unit.dropFirst(3)),
        scan.sentenceStart(quantity.range.lowerBound) <= last.range.lowerBound
      else { continue }
      quantity.unit = other
      quantity.rule = scan.names.joined("numbers:shared", last.rule)
      items[index].rule = quantity.rule
    }
  }

  /// `nhắc nhở 20 cán bộ, giáng chức 4, cho thôi việc 2`: what was done to so many of those
  /// counted before.
  func shareDeeds() {
    for index in items.indices.dropFirst() where isDeed(index) {
      let range = items[index].range
      guard case .figure(let last) = items[index - 1].outcome, last.kind == .count,
        let unit = last.unit, last.upper == nil, last.scale == 0,
        let comma = deedStart(before: range.lowerBound),
        (0...3).contains(comma - last.range.upperBound),
        !(last.range.upperBound..<comma).contains(where: { scan.tokens[$0].kind != .word }),
        let quantity = quantities.read(at: range.lowerBound), quantity.unit == nil
      else { continue }
      share(unit, of: last, with: quantity, at: index)
    }
  }

  /// `khiển trách 28, cảnh cáo 4, khai trừ 2 trường hợp`: those counted are named with the last.
  func shareLaterDeeds() {
    for index in items.indices.dropLast().reversed() where isDeed(index) {
      let range = items[index].range
      guard case .figure(let next) = items[index + 1].outcome, next.kind == .count,
        let unit = next.unit, next.upper == nil, next.scale == 0,
        scan.isMark(range.upperBound, Mark.comma),
        deedStart(before: next.range.lowerBound) == range.upperBound,
        deedStart(before: range.lowerBound) != nil || scan.isMark(range.lowerBound - 3, Mark.colon),
        let quantity = quantities.read(at: range.lowerBound), quantity.unit == nil
      else { continue }
      share(unit, of: next, with: quantity, at: index)
    }
  }

  /// Makes an item a figure that counts what its neighbour does.
  func share(
    _ unit: String, of neighbour: Quantity, with quantity: Quantity, at index: Int
  ) {
    quantity.unit = unit
    quantity.rule =
      neighbour.rule.begins(with: "numbers:shared")
      ? neighbour.rule : scan.names.joined("numbers:shared", neighbour.rule)
    items[index] = Item(
      range: items[index].range, outcome: .figure(quantity), rule: quantity.rule)
  }

  /// A small number that a comma, a stop or và follows, taken so far for one that names.
  private func isDeed(_ index: Int) -> Bool {
    let range = items[index].range
    guard range.count == 1, scan.integer(range.lowerBound) != nil,
      scan.tokens[range.lowerBound].length <= 3,
      items[index].rule.isSame(as: "references:after-word")
        || items[index].rule.isSame(as: "references:after-noun")
        || items[index].rule.isSame(as: "numbers:bare")
    else { return false }
    let next = range.upperBound
    // 2, 34 tỷ is one number with a stray space.
    if scan.isNumber(next + 1) { return false }
    return next >= scan.count || scan.isMark(next, Mark.comma) || scan.isMark(next, Mark.close)
      || scan.isMark(next, Mark.semicolon) || scan.isMark(next, Mark.period)
      || scan.id(next) == scan.words.and
  }

  /// The comma or the bracket before two to six words in small letters that are no noun of a table.
  private func deedStart(before index: Int) -> Int? {
    var position = index - 1
    while position > 0, index - position <= 7, scan.isWord(position),
      !scan.tokens[position].isCapitalized
    {
      position -= 1
    }
    guard (3...7).contains(index - position),
      scan.isMark(position, Mark.comma) || scan.isMark(position, Mark.open),
      scan.hits.starting(at: position + 1, .noun).map({ Int($0.end) < index }) ?? true,
      scan.hits.ending(at: index, .reference) == nil
    else { return nil }
    return position
  }

  /// `TP.HCM 264 trường hợp, Cà Mau 257, Kiên Giang 212`: places counted in a row.
  func sharePlaces() {
    for index in items.indices.dropFirst() where isNamed(index) {
      let range = items[index].range
      guard let place = scan.hits.ending(at: range.lowerBound, .place),
        scan.isMark(Int(place.start) - 1, Mark.comma)
          || scan.id(Int(place.start) - 1) == scan.words.and,
        case .figure(let last) = items[index - 1].outcome, last.kind == .count,
        let unit = last.unit, Int(place.start) - last.range.upperBound <= 1, last.scale == 0,
        let quantity = quantities.read(at: range.lowerBound), quantity.unit == nil
      else { continue }
      quantity.unit = unit
      quantity.rule = scan.names.joined("numbers:shared", last.rule)
      items[index] = Item(range: range, outcome: .figure(quantity), rule: quantity.rule)
    }
  }

  /// `vùng núi 18-20 độ, đồng bằng 30-33, …`: a range whose unit was said just before.
  func shareRanges() {
    let quantities = quantities
    for index in items.indices.dropFirst() {
      let range = items[index].range
      guard range.count == 3, case .figure(let last) = items[index - 1].outcome,
        last.kind == .measure || last.kind == .percent || last.kind == .money,
        range.lowerBound - last.range.upperBound <= 10,
        let quantity = quantities.bareNumber(items[index]), quantity.upper != nil,
        !scan.isSentenceEnd(range.lowerBound - 1)
      else { continue }
      quantity.kind = last.kind
      quantity.unit = last.unit
      quantity.rule = scan.names.joined("numbers:shared", last.rule)
      items[index] = Item(range: range, outcome: .figure(quantity), rule: quantity.rule)
    }
  }

  /// `(21 và 22/6)`: a day listed before the date that names its month.
  func shareDays() {
    for index in items.indices.dropLast().reversed() where isBare(index) {
      let range = items[index].range
      guard case .time(let next) = items[index + 1].outcome,
        next.rule.description.begins(with: "times:da"), range.count == 1,
        let day = scan.integer(range.lowerBound), (1...31).contains(day),
        next.range.lowerBound == range.upperBound + 1,
        scan.isMark(range.upperBound, Mark.comma) || scan.id(range.upperBound) == scan.words.and,
        scan.isMark(range.lowerBound - 1, Mark.open)
          || scan.isMark(range.lowerBound - 1, Mark.comma)
      else { continue }
      let time = TimeExpression(range: range, value: .none, rule: "times:day")
      items[index] = Item(range: range, outcome: .time(time), rule: time.rule.description)
    }
  }

  /// `5, 10 năm qua`, `trong 2, 3 năm tới`: another length of the time that a later one names.
  private func shareDuration(_ index: Int, _ next: TimeExpression) {
    let range = items[index].range
    guard next.range.lowerBound == range.upperBound + 1, range.count == 1 || range.count == 3,
      scan.isMark(range.upperBound, Mark.comma) || scan.id(range.upperBound) == scan.words.or
        || scan.id(range.upperBound) == scan.words.orElse,
      next.rule.description.isSame(as: "times:duration"),
      let first = scan.integer(range.lowerBound),
      let last = scan.integer(next.range.lowerBound), first < last,
      isBare(index) || isUncounted(items[index].outcome)
        || items[index].rule.isSame(as: "references:after-word")
        || items[index].rule.isSame(as: "references:after-noun")
    else { return }
    let time = TimeExpression(range: range, value: .none, rule: "times:duration")
    items[index] = Item(range: range, outcome: .time(time), rule: time.rule.description)
  }

  /// The 2 of `khoảng 2, 3 năm tới`, which a qualifier makes a figure of nothing.
  private func isUncounted(_ outcome: Item.Outcome) -> Bool {
    guard case .figure(let quantity) = outcome else { return false }
    return quantity.unit == nil && quantity.kind == .count && quantity.scale == 0
  }

  func isBare(_ index: Int) -> Bool {
    guard case .rejected = items[index].outcome else { return false }
    return items[index].rule.isSame(as: "numbers:bare")
  }

  private func isNamed(_ index: Int) -> Bool {
    guard case .reference = items[index].outcome else { return false }
    return items[index].rule.isSame(as: "references:named")
  }

}

extension QuantityReader {
  /// Close enough to be of one list.
  @inline(__always)
  func mayShare(_ range: Range<Int>, with next: Range<Int>) -> Bool {
    next.lowerBound - range.upperBound <= 3
  }

  /// The number of an item that has no unit yet.
  func bareNumber(_ item: Item, before next: Quantity? = nil) -> Quantity? {
    switch item.outcome {
    case .figure(let quantity) where quantity.unit == nil && quantity.kind == .count:
      return quantity
    case .rejected
    where item.rule.isSame(as: "numbers:bare") || item.rule.isSame(as: "numbers:term"):
      return read(at: item.range.lowerBound)
    case .reference
    where item.rule.isSame(as: "references:after-word")
      || item.rule.isSame(as: "references:after-noun"):
      // Được bầu 9 hoặc 11 thành viên; chiều cao 760 hoặc 815 mm; để 1, 2 năm.
      // Kỳ hạn 5, 15 và 20 năm.
      guard
        scan.id(item.range.upperBound) == scan.words.or || isNextOne(item.range)
          || scan.id(item.range.lowerBound - 1) == scan.words.enough
          || next.map({ $0.kind == .duration && $0.rule.begins(with: "numbers:shared") }) ?? false
      else { return nil }
      return read(at: item.range.lowerBound)
    default: return nil
    }
  }

  /// The 1 of `1, 2 năm`: two numbers in a row, of which one is meant.
  private func isNextOne(_ range: Range<Int>) -> Bool {
    guard scan.isMark(range.upperBound, Mark.comma), range.count == 1,
      let first = scan.integer(range.lowerBound), first < 10
    else { return false }
    return scan.integer(range.upperBound + 1) == first + 1
  }

  func isJoined(_ range: Range<Int>, _ next: Quantity) -> Bool {
    let gap = range.upperBound..<max(range.upperBound, next.range.lowerBound)
    let id = scan.id(gap.lowerBound)
    if gap.count == 2, scan.hits.hasStart(at: gap.lowerBound + 1, .qualifier) {
      // Từ 5 đến dưới 12 tuổi.
      return scan.words.steps.contains(id)
        && (scan.id(range.lowerBound - 1) == scan.words.from
          // Từ đủ 13 đến dưới 16 tuổi.
          || scan.id(range.lowerBound - 1) == scan.words.enough
            && scan.id(range.lowerBound - 2) == scan.words.from)
    }
    // Từ 401 xuống còn 208 đơn vị.
    if gap.count == 2, scan.id(gap.lowerBound + 1) == scan.words.remaining {
      return scan.words.steps.contains(id) && scan.id(range.lowerBound - 1) == scan.words.from
    }
    // 251 - 500, hoặc 501 - 700 USD.
    if gap.count == 2, scan.isMark(gap.lowerBound, Mark.comma) {
      return scan.id(gap.lowerBound + 1) == scan.words.or
    }
    guard gap.count == 1 else { return false }
    if scan.isMark(gap.lowerBound, Mark.comma) || id != 0 && id == scan.words.and { return true }
    // 9 hoặc 11 thành viên; 5 x 20 m.
    if scan.isMark(gap.lowerBound, Mark.times) || id != 0 && id == scan.words.times {
      // 20 x 50% is a product.
      return next.kind != .percent && next.kind != .money
    }
    if id != 0, id == scan.words.or { return true }
    return scan.words.steps.contains(id) && scan.id(range.lowerBound - 1) == scan.words.from
  }
}
