import Lexing
import Model
import Rules

/// Reads whether a figure was reached, is planned or is expected.
extension CueReader {
  /// The nearest status words before the number in its sentence, within their reach.
  ///
  /// - Parameter words: The last ones before the figures of the paragraph.
  func status(
    of quantity: Quantity, since start: Int, behind figureEnd: Int, _ words: inout LastMatch
  ) -> (Status, String)? {
    let first = quantity.range.lowerBound
    var position = first - 1
    // No status reaches further than this.
    let reach = 80
    let start = max(start, first - reach)
    let last = words.position(before: first, reach: reach) { range in
      var last: Int?
      for hit in scan.hits.all(in: range, of: [.status], at: .status) { last = Int(hit.start) }
      return last
    }
    guard let last, last >= start else { return nil }
    if let planned = planned(quantity, since: start) { return planned }
    var skipped = 0
    var isPastStop = false
    while position >= start {
      if let range = contrasts.skipped(at: position, before: first) {
        skipped += position + 1 - range.lowerBound
        position = range.lowerBound - 1
        continue
      }
      // Bằng 56% chỉ tiêu (chỉ tiêu phấn đấu 300 tỷ đồng), giảm 5%: said in brackets only.
      if scan.isMark(position, Mark.close), let open = opening(of: position, since: start) {
        skipped += position - open
        position = open - 1
        continue
      }
      // Dự kiến có 9 cơn bão; trong đó 4 cơn vào đất liền: a part of them.
      if scan.isMark(position, Mark.semicolon), !scan.opensParts(position + 1) {
        isPastStop = true
      }
      if var hit = scan.hits.starting(at: position, .status), Int(hit.end) <= first,
        !isName(hit), !isPartOfWord(hit), !isCounted(hit)
      {
        hit = scan.hits.ending(at: Int(hit.end), .status) ?? hit
        let row = scan.rules.statuses[Int(hit.row)]
        // 30 hộ phải di dời, 26 hộ có nhà mới: said of the figure before.
        if row.reach < 60, row.status != .actual, Int(hit.start) >= figureEnd, figureEnd > start,
          (Int(hit.end)..<first).contains(where: { scan.isMark($0, Mark.comma) })
        {
          position -= 1
          continue
        }
        // 51 doanh nghiệp có nhu cầu (chiếm 25%): their share, which is so.
        if row.status == .target, row.reach == 6, isShareInBrackets(hit, first) {
          position -= 1
          continue
        }
        // Phải túc trực đối với 4 du khách, dự báo kịp thời đối với 12 cơn bão: whom or what it
        // concerns, and neither an aim nor foreseen.
        if row.status != .actual, concernsCounts(hit, first) {
          position -= 1
          continue
        }
        // Sai phạm phải xử lý là 3 tỷ đồng: which are meant, and no aim.
        if row.reach == 6, row.status == .target, Int(hit.end) < first,
          !scan.words.plans.contains(scan.id(Int(hit.start))),
          scan.id(qualified(first) - 1) == scan.words.being
        {
          position -= 1
          continue
        }
        // Không phải trả 5 triệu đồng, không cần 3 người: no aim.
        if row.status == .target, row.reach == 6, scan.id(Int(hit.start) - 1) == scan.words.not {
          position -= 1
          continue
        }
        if row.status == .target, namesMeasures(hit, first) {
          position -= 1
          continue
        }
        // Hiện sân bay có thể đón 30 triệu khách: what it is able to now.
        if row.isAbility, opensWithNow(start..<Int(hit.start)) { return nil }
        if row.isRequest && (isAskedOf(hit, first) || isRequestItself(hit))
          || scan.closesNoun(Int(hit.end) - 1)
        {
          position -= 1
          continue
        }
        // Sớm 2 năm so với mục tiêu đề ra, và 11 xã; tăng 5% so với mức hiện tại.
        if row.status != .forecast, isBasis(hit, before: first) {
          position -= 1
          continue
        }
        let distance = first - Int(hit.end) - skipped
        // Đã xây nhà máy; cấp 30 giấy phép: what was done goes on behind a semicolon, and a list of
        // aims too.
        if isPastStop, row.status != .actual, row.status != .target || row.reach < 30,
          row.status != .forecast || row.reach < 20 || !isOfNamedList(first)
        {
          return nil
        }
        if row.status == .target, distance > 6, isPast(quantity) { return nil }
        // Đặt mục tiêu năm 2020 sẽ thu 5 tỷ đồng: an aim, though said of what is to come.
        // Với mục tiêu dự kiến cắt giảm 20%: an aim, too.
        if row.status == .forecast,
          row.reach == 20 || scan.hits.ending(at: Int(hit.start), .status) != nil,
          let aim = aim(before: hit, since: start), row.reach == 20 || aim.end == hit.start
        {
          scan.trace?.note(.status, aim.range, scan.rules.statuses[Int(aim.row)].label)
          return (.target, scan.rules.statuses[Int(aim.row)].label)
        }
        // Ước tính số bị sót có thể tới 1.500: an estimate, though it only may be so.
        if row.status == .forecast, row.reach == 6,
          let estimate = estimate(before: hit, since: start)
        {
          scan.trace?.note(.status, estimate.range, scan.rules.statuses[Int(estimate.row)].label)
          return (.estimate, scan.rules.statuses[Int(estimate.row)].label)
        }
        if row.status == .target, isMet(hit) || isKept(hit) || row.isEffort && wasMade(hit) {
          return nil
        }
        // Đạt 105% dự toán: reached, whatever was planned further off.
        if row.status == .target, distance > 4 && isShareOfPlan(quantity) || isOfSharedPlan(hit) {
          position -= 1
          continue
        }
        // Mỗi năm phải nộp 2 báo cáo: an order of things that holds.
        if row.status == .target, row.reach == 6, isRegular(start..<max(start, Int(hit.start))) {
          return nil
        }
        if distance <= row.reach || row.isRequest && isRequested(quantity, hit),
          distance <= 2 && scan.id(Int(hit.end)) != scan.words.and
            || row.status == .forecast && row.reach == 20
            || !isObjectOfPercent(hit)
        {
          // Dự kiến tăng từ 1.000 lên 3.000 đồng: the level in force.
          if row.status != .actual, isLevelLeft(quantity), !isRevised(hit) { return nil }
          scan.trace?.note(.status, hit.range, row.label)
          return (row.status, row.label)
        }
      }
      position -= 1
    }
    return nil
  }

