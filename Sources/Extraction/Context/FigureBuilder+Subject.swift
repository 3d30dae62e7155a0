import Lexing
import Rules

/// What a figure measures: the phrase before it, behind it, or the one carried on.
extension FigureBuilder {
  func subject(
    _ quantity: Quantity, _ meaning: Meaning, _ next: Int, _ carried: inout Carried
  ) -> Range<Int>? {
    let since = subjectStart(quantity, carried)
    var left = subjects.before(quantity, since: since)
    let wasPart = carried.part
    carried.part = part(quantity, left, since)
    if let whole = wholePhrase(quantity, left, since, wasPart, carried) {
      left = whole
    } else if left == nil, goesOn(quantity, since: since, carried) {
      // From 5 to 7, and what is worth as much: of the same as the figure before.
      return carried.subject
    } else if left == nil, !isNounFollowed(quantity) {
      left = subjects.bracketed(quantity, lowest: carried.figureEnd)
      // Behind another figure the comma goes on with what that one measures.
      if left == nil, carried.figureEnd == carried.sentenceStart || quantity.unit == "tuổi" {
        left = subjects.clauseBefore(since, lowest: carried.figureEnd)
      }
    } else if subjects.isAdverbial(since, before: quantity.range.lowerBound) {
      // Giá vàng thế giới, trên sàn Comex New York tăng 4 USD.
      let isContrast = !scan.isMark(since - 1, Mark.comma) && carried.subject != nil
      left = isContrast ? nil : subjects.clauseBefore(since, lowest: carried.figureEnd) ?? left
    } else if carried.subject != nil,
      subjects.onlyCompares(since: since, before: quantity.range.lowerBound)
    {
      left = nil
    }
    // Doanh thu đạt 5 tỷ đồng, tăng trưởng 3%: only the word for the change.
    if let phrase = left, carried.subject != nil, meaning.change != nil,
      scan.hits.starting(at: phrase.lowerBound, .change)?.range == phrase
    {
      left = nil
    }
    let found: Range<Int>?
    if quantity.unit == "tuổi", let person = subjects.person(quantity, lowest: carried.figureEnd) {
      found = person
    } else if let part = changedPart(quantity, meaning, next) {
      found = part
    } else if meaning.kind == .rank {
      found = subjects.ranked(quantity, before: next) ?? left
    } else if let part = ratioPart(quantity, left, next) {
      found = part
    } else if isNounFollowed(quantity) {
      found = countSubject(quantity, left, since, next, carried)
    } else if isPartTaken(quantity, meaning, since)
      || meaning.change == nil
        && (subjects.opens(quantity, since: since) || subjects.isHad(quantity)),
      !scan.isMark(quantity.range.lowerBound - 1, Mark.open),
      let right = rightPhrase(quantity, next)
    {
      found = right
    } else if left == nil,
      carried.subject == nil
        || isGiven(quantity) && !subjects.hasLevelVerb(before: quantity, since: since)
          && scan.id(since) != scan.words.and
    {
      found = given(quantity, next)
    } else {
      found = left
    }
    let isRespective = found == nil && subjects.isRespective(quantity, since: since)
    if isRespective, let other = carried.earlierSubject { return other }
    // Kéo dài 11 ngày, tăng 5%: how long it took is not what has grown.
    if let found, quantity.kind == .duration, let subject = carried.subject,
      subject.lowerBound >= carried.sentenceStart
    {
      return found
    }
    if let found {
      carried.measure(found)
    } else if carried.subject == nil, subjects.hasLevelVerb(before: quantity, since: since) {
      // Tính chung 8 tháng đạt 200 tỷ đồng: the paragraph goes on with what the one before measured.
      carried.subject = carried.lastSubject
    }
    return found ?? carried.subject
  }

