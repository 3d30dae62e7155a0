import Lexing
import Model
import Rules

/// Numbers that only the numerals beside them explain.
extension NumeralReader {
  /// Parts in brackets of what was counted before them, people of another nation, days of a list.
  func shareAround() {
    for index in items.indices {
      switch items[index].outcome {
      case .rejected where items[index].rule.isSame(as: "numbers:bare"):
        if let part = part(index) {
          items[index] = Item(range: part.range, outcome: .figure(part), rule: part.rule)
        } else if isListedDate(index) || isNamedDay(index) || isBracketedDate(index) {
          makeDay(index)
        }
      case .figure(let quantity)
      where quantity.unit == nil && quantity.range.count == 1 && quantity.scale == 0:
        if isListedDate(index) || isBracketedDate(index) { makeDay(index) }
      case .reference where items[index].rule.isSame(as: "references:before-name"):
        if let people = people(index) {
          items[index] = Item(range: people.range, outcome: .figure(people), rule: people.rule)
        }
      case .reference
      where items[index].rule.isSame(as: "references:after-word")
        || items[index].rule.isSame(as: "references:named"):
        if isNamedDay(index) || isListedDate(index) { makeDay(index) }
      default: break
      }
    }
  }

  /// `7,08% của 6 tháng`, where the text has spoken of 6 tháng đầu năm: the same months.
  func shareMonths() {
    // A bit for each number of months.
    var known = 0
    for index in items.indices {
      switch items[index].outcome {
      case .time(let time):
        if case .months(let count, false, _) = time.value { known |= 1 << count }
      case .figure(let quantity) where known != 0 && quantity.kind == .duration:
        guard let count = quantity.value.integer, count < Int.bitWidth, known >> count & 1 != 0,
          isBareMonths(quantity)
        else { continue }
        let time = TimeExpression(
          range: quantity.range, value: .months(count: count, fromEnd: false, year: nil),
          rule: "times:duration")
        items[index] = Item(range: time.range, outcome: .time(time), rule: time.rule.description)
      default: break
      }
    }
  }

