import Lexing
import Model
import Rules

/// What a number measures that stands before the noun that it counts.
extension FigureBuilder {
  func isNounFollowed(_ quantity: Quantity) -> Bool {
    (quantity.kind == .count || quantity.kind == .ratio) && quantity.unit != nil
      && quantity.range.upperBound > quantity.numberRange.upperBound
  }

  /// The phrase before a verb such as đạt, or else the one that begins with the noun; a noun with
  /// nothing behind it says less than what stands before the number.
  func countSubject(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ next: Int,
    _ carried: Carried
  ) -> Range<Int>? {
    if let left, left.count >= 2 || isModel(left, since), !subjects.namesPlace(left),
      !isTopic(quantity, next),
      subjects.hasLevelVerb(before: quantity, since: since),
      !subjects.isMember(quantity), !isRest(quantity, left, next), !subjects.isLocation(left),
      !identifies(quantity, left, next)
    {
      return left
    }
    if let owner = partOwner(quantity, left, behind: carried.figureEnd) { return owner }
    let nounStart = quantity.numberRange.upperBound
    let right = subjects.after(quantity, from: nounStart, before: next)
    // Nắm giữ 50% vốn điều lệ 59 công ty: what stands between is what the figure before is a part of.
    if let left, left == carried.subject, left.lowerBound == carried.figureEnd { return right }
    // Hợp nhất phòng với Thanh tra huyện tại 4 huyện: where it was done.
    if left != nil, right != nil, isBehindPlaceLink(quantity) { return right }
    // Môi trường kinh doanh tụt 1 hạng: what has moved.
    if let left, left.count >= 2, scan.words.generalNouns.contains(scan.id(nounStart)),
      quantity.unit == "bậc" || quantity.unit == "hạng",
      (left.upperBound..<max(left.upperBound, nounStart)).contains(where: {
        scan.hits.hasStart(at: $0, .change)
      })
    {
      return left
    }
    // Số ca mắc là 50, tăng 10 ca: a noun that says nothing goes on with what was measured before.
    let isBare = right.map { $0.upperBound <= quantity.range.upperBound } ?? true
    if isBare, saysNothing(quantity), let mother = mother(quantity, left, carried) {
      return mother
    }
    // Nhóm nguy cơ cao gồm 12 địa phương.
    if isBare, let left, subjects.isMember(quantity),
      let group = group(left, quantity, since)
    {
      return group
    }
    if left == nil, isBare, let before = carried.subject,
      before.lowerBound >= carried.sentenceStart, carried.figureEnd > carried.sentenceStart,
      !isElsewhere(quantity, before),
      saysNothing(quantity)
        || scan.words.steps.contains(scan.id(since)) && carried.countUnit == quantity.unit
    {
      // 21 vụ với 90 người, giảm 16 vụ: of those counted likewise.
      if let earlier = carried.earlierSubject, !counts(before, quantity), counts(earlier, quantity)
      {
        return earlier
      }
      if !countsOther(before, quantity, carried) { return before }
    }
    // Khách quốc tế tiếp tục tăng, đạt 2 triệu lượt người: by the clause before.
    if left == nil, isBare, saysNothing(quantity), carried.figureEnd == carried.sentenceStart,
      subjects.hasLevelVerb(before: quantity, since: since),
      let clause = subjects.clauseBefore(since, lowest: carried.figureEnd)
    {
      return clause
    }
    // Luồng xanh 3.387.971 tờ khai; luồng vàng …: a list names its members before their numbers.
    if let left, left.count >= 2, left.count <= 6, isListMember(since),
      !scan.words.havingVerbs.contains(scan.id(quantity.range.lowerBound - 1)),
      scan.isMark(since - 1, Mark.colon) || isNominal(left.lowerBound)
        || scan.tokens[left.lowerBound].isCapitalized,
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    {
      return left
    }
    if isBare, quantity.unit == "con", let herd = herd(quantity, carried) { return herd }
    // TNGT giảm 9 vụ.
    guard let left, isBare else { return right }
    if left.count < 2 {
      if saysNothing(quantity), isAbbreviation(left) { return left }
      return deed(quantity, left) ?? right
    }
    // Ghi nhận 30 ca dương tính: a noun that says which is measured itself, whatever is done to it.
    let isNamed =
      isNominal(left.lowerBound)
      || left.contains { isNumbered($0) } || counts(left, quantity)
    if subjects.isLocation(left) { return right }
    // Hàn Quốc 315 nghìn lượt: whose they are.
    if saysNothing(quantity), subjects.namesPlace(left) {
      return what(before: since, carried) ?? right
    }
    if !isNamed {
      // 80 công trình vi phạm (sai phép 30 công trình): which of those counted before.
      if let before = carried.subject, before.lowerBound >= carried.sentenceStart,
        counts(before, quantity), left.lowerBound > carried.figureEnd, left.count <= 8
      {
        return left
      }
      return deed(quantity, left) ?? right
    }
    // Người and trường hợp alone say nothing; nor does a noun that stands in the left phrase too, or
    // one that tells what a measure is counted in.
    // Tiếp xúc F1, F2 của 3 trường hợp: whose they are.
    if left.count <= 2, scan.id(nounBefore(quantity)) == scan.words.belonging,
      !left.contains(where: isNumbered)
    {
      return counts(left, quantity) ? left : right
    }
    return saysNothing(quantity) || measures(left, quantity) || counts(left, quantity)
      ? left : right
  }

