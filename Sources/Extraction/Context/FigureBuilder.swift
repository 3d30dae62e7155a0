import Lexing
import Model
import Rules

/// Gives every quantity of a text its meaning: qualifier, change, status, period, place, subject.
///
/// A class, as a struct so large is copied each time that it is handed to one of its methods; so are
/// the readers that hold much.
final class FigureBuilder {
  let scan: Scan
  let items: ContiguousArray<Item>
  let layout: Layout
  let periods: PeriodReader
  let places: PlaceReader
  let contrasts: ContrastReader
  let cues: CueReader
  let bases: BasisReader
  let subjects: SubjectReader
  let sources: SourceReader
  let indicators: IndicatorReader
  let weather: WeatherReport

  init(scan: Scan, items: ContiguousArray<Item>, published: String?, place: String?) {
    self.scan = scan
    self.items = items
    layout = Layout(scan: scan, items: items)
    periods = PeriodReader(scan: scan, items: items, layout: layout, published: published)
    places = PlaceReader(scan: scan, items: items, given: place, published: published)
    contrasts = ContrastReader(scan: scan, items: items, layout: layout)
    cues = CueReader(scan: scan, contrasts: contrasts)
    bases = BasisReader(scan: scan)
    subjects = SubjectReader(scan: scan, items: items)
    sources = SourceReader(scan: scan)
    indicators = IndicatorReader(scan: scan)
    weather = WeatherReport(scan: scan)
  }

  deinit {
    scan.lists.sentences.keep(layout.sentences)
    scan.lists.mentions.keep(places.mentions)
    scan.lists.periods.keep(periods.periods)
  }

  /// The figures in the order of the text, with the item that each was made from.
  func figures(_ make: (Int, Quantity, Meaning) -> Void) {
    var carried = Carried()
    var stages = Stages()
    // What comes behind the last figure of a paragraph says nothing of any.
    var last = -1
    for (number, sentence) in layout.sentences.enumerated() {
      if sentence.paragraph != carried.paragraph {
        let lastSubject = carried.subject ?? carried.lastSubject
        carried = Carried()
        carried.lastSubject = lastSubject
        carried.paragraph = sentence.paragraph
        carried.paragraphStart = sentence.tokens.lowerBound
        last = layout.lastWithFigure(from: number)
      }
      guard number <= last else { continue }
      cite(sentence, number, carried)
      carried.part = nil
      carried.earlierSubject = nil
      carried.basis = nil
      carried.figureEnd = sentence.tokens.lowerBound
      carried.assertedEnd = sentence.tokens.lowerBound
      carried.sentenceStart = sentence.tokens.lowerBound
      carried.mayCite = sentence.roles.contains(.source)
      carried.change = nil
      if carried.plan != nil || carried.whole != nil { takeUpWhole(sentence, carried) }
      carried.status = nil
      if sentence.hasFigure {
        if let period = carried.period,
          periods.isSpent(period, before: sentence, silence: carried.silence)
        {
          carried.period = nil
        }
        carried.silence = -1
      }
      carried.isNow = false
      let before = carried.period
      for index in sentence.items {
        guard case .figure(let quantity) = items[index].outcome else { continue }
        let next = nextFigure(after: index, in: sentence)
        stages.append(
          Staged(
            item: index, quantity: quantity,
            meaning: meaning(of: quantity, in: sentence, next: next, carried),
            sentence: number, paragraph: carried.paragraphStart, next: next,
            since: carried.figureEnd))
        if stages.isFull || scan.trace != nil { finish(&stages, make) }
        carried.figureEnd = quantity.range.upperBound
        if contrasts.denial(of: quantity.range.lowerBound) == nil {
          carried.assertedEnd = carried.figureEnd
        }
      }
      if !sentence.items.isEmpty, let last = periods.carried(from: sentence) {
        // What stands behind the last figure, and is not its own, is by the way.
        if !isOfFigure(carried, before: last, in: sentence),
          !carried.isNow || last.range.lowerBound >= carried.figureEnd
        {
          carried.period = last
          if !sentence.hasFigure { carried.silence = -1 }
        }
      } else if let last = carried.period, last.isAside {
        carried.period = before
      }
      if let last = carried.period, last.range.lowerBound >= sentence.tokens.lowerBound,
        let spoken = periods.contrasted(with: last, before, in: sentence)
      {
        carried.period = spoken
      }
      carried.silence += 1
    }
    finish(&stages, make)
  }

  private func isOfFigure(_ carried: Carried, before last: Period, in sentence: Sentence)
    -> Bool
  {
    guard let period = carried.period, !period.isAside else { return false }
    return period.range.lowerBound >= sentence.tokens.lowerBound
      && last.range.lowerBound >= carried.figureEnd
      && period.range.upperBound <= last.range.lowerBound
  }

  private func nextFigure(after index: Int, in sentence: Sentence) -> Int {
    for other in index + 1..<max(index + 1, sentence.items.upperBound) {
      if case .figure(let quantity) = items[other].outcome { return quantity.range.lowerBound }
    }
    return sentence.tokens.upperBound
  }

