import Lexing
import Rules

/// How far a period goes on in the sentences behind its own.
extension PeriodReader {
  /// True where what a paragraph says is no longer of a period that an earlier sentence named.
  ///
  /// - Parameter silence: How many sentences without a figure stand between.
  func isSpent(_ period: Period, before sentence: Sentence, silence: Int) -> Bool {
    guard period.range.upperBound <= sentence.tokens.lowerBound else { return false }
    let isDay = period.text.utf8.count == 10 && !period.text.utf8.contains(UInt8(ascii: "/"))
    if silence > (isDay ? Self.dayReach : Self.reach) { return true }
    // Phấn đấu đến năm 2030: what is said next is not of the plan.
    if silence > 0, period.text.utf8.count == 4, Self.isPlanned(scan, start(of: period)) {
      return true
    }
    return isDay
      && (scan.words.additions.contains(scan.id(sentence.tokens.lowerBound))
        // Tính đến ngày 15/4 có 40 ca. Ngoài ra, 12 ca đã khỏi: the same running total.
        && scan.id(period.range.lowerBound) != scan.words.counting
        || isSession(period.range.lowerBound))
  }

  /// The most sentences without a figure that a period, and a single day, reaches over.
  private static let reach = 2
  private static let dayReach = 1

  /// `Ngày 6/2, tại buổi làm việc với tỉnh, …`: when somebody met and spoke; what was said there is
  /// of other times.
  private func isSession(_ index: Int) -> Bool {
    (scan.sentenceStart(index)..<scan.sentenceEnd(index)).contains {
      let id = scan.id($0)
      return scan.words.sessions.contains(id)
        || id == scan.words.gathering && scan.words.gatherings.contains(scan.id($0 + 1))
    }
  }

  /// True where a time that comes later in the sentence may be the figure's: none was said before
  /// it, or an earlier sentence spoke of thời gian qua.
  func isOpen(_ period: Period?, in sentence: Sentence) -> Bool {
    guard let period else { return true }
    return period.isVague && !period.range.isEmpty
      && period.range.upperBound <= sentence.tokens.lowerBound
  }

  /// The first of them behind the figure with nothing but words and numbers between: `thu phí tại 2
  /// làn và 1 làn ở 8 trạm vào cuối năm 2018, tới hết năm 2019 mở rộng`.
  func firstNamed(_ periods: ArraySlice<Period>, behind end: Int) -> Period? {
    guard let first = periods.first, !first.isVague, first.range.lowerBound > end,
      scan.words.timeLinks.contains(scan.id(first.range.lowerBound))
        || scan.words.timeLinks.contains(scan.id(first.range.lowerBound - 1)),
      (end..<first.range.lowerBound).allSatisfy({ scan.isWord($0) || scan.isNumber($0) })
    else { return nil }
    return first
  }

  /// The one of them that has a name; nil where several have.
  func onlyNamed(_ periods: ArraySlice<Period>) -> Period? {
    var only: Period?
    for period in periods where !period.isVague {
      if only != nil { return nil }
      only = period
    }
    return only
  }

  /// `đạt 7%, trong khi năm 2016 chỉ 6,2%, năm 2017 là 6,8%`: earlier years than the one that is
  /// spoken of, by which it is set off.
  ///
  /// - Parameter before: The period before the sentence.
  /// - Returns: The one that is spoken of; nil where the period is none of those.
  func contrasted(with period: Period, _ before: Period?, in sentence: Sentence) -> Period? {
    guard period.text.utf8.count == 4, let year = period.lastYear else { return nil }
    let own = periods(in: sentence.tokens)
    guard let first = own.firstIndex(where: { isSetOff($0.range.lowerBound) }),
      own[first].range.lowerBound <= period.range.lowerBound,
      let spoken = own[..<first].last(where: { !$0.isAside && !$0.isVague }) ?? before,
      let last = spoken.lastYear, last > year
    else { return nil }
    return spoken
  }

  /// Trong khi stands before it, or a few words before.
  private func isSetOff(_ start: Int) -> Bool {
    (max(scan.sentenceStart(start), start - 4)..<start).contains {
      scan.id($0) == scan.words.among && scan.id($0 + 1) == scan.words.when
    }
  }

