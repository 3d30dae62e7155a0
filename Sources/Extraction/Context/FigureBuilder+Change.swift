import Lexing
import Model
import Rules

/// Whether a figure is a level or the size of a change, and against what.
extension FigureBuilder {
  /// `giảm 1,2%, 0,8% và 2%`: nothing but a comma or và since the figure before; or the same amount
  /// in other units: `giảm 90 cent, tương đương gần 0,1%`.
  func isListed(_ quantity: Quantity, since: Int) -> Bool {
    let first = quantity.range.lowerBound
    if isEquivalent(quantity, since: since) { return true }
    // Giảm 8% về lượng và 7% về giá trị.
    if scan.id(since) == scan.words.concerning,
      scan.id(quantity.range.upperBound) == scan.words.concerning
    {
      return scan.isMark(first - 1, Mark.comma) || scan.id(first - 1) == scan.words.and
    }
    let bound = scan.hits.ending(at: first, .qualifier).map { Int($0.start) } ?? first
    // Tăng 30%, lên 4 tỷ đồng: the level reached.
    guard bound - since == 1, !scan.words.steps.contains(scan.id(bound)) else { return false }
    if scan.id(since) == scan.words.and, isOfOtherThing(quantity, since: since) { return false }
    return scan.isMark(since, Mark.comma) || scan.id(since) == scan.words.and
  }

  /// `6 tỷ đồng doanh thu, tăng 26% và 2 tỷ đồng lợi nhuận`: an amount of what is named behind it, and
  /// no second change.
  private func isOfOtherThing(_ quantity: Quantity, since: Int) -> Bool {
    guard quantity.kind == .money,
      scan.hits.hasStart(at: quantity.range.upperBound, .measured),
      let last = subjects.figure(within: since - 1)
    else { return false }
    return last.kind == .percent
  }

  /// `giảm 480 đồng/lít, dầu diesel 210 đồng/lít`: the same change of the next thing, in the same
  /// unit and of like size, with nothing but its name before it.
  func isOfPriceList(_ quantity: Quantity, since: Int, _ carried: Carried) -> Bool {
    guard carried.change != nil, let last = carried.price, last.unit == quantity.unit,
      last.kind == quantity.kind,
      scan.isMark(since, Mark.comma) || scan.id(since) == scan.words.and,
      quantity.value < last.value.scaled(byPowerOfTen: 1),
      last.value < quantity.value.scaled(byPowerOfTen: 1)
    else { return false }
    let name = since + 1..<quantity.range.lowerBound
    return !name.isEmpty && name.count <= 4
      && name.allSatisfy {
        scan.isWord($0) && scan.id($0) != scan.words.price && scan.id($0) != scan.words.degree
          && !scan.words.levelVerbs.contains(scan.id($0))
          && !scan.words.joints.contains(scan.id($0)) && !scan.words.steps.contains(scan.id($0))
          && !scan.hits.hasStart(at: $0, .change) && !scan.hits.hasStart(at: $0, .status)
      }
  }

  /// `giảm gần 60 đơn vị cấp cục và gần 300 đơn vị cấp phòng`: the same change of others of that name.
  func isOfPair(_ quantity: Quantity, since: Int, _ carried: Carried) -> Bool {
    guard carried.change != nil, quantity.kind == .count, quantity.unit != nil,
      since == carried.figureEnd, since > carried.sentenceStart,
      let last = subjects.figure(within: since - 1), last.kind == .count,
      last.unit == quantity.unit
    else { return false }
    let first = quantity.range.lowerBound
    let joint = (scan.hits.ending(at: first, .qualifier).map { Int($0.start) } ?? first) - 1
    guard joint - since >= 1, joint - since <= 8,
      scan.id(joint) == scan.words.and || scan.isMark(joint, Mark.comma)
    else { return false }
    return (since..<joint).allSatisfy {
      scan.isWord($0) && !scan.hits.hasStart(at: $0, of: [.change, .status])
        && !scan.words.levelVerbs.contains(scan.id($0))
        && !scan.words.havingVerbs.contains(scan.id($0))
        && !scan.words.tenses.contains(scan.id($0)) && !scan.words.joints.contains(scan.id($0))
        && scan.id($0) != scan.words.compared
    }
  }

  func isEquivalent(_ quantity: Quantity, since: Int) -> Bool {
    var position = since
    while scan.isMark(position, Mark.comma) || scan.isMark(position, Mark.open) { position += 1 }
    return quantity.range.lowerBound - position <= 6
      && scan.id(position) == scan.words.equal && scan.id(position + 1) == scan.words.worth
  }