  /// `dự kiến thu 4 tỷ đồng; lợi nhuận trên 2 tỷ đồng`: only what is measured is named behind the mark.
  private func isOfNamedList(_ first: Int) -> Bool {
    let end = qualified(first)
    for position in stride(from: end - 1, through: max(0, end - 24), by: -1) {
      if scan.isMark(position, Mark.semicolon) {
        return position < end - 1 && scan.hits.hasStart(at: position + 1, .measured)
      }
      let id = scan.id(position)
      if scan.words.tenses.contains(id) || scan.words.levelVerbs.contains(id)
        || scan.words.aspects.contains(id) || scan.words.havingVerbs.contains(id)
        || scan.hits.hasStart(at: position, of: [.change, .status])
      {
        return false
      }
    }
    return false
  }

  /// Hiện or hiện nay opens the clause, or stands before its comma.
  private func opensWithNow(_ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, scan.isWord(start - 1) || scan.isNumber(start - 1) {
      start -= 1
    }
    if scan.id(start) == scan.words.now
      || scan.hits.starting(at: start, .status).map(scan.saysNow) ?? false
    {
      return true
    }
    guard scan.isMark(start - 1, Mark.comma),
      let hit = scan.hits.ending(at: start - 1, .status)
    else { return false }
    return scan.saysNow(hit) && !scan.isWord(Int(hit.start) - 1)
  }

