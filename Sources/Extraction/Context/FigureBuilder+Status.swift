import Lexing
import Model
import Rules

/// Whether a figure was reached, is planned, or is denied.
extension FigureBuilder {
  /// Where the words begin that may say something of a figure: behind the words that deny it, or
  /// before what it is said instead of.
  func cueStart(
    _ first: Int, _ denial: ContrastReader.Denial?, _ carried: Carried
  ) -> Int {
    if let denial { return max(carried.figureEnd, denial.cue.range.upperBound) }
    let isAnswer = contrasts.isAnswer(first, since: carried.figureEnd)
    return isAnswer ? carried.assertedEnd : carried.figureEnd
  }

  func deny(
    _ quantity: Quantity, _ denial: ContrastReader.Denial, _ meaning: Meaning
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

  /// `dự kiến tăng từ 5 lên 7%`, `cần thêm 3 bác sĩ và 5 y tá`: what is said of a figure holds for
  /// the one that goes with it.
  func share(
    _ quantity: Quantity, since: Int, _ meaning: Meaning, _ carried: Carried
  ) {
    guard meaning.statusRule == nil, let status = carried.status,
      isListed(quantity, since: since) || isOfSameClause(quantity, carried)
        || status.0 != .actual && isRemarked(quantity, carried)
        || scan.words.steps.contains(scan.id(carried.figureEnd))
          && quantity.range.lowerBound - carried.figureEnd <= 3
    else { return }
    take(status, meaning)
  }

  static let yearAhead = "context:year-ahead"

  /// `đến năm 2020 giảm 413 người (giảm chi 59 tỷ đồng)`: a remark of a change on the figure before.
  private func isRemarked(_ quantity: Quantity, _ carried: Carried) -> Bool {
    guard carried.figureEnd > carried.sentenceStart else { return false }
    let between = carried.figureEnd..<max(carried.figureEnd, quantity.range.lowerBound)
    guard between.count <= 12, let open = between.last(where: { scan.isMark($0, Mark.open) }),
      scan.hits.hasStart(at: open + 1, .change)
    else { return false }
    return between.allSatisfy {
      $0 == open || scan.isWord($0) || scan.isNumber($0) && $0 < open
    }
  }

  /// What the sentence before says is planned or expected, where this one goes on with it.
  func takeUpWhole(_ sentence: Sentence, _ carried: Carried) {
    carried.whole = nil
    guard let plan = carried.plan else { return }
    carried.plan = nil
    let start = sentence.tokens.lowerBound
    plan.isDirective =
      scan.words.directives.contains(scan.id(start)) && plan.status.0 == .target
      && Self.aims.contains(plan.status.1)
    // Phấn đấu có 50% cán bộ thạo ngoại ngữ. 60% viên chức đạt bậc 4.
    let isListed =
      plan.status.0 == .target && Self.aims.contains(plan.status.1) && plan.last == "%"
      && scan.isNumber(start) && scan.isMark(start + 1, Mark.percent)
    if plan.isDirective || isListed || scan.opensWithPart(start) { carried.whole = plan }
  }

  /// The words that open a plan of several sentences.
  private static let aims: Set<String> = [
    "statuses:mục tiêu", "statuses:đặt mục tiêu", "statuses:phấn đấu", "statuses:chỉ tiêu",
    "statuses:chỉ tiêu phấn đấu",
  ]

  /// `Dự kiến chi 5 tỷ đồng. Trong đó, mua thuốc 3 tỷ đồng`: a part of what is planned or expected.
  func share(_ whole: Plan, with quantity: Quantity, _ meaning: Meaning) {
    let end = quantity.range.upperBound
    guard
      whole.isDirective
        || quantity.kind != .ratio && quantity.unit != nil
          && (quantity.unit == whole.last || quantity.unit == whole.first),
      !(end..<min(scan.count, end + 6)).contains(where: { scan.id($0) == scan.words.already })
    else { return }
    take(whole.status, meaning)
  }

  private func take(_ status: (Status, String), _ meaning: Meaning) {
    meaning.status = status.0
    meaning.statusRule = status.1
    if status.1 != Self.yearAhead { meaning.rules.append(status.1) }
    noteCarried(.status, true)
  }

  /// `sẽ xây nhà ga rộng 200.000 m2 với công suất 20 triệu khách`: nothing but words between.
  private func isOfSameClause(_ quantity: Quantity, _ carried: Carried) -> Bool {
    let between = carried.figureEnd..<max(carried.figureEnd, quantity.range.lowerBound)
    return !between.isEmpty && between.count <= 12
      && contrasts.denial(of: quantity.range.lowerBound) == nil
      && between.allSatisfy {
        scan.isWord($0)
          && (scan.id($0) == scan.words.with || !scan.words.joints.contains(scan.id($0)))
      }
  }

  /// `đến năm 2025`: a year ahead of the article, to be reached.
  func isPlannedFor(
    _ period: Period?, before quantity: Quantity, _ carried: Carried
  ) -> Bool {
    guard let period, let year = period.lastYear,
      period.range.upperBound <= quantity.range.lowerBound
    else { return false }
    if wasDone(period.range.upperBound..<quantity.range.lowerBound, &carried.done) { return false }
    if periods.publishedYear == nil, periods.anchor?.year == year || !periods.isDated {
      // Đến năm 2025, in a text that names no other year, looks ahead.
      return scan.id(period.range.lowerBound) == scan.words.to
        && scan.id(period.range.lowerBound + 1) == scan.words.year
    }
    guard let now = periods.publishedYear ?? periods.anchor?.year, year > now else { return false }
    // Nhiệm kỳ 2016-2021, in the midst of it: under way.
    if period.text.utf8.count == 9, let first = Int(period.text.prefix(4)), first <= now {
      return false
    }
    // Next year alone may be a plan's name; to be reached it is "đến năm", or lies further off.
    guard year > now + 1 || scan.id(period.range.lowerBound) == scan.words.to else { return false }
    return !cues.isLevelLeft(quantity)
  }

  /// Words that take a plan back in a sentence behind that of its year: `Đến nay xã đã có …`.
  private func wasDone(_ range: Range<Int>, _ done: inout FirstMatch) -> Bool {
    guard range.lowerBound < scan.sentenceStart(range.upperBound) else { return false }
    return done.isWithin(range) { range in
      for hit in scan.hits.all(in: range, of: [.status], at: .status)
      where scan.rules.statuses[Int(hit.row)].status == .actual
        && !scan.closesNoun(Int(hit.end) - 1)
      { return Int(hit.start) }
      return nil
    }
  }
}

extension Scan {
  /// `Trong đó`, `Trong số này`, at the head of a sentence.
  func opensWithPart(_ start: Int) -> Bool {
    guard id(start) == words.among else { return false }
    let next = id(start + 1) == words.number ? start + 2 : start + 1
    return id(next) == words.that || next > start + 1 && id(next) == words.this
  }
}
