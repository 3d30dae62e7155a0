import Lexing
import Model
import Rules

/// Gives every quantity of a text its meaning: qualifier, change, status, period, place, subject.
struct FigureBuilder {
  let scan: Scan
  let items: ContiguousArray<Item>
  let layout: Layout
  let periods: PeriodReader
  let places: PlaceReader
  private let contrasts: ContrastReader
  private let cues: CueReader
  private let bases: BasisReader
  private let subjects: SubjectReader
  private let sources: SourceReader
  private let indicators: IndicatorReader

  init(scan: Scan, items: ContiguousArray<Item>, published: String?, place: String?) {
    self.scan = scan
    self.items = items
    layout = Layout(scan: scan, items: items)
    periods = PeriodReader(scan: scan, items: items, layout: layout, published: published)
    places = PlaceReader(scan: scan, given: place)
    contrasts = ContrastReader(scan: scan, items: items, layout: layout)
    cues = CueReader(scan: scan, contrasts: contrasts)
    bases = BasisReader(scan: scan)
    subjects = SubjectReader(scan: scan, items: items)
    sources = SourceReader(scan: scan)
    indicators = IndicatorReader(scan: scan)
  }

  /// What carries on from figure to figure.
  struct Carried {
    var paragraph = -1
    var paragraphStart = 0
    var period: Period?
    var source: Citation?
    var subject: Range<Int>?
    var basis: Range<Int>?
    var change: Change?
    var countUnit: String?
    /// The foreign currency of the amounts before, for one that leaves it out.
    var currency: String?
    var figureEnd = 0
    /// Likewise, of the last figure that nothing denies.
    var assertedEnd = 0
    var sentenceStart = 0
    /// The figure before stood in brackets.
    var isBracketed = false
  }

  /// The figures in the order of the text, with the item that each was made from.
  func figures(_ make: (Int, Quantity, Meaning) -> Void) {
    var carried = Carried()
    // What comes behind the last figure of a paragraph says nothing of any.
    var last = -1
    for (number, sentence) in layout.sentences.enumerated() {
      if sentence.paragraph != carried.paragraph {
        carried = Carried()
        carried.paragraph = sentence.paragraph
        carried.paragraphStart = sentence.tokens.lowerBound
        last = layout.lastWithFigure(from: number)
      }
      guard number <= last else { continue }
      if let source = sources.source(in: sentence.tokens) { carried.source = source }
      carried.basis = nil
      carried.figureEnd = sentence.tokens.lowerBound
      carried.assertedEnd = sentence.tokens.lowerBound
      carried.sentenceStart = sentence.tokens.lowerBound
      carried.change = nil
      let before = carried.period
      for index in sentence.items {
        guard case .figure(let quantity) = items[index].outcome else { continue }
        let next = nextFigure(after: index, in: sentence)
        let meaning = meaning(of: quantity, in: sentence, next: next, &carried)
        make(index, quantity, meaning)
        carried.figureEnd = quantity.range.upperBound
        if contrasts.denial(of: quantity.range.lowerBound) == nil {
          carried.assertedEnd = carried.figureEnd
        }
      }
      if !sentence.items.isEmpty, let last = periods.carried(from: sentence) {
        carried.period = last
      } else if let last = carried.period, last.isAside {
        carried.period = before
      }
    }
  }

  private func nextFigure(after index: Int, in sentence: Sentence) -> Int {
    for other in index + 1..<max(index + 1, sentence.items.upperBound) {
      if case .figure(let quantity) = items[other].outcome { return quantity.range.lowerBound }
    }
    return sentence.tokens.upperBound
  }

