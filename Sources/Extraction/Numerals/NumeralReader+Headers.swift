import Lexing
import Model
import Rules

/// The unit that a table's head gives to the numbers below it.
struct TableHeader {
  var unit: UnitMatch
  /// The power of ten of the scale before the unit: 6 in `(triệu đồng)`.
  var scale: Int
  /// Where it stands.
  var position: Int
  /// It names its unit for all that follows (`đơn vị tính: triệu đồng`), not for a column.
  var isForAll: Bool
}

extension NumeralReader {
  /// `Mức thu (đồng/hồ sơ) … 50.000`, `ĐVT: triệu đồng … 1.383`: the unit that a table's head gives.
  func shareHeaders() {
    var last: TableHeader?
    // The first token that was not searched for a head.
    var searched = 0
    for index in items.indices {
      guard let quantity = cell(index) else { continue }
      let first = quantity.range.lowerBound
      if let found = header(before: first, since: searched) { last = found }
      searched = first
      guard let header = last, isBelow(header, quantity) else { continue }
      quantity.kind = header.unit.kind
      quantity.unit = header.unit.unit
      if header.scale > 0 {
        quantity.value = quantity.value.scaled(byPowerOfTen: header.scale)
        quantity.upper = quantity.upper?.scaled(byPowerOfTen: header.scale)
        quantity.precision += header.scale
      }
      quantity.rule += " numbers:header " + header.unit.rule
      items[index] = Item(
        range: items[index].range, outcome: .figure(quantity), rule: quantity.rule)
    }
  }

  /// A number without a unit: one with its thousands set apart, an amount behind a colon, or one of
  /// three digits in a row of numbers.
  private func cell(_ index: Int) -> Quantity? {
    switch items[index].outcome {
    case .figure(let quantity):
      guard quantity.unit == nil, quantity.kind == .count, quantity.scale == 0,
        quantity.isGrouped || scan.isMark(quantity.range.lowerBound - 1, Mark.colon)
      else { return nil }
      return quantity
    case .rejected where isBare(index):
      let range = items[index].range
      guard range.count == 1, scan.digitCount(range.lowerBound) >= 3,
        scan.isNumber(range.lowerBound - 1) || scan.isNumber(range.upperBound)
      else { return nil }
      return quantities.read(at: range.lowerBound)
    case .reference where items[index].rule.isSame(as: "references:named"):
      // Corolla 933 933: the first cell behind a name.
      let range = items[index].range
      guard range.count == 1, scan.digitCount(range.lowerBound) >= 3,
        scan.isNumber(range.upperBound)
      else { return nil }
      return quantities.read(at: range.lowerBound)
    default: return nil
    }
  }

  private func isBelow(_ header: TableHeader, _ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    guard first - header.position <= (header.isForAll ? 600 : 150) else { return false }
    if !quantity.isGrouped, !header.isForAll { return false }
    // What an amount has been said to be in words above it stands for other lines too.
    guard !header.isForAll || !isMultiplied(quantity) else { return false }
    // A million millions are said otherwise; the amount is in dong.
    if header.scale > 3, quantity.value >= ExactDecimal(1_000_000) { return false }
    if header.isForAll { return true }
    return !(header.position..<first).contains { scan.tokens[$0].kind == .lineBreak }
  }

  /// `2 x 1.000`: a term, which may be a number of anything.
  private func isMultiplied(_ quantity: Quantity) -> Bool {
    isTerm(quantity) || scan.isMark(quantity.range.upperBound, Mark.slash)
  }

  /// The last unit of money alone in brackets, or behind đơn vị tính, between the tokens.
  private func header(before index: Int, since start: Int) -> TableHeader? {
    for position in stride(from: index - 1, through: max(start, index - 600), by: -1) {
      let isUnitLine = scan.isMark(position, Mark.colon) && namesUnit(before: position)
      guard isUnitLine || scan.isMark(position, Mark.open),
        let header = moneyUnit(at: position + 1)
      else { continue }
      guard isUnitLine || scan.isMark(header.unit.end, Mark.close) else { return nil }
      return TableHeader(
        unit: header.unit, scale: header.scale, position: position, isForAll: isUnitLine)
    }
    return nil
  }

  /// A unit of money, or of money per something, with the scale before it.
  private func moneyUnit(at index: Int) -> (unit: UnitMatch, scale: Int)? {
    var position = index
    var scale = 0
    while let hit = scan.hits.starting(at: position, .scale) {
      scale += scan.rules.scales[Int(hit.row)].power
      position = Int(hit.end)
    }
    guard let match = quantities.units.read(at: position), match.power == 0,
      match.kind == .money || match.unit.begins(with: "VND/") || match.unit.begins(with: "USD/")
    else { return nil }
    return (match, scale)
  }

  /// `đơn vị tính`, `đơn vị`, `ĐVT`.
  private func namesUnit(before index: Int) -> Bool {
    let id = scan.id(index - 1)
    return id != 0
      && (id == scan.words.unitAbbreviation
        || id == scan.words.position && scan.id(index - 2) == scan.words.single
        || id == scan.words.counting && scan.id(index - 2) == scan.words.position)
  }
}