  /// The phrase that began before the figure before, where that one is a part of it: `giá trị hợp tác
  /// hai nước đạt 5 tỷ`, `20 căn nhà xã hội rộng 30 m2`.
  private func wholePhrase(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ part: Part?,
    _ carried: Carried
  ) -> Range<Int>? {
    guard let part, since == carried.figureEnd, !isNounFollowed(quantity),
      scan.isWord(since)
    else { return nil }
    if let start = part.phrase, subjects.hasLevelVerb(before: quantity, since: since) {
      if let left, left.lowerBound > since { return nil }
      return start..<(left?.upperBound ?? since)
    }
    guard let left, left.lowerBound == since, part.noun < since else { return nil }
    return part.noun..<left.upperBound
  }

  /// What a later figure of the clause may need of this one: where its noun begins, and the noun
  /// phrase that ends with it, `lãi suất kỳ hạn | 6 tháng`.
  private func part(_ quantity: Quantity, _ left: Range<Int>?, _ since: Int) -> Part? {
    let isCounted = isNounFollowed(quantity) && quantity.kind == .count
    guard isCounted || quantity.kind == .measure || quantity.kind == .duration else { return nil }
    var phrase: Int?
    if let left, isNominal(left.lowerBound),
      !subjects.hasLevelVerb(before: quantity, since: since),
      quantity.range.lowerBound - left.upperBound <= 1
    {
      phrase = left.lowerBound
    }
    let noun = isCounted ? quantity.numberRange.upperBound : quantity.range.upperBound
    return Part(noun: noun, phrase: phrase)
  }

  /// `từ 5% lên 7%`, `tương đương 3%`: nothing but a step, or words of likeness, since the figure before.
  private func goesOn(_ quantity: Quantity, since: Int, _ carried: Carried) -> Bool {
    guard carried.subject != nil, carried.figureEnd > carried.sentenceStart else { return false }
    let first = quantity.range.lowerBound
    if isComparedWith(first) { return true }
    if scan.words.steps.contains(scan.id(carried.figureEnd)), first - carried.figureEnd <= 4 {
      return !isNounFollowed(quantity)
    }
    return quantity.kind == .percent && isEquivalent(quantity, since: carried.figureEnd)
  }

  /// `so với mức 3%`: the same at another time or place.
  private func isComparedWith(_ index: Int) -> Bool {
    var position = index
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    if scan.words.levelNouns.contains(scan.id(position - 1)) { position -= 1 }
    return scan.id(position - 1) == scan.words.with && scan.id(position - 2) == scan.words.compared
  }

  /// `tỷ lệ 50% hộ đồng ý`: the noun behind is what the rate is of.
  private func ratioPart(_ quantity: Quantity, _ left: Range<Int>?, _ next: Int) -> Range<Int>? {
    guard quantity.kind == .percent else { return nil }
    var position = quantity.range.lowerBound
    while scan.words.ratioNouns.contains(scan.id(position - 1)) { position -= 1 }
    guard position < quantity.range.lowerBound,
      !scan.words.levelVerbs.contains(scan.id(position - 1)), left == nil,
      scan.hits.hasStart(at: quantity.range.upperBound, of: [.noun, .measured])
    else { return nil }
    return rightPhrase(quantity, next)
  }

  /// `khách đạt 7 triệu lượt (cùng kỳ là 6 triệu lượt), tăng 9%`: what a remark in brackets measures
  /// ends with it.
  func enterBracket(_ quantity: Quantity, in sentence: Sentence, _ carried: inout Carried) {
    let isInside = scan.isBracketed(quantity.range.lowerBound, since: sentence.tokens.lowerBound)
    if isInside, !carried.isInBracket { carried.outerSubject = carried.subject }
    if !isInside, carried.isInBracket { carried.subject = carried.outerSubject ?? carried.subject }
    carried.isInBracket = isInside
  }

  /// Behind the figure before, and behind words that deny this one in the same statement; `tỷ lệ
  /// không phải 3%` names what it speaks of before them.
  func subjectStart(_ quantity: Quantity, _ carried: Carried) -> Int {
    let start = subjects.segmentStart(of: quantity, lowest: carried.figureEnd)
    guard let cue = contrasts.denial(of: quantity.range.lowerBound)?.cue,
      carried.figureEnd > carried.sentenceStart || Int(cue.start) == carried.sentenceStart
    else { return start }
    return max(start, Int(cue.end))
  }

