import Lexing
import Model
import Patterns
import Rules

/// Goes through a text's tokens once and gives every numeral its disposition.
final class NumeralReader {
  let scan: Scan
  private let times: TimeReader
  let references: ReferenceReader
  let quantities: QuantityReader
  var items: ContiguousArray<Item>
  private var lastTime: TimeExpression?
  private(set) var lastReference: Range<Int>?
  /// The row of numbers that was looked for last.
  var row = NumberRow()
  /// The first token from which what is said over and over may be looked for again.
  var searchedForRepeats = 0
  /// The sentence end up to which thứ continues a ranking.
  private var rankingEnd = 0

  init(scan: Scan, matcher: Matcher) {
    self.scan = scan
    times = TimeReader(scan: scan)
    references = ReferenceReader(scan: scan, matcher: matcher)
    quantities = QuantityReader(scan: scan)
    items = scan.lists.items.take(0)
  }

  func run() {
    // The first token behind what was read.
    var next = 0
    let landmarks = scan.hits.landmarks
    let numbers =
      landmarks.count > Self.longestRow ? landmarks.count { $0.roles.contains(.number) } : 0
    // Few texts have so many numbers at all.
    let mayHoldRow = numbers > Self.longestRow
    // Most texts have fewer numerals: their list never moves.
    items.reserveCapacity(numbers > 0 ? numbers : min(landmarks.count, 48))
    for position in 0..<landmarks.count where landmarks[position].roles.contains(.number) {
      let index = Int(landmarks[position].token)
      guard index >= next else { continue }
      if mayHoldRow, let row = row(at: index, landmark: position) {
        append(row)
        next = row.range.upperBound
      } else if scan.tokens[index].kind == .number {
        let item = item(at: index)
        append(item)
        next = max(item.range.upperBound, index + 1)
      } else if scan.tokens[index].kind == .word, mayCount(index), let item = wordItem(at: index) {
        append(item)
        next = item.range.upperBound
      }
    }
    shareUnits()
    shareNouns()
    shareRates()
    shareDeeds()
    shareLaterDeeds()
    sharePlaces()
    shareMembers()
    shareRanges()
    shareDays()
    shareMonths()
    shareAround()
    shareHeaders()
  }

  /// Numerals never overlap: what the one before holds is not taken again.
  private func clamped(_ item: Item) -> Item {
    guard let last = items.last?.range.upperBound, item.range.lowerBound < last else { return item }
    var item = item
    item.range = last..<item.range.upperBound
    switch item.outcome {
    case .figure(let quantity):
      quantity.range = item.range
      if quantity.numberRange.lowerBound < last {
        quantity.numberRange = last..<max(last, quantity.numberRange.upperBound)
      }
    case .time(let time): time.range = item.range
    default: break
    }
    return item
  }

  private func append(_ read: Item) {
    let item = clamped(read)
    switch item.outcome {
    case .time(let time): lastTime = time
    case .reference: lastReference = item.range
    default: break
    }
    items.append(item)
  }