  private func meaning(
    of quantity: Quantity, in sentence: Sentence, next: Int, _ carried: inout Carried
  ) -> Meaning {
    scan.trace?.begin()
    var meaning = Meaning(kind: quantity.kind, unit: quantity.unit)
    let first = quantity.range.lowerBound
    let denial = contrasts.denial(of: first)
    let since = cueStart(first, denial, carried)
    let isParenthetical = scan.isMark(quantity.range.lowerBound - 1, Mark.open)
    if let (qualifier, rule) = cues.qualifier(of: quantity, since: since) {
      meaning.qualifier = qualifier
      meaning.rules.append(rule)
    }
    if let (change, rule) = cues.change(of: quantity, since: since) {
      meaning.change = change
      meaning.rules.append(rule)
    } else if isListed(quantity, since: since) {
      meaning.change = carried.change
      noteCarried(.change, meaning.change != nil)
    } else if isParenthetical, quantity.kind == .percent, carried.change != nil,
      quantity.range.lowerBound - since <= (carried.isBracketed ? 10 : 4)
    {
      meaning.change = carried.change
      noteCarried(.change, true)
    } else if isParenthetical, quantity.kind == .percent, since == sentence.tokens.lowerBound,
      let (change, rule) = cues.announced(before: quantity.range.lowerBound, since: since)
    {
      meaning.change = change
      meaning.rules.append(rule)
    }
    carried.isBracketed = isParenthetical
    decideMultiple(quantity, &meaning)
    let statusStart = denial?.cue.range.upperBound ?? sentence.tokens.lowerBound
    if let (status, rule) = cues.status(of: quantity, since: statusStart) {
      meaning.status = status
      meaning.statusRule = rule
      meaning.rules.append(rule)
    }
    if let denial { deny(quantity, denial, &meaning) }
    meaning.basis = basis(quantity, meaning, sentence, next, &carried)
    decideExceeded(quantity, &meaning)
    let stated = periods.stated(for: quantity, in: sentence, nextFigure: next)
    if let stated { carried.period = stated }
    let isStated = stated != nil
    if isStated || !periods.isOver(carried.period, for: quantity, in: sentence) {
      meaning.period = carried.period?.text
    }
    if meaning.statusRule == nil, isPlannedFor(carried.period, before: quantity) {
      meaning.status = .target
      scan.trace?.note(.status, carried.period?.range ?? 0..<0, "context:year-ahead")
    }
    let place = places.place(
      for: quantity, in: sentence, nextFigure: next, paragraphStart: carried.paragraphStart)
    meaning.place = place.code
    if let trace = scan.trace, place.code != nil { trace.note(place, scan.rules) }
    meaning.subject = subject(quantity, meaning, next, &carried)
    meaning.source = carried.source?.tokens
    if meaning.unit == nil { nameUnit(quantity, &meaning, carried) }
    // What is not so belongs to no series; what was planned does.
    if denial == nil || meaning.statusRule != nil {
      meaning.indicator = indicators.indicator(of: meaning)
    }
    if scan.trace != nil { note(meaning, carried, in: sentence) }
    if meaning.kind == .count { carried.countUnit = meaning.unit }
    if quantity.kind == .money, !isEquivalent(quantity) {
      carried.currency = quantity.unit == "VND" ? nil : quantity.unit
    }
    carried.change = meaning.change
    return meaning
  }

  /// Where the words begin that may say something of a figure: behind the words that deny it, or
  /// before what it is said instead of.
  private func cueStart(
    _ first: Int, _ denial: ContrastReader.Denial?, _ carried: Carried
  ) -> Int {
    if let denial { return max(carried.figureEnd, denial.cue.range.upperBound) }
    let isAnswer = contrasts.isAnswer(first, since: carried.figureEnd)
    return isAnswer ? carried.assertedEnd : carried.figureEnd
  }

  private func deny(
    _ quantity: Quantity, _ denial: ContrastReader.Denial, _ meaning: inout Meaning
  ) {
    meaning.rules.append(scan.rules.contrasts[Int(denial.cue.row)].label)
    guard meaning.statusRule == nil, let hit = contrasts.status(behind: quantity, in: denial) else {
      return
    }
    let row = scan.rules.contrasts[Int(hit.row)]
    meaning.status = row.role.status ?? meaning.status
    meaning.statusRule = row.label
    meaning.rules.append(row.label)
    scan.trace?.note(.status, hit.range, row.label)
  }

  /// `giảm 1,2%, 0,8% và 2%`: nothing but a comma or và since the figure before; or the same amount
  /// in other units: `giảm 90 cent, tương đương gần 0,1%`.
  private func isListed(_ quantity: Quantity, since: Int) -> Bool {
    let first = quantity.range.lowerBound
    if isEquivalent(quantity, since: since) { return true }
    guard first - since == 1 else { return false }
    return scan.isMark(since, Mark.comma) || scan.id(since) == scan.words.and
  }