  /// `cắt giảm 47% thời gian giải quyết`, `chở 50% số khách`: the noun behind a percentage is what is
  /// cut, or what it is a part of; `chiếm 5% số hộ` states the share that the words before name.
  func isPartTaken(_ quantity: Quantity, _ meaning: Meaning, _ since: Int) -> Bool {
    let end = quantity.range.upperBound
    // Giảm 3.500 tỷ đồng giá điện.
    // Phải trả 4 tỷ đồng tiền lãi, đạt 5 tỷ đồng lợi nhuận.
    if quantity.kind == .money, scan.id(end) == scan.words.money { return true }
    if quantity.kind == .money, meaning.change == nil, scan.hits.hasStart(at: end, .measured) {
      return !(since..<quantity.range.lowerBound).contains { subjects.namesMeasure($0) }
    }
    if quantity.kind == .money, meaning.change != nil {
      return scan.hits.hasStart(at: end, .measured)
    }
    if quantity.kind == .measure { return isAmount(quantity, since) }
    guard quantity.kind == .percent, !scan.hits.hasStart(at: end, .timeCue),
      scan.hits.hasStart(at: end, of: [.noun, .measured]) || scan.id(end) == scan.words.number
        || scan.id(end) == scan.words.money,
      !scan.words.plans.contains(scan.id(end))
    else { return false }
    // Tỷ lệ hài lòng không quá 50% số hộ: a rate is named before it.
    if meaning.change == nil, subjects.namesRate(since..<quantity.range.lowerBound) { return false }
    return meaning.change != nil || !subjects.hasLevelVerb(before: quantity, since: since)
  }

