import Lexing
import Rules

/// What a figure measures: the phrase before it, behind it, or the one carried on.
extension FigureBuilder {
  func subject(
    _ quantity: Quantity, _ meaning: Meaning, _ next: Int, _ carried: Carried
  ) -> Range<Int>? {
    if let member = respective(quantity, carried) {
      carried.measure(member)
      return member
    }
    let since = subjectStart(quantity, carried)
    var left = subjects.before(quantity, since: since)
    let own = left
    if scan.id(since - 1) == scan.words.with, let phrase = left,
      let compared = subjects.compared(
        since, phrase, carried.figureEnd, before: quantity.range.lowerBound)
    {
      left = compared
    }
    // So với dịp lễ 2019 giảm 1 vụ: when, and not what.
    if let phrase = left, scan.id(since - 1) == scan.words.with,
      scan.id(since - 2) == scan.words.compared, since - 2 == scan.sentenceStart(since - 2),
      scan.isNumber(phrase.upperBound)
    {
      left = nil
    }
    if quantity.kind == .measure, let phrase = left,
      let owner = subjects.sized(phrase, lowest: carried.figureEnd)
    {
      left = owner
    }
    let wasPart = carried.part
    carried.part = part(quantity, left, since)
    if let whole = wholePhrase(quantity, left, since, wasPart, carried) {
      left = whole
    } else if left == nil || left == carried.figureEnd..<carried.figureEnd + 1,
      goesOn(quantity, since: since, carried)
    {
      // From 5 to 7, and what is worth as much: of the same as the figure before.
      return carried.subject
    } else if left == nil, !isNounFollowed(quantity) {
      left =
        isRemark(quantity, carried)
        ? nil : subjects.bracketed(quantity, lowest: carried.figureEnd)
      // Behind another figure the comma goes on with what that one measures.
      if left == nil {
        left =
          carried.figureEnd == carried.sentenceStart || quantity.isAge
          ? subjects.clauseBefore(since, lowest: carried.figureEnd)
          : subjects.ownClause(before: since, lowest: carried.figureEnd)
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
    if left == nil, quantity.kind == .measure, let tall = tall(quantity, carried) { left = tall }
    // Doanh thu trong quý IV: when, and not what.
    if let phrase = left, phrase.count > 2,
      scan.id(phrase.upperBound - 2) == scan.words.quarter,
      scan.words.romanNumerals[scan.id(phrase.upperBound - 1)] != nil
    {
      left = subjects.trimmed(phrase.lowerBound..<phrase.upperBound - 1)
    }
    // Doanh thu đạt 5 tỷ đồng, tăng trưởng 3%: only the word for the change.
    if let phrase = left, let subject = carried.subject, meaning.change != nil,
      subject.lowerBound >= carried.sentenceStart,
      scan.hits.starting(at: phrase.lowerBound, .change)?.range == phrase
    {
      left = nil
    }
    if let phrase = left, refersBack(quantity, phrase, carried) { left = nil }
    var found: Range<Int>?
    if quantity.isAge, let person = subjects.person(quantity, lowest: carried.figureEnd) {
      found = person
    } else if let part = changedPart(quantity, meaning, next) {
      found = part
    } else if quantity.kind == .percent || quantity.kind == .duration,
      let part = told(quantity, meaning, own, since, next)
    {
      found = part
    } else if carried.isInBracket, quantity.kind == .measure,
      let part = bracketPart(quantity, own, next, carried)
    {
      found = part
    } else if meaning.kind == .rank {
      found = subjects.ranked(quantity, before: next) ?? left
    } else if let part = ratioPart(quantity, left, next) ?? partAmong(
      quantity, meaning, left, since, next)
      ?? described(quantity, left, since, next, carried)
    {
      found = part
    } else if isNounFollowed(quantity) {
      found = countSubject(quantity, left, since, next, carried)
    } else if isPartTaken(quantity, meaning, since)
      || meaning.change == nil
        && (subjects.opens(quantity, since: since) || subjects.isHad(quantity))
        // Gấp 5 lần lương của thợ: what it is compared with.
        && !(meaning.kind == .multiple && isOfMeasure(carried)),
      !scan.isMark(quantity.range.lowerBound - 1, Mark.open),
      let right = rightPhrase(
        quantity, next, tells: quantity.kind == .percent && meaning.change == nil)
    {
      found = right
    } else if quantity.kind == .duration || quantity.kind == .money || quantity.kind == .multiple,
      let left,
      let right = done(quantity, meaning, left, next)
    {
      found = right
    } else if left == nil,
      carried.subject == nil || opensAnew(quantity, carried)
        || isGiven(quantity) && !subjects.hasLevelVerb(before: quantity, since: since)
          && scan.id(since) != scan.words.and && scan.id(since - 1) != scan.words.and
    {
      found = given(quantity, next)
    } else {
      found = left
    }
    // Xuất khẩu rau đạt 5 tỷ đồng, Hàn Quốc 2 tỷ đồng: whose it is, not what.
    if let phrase = found, !isNounFollowed(quantity), !quantity.isAge,
      subjects.namesPlace(phrase) || isRanked(quantity) && subjects.namesArea(phrase)
    {
      found =
        exemplified(by: phrase, carried) ?? what(before: since, carried) ?? phrase
    }
    // Tốc độ tăng của ô tô là 11%, của xe máy là 6%: whose, not what.
    if scan.id(since) == scan.words.belonging, let subject = carried.subject,
      subject.lowerBound >= carried.sentenceStart, !isNounFollowed(quantity)
    {
      found = subject
    }
    if left == nil, let other = extreme(since, quantity, carried) { found = other }
    if let phrase = found, scan.isMark(phrase.lowerBound - 1, Mark.comma),
      carried.figureEnd == carried.sentenceStart, let whole = topical(phrase, carried)
    {
      found = whole
    }
    // Theo ông Nam, dự kiến năm 2019 xấp xỉ 300 triệu đồng: of what was measured before, and not of
    // who says it.
    if let phrase = found, phrase.upperBound <= quantity.range.lowerBound,
      let subject = carried.subject, isCited(phrase, carried)
    {
      found = subject
    }
    if let phrase = found, isDenied(phrase) { found = negated(phrase, since: carried.figureEnd) }
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

  /// `Nhiệt độ thấp nhất 14 độ; cao nhất từ 19 độ`: the other extreme than the one carried on.
  @inline(__always)
  private func extreme(
    _ since: Int, _ quantity: Quantity, _ carried: Carried
  ) -> Range<Int>? {
    guard let last = carried.subject?.last(where: { scan.id($0) == scan.words.most }),
      let most = (since..<max(since, quantity.range.lowerBound)).first(where: {
        scan.id($0) == scan.words.most
      }), most > since, scan.id(most - 1) != scan.id(last - 1)
    else { return nil }
    return most - 1..<most + 1
  }

  /// What is measured where the words of a figure only say in which place: by the sentence, else by the
  /// paragraph.
  func what(before start: Int, _ carried: Carried) -> Range<Int>? {
    var phrase = carried.subject
    // 500 triệu đồng cho 2 địa phương (Hà Tĩnh 300 triệu đồng): what each of them gets.
    if let areas = phrase, areas.count <= 2, scan.words.owners.contains(scan.id(areas.lowerBound)),
      let earlier = carried.earlierSubject
    {
      phrase = earlier
    }
    if phrase.map({ $0.lowerBound < carried.sentenceStart }) ?? true {
      phrase = subjects.clauseBefore(start, lowest: carried.figureEnd) ?? phrase
    }
    guard let phrase, phrase.count > 1 || isNominal(phrase.lowerBound),
      scan.hits.starting(at: phrase.lowerBound, .measured)?.range != phrase,
      !subjects.namesPlace(phrase), !subjects.tellsWhose(phrase)
    else { return nil }
    return phrase
  }

  /// `khách đạt 7 triệu lượt (cùng kỳ là 6 triệu lượt), tăng 9%`: what a remark in brackets measures
  /// ends with it.
  func enterBracket(_ quantity: Quantity, in sentence: Sentence, _ carried: Carried) {
    let bracket = carried.bracket.position(before: quantity.range.lowerBound, reach: 40) {
      $0.last { scan.isMark($0, Mark.open) || scan.isMark($0, Mark.close) }
    }
    let isInside =
      bracket.map { $0 >= sentence.tokens.lowerBound && scan.isMark($0, Mark.open) } ?? false
    if isInside, !carried.isInBracket { carried.outerSubject = carried.subject }
    if !isInside, carried.isInBracket { carried.subject = carried.outerSubject ?? carried.subject }
    carried.isInBracket = isInside
  }

  /// Behind the figure before, and behind words that deny this one in the same statement; `tỷ lệ
  /// không phải 3%` names what it speaks of before them.
  func subjectStart(_ quantity: Quantity, _ carried: Carried) -> Int {
    let start = subjects.segmentStart(
      of: quantity, lowest: carried.figureEnd, mayCite: carried.mayCite)
    guard let cue = contrasts.denial(of: quantity.range.lowerBound)?.cue,
      carried.figureEnd > carried.sentenceStart || Int(cue.start) == carried.sentenceStart
    else { return start }
    return max(start, Int(cue.end))
  }

  /// `cắt giảm 47% thời gian giải quyết`, `chở 50% số khách`: the noun behind a percentage is what is
  /// cut, or what it is a part of; `chiếm 5% số hộ` states the share that the words before name.
  @inline(__always)
  func isPartTaken(_ quantity: Quantity, _ meaning: Meaning, _ since: Int) -> Bool {
    let end = end(of: quantity)
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
        || scan.id(end) == scan.words.money || scan.words.determiners.contains(scan.id(end)),
      !scan.words.plans.contains(scan.id(end))
    else { return false }
    // Tỷ lệ hài lòng không quá 50% số hộ: a rate is named before it.
    if subjects.isMember(quantity) { return true }
    if meaning.change == nil, subjects.namesRate(since..<quantity.range.lowerBound) { return false }
    // Mức dư nợ vay không vượt quá 90% số thu.
    if meaning.change == nil, meaning.qualifier == .atMost,
      let left = subjects.trimmed(since..<quantity.range.lowerBound),
      left.count > 2, subjects.namesMeasure(left.lowerBound)
    {
      return false
    }
    return meaning.change != nil || !subjects.hasLevelVerb(before: quantity, since: since)
  }

  /// `đã nhập 111.000 tấn thịt lợn`: the matter behind its weight, area or volume.
  private func isAmount(_ quantity: Quantity, _ since: Int) -> Bool {
    let end = quantity.range.upperBound
    guard let unit = quantity.unit, Self.amounts.contains(unit), scan.isWord(end),
      !scan.tokens[end].isCapitalized || namesMatter(end), !subjects.saysNothing(end),
      !subjects.hasLevelVerb(before: quantity, since: since)
    else { return false }
    // Nhà máy chiếm dụng 20 ha đất: who takes it.
    let before = max(since, quantity.range.lowerBound - 3)..<quantity.range.lowerBound
    if before.contains(where: { scan.id($0) == scan.words.share }) { return false }
    // Khu đất 178 ha nằm trong quy hoạch: the noun before is what is so large.
    var first = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: first, .qualifier) { first = Int(hit.start) }
    if scan.hits.ending(at: first, .noun) != nil, scan.hits.ending(at: first, .compound) == nil,
      !scan.hits.hasStart(at: end, of: [.noun, .measured])
    {
      return false
    }
    // Sản lượng, diện tích and the like name it already.
    return !(since..<quantity.range.lowerBound).contains { scan.hits.hasStart(at: $0, .measured) }
  }

  private static let amounts: Set<String> = [
    "t", "kg", "har", "m2", "m3", "L", "km2", "MW", "kW", "kW.h", "km", "sào",
  ]

  /// The end of the figure with the words that bound it: 5% trở lên.
  @inline(__always)
  func end(of quantity: Quantity) -> Int {
    let end = quantity.range.upperBound
    return scan.hits.hasStart(at: end, .qualifierAfter) ? boundEnd(end) : end
  }

  private func boundEnd(_ end: Int) -> Int {
    guard let bound = scan.hits.starting(at: end, .qualifierAfter),
      scan.hits.hasStart(at: Int(bound.end), of: [.noun, .measured]),
      !scan.tokens[Int(bound.end)].isCapitalized
    else { return end }
    return Int(bound.end)
  }

  func figure(at token: Int) -> Quantity? {
    guard let item = item(at: token), case .figure(let quantity) = items[item].outcome else {
      return nil
    }
    return quantity
  }
}
