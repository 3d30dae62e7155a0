import Lexing
import Rules

/// The period that a figure is about, among those of its sentence and those before.
extension PeriodReader {
  /// The period that the text states for the figure within its sentence.
  func stated(for quantity: Quantity, in sentence: Sentence, nextFigure: Int) -> Period? {
    if quantity.isAge { return nil }
    let first = quantity.range.lowerBound
    let end = quantity.range.upperBound
    let own = periods(in: sentence.tokens)
    // The last one that is not said by the way, else the first.
    let ended = own.indices.lazy.filter { own[$0].range.upperBound <= first }
    var before = (ended.last { !isAside(own[$0], from: first, sentence) } ?? ended.first).map {
      own[$0]
    }
    let after = own.first {
      $0.range.lowerBound >= end && $0.range.lowerBound < nextFigure
        && !$0.isAside && !$0.isVague && !isOfRemark($0, behind: end, sentence)
    }
    if let only = before, isAside(only, from: first, sentence),
      holdsFigure(only, sentence) || only.text.ends(with: "/..")
    {
      before = nil
    }
    if let after, isAttached(after, to: end) { return after }
    if let named = named(before: quantity, sentence) { return named }
    if let before {
      if let after,
        isOfOwnClause(after, before, quantity, sentence)
          || isPassedOver(before, for: after, quantity, sentence)
      {
        return after
      }
      return before
    }
    if let after, !hasBreak(end..<after.range.lowerBound), !isOfNext(after, end, nextFigure) {
      return after
    }
    return chained(quantity, sentence)
  }

  /// `sáp nhập công ty (1/2015), hãng đạt 50% doanh thu trong năm 2016`: the time in brackets is another's.
  private func isPassedOver(
    _ before: Period, for after: Period, _ quantity: Quantity, _ sentence: Sentence
  ) -> Bool {
    scan.words.timeLinks.contains(scan.id(after.range.lowerBound - 1))
      && isAside(before, from: quantity.range.lowerBound, sentence)
      && (quantity.range.upperBound..<after.range.lowerBound).allSatisfy { scan.isWord($0) }
  }

  /// `đạt 7%, trong khi năm 2016 chỉ 6%`, `đạt 7%, năm 2016 là 6%`: the time of the next figure.
  private func isOfNext(_ after: Period, _ end: Int, _ nextFigure: Int) -> Bool {
    let start = after.range.lowerBound
    guard (end..<start).contains(where: isClauseMark) else { return false }
    if scan.words.joints.contains(scan.id(start - 1)) { return true }
    // Tăng 20%, trong đó năm 2014 số dư là 30 tỷ đồng.
    if scan.id(start - 1) == scan.words.that { return true }
    return isClauseMark(start - 1) && nextFigure - after.range.upperBound <= 1
      && scan.isNumber(nextFigure)
  }

  /// `so với bình quân năm 2019 (3,5 triệu đồng)`: the time before the brackets, whatever else it is.
  @inline(__always)
  private func named(before quantity: Quantity, _ sentence: Sentence) -> Period? {
    let open = quantity.range.lowerBound - 1
    guard scan.isMark(open, Mark.open) else { return nil }
    for index in sentence.items.reversed() where items[index].range.upperBound == open {
      guard case .time(let time) = items[index].outcome,
        let (text, year) = text(of: time, year: nil, sentence)
      else { return nil }
      return Period(item: index, range: time.range, text: text, lastYear: year)
    }
    return nil
  }

  /// `giảm 16% xuống 63 tỷ đồng trong năm 2016`: the change has the period of the level.
  @inline(__always)
  private func chained(_ quantity: Quantity, _ sentence: Sentence) -> Period? {
    let first = quantity.range.lowerBound
    let end = quantity.range.upperBound
    guard scan.words.steps.contains(scan.id(end)),
      !(max(sentence.tokens.lowerBound, first - 3)..<first).contains(where: {
        scan.id($0) == scan.words.from
      }),
      let next = periods(in: end..<sentence.tokens.upperBound).first,
      !(end..<next.range.lowerBound).contains(where: { isClauseMark($0) })
    else { return nil }
    return next
  }