  /// `Thứ nhất là trụ sở: 3 xã phải làm việc ở hai nơi`: a topic before a sentence of its own.
  private func isTopic(_ quantity: Quantity, _ next: Int) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    guard scan.isMark(position - 1, Mark.colon) else { return false }
    return subjects.after(quantity, from: quantity.numberRange.upperBound, before: next)
      .map { $0.upperBound > quantity.range.upperBound + 1 } ?? false
  }

  /// `cách ly tập trung 50 người.`, `bị thương 3 người.`: the deed says what người does not, and nothing
  /// behind it does.
  private func deed(_ quantity: Quantity, _ left: Range<Int>) -> Range<Int>? {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let id = scan.id(position - 1)
    guard saysNothing(quantity), !scan.isWord(quantity.range.upperBound),
      id != scan.words.belonging, id != scan.words.between, id != scan.words.among,
      id != scan.words.and, !scan.words.placeLinks.contains(id),
      id != scan.words.with || scan.id(position - 2) == scan.words.towards,
      !subjects.namesPlace(left)
    else { return nil }
    if left.count == 1 {
      guard left.upperBound == position, !scan.tokens[left.lowerBound].isCapitalized,
        !scan.words.owners.contains(scan.id(left.lowerBound)),
        !scan.hits.hasStart(at: left.lowerBound, of: [.noun, .measured, .abbreviation])
      else { return nil }
    }
    let isSuffered =
      scan.words.predicates.contains(scan.id(left.lowerBound - 1))
      && scan.words.indicatorLimits.contains(scan.id(left.lowerBound - 1))
    return isSuffered ? left.lowerBound - 1..<left.upperBound : left
  }

  /// `Về đàn lợn, tỉnh hiện có 900.000 con`: the animals that the sentence turns to.
  private func herd(_ quantity: Quantity, _ carried: Carried) -> Range<Int>? {
    var start = carried.sentenceStart
    guard carried.figureEnd == start else { return nil }
    if scan.id(start) == scan.words.concerning {
      start += 1
    } else if scan.id(start) == scan.words.towards, scan.id(start + 1) == scan.words.with {
      start += 2
    } else {
      return nil
    }
    guard let hit = scan.hits.starting(at: start, .noun),
      scan.rules.nouns[Int(hit.row)].kind == "animal",
      let comma = (start..<min(start + 9, quantity.range.lowerBound)).first(where: {
        scan.isMark($0, Mark.comma)
      }), (start..<comma).allSatisfy({ scan.isWord($0) && !scan.hits.isPredicate($0) })
    else { return nil }
    return start..<comma
  }

  /// The token before the number and its qualifier.
  func nounBefore(_ quantity: Quantity) -> Int {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    return position - 1
  }

  /// `Nhóm nguy cơ cao gồm 12 địa phương`: what has those members, where the clause begins with it and
  /// says nothing else of it.
  private func group(_ left: Range<Int>, _ quantity: Quantity, _ since: Int) -> Range<Int>? {
    var verb = nounBefore(quantity)
    if let hit = scan.hits.ending(at: verb + 1, .stopWord) { verb = Int(hit.start) }
    // Gồm 3 nam, 2 nữ: each of the members is named.
    let end = quantity.range.upperBound
    if scan.isMark(end, Mark.comma) || scan.id(end) == scan.words.and,
      (end + 1..<end + 5).contains(where: { subjects.isFigure($0) })
    {
      return nil
    }
    guard verb - left.lowerBound >= 2, verb - left.lowerBound <= 8, left.lowerBound == since,
      isNominal(left.lowerBound) || scan.tokens[left.lowerBound].isCapitalized,
      since == scan.sentenceStart(since) || scan.isMark(since - 1, Mark.comma)
        || scan.isMark(since - 1, Mark.colon) || scan.isMark(since - 1, Mark.semicolon),
      (left.lowerBound..<verb).allSatisfy({
        scan.isWord($0) && !scan.words.clauseOpeners.contains(scan.id($0))
          && !scan.words.tenses.contains(scan.id($0))
          && !scan.words.predicates.contains(scan.id($0))
          && scan.id($0) != scan.words.this && scan.id($0) != scan.words.upon
      })
    else { return nil }
    return left.lowerBound..<verb
  }

  /// The phrase holds the noun that is counted.
  private func counts(_ phrase: Range<Int>, _ quantity: Quantity) -> Bool {
    let noun = quantity.numberRange.upperBound..<quantity.range.upperBound
    guard let first = noun.first, scan.id(first) != 0 else { return false }
    // The thị of thị xã is no thị trấn.
    let count = min(noun.count, 2)
    return phrase.contains { start in
      start + count <= phrase.upperBound
        && (0..<count).allSatisfy { scan.id(start + $0) == scan.id(first + $0) }
    }
  }

  /// `…, Hilux đạt 152 xe`: a name within a sentence.
  private func isModel(_ phrase: Range<Int>, _ since: Int) -> Bool {
    phrase.lowerBound == since && scan.tokens[since].isCapitalized && since > 0
      && scan.tokens[since - 1].kind == .mark && !scan.isSentenceEnd(since - 1)
      && !scan.words.owners.contains(scan.id(since))
      && !scan.hits.hasStart(at: since, of: [.place, .district, .stopWord, .numberWord, .noun])
  }

  private func isBehindPlaceLink(_ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let id = scan.id(position - 1)
    return id == scan.words.at || id == scan.words.inside
  }

  /// `kiểm tra 182 xe, 299 người`: the phrase begins with the noun that was counted before, and is of
  /// others than are counted now.
  private func countsOther(_ phrase: Range<Int>, _ quantity: Quantity, _ carried: Carried)
    -> Bool
  {
    guard let unit = carried.countUnit, unit != quantity.unit,
      let hit = scan.hits.starting(at: phrase.lowerBound, .noun)
    else { return false }
    let noun = scan.rules.nouns[Int(hit.row)]
    // 145 sinh viên (24 người): the same said again.
    return noun.noun == unit && quantity.unit != "lượt"
      && (noun.kind != "person" || quantity.unit != "người")
  }

  /// Người, trường hợp: what is counted is not said by them.
  private func saysNothing(_ quantity: Quantity) -> Bool {
    let noun = quantity.numberRange.upperBound..<quantity.range.upperBound
    guard let last = noun.last, scan.words.generalNouns.contains(scan.id(last)) else {
      return false
    }
    // Trường hợp, lượt người; not nhiệm vụ.
    return noun.count == 1 || scan.id(noun.lowerBound) == scan.words.instance
      || scan.words.generalNouns.contains(scan.id(noun.lowerBound))
  }

  /// TNGT, and not TP, which is where.
  private func isAbbreviation(_ phrase: Range<Int>) -> Bool {
    scan.tokens[phrase.lowerBound].flags.contains(.allCapitals) && !subjects.namesPlace(phrase)
      && !scan.words.owners.contains(scan.id(phrase.lowerBound))
  }

  /// `Lưu lượng phương tiện chỉ 24.000 xe`; not `nợ thuế của 74 doanh nghiệp`.
  private func measures(_ left: Range<Int>, _ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let id = scan.id(position - 1)
    return subjects.namesMeasure(left.lowerBound) && !scan.words.placeLinks.contains(id)
      && id != scan.words.belonging && id != scan.words.give && id != scan.words.with
      && id != scan.words.between && id != scan.words.upon && id != scan.words.among
  }

  /// `Lào và Thái Lan là hai nước chịu thiệt hại nặng`: those counted, not their number.
  func identifies(_ quantity: Quantity, _ left: Range<Int>, _ next: Int) -> Bool {
    guard scan.id(quantity.range.lowerBound - 1) == scan.words.being,
      !left.contains(where: {
        scan.id($0) == scan.words.number || scan.hits.hasStart(at: $0, .measured)
          || scan.id($0) == scan.id(quantity.numberRange.upperBound)
      })
    else { return false }
    return subjects.after(quantity, from: quantity.numberRange.upperBound, before: next)
      .map { $0.upperBound > quantity.range.upperBound } ?? false
  }

  /// `Cơ quan xác định còn 31 hộ chưa rà soát`: those counted are named behind, not by who counts them.
  private func isRest(_ quantity: Quantity, _ left: Range<Int>, _ next: Int) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    let noun = quantity.numberRange.upperBound
    guard scan.id(position - 1) == scan.words.remaining,
      !left.contains(where: { isNumbered($0) || scan.id($0) == scan.id(noun) })
    else { return false }
    return subjects.after(quantity, from: noun, before: next)
      .map { $0.upperBound > quantity.range.upperBound + 1 } ?? false
  }

  func isNumbered(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .measured) || scan.id(index) == scan.words.number
      || scan.words.determiners.contains(scan.id(index))
  }

  func isNominal(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .noun) || isNumbered(index)
  }

  func isListMember(_ start: Int) -> Bool {
    scan.isMark(start - 1, Mark.colon) || scan.isMark(start - 1, Mark.semicolon)
  }

  /// `1 người ở Nội Bài, 4 người ở Hà Đông`: where each of them is, and not where the ones before are.
  private func isElsewhere(_ quantity: Quantity, _ before: Range<Int>) -> Bool {
    func isLink(_ index: Int) -> Bool {
      scan.id(index) == scan.words.inside || scan.id(index) == scan.words.at
    }
    return isLink(quantity.range.upperBound) && before.contains(where: isLink)
  }
}