  private func isShareInBrackets(_ hit: Hit, _ first: Int) -> Bool {
    (Int(hit.end)..<first).contains {
      scan.isMark($0, Mark.open) && scan.id($0 + 1) == scan.words.share
    }
  }

  /// `Các chỉ tiêu lợi nhuận, doanh thu đều tăng 8%`: the word for what is measured, and no aim that
  /// somebody has set.
  private func namesMeasures(_ hit: Hit, _ first: Int) -> Bool {
    let start = Int(hit.start)
    guard scan.hits.hasStart(at: Int(hit.end), .measured),
      scan.rules.statuses[Int(hit.row)].phrase.isSame(as: "chỉ tiêu"),
      scan.hits.ending(at: qualified(first), .change) != nil
    else { return false }
    return start == scan.sentenceStart(start) || scan.isMark(start - 1, Mark.comma)
      || scan.words.determiners.contains(scan.id(start - 1))
  }

  /// `đối với 13 cơn bão, 23 đợt mưa`: the number, or the list that it stands in, is what the words
  /// concern.
  private func concernsCounts(_ hit: Hit, _ first: Int) -> Bool {
    let row = scan.rules.statuses[Int(hit.row)]
    guard row.status == .target || row.phrase.begins(with: "dự báo") else { return false }
    return (Int(hit.end)..<first).contains {
      scan.id($0) == scan.words.towards && scan.id($0 + 1) == scan.words.with
        && ($0 + 2 == qualified(first) || scan.isNumber($0 + 2))
    }
  }

  /// `từ 1.000 đồng lên 3.000 đồng`: what a level is to be led from is so now.
  func isLevelLeft(_ quantity: Quantity) -> Bool {
    let next = scan.id(quantity.range.upperBound)
    guard next != 0, scan.words.rises.contains(next) else { return false }
    var position = qualified(quantity.range.lowerBound) - 1
    if scan.words.levelNouns.contains(scan.id(position)) { position -= 1 }
    return scan.id(position) == scan.words.from
  }

  /// `nâng dự báo từ 5% lên 7%`: one forecast after another.
  private func isRevised(_ hit: Hit) -> Bool {
    let before = scan.id(Int(hit.start) - 1)
    return scan.words.causingVerbs.contains(before) || scan.words.revisingVerbs.contains(before)
  }

  @inline(__always)
  private func qualified(_ index: Int) -> Int {
    scan.hits.ending(at: index, .qualifier).map { Int($0.start) } ?? index
  }

  /// `8/12 chỉ tiêu`: what another number counts.
  @inline(__always)
  private func isCounted(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    guard scan.isNumber(start - 1), scan.hits.hasStart(at: start, .noun) else { return false }
    // 11 chỉ tiêu vượt kế hoạch; not 3 chỉ tiêu đặt ra là.
    return scan.isMark(start - 2, Mark.slash)
      || scan.words.plans.contains(scan.id(start)) && scan.isWord(Int(hit.end))
        && !scan.hits.hasStart(at: Int(hit.end), .status)
  }

  private func opening(of close: Int, since start: Int) -> Int? {
    var position = close - 1
    while position >= start, close - position < 40 {
      if scan.isMark(position, Mark.open) { return position }
      position -= 1
    }
    return nil
  }

  /// A word of a name; not the first of several behind a heading without a stop: Hiện nay.
  private func isName(_ hit: Hit) -> Bool {
    scan.isPartOfProperName(Int(hit.start)) && scan.tokens[Int(hit.end) - 1].isCapitalized
  }