  /// The one period of the sentence, behind figures that none stands before: `25 vụ, làm chết 12
  /// người trong năm 2016`.
  func later(for quantity: Quantity, in sentence: Sentence) -> Period? {
    let own = periods(in: sentence.tokens)
    guard !own.isEmpty,
      let only = onlyNamed(own) ?? firstNamed(own, behind: quantity.range.upperBound),
      !only.isAside, !isBracketed(only),
      !quantity.isAge
    else { return nil }
    let gap = quantity.range.upperBound..<max(quantity.range.upperBound, only.range.lowerBound)
    guard !gap.isEmpty, gap.count <= 40, !hasBreak(gap), !scan.hits.hasStart(in: gap, .status),
      !gap.contains(where: {
        scan.words.clauseOpeners.contains(scan.id($0)) || scan.hits.hasStart(at: $0, .sourceAfter)
      }),
      scan.id(quantity.range.lowerBound - 1) != scan.words.from
    else { return nil }
    return only
  }

  /// `từ 1,5% năm 2011, nay đã chiếm 4,1% tổng thu năm 2016`: the period behind the figure is its
  /// own, and the one before it that of a figure of another clause.
  private func isOfOwnClause(
    _ after: Period, _ before: Period, _ quantity: Quantity, _ sentence: Sentence
  ) -> Bool {
    let first = quantity.range.lowerBound
    let end = quantity.range.upperBound
    guard after.range.lowerBound - end <= 12,
      (end..<after.range.lowerBound).allSatisfy({ scan.isWord($0) }),
      (before.range.upperBound..<first).contains(where: { isClauseMark($0) })
    else { return false }
    // Dương tính ngày 23/3; và 2 lần âm tính vào ngày 26/3.
    if scan.words.timeLinks.contains(scan.id(after.range.lowerBound - 1))
      || scan.words.timeLinks.contains(scan.id(after.range.lowerBound)),
      hasBreak(before.range.upperBound..<first)
    {
      return true
    }
    return items[sentence.items].contains {
      if case .figure = $0.outcome { $0.range.upperBound <= before.range.lowerBound } else { false }
    }
  }

  /// In brackets that close before the token: `ngày 31/8 (kỳ nghỉ lễ 2/9), toàn quốc có 29 vụ`.
  private func isAside(_ period: Period, from first: Int, _ sentence: Sentence) -> Bool {
    guard scan.isBracketed(period.range.lowerBound, since: sentence.tokens.lowerBound) else {
      return false
    }
    // Quý IV (từ 1/10 đến 31/12): the same said again.
    if scan.isMark(period.range.lowerBound - 1, Mark.open),
      scan.isMark(period.range.upperBound, Mark.close),
      periods(in: sentence.tokens).contains(where: {
        $0.range.upperBound == period.range.lowerBound - 1
      })
    {
      return false
    }
    return (period.range.upperBound..<first).contains { scan.isMark($0, Mark.close) }
  }

  /// True where the brackets around a period hold a figure, which it is said of.
  func holdsFigure(_ period: Period, _ sentence: Sentence) -> Bool {
    var open = period.range.lowerBound
    while open > sentence.tokens.lowerBound, !scan.isMark(open, Mark.open) { open -= 1 }
    var close = period.range.upperBound
    while close < sentence.tokens.upperBound, !scan.isMark(close, Mark.close) { close += 1 }
    return items[sentence.items].contains {
      if case .figure = $0.outcome {
        $0.range.lowerBound > open && $0.range.upperBound <= close
      } else {
        false
      }
    }
  }

  /// True where a figure stands in brackets with its period, or right behind it: what is said there
  /// goes no further.
  func isRemark(_ period: Period, on quantity: Quantity, _ sentence: Sentence) -> Bool {
    if period.range.upperBound == quantity.range.lowerBound - 1,
      scan.isMark(period.range.upperBound, Mark.open)
    {
      return true
    }
    // Vốn 40 tỷ đồng, dự kiến hoàn thành vào cuối năm 2027.
    if period.range.lowerBound > quantity.range.upperBound,
      isMilestone(period, since: quantity.range.upperBound)
    {
      return true
    }
    return scan.isBracketed(quantity.range.lowerBound, since: sentence.tokens.lowerBound)
      && scan.isBracketed(period.range.lowerBound, since: sentence.tokens.lowerBound)
  }