  private func isEquivalent(_ quantity: Quantity, since: Int) -> Bool {
    var position = since
    while scan.isMark(position, Mark.comma) || scan.isMark(position, Mark.open) { position += 1 }
    return quantity.range.lowerBound - position <= 6
      && scan.id(position) == scan.words.equal && scan.id(position + 1) == scan.words.worth
  }

  /// `vượt 5% so với kế hoạch` is a change; `vượt 100 tỷ đồng` a bound.
  private func decideExceeded(_ quantity: Quantity, _ meaning: inout Meaning) {
    guard meaning.qualifier == .over, quantity.kind == .percent, meaning.change == nil,
      let basis = meaning.basis, scan.id(basis.lowerBound) == scan.words.compared,
      let cue = scan.hits.ending(at: quantity.range.lowerBound, .qualifier),
      scan.rules.qualifiers[Int(cue.row)].phrase.hasPrefix("vượt")
    else { return }
    meaning.qualifier = nil
    meaning.change = .increase
  }

  /// True where the unit's rule is that of lần.
  private static func isTimes(_ rule: String) -> Bool {
    rule.utf8.reversed().starts(with: "units:lần".utf8.reversed())
  }

  /// `lần` multiplies where something grows, and counts where nothing does.
  private func decideMultiple(_ quantity: Quantity, _ meaning: inout Meaning) {
    guard quantity.kind == .multiple, Self.isTimes(quantity.rule) else { return }
    let first = quantity.range.lowerBound
    let isFold = (max(0, first - 3)..<first).contains { scan.id($0) == scan.words.fold }
    if meaning.change == nil && !isFold {
      meaning.kind = .count
      meaning.unit = "lần"
    }
  }

  /// `đến năm 2025`: a year ahead of the article, to be reached.
  private func isPlannedFor(_ period: Period?, before quantity: Quantity) -> Bool {
    guard let period, let year = period.lastYear,
      period.range.upperBound <= quantity.range.lowerBound
    else { return false }
    if periods.publishedYear == nil, periods.anchor?.year == year || !periods.isDated {
      // Đến năm 2025, in a text that names no other year, looks ahead.
      return scan.id(period.range.lowerBound) == scan.words.to
        && scan.id(period.range.lowerBound + 1) == scan.words.year
    }
    guard let now = periods.publishedYear ?? periods.anchor?.year, year > now else { return false }
    // Next year alone may be a plan's name; to be reached it is "đến năm", or lies further off.
    return year > now + 1 || scan.id(period.range.lowerBound) == scan.words.to
  }

  private func basis(
    _ quantity: Quantity, _ meaning: Meaning, _ sentence: Sentence, _ next: Int,
    _ carried: inout Carried
  ) -> Range<Int>? {
    if let range = bases.after(quantity, before: next) {
      if meaning.change != nil { carried.basis = range }
      return range
    }
    guard meaning.change != nil else { return nil }
    if let range = carried.basis { return range }
    if let range = bases.before(quantity.range.lowerBound, since: sentence.tokens.lowerBound) {
      carried.basis = range
      return range
    }
    return nil
  }

  private func subject(
    _ quantity: Quantity, _ meaning: Meaning, _ next: Int, _ carried: inout Carried
  ) -> Range<Int>? {
    let since = subjectStart(quantity, carried)
    var left = subjects.before(quantity, since: since)
    if left == nil, !isNounFollowed(quantity) {
      left = subjects.bracketed(quantity, lowest: carried.figureEnd)
      // Behind another figure the comma goes on with what that one measures.
      if left == nil, carried.figureEnd == carried.sentenceStart || quantity.unit == "tuổi" {
        left = subjects.clauseBefore(since, lowest: carried.figureEnd)
      }
    } else if carried.subject != nil,
      subjects.onlyCompares(since: since, before: quantity.range.lowerBound)
    {
      left = nil
    }
    let found: Range<Int>?
    if meaning.kind == .rank {
      found = subjects.ranked(quantity, before: next) ?? left
    } else if isNounFollowed(quantity) {
      found = countSubject(quantity, left, since, next)
    } else if isPartTaken(quantity, meaning, next)
      || meaning.change == nil
        && (subjects.opens(quantity, since: since) || subjects.isHad(quantity)),
      !scan.isMark(quantity.range.lowerBound - 1, Mark.open),
      let right = rightPhrase(quantity, next)
    {
      found = right
    } else if left == nil, carried.subject == nil || isGiven(quantity) {
      found = given(quantity, next)
    } else {
      found = left
    }
    if let found { carried.subject = found }
    return found ?? carried.subject
  }