  @inline(__always)
  private func meaning(
    of quantity: Quantity, in sentence: Sentence, next: Int, _ carried: Carried
  ) -> Meaning {
    scan.trace?.begin()
    let meaning = Meaning(kind: quantity.kind, unit: quantity.unit)
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
    } else if isListed(quantity, since: since) || isOfPriceList(quantity, since: since, carried)
      || isOfPair(quantity, since: since, carried)
    {
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
    } else if isParenthetical, quantity.kind == .percent || quantity.kind == .point,
      let (change, rule) = cues.bracketed(quantity, since: since)
    {
      meaning.change = change
      meaning.rules.append(rule)
    }
    if meaning.change == nil, let plan = exceededPlan(quantity) {
      meaning.change = .increase
      meaning.basis = plan
      scan.trace?.note(.change, plan.lowerBound - 1..<plan.upperBound, "context:plan-exceeded")
    }
    carried.isBracketed = isParenthetical
    decideMultiple(quantity, meaning)
    let statusStart = denial?.cue.range.upperBound ?? sentence.tokens.lowerBound
    if sentence.roles.contains(.status),
      let (status, rule) = cues.status(
        of: quantity, since: statusStart, behind: carried.figureEnd, &carried.statusWords)
    {
      meaning.status = status
      meaning.statusRule = rule
      meaning.rules.append(rule)
    }
    if let denial { deny(quantity, denial, meaning) }
    if meaning.basis == nil {
      meaning.basis = basis(quantity, meaning, sentence, next, carried)
    }
    decideExceeded(quantity, meaning)
    let stated = periods.stated(for: quantity, in: sentence, nextFigure: next)
    if let stated, quantity.kind != .duration, !periods.isRemark(stated, on: quantity, sentence) {
      carried.period = stated
    }
    let period = stated ?? carried.period
    // Trong đó, 92 người: a part of the figure before, and of its time.
    let isPart = carried.hasPeriod && places.continues(sentence)
    let isOver =
      stated == nil && periods.isOver(period, for: quantity, in: sentence, isPart: isPart)
    let isNow = stated.map { periods.isNow($0, quantity) } ?? false
    carried.isNow = isNow && !periods.isToDate(quantity, in: sentence)
    if isNow {
      if carried.isNow { carried.period = .now(quantity.range.lowerBound) }
    } else if isOver {
      // Hiện có 600 doanh nghiệp. Như vậy còn 200 …: so is what follows from it.
      if periods.saysNow(sentence, before: quantity), !periods.isToDate(quantity, in: sentence) {
        carried.period = .now(quantity.range.lowerBound)
      }
    } else {
      meaning.period = period?.isVague == false ? period?.text : nil
      // 6 tháng đầu năm đạt 3 tỷ đồng, cả năm ước đạt 7 tỷ đồng.
      if let period, periods.isWholeYear(period, quantity, since: carried.figureEnd) {
        meaning.period = period.lastYear.map { "\($0)" }
        // And so is what follows.
        if stated == nil, let year = meaning.period { carried.period?.text = year }
      }
    }
    // 1.050 tỷ đồng (tương đương 47 triệu USD): the same amount, of the same time.
    if stated == nil, carried.figureEnd > carried.sentenceStart, !carried.hasPeriod,
      isEquivalent(quantity, since: carried.figureEnd)
    {
      meaning.period = nil
    }
    if !isOver, periods.isOpen(period, in: sentence) {
      meaning.period = periods.later(for: quantity, in: sentence)?.text
    }
    carried.hasPeriod = meaning.period != nil
    share(quantity, since: since, meaning, carried)
    if meaning.statusRule == nil, stated == nil, let whole = carried.whole {
      share(whole, with: quantity, meaning)
    }
    if meaning.statusRule == nil, !isNow, isPlannedFor(period, before: quantity, carried) {
      meaning.status = .target
      scan.trace?.note(.status, period?.range ?? 0..<0, Self.yearAhead)
    }
    if meaning.statusRule == nil, weather.forecasts(quantity, in: sentence.tokens) {
      meaning.status = .forecast
      scan.trace?.note(.status, 0..<0, "context:weather-report")
    }
    enterBracket(quantity, in: sentence, carried)
    meaning.subject = subject(quantity, meaning, next, carried)
    if meaning.kind == .score, countsSpots(quantity, meaning.subject, carried) {
      meaning.kind = .count
    }
    meaning.source = carried.source?.tokens
    if meaning.unit == nil { nameUnit(quantity, meaning, carried) }
    // What is not so belongs to no series; what was planned does.
    meaning.isOfSeries = denial == nil || meaning.statusRule != nil
    if scan.trace != nil { note(meaning, carried, in: sentence) }
    if meaning.kind == .count {
      carried.countUnit = meaning.unit
      carried.countsMillions = quantity.scale >= 6
    }
    if quantity.kind == .money, !isEquivalent(quantity) {
      carried.currency = quantity.unit == "VND" ? nil : quantity.unit
    }
    carried.change = meaning.change
    carried.price = quantity.kind == .rate || quantity.kind == .money ? quantity : nil
    carried.status =
      meaning.statusRule.map { (meaning.status, $0) }
      ?? (meaning.status == .target ? (.target, Self.yearAhead) : nil)
    if let status = carried.status, status.0 != .actual { carried.plan(status, meaning.unit) }
    return meaning
  }
}