  private func isClauseMark(_ index: Int) -> Bool {
    scan.isMark(index, Mark.comma) || scan.isMark(index, Mark.semicolon)
  }

  func periods(in tokens: Range<Int>) -> ArraySlice<Period> { periods[indices(in: tokens)] }

  private func indices(in tokens: Range<Int>) -> Range<Int> {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].range.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var last = low
    while last < periods.count, periods[last].range.lowerBound < tokens.upperBound { last += 1 }
    return low..<last
  }

  /// What a sentence leaves to the next ones: its last period, or a day before it that lies in the
  /// year named last: `Ngày 6/2, … lễ ra quân năm 2017`.
  func carried(from sentence: Sentence) -> Period? {
    var own = indices(in: sentence.tokens)
    guard !own.isEmpty else { return nil }
    if !sentence.hasFigure {
      // Góp ý đến ngày 5/10, lộ trình đến năm 2030: nothing is measured then.
      if opensWithPlan(sentence) { return nil }
      while let index = own.last(where: { isLeft(periods[$0], in: sentence) }),
        periods[index].range.lowerBound > sentence.tokens.lowerBound,
        Self.isPlanned(scan, start(of: periods[index])), !hasCue(periods[index].range, .near),
        !hasCue(periods[index].range, .dayPart)
      {
        own = own.lowerBound..<index
      }
    }
    // Tăng 5% trong vài năm qua: of that figure alone, beside a time with a name.
    let isNamed =
      own.contains { periods[$0].isVague && isLeft(periods[$0], in: sentence) }
      && own.contains {
        !periods[$0].isVague && !periods[$0].isAside && isLeft(periods[$0], in: sentence)
      }
    func isOwn(_ index: Int) -> Bool {
      !(isNamed && periods[index].isVague) && isLeft(periods[index], in: sentence)
    }
    func isOfStatement(_ index: Int) -> Bool {
      !periods[index].isAside && isOwn(index) && !isOfDuration(periods[index])
    }
    // A remark in brackets is by the way, and so is what is planned beside what was done: `sơ kết 6
    // tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2019`.
    func isPlain(_ index: Int) -> Bool { isOfStatement(index) && !isBracketed(periods[index]) }
    guard
      let last = own.last(where: {
        isPlain($0) && !Self.isTask(scan, periods[$0].range.lowerBound)
      }) ?? own.last(where: isPlain) ?? own.last(where: isOfStatement)
    else { return nil }
    guard periods[last].text.utf8.count == 4 else { return periods[last] }
    let day = own.last {
      periods[$0].text.utf8.count == 10 && periods[$0].lastYear == periods[last].lastYear
        && isOwn($0)
    }
    return periods[day ?? last]
  }

  /// False where a sentence without figures says in passing when something else was, or will be: it
  /// says nothing of the figures that follow.
  private func isLeft(_ period: Period, in sentence: Sentence) -> Bool {
    if sentence.hasFigure { return !isMilestone(period, in: sentence) }
    return
      (period.range.lowerBound - sentence.tokens.lowerBound <= Self.head || opensClause(period)
      || isElaborated(sentence) && isLinked(period))
      && !isStillToCome(period, in: sentence)
  }

  /// `Các khu đều có thêm khách trong quý 3. Cụ thể, …`: the next sentence says the same in figures.
  private func isElaborated(_ sentence: Sentence) -> Bool {
    var next = sentence.tokens.upperBound
    while next < scan.count, scan.tokens[next].kind == .mark { next += 1 }
    let id = scan.id(next)
    let second = scan.id(next + 1)
    return id == scan.words.definite && second == scan.words.able
      || id == scan.words.among && second == scan.words.that
  }

  /// Trong quý 3, vào năm 2020.
  private func isLinked(_ period: Period) -> Bool {
    scan.words.timeLinks.contains(scan.id(period.range.lowerBound - 1))
      || scan.words.timeLinks.contains(scan.id(period.range.lowerBound))
  }

  /// The first token of the time itself, behind its cue.
  func start(of period: Period) -> Int {
    period.item >= 0 ? items[period.item].range.lowerBound : period.range.upperBound - 1
  }

  /// How far from its start a sentence without figures says when what follows was.
  private static let head = 14

  /// `từ 58,4% năm 2018, đến nay còn 56,1%`: now, and not at the time before it in the sentence.
  func isNow(_ period: Period, _ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    guard period.range.upperBound < first else { return false }
    // Từ ngày 1/4 đến nay, từ năm 2016, đến nay: its end.
    var start = period.range.upperBound
    if period.text.ends(with: "/..") { start += 3 }
    if scan.id(start) == scan.words.to { start += 1 }
    guard start < first else { return false }
    for index in start..<first {
      if let hit = scan.hits.starting(at: index, .status), scan.saysNow(hit),
        // Cao nhất từ trước đến nay, giữ như hiện nay.
        scan.id(index - 1) != scan.words.before, scan.id(index - 1) != scan.words.like
      {
        return true
      }
      if opensNow(index) { return true }
    }
    return false
  }

  /// `cả năm`, behind a part of the year in its sentence, and no plan of it.
  func isWholeYear(_ period: Period, _ quantity: Quantity, since figureEnd: Int) -> Bool {
    let start = max(period.range.upperBound, figureEnd)
    guard period.text.utf8.count > 4, start > period.range.upperBound else { return false }
    for index in start..<max(start, quantity.range.lowerBound)
    where scan.id(index) == scan.words.all && scan.id(index + 1) == scan.words.year {
      return !scan.isNumber(index + 2) && scan.id(index - 1) != scan.words.belonging
        && !(max(0, index - 8)..<index).contains { position in
          scan.hits.starting(at: position, .status).map {
            scan.rules.statuses[Int($0.row)].status == .target
          } ?? false
        }
    }
    return false
  }

  /// True where a period of an earlier sentence says nothing of the figure: for an age, for what is
  /// so now or in any year, after a period in brackets or one that is still open.
  ///
  /// - Parameter isPart: It is a part of a figure that has the period.
  func isOver(
    _ period: Period?, for quantity: Quantity, in sentence: Sentence, isPart: Bool
  ) -> Bool {
    guard let period, period.range.upperBound <= sentence.tokens.lowerBound else { return false }
    if quantity.isAge || isLasting(quantity) || !isPart && period.text.ends(with: "/..") {
      return true
    }
    if isBracketed(period) { return true }
    if isStillToCome(period, since: scan.sentenceStart(period.range.lowerBound))
      || isAhead(period),
      wasDone(before: quantity, in: sentence)
    {
      return true
    }
    // Nếu 8 triệu người phải đổi thẻ: what would be so, of no time.
    if scan.words.conditions.contains(scan.id(sentence.tokens.lowerBound)) { return true }
    for index in sentence.tokens.lowerBound..<quantity.range.lowerBound {
      let id = scan.id(index)
      if id == scan.words.year || id == scan.words.day || id == scan.words.month,
        isAnyYear(index - 1)
      {
        return true
      }
    }
    return saysNow(sentence, before: quantity)
  }

  /// `Hiện công trường có 40 máy`, behind a mark; not thực hiện.
  func opensNow(_ index: Int) -> Bool {
    scan.id(index) == scan.words.now && (index == 0 || !scan.isWord(index - 1))
  }

  func isBracketed(_ period: Period) -> Bool {
    let start = period.range.lowerBound
    return scan.isBracketed(start, since: scan.sentenceStart(start))
  }

  /// Hàng năm, hằng năm, mỗi năm.
  func isAnyYear(_ index: Int) -> Bool {
    let id = scan.id(index)
    return id != 0
      && (id == scan.words.every || id == scan.words.always || id == scan.words.each)
  }

  /// Directly behind the figure: 62,87% năm 2023, 15,6 triệu tấn (2015), 5 tỷ đồng trong tháng 5.
  func isAttached(_ period: Period, to end: Int) -> Bool {
    if period.range.lowerBound == end { return true }
    if period.range.lowerBound == end + 1, scan.words.timeLinks.contains(scan.id(end)) {
      return true
    }
    return period.range.lowerBound == end + 1 && scan.isMark(end, Mark.open)
      && scan.isMark(period.range.upperBound, Mark.close)
  }

  func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { scan.isMark($0, Mark.semicolon) }
  }
}