  /// Behind the figure before, and behind words that deny this one in the same statement; `tỷ lệ
  /// không phải 3%` names what it speaks of before them.
  private func subjectStart(_ quantity: Quantity, _ carried: Carried) -> Int {
    let start = subjects.segmentStart(of: quantity, lowest: carried.figureEnd)
    guard let cue = contrasts.denial(of: quantity.range.lowerBound)?.cue,
      carried.figureEnd > carried.sentenceStart || Int(cue.start) == carried.sentenceStart
    else { return start }
    return max(start, Int(cue.end))
  }

  /// `cắt giảm 47% thời gian giải quyết`: the noun behind a percentage is what is cut.
  private func isPartTaken(_ quantity: Quantity, _ meaning: Meaning, _ next: Int) -> Bool {
    quantity.kind == .percent && meaning.change != nil
      && scan.hits.hasStart(at: quantity.range.upperBound, .noun)
      && scan.hits.starting(at: quantity.range.upperBound, .timeCue) == nil
  }

  private func isNounFollowed(_ quantity: Quantity) -> Bool {
    (quantity.kind == .count || quantity.kind == .ratio) && quantity.unit != nil
      && quantity.range.upperBound > quantity.numberRange.upperBound
  }

  /// The phrase before a verb such as đạt, or else the one that begins with the noun; a noun with
  /// nothing behind it says less than what stands before the number.
  private func countSubject(
    _ quantity: Quantity, _ left: Range<Int>?, _ since: Int, _ next: Int
  ) -> Range<Int>? {
    if let left, left.count >= 2, subjects.hasLevelVerb(before: quantity, since: since) {
      return left
    }
    let nounStart = quantity.numberRange.upperBound
    let right = subjects.after(quantity, from: nounStart, before: next)
    // Luồng xanh 3.387.971 tờ khai; luồng vàng …: a list names its members before their numbers.
    if let left, left.count >= 2, left.count <= 6, isListMember(since),
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    {
      return left
    }
    guard let left, left.count >= 2,
      right.map({ $0.upperBound <= quantity.range.upperBound }) ?? true
    else { return right }
    // Người and trường hợp alone say nothing; nor does a noun that stands in the left phrase too.
    let noun = scan.id(nounStart)
    let isGeneral = scan.words.generalNouns.contains(noun)
    return isGeneral || left.contains { scan.id($0) == noun && noun != 0 } ? left : right
  }

  private func isListMember(_ start: Int) -> Bool {
    scan.isMark(start - 1, Mark.colon) || scan.isMark(start - 1, Mark.semicolon)
  }