  /// A size that a thing has whatever the time: a length, a capacity, how long something takes.
  func isLasting(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .duration: return true
    case .count:
      if let unit = quantity.unit, unit.utf8.count <= 8, Self.lastingCounts.contains(unit) {
        return true
      }
    case .measure:
      if let unit = quantity.unit, Self.lastingUnits.contains(unit) { return true }
    default: break
    }
    let first = quantity.range.lowerBound
    for index in stride(from: first - 1, through: max(0, first - 12), by: -1) {
      guard scan.isWord(index) else { return false }
      if let hit = scan.hits.starting(at: index, .measured), Int(hit.end) <= first {
        return scan.rules.measured[Int(hit.row)].isLasting
      }
    }
    return false
  }

  /// What a building or a road has so many of: làn xe.
  private static let lastingCounts: Set<String> = ["tầng", "làn", "làn xe", "nhịp"]

  private static let lastingUnits: Set<String> = [
    "m", "cm", "mm", "km", "m2", "MW", "kW", "kV", "V", "MV.A", "GW",
  ]

  /// `…, Tết năm 2018 đã diễn ra`: what the clause is about, with few words before it.
  func opensClause(_ period: Period) -> Bool {
    let start = period.range.lowerBound
    return (max(0, start - 7)..<start).contains {
      scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.semicolon)
    }
  }

  /// `tổng số từ đầu năm đến nay là 854 lượt`: counted up to now, beside what was done of late.
  func isToDate(_ quantity: Quantity, in sentence: Sentence) -> Bool {
    let before = sentence.tokens.lowerBound..<quantity.range.lowerBound
    for hit in scan.hits.all(in: before, of: [.relativeTime], at: .time) {
      switch scan.rules.relativeTimes[Int(hit.row)].unit {
      case .yearToDate, .quarterToDate, .monthToDate: return true
      default: continue
      }
    }
    return false
  }

  func isStillToCome(_ period: Period, in sentence: Sentence) -> Bool {
    isStillToCome(period, since: sentence.tokens.lowerBound)
  }

  /// `phải sửa xong trong tháng 3`, `sẽ đào tạo trong tháng 3`: when something is to be done.
  func isStillToCome(_ period: Period, since start: Int) -> Bool {
    for hit in scan.hits.all(in: start..<period.range.lowerBound, of: [.status], at: .status)
    where scan.rules.statuses[Int(hit.row)].status != .actual
      && Int(hit.end) <= self.start(of: period)
    {
      return !(Int(hit.end)..<max(Int(hit.end), period.range.lowerBound)).contains {
        scan.id($0) == scan.words.already
      }
    }
    return false
  }

  /// `Xưởng đã đào tạo 430 thợ`, `thôn vẫn đang cách ly 20 hộ`: done or under way, whatever was planned
  /// before.
  func wasDone(before quantity: Quantity, in sentence: Sentence) -> Bool {
    (sentence.tokens.lowerBound..<quantity.range.lowerBound).contains {
      scan.id($0) == scan.words.already || scan.id($0) == scan.words.ongoing
    }
  }

  /// `Xã hiện có 40 giếng`, within its clause; not thực hiện, hiện đại.
  func isNowWithin(_ index: Int) -> Bool {
    guard scan.id(index) == scan.words.now, scan.isWord(index - 1),
      scan.hits.ending(at: index + 1, .compound) == nil, !scan.closesNoun(index + 1)
    else { return false }
    let next = scan.id(index + 1)
    return scan.words.havingVerbs.contains(next) || scan.words.levelVerbs.contains(next)
      || scan.words.aspects.contains(next)
  }

  /// `chiến lược 10 năm 2021-2030`: the span of a plan, and no time that anything is said of.
  func isOfDuration(_ period: Period) -> Bool {
    guard period.item > 0, case .figure(let quantity) = items[period.item - 1].outcome else {
      return false
    }
    return quantity.kind == .duration && quantity.range.upperBound == period.range.lowerBound
  }

  /// `Dự kiến, dự án khởi công năm 2022`: what the sentence says is still to come.
  func opensWithPlan(_ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    for index in start..<min(start + 3, sentence.tokens.upperBound) {
      if let hit = scan.hits.starting(at: index, .status) {
        let row = scan.rules.statuses[Int(hit.row)]
        return row.status != .actual && row.reach >= 20
      }
    }
    return false
  }

  /// `26 m2 (trong khi năm 2020 mới là 20 m2)`: the time of another figure, in brackets with it.
  func isOfRemark(_ period: Period, behind end: Int, _ sentence: Sentence) -> Bool {
    scan.isBracketed(period.range.lowerBound, since: end) && !isAttached(period, to: end)
      && (holdsFigure(period, sentence) || period.text.ends(with: "/.."))
  }

  /// Hiện nay, đến nay, or hiện before the figure in its sentence.
  func saysNow(_ sentence: Sentence, before quantity: Quantity) -> Bool {
    (sentence.tokens.lowerBound..<quantity.range.lowerBound).contains { index in
      if let hit = scan.hits.starting(at: index, .status), scan.saysNow(hit) { return true }
      return opensNow(index) || isNowWithin(index)
    }
  }
}