  /// `đã nhập 111.000 tấn thịt lợn`: the matter behind its weight, area or volume.
  private func isAmount(_ quantity: Quantity, _ since: Int) -> Bool {
    let end = quantity.range.upperBound
    guard let unit = quantity.unit, Self.amounts.contains(unit), scan.isWord(end),
      !scan.tokens[end].isCapitalized, !subjects.saysNothing(end),
      !subjects.hasLevelVerb(before: quantity, since: since)
    else { return false }
    // Khu đất 178 ha nằm trong quy hoạch: the noun before is what is so large.
    var first = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: first, .qualifier) { first = Int(hit.start) }
    if scan.hits.ending(at: first, .noun) != nil, !scan.hits.hasStart(at: end, .noun) {
      return false
    }
    // Sản lượng, diện tích and the like name it already.
    return !(since..<quantity.range.lowerBound).contains { scan.hits.hasStart(at: $0, .measured) }
  }

  private static let amounts: Set<String> = ["t", "kg", "har", "m2", "m3", "L", "km2", "MW", "kW.h", "km"]

  /// `tăng 3,2% về số doanh nghiệp`: what has changed, named behind.
  func changedPart(_ quantity: Quantity, _ meaning: Meaning, _ next: Int) -> Range<Int>? {
    let end = quantity.range.upperBound
    guard meaning.change != nil || scan.hits.hasStart(at: end + 1, .measured),
      scan.id(end) == scan.words.concerning,
      scan.hits.hasStart(at: end + 1, of: [.noun, .measured, .compound])
        || scan.id(end + 1) == scan.words.number
    else { return nil }
    return subjects.after(quantity, from: end + 1, before: next)
  }

  func isNounFollowed(_ quantity: Quantity) -> Bool {
    (quantity.kind == .count || quantity.kind == .ratio) && quantity.unit != nil
      && quantity.range.upperBound > quantity.numberRange.upperBound
  }

  /// The phrase before a verb such as đạt, or else the one that begins with the noun; a noun with
  /// nothing behind it says less than what stands before the number.
  func countSubject(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ next: Int, _ carried: Carried
  ) -> Range<Int>? {
    if let left, left.count >= 2, subjects.hasLevelVerb(before: quantity, since: since),
      !subjects.isMember(quantity), !subjects.isLocation(left), !identifies(quantity, left, next)
    {
      return left
    }
    let nounStart = quantity.numberRange.upperBound
    let right = subjects.after(quantity, from: nounStart, before: next)
    // Số ca mắc là 50, tăng 10 ca: a noun that says nothing goes on with what was measured before.
    if left == nil, let right, right.count == 1, let before = carried.subject,
      before.lowerBound >= carried.sentenceStart, carried.figureEnd > carried.sentenceStart,
      scan.words.generalNouns.contains(scan.id(nounStart))
    {
      return before
    }
    // Luồng xanh 3.387.971 tờ khai; luồng vàng …: a list names its members before their numbers.
    if let left, left.count >= 2, left.count <= 6, isListMember(since),
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    {
      return left
    }
    guard let left, left.count >= 2,
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    else { return right }
    // Ghi nhận 30 ca dương tính: a noun that says which is measured itself, whatever is done to it.
    if subjects.isLocation(left) || !isNominal(left.lowerBound) && !left.contains(where: isNumbered) {
      return right
    }
    // Người and trường hợp alone say nothing; nor does a noun that stands in the left phrase too.
    let noun = scan.id(nounStart)
    let isGeneral = scan.words.generalNouns.contains(noun)
    return isGeneral || left.contains { scan.id($0) == noun && noun != 0 } ? left : right
  }

  /// `Lào và Thái Lan là hai nước chịu thiệt hại nặng`: those counted, not their number.
  private func identifies(_ quantity: Quantity, _ left: Range<Int>, _ next: Int) -> Bool {
    guard scan.id(quantity.range.lowerBound - 1) == scan.words.being,
      !left.contains(where: {
        scan.id($0) == scan.words.number || scan.hits.hasStart(at: $0, .measured)
          || scan.id($0) == scan.id(quantity.numberRange.upperBound)
      })
    else { return false }
    return subjects.after(quantity, from: quantity.numberRange.upperBound, before: next)
      .map { $0.upperBound > quantity.range.upperBound } ?? false
  }

  private func isNumbered(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .measured) || scan.id(index) == scan.words.number
      || scan.words.determiners.contains(scan.id(index))
  }

  func isNominal(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .noun) || isNumbered(index)
  }

  func isListMember(_ start: Int) -> Bool {
    scan.isMark(start - 1, Mark.colon) || scan.isMark(start - 1, Mark.semicolon)
  }

  func figure(at token: Int) -> Quantity? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    guard low < items.count, items[low].range.lowerBound == token,
      case .figure(let quantity) = items[low].outcome
    else { return nil }
    return quantity
  }

  /// What stands behind a figure without a noun of its own: 100% doanh nghiệp dùng hóa đơn điện tử.
  func rightPhrase(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
    let start = quantity.range.upperBound
    guard scan.isWord(start),
      !scan.hits.hasStart(at: start, of: [.stopWord, .change, .timeCue])
        || scan.hits.hasStart(at: start, .compound) || !subjects.isPredicate(start)
        || scan.words.determiners.contains(scan.id(start)),
      quantity.kind != .percent || !scan.words.plans.contains(scan.id(start)),
      scan.id(start) != scan.words.compared,
      quantity.kind == .measure
        || scan.id(start) != scan.words.one && scan.id(start) != scan.words.each
    else { return nil }
    return subjects.after(quantity, from: start, before: next)
  }

  /// `giảm 300 tỷ đồng cho gần 2 triệu hộ`: who it is given to.
  func isGiven(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.give
  }

  func given(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
    guard isGiven(quantity) else { return rightPhrase(quantity, next) }
    var start = quantity.range.upperBound + 1
    if let hit = scan.hits.starting(at: start, .qualifier) { start = Int(hit.end) }
    if start == next, let other = figure(at: next) {
      return subjects.after(
        other, from: other.numberRange.upperBound,
        before: min(scan.count, other.range.upperBound + 40))
    }
    return subjects.after(quantity, from: start, before: next)
  }
}