  /// What the numeral at a number token is; always an answer.
  private func item(at index: Int) -> Item {
    if let run = run(at: index) { return run }
    if let shape = references.shape(at: index) { return item(shape, at: index) }
    if let rank = rank(at: index) { return figure(rank) }
    let continued = lastReference.flatMap { $0.upperBound >= index - 2 ? $0 : nil }
    if let list = references.listNumber(at: index) { return item(list, at: index) }
    if let time = times.read(at: index, afterTime: lastTime), !isReferenced(index, time) {
      return Item(range: time.range, outcome: .time(time), rule: time.rule.description)
    }
    let quantity = quantities.read(at: index)
    let hasUnit = quantity?.unit != nil || (quantity?.scale ?? 0) > 0
    if let name = references.gluedName(at: index, hasUnit: hasUnit) { return item(name, at: index) }
    if let series = references.series(at: index) { return item(series, at: index) }
    if let cued = references.cued(at: index, hasUnit: hasUnit) { return item(cued, at: index) }
    if let article = references.article(at: index) { return item(article, at: index) }
    if let size = references.size(at: index) { return item(size, at: index) }
    if isAllInOne(index) {
      return Item(range: index..<index + 3, outcome: .reference, rule: "references:all-in-one")
    }
    if isOneOf(index) {
      return Item(range: index..<index + 1, outcome: .reference, rule: "references:article")
    }
    if isKarat(index, quantity) {
      return Item(range: quantity!.range, outcome: .reference, rule: "references:name")
    }
    if let listed = references.listed(
      at: index, after: continued, hasUnit: hasUnit && !references.isClause(index + 1))
    {
      return item(listed, at: index)
    }
    guard let quantity else {
      return rejected(
        index, "numbers:malformed",
        "its dots and commas fit no way to write a number; correct the text or add a form")
    }
    if let reason = refusedShare(quantity) {
      return rejected(index, "numbers:share", reason, quantity.range)
    }
    if quantity.unit == nil, quantity.kind == .ratio || quantity.per != nil {
      if let named = references.tyre(quantity.range)
        ?? references.house(at: index, quantity.range) ?? references.issue(quantity.range)
      {
        return item(named, at: index)
      }
      return figure(quantity)
    }
    namePrice(quantity)
    nameAge(quantity)
    nameScore(quantity)
    nameIndex(quantity)
    nameTemperature(quantity)
    nameCalibre(quantity)
    if quantity.precision == -2 { nameHeight(quantity) }
    if scan.isMark(index - 1, Mark.open), scan.isMark(index + 1, Mark.close) {
      nameSpelled(quantity)
    }
    if quantity.unit == nil {
      if isPartOf(quantity) {
        // 3 trong 4 thành viên: the noun stands with the whole.
        nameWhole(quantity)
        return figure(quantity)
      }
      if quantity.scale == 0, quantity.upper == nil,
        !quantity.isGrouped || references.isVersion(index) || lastReference?.upperBound == index,
        let named = references.named(at: index) ?? references.identifier(at: index)
          ?? references.plateEnd(at: index, lastReference)
      {
        return item(named, at: index)
      }
      if isTerm(quantity) {
        if let key = references.key(at: index) { return item(key, at: index) }
        return rejected(
          index, "numbers:term", "it is a term of a calculation and states nothing by itself",
          quantity.range)
      }
      if let houses = references.houses(at: index) { return item(houses, at: index) }
      if quantity.scale == 0, !quantity.isGrouped,
        !isStated(quantity) || references.isAddress(index),
        let named = references.beforeName(at: index)
      {
        return item(named, at: index)
      }
      if quantity.scale < 9, !quantity.isMoney,
        let noun = quantities.units.unknownNoun(at: quantity.range.upperBound)
      {
        if let image = references.imageName(at: index) { return item(image, at: index) }
        quantities.apply(noun, to: quantity)
      } else if !isStated(quantity) {
        if let loose = loose(at: index) { return loose }
        if scan.isWord(index - 1), scan.tokens[index - 1].kind == .word, scan.integer(index) != nil,
          scan.hits.ending(at: index, .stopWord) == nil
            || scan.hits.ending(at: index, .compound) != nil
        {
          // Nhi đồng 1, mạch 3: it tells one of several things of that name.
          return Item(
            range: index..<index + 1, outcome: .reference, rule: "references:after-word")
        }
        return rejected(
          index, "numbers:bare", "no unit and no counted noun stands with it", quantity.range)
      }
    } else if quantity.kind == .count, index + 1 < scan.count, scan.tokens[index + 1].isCapitalized,
      let house = references.street(at: index, quantity)
    {
      return item(house, at: index)
    }
    return figure(quantity)
  }

  /// A reference's strong cue outweighs a time's shape: `đợt 1 năm`, `Điều 12/2020`.
  private func isReferenced(_ index: Int, _ time: TimeExpression) -> Bool {
    // Kỳ 2 tháng 12/2020: the month goes on what is numbered.
    if scan.id(index + 1) == scan.words.month, let hit = scan.hits.ending(at: index, .reference),
      scan.rules.references[Int(hit.row)].kind == "name"
    {
      return references.isCueOfNext(index + 1)
    }
    guard
      time.rule.isSame(as: "times:day-month") || time.rule.isSame(as: "times:duration")
        || time.rule.isSame(as: "times:year") || time.rule.isSame(as: "times:month")
        // Nghị quyết số 9 tháng 2/2019: the document's number, and the month.
        || time.rule.isSame(as: "times:date") && scan.id(index + 1) == scan.words.month
    else { return false }
    if goesOnVersions(index) { return true }
    guard let hit = scan.hits.ending(at: index, .reference) else { return false }
    // Excel 2010: the version of a program.
    if scan.rules.references[Int(hit.row)].kind == "software" { return scan.digitCount(index) == 4 }
    // Trong vòng 6 năm: the longer phrase is a time's.
    if let duration = scan.hits.ending(at: index, .durationBefore), duration.start < hit.start {
      return false
    }
    return scan.rules.references[Int(hit.row)].strength == .strong
  }