  private func figure(at token: Int) -> Quantity? {
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
  private func rightPhrase(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
    let start = quantity.range.upperBound
    guard scan.isWord(start),
      scan.hits.starting(at: start, .stopWord) == nil
        || scan.words.determiners.contains(scan.id(start)),
      scan.hits.starting(at: start, .change) == nil, scan.id(start) != scan.words.compared
    else { return nil }
    return subjects.after(quantity, from: start, before: next)
  }

  /// `giảm 300 tỷ đồng cho gần 2 triệu hộ`: who it is given to.
  private func isGiven(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.give
  }

  private func given(_ quantity: Quantity, _ next: Int) -> Range<Int>? {
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

  /// The noun of a number that stands without one: the money that its scale means, the subject's
  /// noun, or the noun counted just before.
  private func nameUnit(_ quantity: Quantity, _ meaning: inout Meaning, _ carried: Carried) {
    if quantity.kind == .rank { return }
    if quantity.scale >= 9 || quantity.isMoney, quantity.kind == .count {
      meaning.kind = .money
      meaning.unit = isEquivalent(quantity) ? "VND" : carried.currency ?? "VND"
      return
    }
    // Things are counted in whole numbers: 6,14 is a level of something else.
    if quantity.kind == .count, quantity.scale == 0, !quantity.value.isWhole { return }
    if isPrice(quantity) {
      meaning.kind = .money
      meaning.unit = "VND"
    } else if scan.isMark(quantity.range.lowerBound - 1, Mark.open),
      let noun = numberedNoun(before: quantity.range.lowerBound - 1)
    {
      meaning.unit = noun
    } else if let subject = meaning.subject, let noun = firstNoun(in: subject) {
      meaning.unit = noun
    } else {
      meaning.unit = carried.countUnit
    }
    if let per = quantity.per { meaning.unit = "\(meaning.unit ?? "")/\(per)" }
  }

  /// `Nợ TK 642: 11.136.111`, `giá: 659.000.000`: a large number without a unit on a line of money.
  private func isPrice(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, quantity.isGrouped, quantity.value.isWhole,
      quantity.value.magnitude >= ExactDecimal(1_000), quantity.of == nil
    else { return false }
    let first = quantity.range.lowerBound
    let isAssigned =
      scan.isMark(first - 1, Mark.colon) || scan.isMark(first - 1, Mark.equals)
      || scan.isMark(first - 1, Mark.plus) || scan.isMark(first - 1, Mark.open)
    let isLarge = quantity.value.magnitude >= ExactDecimal(1_000_000)
    guard isAssigned || isLarge else { return false }
    for position in stride(from: first - 1, through: max(0, first - 40), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      if scan.hits.hasStart(at: position, .moneyCue) { return true }
    }
    return false
  }

  /// `(khoảng 110 tỷ)`, `tương đương 110 tỷ`: the same amount in dong.
  private func isEquivalent(_ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    return (max(0, first - 4)..<first).contains {
      scan.isMark($0, Mark.open) || scan.words.equivalents.contains(scan.id($0))
    }
  }

  /// `Số ca mắc ở Hà Nội (35), Đà Nẵng (20)`: the noun behind số, earlier in the sentence.
  private func numberedNoun(before index: Int) -> String? {
    var position = index - 1
    let lowest = max(0, index - 30)
    while position >= lowest, !scan.isSentenceEnd(position) {
      if scan.id(position) == scan.words.number,
        let hit = scan.hits.starting(at: position + 1, .noun)
      {
        return scan.rules.nouns[Int(hit.row)].noun
      }
      position -= 1
    }
    return nil
  }

  /// The noun that a number without one counts: the one behind số, else the first that is no part
  /// of a longer word.
  private func firstNoun(in range: Range<Int>) -> String? {
    var first: String?
    var index = range.lowerBound
    while index < range.upperBound {
      // A noun inside a name counts nothing: Nhật Bản.
      if scan.tokens[index].isCapitalized, index > range.lowerBound,
        !scan.tokens[index].flags.contains(.allCapitals)
      {
        index += 1
        continue
      }
      guard let hit = scan.hits.starting(at: index, .noun), Int(hit.end) <= range.upperBound else {
        index += 1
        continue
      }
      let noun = scan.rules.nouns[Int(hit.row)]
      if scan.id(index - 1) == scan.words.number { return noun.noun }
      // The trường of thị trường, the bình of trung bình: one syllable of several.
      let isWhole =
        hit.range.count > 1 || index == range.lowerBound || scan.hits.isPredicate(index - 1)
      if first == nil, isWhole, !noun.isWeak { first = noun.noun }
      index = Int(hit.end)
    }
    return first
  }
}

/// What the words around a quantity say of it.
struct Meaning {
  var kind: FigureKind
  var unit: String?
  var qualifier: Qualifier?
  var change: Change?
  var status: Status = .actual
  var statusRule: String?
  var basis: Range<Int>?
  var period: String?
  var place: String?
  var subject: Range<Int>?
  var source: Range<Int>?
  var indicator: String?
  var rules = RuleTrail()
}
