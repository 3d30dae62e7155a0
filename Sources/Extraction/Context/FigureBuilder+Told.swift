import Lexing
import Model
import Rules

/// What is said of a part behind its size: which part of the whole it is.
extension FigureBuilder {
  /// `20% là vốn vay`, `có 40% không có triệu chứng`, `22% còn lại được tái chế`: what a share is, or
  /// what is said of it.
  func told(
    _ quantity: Quantity, _ meaning: Meaning, _ left: Range<Int>?, _ since: Int,
    _ next: Int
  ) -> Range<Int>? {
    let end = quantity.range.upperBound
    let id = scan.id(end)
    // Có 10 ngày không có ca nhiễm mới.
    if quantity.kind == .duration, scan.words.negations.contains(id),
      scan.words.havingVerbs.contains(scan.id(quantity.range.lowerBound - 1)),
      let phrase = subjects.after(quantity, from: end + 1, before: next)
    {
      return end..<phrase.upperBound
    }
    guard quantity.kind == .percent, meaning.change == nil, scan.isWord(end) else { return nil }
    if left == nil, isOtherPart(quantity), scan.hits.hasStart(at: end, .noun) {
      return subjects.after(quantity, from: end, before: next, tells: true)
    }
    let isRest = id == scan.words.remaining && scan.id(end + 1) == scan.words.again
    let isSaid = subjects.opensReport(end)
    guard id == scan.words.being || isRest || isSaid || scan.words.predicates.contains(id),
      // 80% chỉ tiêu is measured against a plan.
      left == nil || subjects.isHad(quantity), !scan.words.plans.contains(id),
      isSaid || subjects.isPredicate(end),
      isRemaining(quantity) || !subjects.hasLevelVerb(before: quantity, since: since)
    else { return nil }
    if id == scan.words.being { return share(quantity, next) }
    return subjects.after(
      quantity, from: isRest || isSaid ? end + 2 : end + 1, before: next, tells: true
    )
    .map { end..<$0.upperBound }
  }

  /// `20% là vốn vay`; not `là quá ít`, `là con số lớn`.
  private func share(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
    let start = quantity.range.upperBound + 1
    guard scan.isWord(start),
      !subjects.isPredicate(start) || scan.words.determiners.contains(scan.id(start)),
      !scan.words.levelNouns.contains(scan.id(start)),
      scan.id(start + 1) != scan.words.number || !scan.words.countingWords.contains(scan.id(start))
    else { return nil }
    return subjects.after(quantity, from: start, before: next, tells: true)
  }

  /// `bỏ phiếu thuận 50%, còn 50% người dân phản đối`: another part than that of the figure before.
  private func isOtherPart(_ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    return scan.id(first - 1) == scan.words.remaining && scan.isMark(first - 2, Mark.comma)
      && subjects.isFigure(first - 3)
  }

  /// `còn 2 km`, `còn lại 70%`: what is left of something.
  func isRemaining(_ quantity: Quantity) -> Bool {
    var position = nounBefore(quantity)
    if scan.id(position) == scan.words.again { position -= 1 }
    return scan.id(position) == scan.words.remaining
  }

  /// `38 km (6 km đi ngầm, 2 km đi cao)`: what each part of a length or an area is, behind it.
  func bracketPart(
    _ quantity: Quantity, _ left: Range<Int>?, _ next: Int, _ carried: Carried
  ) -> Range<Int>? {
    let end = quantity.range.upperBound
    guard left == nil, scan.isWord(end),
      !scan.tokens[end].isCapitalized, carried.figureEnd > carried.sentenceStart,
      let whole = wholeBefore(quantity, carried), whole.unit == quantity.unit, !quantity.isAge,
      !scan.hits.hasStart(at: end, of: [.change, .timeCue, .status, .qualifierAfter]),
      !scan.words.joints.contains(scan.id(end)), !scan.words.timeLinks.contains(scan.id(end)),
      !scan.words.placeLinks.contains(scan.id(end)), !opensOther(end),
      let phrase = subjects.after(quantity, from: end + 1, before: next)
    else { return nil }
    return scan.id(end) == scan.words.being ? phrase : end..<phrase.upperBound
  }

  /// Và, hoặc, so, trên: words that say nothing of a part.
  private func opensOther(_ index: Int) -> Bool {
    let id = scan.id(index)
    return id == scan.words.and || id == scan.words.or || id == scan.words.compared
      || id == scan.words.upon
  }