  /// The 2010 of `Excel 2007, 2010 và 2013`: a version of what was named before.
  private func goesOnVersions(_ index: Int) -> Bool {
    guard let last = lastReference, last.upperBound == index - 1, last.count == 1,
      scan.digitCount(index) == 4, scan.digitCount(last.lowerBound) == 4,
      scan.isMark(index - 1, Mark.comma) || scan.id(index - 1) == scan.words.and
        || scan.id(index - 1) == scan.words.or || scan.id(index - 1) == scan.words.orElse,
      let rule = items.last?.rule
    else { return false }
    if rule.isSame(as: "references:list") { return true }
    guard let hit = scan.hits.ending(at: last.lowerBound, .reference) else { return false }
    return scan.rules.references[Int(hit.row)].kind == "software"
  }

  func item(_ result: ReferenceReader.Result, at index: Int) -> Item {
    switch result.disposition {
    case .time:
      let time = TimeExpression(range: result.range, value: .none, rule: "times:shape")
      return Item(range: result.range, outcome: .time(time), rule: result.rule)
    case .rejected:
      return Item(
        range: result.range, outcome: .rejected(result.reason ?? result.rule), rule: result.rule)
    default: return Item(range: result.range, outcome: .reference, rule: result.rule)
    }
  }

  func rejected(
    _ index: Int, _ rule: String, _ reason: String, _ range: Range<Int>? = nil
  ) -> Item {
    Item(range: range ?? index..<index + 1, outcome: .rejected(reason), rule: rule)
  }

  private func figure(_ quantity: Quantity) -> Item {
    Item(range: quantity.range, outcome: .figure(quantity), rule: quantity.rule)
  }

  // MARK: Ranks

  private func rank(at index: Int) -> Quantity? {
    guard let hit = scan.hits.ending(at: index, .rank), let operand = scan.operand(at: index),
      operand.form == .plain, operand.scale == 0
    else { return nil }
    let row = scan.rules.ranks[Int(hit.row)]
    if row.role == .ordinal, index >= rankingEnd, !goesOnRanking(hit) { return nil }
    // Bảng xếp hạng 30 doanh nghiệp ranks them, and is no rank.
    if row.phrase.isSame(as: "xếp hạng") || row.phrase.isSame(as: "vị trí"),
      let noun = scan.hits.starting(at: index + 1, .noun),
      !scan.rules.nouns[Int(noun.row)].isWeak, scan.rules.nouns[Int(noun.row)].kind != "admin_unit"
    {
      return nil
    }
    // Tại vị trí 21 ha: how large a place is.
    if row.phrase.isSame(as: "vị trí"), let unit = scan.hits.starting(at: index + 1, .unit),
      scan.rules.units[Int(unit.row)].kind == .measure
    {
      return nil
    }
    let quantity = Quantity(
      range: operand.range, numberRange: operand.range, value: operand.value, precision: 0,
      kind: .rank, unit: "rank", scale: 0, rule: row.label)
    if scan.isMark(index + 1, Mark.slash), scan.isNumber(index + 2),
      let whole = scan.operand(at: index + 2), whole.form != .decimal
    {
      quantity.of = whole.value
      quantity.range = index..<whole.range.upperBound
      quantity.numberRange = quantity.range
    }
    rankingEnd = scan.sentenceEnd(index)
    return quantity
  }

  /// `cao nhất Đông Nam Á và thứ 3 châu Á`, `và thứ 15 trên thế giới`: among those of an area.
  private func goesOnRanking(_ hit: Hit) -> Bool {
    guard scan.id(Int(hit.start) - 1) == scan.words.and else { return false }
    let next = Int(hit.end) + 1
    return scan.hits.hasStart(at: next, .place)
      || (scan.id(next) == scan.words.upon || scan.words.placeLinks.contains(scan.id(next)))
        && scan.hits.hasStart(at: next + 1, .place)
  }
}