  /// `vượt toàn bộ chỉ tiêu`, `hoàn thành các mục tiêu`: what was planned is reached.
  func isMet(_ hit: Hit) -> Bool {
    guard scan.words.plans.contains(scan.id(Int(hit.start))) else { return false }
    for position in stride(from: Int(hit.start) - 1, through: max(0, Int(hit.start) - 4), by: -1) {
      guard scan.isWord(position) else { return false }
      if scan.words.fulfilments.contains(scan.id(position)) {
        return position + 1 < hit.start && isFulfilment(position, before: hit)
      }
      // Đã đạt hầu hết các chỉ tiêu.
      if scan.words.levelVerbs.contains(scan.id(position)),
        scan.id(position - 1) == scan.words.already
      {
        return true
      }
    }
    return false
  }

  /// The thành of hoàn thành, or of thành công về chỉ tiêu; thực hiện thành công chỉ tiêu is still to be
  /// done, and thành lập is another word.
  private func isFulfilment(_ index: Int, before hit: Hit) -> Bool {
    guard scan.id(index) == scan.words.city, scan.id(index - 1) != scan.words.complete else {
      return true
    }
    return scan.id(index + 1) == scan.words.success && index + 2 < hit.start
  }

  /// `đã ra sức phấn đấu thực hiện 6 nhiệm vụ`: an effort that was made.
  private func wasMade(_ hit: Hit) -> Bool {
    // Sự kiên trì phấn đấu của xã.
    (max(0, Int(hit.start) - 3)..<Int(hit.start)).contains {
      scan.id($0) == scan.words.already || scan.id($0) == scan.words.nominal
    }
  }

  /// Mưa vừa, doanh nghiệp vừa và nhỏ: no cue, but part of a longer word.
  @inline(__always)
  private func isPartOfWord(_ hit: Hit) -> Bool {
    if let word = scan.hits.ending(at: Int(hit.end), .compound), word.start < hit.start {
      return true
    }
    return scan.hits.starting(at: Int(hit.start), .compound).map { $0.end > hit.end } ?? false
  }

  /// `hai đơn vị đã tổ chức`: done, whatever was planned before.
  private func isPast(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.already
  }

  /// `đạt 105% dự toán`, `bằng 98% kế hoạch`.
  private func isShareOfPlan(_ quantity: Quantity) -> Bool {
    quantity.kind == .percent && scan.words.plans.contains(scan.id(quantity.range.upperBound))
      && (scan.words.levelVerbs.contains(scan.id(qualified(quantity.range.lowerBound) - 1))
        || scan.id(quantity.range.lowerBound - 1) == scan.words.and)
  }

  /// Mỗi năm, hằng ngày.
  @inline(__always)
  private func isRegular(_ range: Range<Int>) -> Bool {
    range.contains {
      (scan.id($0) == scan.words.year || scan.id($0) == scan.words.day
        || scan.id($0) == scan.words.month)
        && (scan.id($0 - 1) == scan.words.each || scan.id($0 - 1) == scan.words.every
          || scan.id($0 - 1) == scan.words.always)
    }
  }

  /// `bằng 105% chỉ tiêu nghị quyết đề ra và tăng 7%`: the words name the plan that was reached.
  private func isOfSharedPlan(_ hit: Hit) -> Bool {
    guard scan.isWord(Int(hit.start) - 1) else { return false }
    for index in stride(from: Int(hit.start) - 2, through: max(0, Int(hit.start) - 8), by: -1) {
      if scan.isMark(index, Mark.percent) { return scan.words.plans.contains(scan.id(index + 1)) }
      guard scan.isWord(index) else { return false }
    }
    return false
  }

  /// `đạt 16,97% kế hoạch`, `118% chỉ tiêu`: the plan is what is measured against.
  @inline(__always)
  private func isObjectOfPercent(_ hit: Hit) -> Bool {
    scan.isMark(Int(hit.start) - 1, Mark.percent)
      || scan.hits.ending(at: Int(hit.start), .stopWord).map {
        $0.range.count == 1 && !scan.tokens[Int($0.start)].isCapitalized
          && (scan.id(Int($0.start)) == scan.words.with
            && scan.id(Int($0.start) - 1) == scan.words.compared
            || scan.id(Int($0.start)) == scan.words.compared)
      } ?? false
  }
}