  private func wholeBefore(_ quantity: Quantity, _ carried: Carried) -> Quantity? {
    let open = quantity.range.lowerBound - 1
    guard !scan.isMark(open, Mark.open) || carried.figureEnd == open else { return nil }
    return subjects.figure(within: carried.figureEnd - 1)
  }

  /// `trong đó, tại Huế có 300 người`: of those whom the sentence before counted.
  func mother(_ quantity: Quantity, _ left: Range<Int>?, _ carried: Carried)
    -> Range<Int>?
  {
    let start = carried.sentenceStart
    guard scan.id(start) == scan.words.among,
      scan.id(start + 1) == scan.words.that || scan.id(start + 1) == scan.words.number,
      let subject = carried.subject, subject.lowerBound < start,
      left.map({ subjects.isLocation($0) || subjects.namesPlace($0) }) ?? true,
      let hit = scan.hits.starting(at: subject.lowerBound, .noun),
      scan.rules.nouns[Int(hit.row)].noun == quantity.unit
        || scan.rules.nouns[Int(hit.row)].kind == "person" && quantity.unit == "người"
    else { return nil }
    return subject
  }

  /// `như Hà Nội, Huế, Đà Nẵng đang giảm nhanh, chỉ còn 73 ha`: what stands before the examples.
  func exemplified(by phrase: Range<Int>, _ carried: Carried) -> Range<Int>? {
    var position = phrase.lowerBound - 1
    let lowest = max(carried.figureEnd, position - 30)
    while position > lowest {
      if scan.words.exampleWords.contains(scan.id(position)) {
        guard scan.hits.ending(at: position + 1, .compound) == nil else { return nil }
        let whole = subjects.clause(before: position, lowest: carried.figureEnd)
        return whole.flatMap { subjects.namesMeasure($0.lowerBound) ? $0 : nil }
      }
      guard
        scan.isMark(position, Mark.comma) || scan.isMark(position, Mark.hyphen)
          || scan.id(position) == scan.words.and
          || scan.isWord(position) && scan.tokens[position].isCapitalized
      else { return nil }
      position -= 1
    }
    return nil
  }

  /// `Đối với dầu, mức thuế là 5%`: a measure that says little alone, with the topic before it.
  func topical(_ phrase: Range<Int>, _ carried: Carried) -> Range<Int>? {
    let comma = phrase.lowerBound - 1
    guard comma - carried.sentenceStart > 2,
      let hit = scan.hits.starting(at: phrase.lowerBound, .measured),
      phrase.count <= hit.range.count + 4
    else { return nil }
    var start = carried.sentenceStart
    // Cụ thể, đối với xăng, mức thuế là.
    if let mark = (start..<min(start + 4, comma)).first(where: { scan.isMark($0, Mark.comma) }) {
      start = mark + 1
    }
    guard scan.id(start) == scan.words.towards, scan.id(start + 1) == scan.words.with,
      start + 2 < comma, comma - start <= 14,
      !(start + 2..<comma).contains(where: { scan.isMark($0, Mark.comma) })
    else { return nil }
    return start + 2..<phrase.upperBound
  }

  /// A word that denies something stands before a phrase, or before its verb.
  @inline(__always)
  func isDenied(_ phrase: Range<Int>) -> Bool {
    scan.words.negations.contains(scan.id(phrase.lowerBound - 1))
      || scan.words.negations.contains(scan.id(phrase.lowerBound - 2))
  }

  /// `không hài lòng với chế độ (45%)`: a phrase without the word that denies it says the opposite.
  func negated(_ phrase: Range<Int>, since lowest: Int) -> Range<Int> {
    let before = phrase.lowerBound - 1
    // Không chỉ khu này: and others too.
    if scan.id(before) == scan.words.mace { return phrase }
    if scan.words.negations.contains(scan.id(before)), before >= lowest {
      return before..<phrase.upperBound
    }
    // Không có cơ hội, chưa được cấp giấy.
    guard scan.words.predicates.contains(scan.id(before)), before - 1 >= lowest else {
      return phrase
    }
    return before - 1..<phrase.upperBound
  }

  private static let parts: Set<String> = ["làn xe", "chỗ ngồi"]