  /// Của 6 tháng, with nothing behind it that it would be the length of.
  private func isBareMonths(_ quantity: Quantity) -> Bool {
    let (first, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    guard quantity.unit?.isSame(as: "mo") == true, quantity.range.count == 2,
      quantity.upper == nil, scan.id(first - 1) == scan.words.belonging
    else { return false }
    return !scan.isWord(end) || scan.id(end) == scan.words.being || scan.id(end) == scan.words.and
      || scan.id(end) == scan.words.since || scan.hits.hasStart(at: end, .change)
  }

  private func makeDay(_ index: Int) {
    let time = TimeExpression(range: items[index].range, value: .none, rule: "times:day")
    items[index] = Item(range: time.range, outcome: .time(time), rule: time.rule.description)
  }

  /// `53 cuộc thanh tra (47 theo kế hoạch …)`, `2 ca (1 ở Hội An và 1 ở Tam Kỳ)`: so many of those
  /// counted before the bracket.
  private func part(_ index: Int) -> Quantity? {
    let range = items[index].range
    guard index > 0, range.count == 1, scan.isWord(range.upperBound),
      case .figure(let last) = items[index - 1].outcome, last.kind == .count, last.upper == nil,
      let unit = last.unit, let quantity = quantities.read(at: range.lowerBound),
      quantity.unit == nil, quantity.value.isWhole, quantity.scale == 0
    else { return nil }
    let opens =
      scan.isMark(range.lowerBound - 1, Mark.open) && quantity.value < last.value
      && last.range.upperBound < range.lowerBound
      && range.lowerBound - last.range.upperBound <= 4
    // The second part is told as the first was, or is what the first has left.
    let goesOn =
      last.rule.begins(with: "numbers:part")
      && (scan.isMark(range.lowerBound - 1, Mark.comma)
        || scan.id(range.lowerBound - 1) == scan.words.and)
      && range.lowerBound - last.range.upperBound <= 12
      && (scan.id(range.upperBound) == scan.id(last.range.upperBound)
        || isRest(quantity, after: last, of: index - 2))
    guard opens || goesOn else { return nil }
    quantity.unit = unit
    quantity.rule = goesOn ? last.rule : scan.names.joined("numbers:part", last.rule)
    return quantity
  }

  private func isRest(_ rest: Quantity, after part: Quantity, of whole: Int) -> Bool {
    guard whole >= 0, case .figure(let all) = items[whole].outcome,
      let sum = try? part.value.adding(rest.value)
    else { return false }
    return sum == all.value
  }

  /// `10 người Lào và 1 Thái Lan`: people of the next nation.
  private func people(_ index: Int) -> Quantity? {
    let range = items[index].range
    guard index > 0, scan.hits.hasStart(at: range.upperBound, .place),
      scan.isMark(range.lowerBound - 1, Mark.comma)
        || scan.id(range.lowerBound - 1) == scan.words.and,
      case .figure(let last) = items[index - 1].outcome, last.kind == .count,
      let unit = last.unit, unit.isSame(as: "người"), last.scale == 0,
      scan.hits.hasStart(at: last.range.upperBound, .place),
      range.lowerBound - last.range.upperBound <= 4,
      let quantity = quantities.read(at: range.lowerBound), quantity.unit == nil
    else { return nil }
    quantity.unit = unit
    quantity.rule = scan.names.joined("numbers:shared", last.rule)
    return quantity
  }

  /// `30.4 và ngày 1.5`, `ngày 14.1; 2.2`: a date with a dot beside another.
  private func isListedDate(_ index: Int) -> Bool {
    let range = items[index].range
    guard range.count == 1, isDottedDay(range.lowerBound) else { return false }
    if index > 0, case .time(let last) = items[index - 1].outcome, last.range.count == 1,
      isDottedDay(last.range.lowerBound), isListed(last.range.upperBound..<range.lowerBound)
    {
      return true
    }
    guard index + 1 < items.count, case .time(let next) = items[index + 1].outcome,
      next.range.count == 1, isDottedDay(next.range.lowerBound)
    else { return false }
    return isListed(range.upperBound..<next.range.lowerBound)
  }

  /// `hôm đó (9.4)`, `mùng 10 âm lịch (6.2)`: a date with a dot, alone in brackets behind a day.
  private func isBracketedDate(_ index: Int) -> Bool {
    let range = items[index].range
    guard range.count == 1, isDottedDay(range.lowerBound),
      scan.isMark(range.lowerBound - 1, Mark.open), scan.isMark(range.upperBound, Mark.close)
    else { return false }
    if index > 0, case .time(let last) = items[index - 1].outcome,
      range.lowerBound - last.range.upperBound <= 4
    {
      return true
    }
    guard let cue = scan.hits.ending(at: range.lowerBound - 2, .timeCue) else { return false }
    return scan.rules.times[Int(cue.row)].role == .day
  }

  private func isDottedDay(_ index: Int) -> Bool {
    guard (3...5).contains(scan.tokens[index].length), let parts = scan.dottedParts(index),
      parts.count == 2
    else { return false }
    return (1...31).contains(parts[0]) && (1...12).contains(parts[1])
  }

  /// No more than marks of a list, và and ngày.
  private func isListed(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && gap.count <= 3
      && gap.allSatisfy {
        scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.semicolon)
          || scan.id($0) == scan.words.and || scan.id($0) == scan.words.day
      }
  }

  /// `đêm 11, rạng sáng 12/2`, `đêm 28 và ngày 29`: a day behind a part of one.
  private func isNamedDay(_ index: Int) -> Bool {
    let range = items[index].range
    guard range.count == 1, let day = scan.integer(range.lowerBound), (1...31).contains(day),
      let cue = scan.hits.ending(at: range.lowerBound, .timeCue)
    else { return false }
    return scan.rules.times[Int(cue.row)].role == .dayPart
  }
}

extension NumeralReader {
  /// `bộ phận 1 cửa`, `hải quan 1 cửa`: the one-stop service, as một cửa; not nhà 1 cửa.
  func isOneStop(_ index: Int) -> Bool {
    scan.integer(index) == 1
      && scan.words.services.contains(scan.id(index - 1))
      && scan.hits.starting(at: index + 1, .noun).map { $0.range.count == 1 } ?? true
  }
}