  /// `vượt 5% so với kế hoạch` is a change; `vượt 100 tỷ đồng` a bound.
  func decideExceeded(_ quantity: Quantity, _ meaning: Meaning) {
    guard meaning.qualifier == .over, quantity.kind == .percent, meaning.change == nil,
      let basis = meaning.basis,
      scan.id(basis.lowerBound) == scan.words.compared
        || scan.words.plans.contains(scan.id(basis.lowerBound)),
      let cue = scan.hits.ending(at: quantity.range.lowerBound, .qualifier),
      scan.rules.qualifiers[Int(cue.row)].phrase.begins(with: "vượt")
    else { return }
    meaning.qualifier = nil
    meaning.change = .increase
  }

  /// `vượt chỉ tiêu 3%`, `vượt kế hoạch năm gần 12%`: over a plan that is named before it. A large
  /// one may be the rate that was planned: `vượt mục tiêu 80%`.
  ///
  /// - Returns: The words of the plan.
  func exceededPlan(_ quantity: Quantity) -> Range<Int>? {
    guard quantity.kind == .percent, quantity.value < Self.leastRate else { return nil }
    let first = quantity.range.lowerBound
    let end = scan.hits.ending(at: first, .qualifier).map { Int($0.start) } ?? first
    for index in stride(from: end - 1, through: max(1, end - 5), by: -1) {
      guard scan.isWord(index), scan.id(index) != scan.words.being else { return nil }
      if scan.id(index) == scan.words.surpassing {
        let plan = scan.words.levelNouns.contains(scan.id(index + 1)) ? index + 2 : index + 1
        return plan < end && scan.words.plans.contains(scan.id(plan)) ? plan..<end : nil
      }
    }
    return nil
  }

  /// Plans are seldom outdone by so much.
  private static let leastRate = ExactDecimal(30)

  /// True where the unit's rule is that of lần.
  static func isTimes(_ rule: String) -> Bool {
    rule.utf8.reversed().starts(with: "units:lần".utf8.reversed())
  }

  /// `lần` multiplies where something grows, and counts where nothing does.
  func decideMultiple(_ quantity: Quantity, _ meaning: Meaning) {
    guard quantity.kind == .multiple, Self.isTimes(quantity.rule) else { return }
    let first = quantity.range.lowerBound
    let isFold = (max(0, first - 3)..<first).contains { scan.id($0) == scan.words.fold }
    // Tăng định kỳ mỗi năm 1 lần: how often, and not how much.
    let isFrequency =
      scan.hits.ending(at: first, .unit).map { scan.rules.units[Int($0.row)].kind == .duration }
      ?? false
    if meaning.change == nil, !isFrequency, isExceeded(first) {
      // Vượt 5 lần: the word says what is measured, and bounds nothing.
      if scan.id(first - 1) == scan.words.surpassing { meaning.qualifier = nil }
      return
    }
    // Nobody does something 1,34 times.
    let isCompared = isFold || isMagnitude(before: first) || !quantity.value.isWhole
    if meaning.change == nil && !isCompared || isFrequency {
      meaning.kind = .count
      meaning.unit = "lần"
      if isFrequency { meaning.change = nil }
    }
  }

  /// `vượt gần 5 lần`, `vượt quy chuẩn 5 lần`: so many times over, not so often.
  private func isExceeded(_ first: Int) -> Bool {
    scan.id(first - 1) == scan.words.surpassing || scan.id(first - 2) == scan.words.surpassing
      || scan.exceedsNorm(before: first)
  }

  /// `lớn khoảng 30 lần Trái Đất`
  private func isMagnitude(before index: Int) -> Bool {
    let start = scan.hits.ending(at: index, .qualifier).map { Int($0.start) } ?? index
    return scan.words.magnitudes.contains(scan.id(start - 1))
  }

  func basis(
    _ quantity: Quantity, _ meaning: Meaning, _ sentence: Sentence, _ next: Int,
    _ carried: Carried
  ) -> Range<Int>? {
    if let range = bases.after(quantity, before: next) {
      if meaning.change != nil { carried.basis = range }
      return range
    }
    guard meaning.change != nil else { return nil }
    if let range = carried.basis { return range }
    carried.basis = bases.before(
      quantity.range.lowerBound, since: max(sentence.tokens.lowerBound, carried.unbased))
    // What stands right before the number may go on behind it.
    carried.unbased = quantity.range.lowerBound - 2
    return carried.basis
  }
}