  /// `xe khách 16 chỗ`, `tòa nhà 26 tầng`: what has so many of them.
  ///
  /// - Parameter figureEnd: Where the figure before ends.
  func partOwner(
    _ quantity: Quantity, _ left: Range<Int>?, behind figureEnd: Int
  ) -> Range<Int>? {
    guard scan.words.partNouns.contains(scan.id(quantity.numberRange.upperBound)),
      quantity.range.upperBound == quantity.numberRange.upperBound + 1
        || quantity.unit.map(Self.parts.contains) ?? false
    else { return nil }
    // Tòa nhà cao trên 12 tầng.
    var number = quantity.range.lowerBound
    if let bound = scan.hits.ending(at: number, .qualifier),
      scan.rules.qualifiers[Int(bound.row)].qualifier != .about
    {
      number = Int(bound.start)
    }
    if scan.id(number - 1) == scan.words.tall { number -= 1 }
    // 5 tòa 8 tầng: those that are counted have them.
    guard let left, left.upperBound >= number else {
      return figureEnd == number ? scan.hits.ending(at: number, .noun)?.range : nil
    }
    if let verb = left.last(where: { scan.id($0) == scan.words.being && subjects.isPredicate($0) })
    {
      return subjects.trimmed(verb + 1..<number)
    }
    if let noun = scan.hits.ending(at: number, .noun) {
      let isThing = scan.rules.nouns[Int(noun.row)].kind != "abstract"
      return isThing && !scan.words.generalNouns.contains(scan.id(number - 1)) ? noun.range : nil
    }
    return isNominal(left.lowerBound) && left.count <= 6 ? left : nil
  }

  /// The figure before in the sentence measures something, and counts no things.
  func isOfMeasure(_ carried: Carried) -> Bool {
    guard carried.subject != nil, carried.figureEnd > carried.sentenceStart,
      let last = subjects.figure(within: carried.figureEnd - 1)
    else { return false }
    return last.kind != .count && last.kind != .duration
  }

  /// `đủ 28 ngày cách ly`, `thu hút 5 tỷ đồng đầu tư`: what so long a time or so much money is for, where
  /// only a verb stands before it.
  func done(
    _ quantity: Quantity, _ meaning: Meaning, _ left: Range<Int>, _ next: Int
  ) -> Range<Int>? {
    let end = quantity.range.upperBound
    if quantity.kind == .multiple { return repeated(quantity, meaning, next) }
    guard scan.hits.hasStart(at: end, of: [.compound, .uncounted]), meaning.change == nil,
      !scan.hits.hasStart(at: end, .stopWord), !scan.tokens[end].isCapitalized
    else { return nil }
    if quantity.kind == .money {
      guard left.count <= 2, !isNominal(left.lowerBound), scan.hits.hasStart(at: end, .compound)
      else { return nil }
    } else {
      guard !scan.hits.hasStart(at: end, of: [.timeCue, .change, .status]),
        left.count == 1 || scan.id(quantity.range.lowerBound - 1) == scan.words.enough,
        isLong(scan.hits.starting(at: end, .compound))
          || isLong(scan.hits.starting(at: end, .uncounted))
      else { return nil }
    }
    return rightPhrase(quantity, next)
  }

  private func isLong(_ hit: Hit?) -> Bool { hit.map { $0.range.count > 1 } ?? false }

  /// `dài 700 m, cao 16 m`: another dimension than the one before.
  func tall(_ quantity: Quantity, _ carried: Carried) -> Range<Int>? {
    let position = nounBefore(quantity)
    guard scan.id(position) == scan.words.tall,
      scan.isMark(position - 1, Mark.comma) || scan.id(position - 1) == scan.words.and,
      let subject = carried.subject, subject.lowerBound >= carried.sentenceStart,
      subject.count == 1 && scan.words.dimensions.contains(scan.id(subject.lowerBound))
        || subjects.namesMeasure(subject.lowerBound)
    else { return nil }
    return position..<position + 1
  }

  /// `sau 3 lần xét nghiệm`, `trải qua 2 lần sửa đổi`: what happened so many times.
  private func repeated(
    _ quantity: Quantity, _ meaning: Meaning, _ next: Int
  ) -> Range<Int>? {
    let before = scan.id(quantity.range.lowerBound - 1)
    guard meaning.kind == .count,
      before == scan.words.after || before == scan.words.through,
      scan.isWord(quantity.range.upperBound),
      !scan.words.joints.contains(scan.id(quantity.range.upperBound))
    else { return nil }
    return subjects.after(quantity, from: quantity.range.upperBound, before: next, tells: true)
  }
}
