import Lexing
import Model
import Rules

/// Finds the phrase behind a number.
extension SubjectReader {
  /// The phrase that begins with the counted noun, or after the unit.
  ///
  /// - Parameter tells: What is said of those behind a share tells which they are.
  func after(
    _ quantity: Quantity, from start: Int, before limit: Int, tells: Bool = false
  ) -> Range<Int>? {
    // A unit such as quận, huyện, thị xã is never cut.
    var end = max(
      start, quantity.numberRange.upperBound == start ? quantity.range.upperBound : start)
    // Ca đang điều trị, hộ đã nhận tiền: what is said right behind the unit tells which they are.
    let unitEnd = end
    var sinceComma = 0
    var isQuoted = false
    while end < limit, end - start < 40 {
      let token = scan.tokens[end]
      if token.kind == .lineBreak { break }
      if token.kind == .number, isFigure(end) || end > unitEnd + 2 && isTime(end) { break }
      if token.kind == .mark, token.id == Mark.comma {
        guard
          sinceComma <= 4 && isListed(end, since: start, before: limit)
            && !opensNext(end + 1, before: limit)
            || tells && opensReport(end - 2)
        else { break }
        sinceComma = 0
        end += 1
        continue
      }
      if token.kind == .mark, Self.endsPhrase(token.id), !isWithinName(end) { break }
      // 3 người/hàng: each of what stands before.
      if end == unitEnd, end > start, scan.isMark(end, Mark.slash) { break }
      // Giảm 47% thời gian giải quyết so với quy định.
      if token.id == scan.words.compared, scan.id(end + 1) == scan.words.with { break }
      if end > start,
        token.isCapitalized
          ? opensSentence(end) || opensCitation(end, after: unitEnd) : !tells && opensReport(end)
      {
        break
      }
      if token.kind == .mark, token.id == Mark.open || token.id == Mark.close { break }
      if token.kind == .mark, token.id == Mark.quote {
        // One that opens before the phrase ends it.
        if !isQuoted, scan.isGlued(end) { break }
        isQuoted.toggle()
      }
      // Khởi tố 2 vụ và chuyển hồ sơ: what is done besides.
      if end == unitEnd, token.id == scan.words.and, scan.isWord(end + 1),
        !scan.tokens[end + 1].isCapitalized,
        isDeed(end + 1)
          || !scan.hits.hasStart(
            at: end + 1, of: [.noun, .compound, .measured, .unit, .abbreviation])
      {
        break
      }
      // 17 người và cách ly tại nhà 50 người; 39 lao động và Hàn Quốc 8 lao động.
      if end == unitEnd, token.id == scan.words.and, opensNext(end + 1, before: limit),
        !scan.hits.hasStart(at: end + 1, of: [.noun, .measured, .unit])
      {
        break
      }
      // Căn hộ và chưa thể đáp ứng: what is said of them.
      if token.id == scan.words.and, scan.words.predicates.contains(scan.id(end + 1)) { break }
      if end > start, isNextClause(end),
        end > unitEnd && !isAttribute(end - 1) || !isAttribute(end),
        !tells || !tellsOn(end, since: start),
        token.id != scan.words.purpose || end > unitEnd + 1 || end < unitEnd
          || !scan.words.purposedNouns.contains(scan.id(unitEnd - 1))
      {
        break
      }
      if end > start, end >= unitEnd,
        tells ? turns(end, before: limit) : cuts(end, quantity, after: unitEnd, before: limit)
      {
        break
      }
      // 2 tấn gạo và nhiều nhu yếu phẩm: others besides.
      if token.id == scan.words.and, scan.id(end + 1) == scan.words.many,
        quantity.kind == .measure
      {
        break
      }
      if end > unitEnd, opensMeasure(end, of: limit) { break }
      if end > start, scan.hits.starting(at: end, .change) != nil, isFigureClose(end) { break }
      if scan.words.levelVerbs.contains(token.id), isPredicate(end), isFigureClose(end) { break }
      sinceComma += 1
      end += 1
    }
    // The 1 of 50 F1 is none of another number's.
    let unit = start < quantity.range.upperBound ? quantity.range.upperBound : start
    while end > unit,
      isTrailing(end - 1, after: unitEnd) || end > unitEnd && leadsOn(end - 1, since: start)
    {
      end -= 1
    }
    return end > start ? start..<end : nil
  }

  /// `20 người trở lên`, `5 dự án nhằm giảm ngập`: words that say more of the number, or open what
  /// is said of what it counts.
  @inline(__always)
  private func isNextClause(_ index: Int) -> Bool {
    if scan.hits.hasStart(at: index, .qualifierAfter) || opensSubject(index) { return true }
    return scan.words.clauseOpeners.contains(scan.id(index)) && isPredicate(index)
  }

  /// `80% thị phần này chưa đúng`, `51% cổ phần là CTCP Hoa Sen`: no part of what tells a share from others.
  private func turns(_ index: Int, before limit: Int) -> Bool {
    let id = scan.id(index)
    if id == scan.words.this { return true }
    if id == scan.words.with, leadsToNext(index, limit) {
      return !(index..<limit).contains { scan.isMark($0, Mark.comma) }
    }
    return id == scan.words.being && scan.tokens[index + 1].flags.contains(.allCapitals)
  }

  /// Để, phải, sẽ: 20% hộ vay để nuôi bò.
  private func tellsOn(_ index: Int, since start: Int) -> Bool {
    if scan.id(index) == scan.words.purpose { return index - start >= 4 }
    return isAttribute(index) || opensReport(index - 2)
  }

  /// Phát hiện, thu hồi: and no noun.
  private func isDeed(_ index: Int) -> Bool {
    scan.hits.starting(at: index, .compound).map { scan.rules.compounds[Int($0.row)].isVerb }
      ?? false
  }

  /// Đang, phải, sẽ.
  private func isAttribute(_ index: Int) -> Bool { scan.words.attributes.contains(scan.id(index)) }

  /// `3 chuyên gia cho biết`: what they say is no part of who they are.
  func opensReport(_ index: Int) -> Bool {
    scan.id(index) == scan.words.give && scan.hits.hasStart(at: index, .sourceAfter)
  }

  /// The dot of TP.HCM.
  private func isWithinName(_ index: Int) -> Bool {
    scan.isMark(index, Mark.period) && scan.isGlued(index) && scan.isWord(index - 1)
      && scan.isWord(index + 1) && scan.tokens[index - 1].isCapitalized
      && (scan.isGlued(index + 1) || scan.words.dottedAbbreviations.contains(scan.id(index - 1)))
  }

  private static func endsPhrase(_ mark: UInt32) -> Bool {
    mark == Mark.semicolon || mark == Mark.colon || mark == Mark.period || mark == Mark.ellipsis
  }

  /// `nhóm Roadshows đã tiếp cận …`, `tờ khai với tổng trị giá gần 78 tỷ`: what the subject did, or
  /// the next figure's own words.
  private func cuts(
    _ index: Int, _ quantity: Quantity, after unitEnd: Int, before limit: Int
  ) -> Bool {
    let id = scan.id(index)
    if id == scan.words.already {
      // Cảnh sát 43 tỉnh đã xử phạt: what stands before them did it.
      let first = quantity.numberRange.lowerBound
      return index > unitEnd || scan.isWord(first - 1) && !isPredicate(first - 1)
    }
    if asserts(index, quantity, after: unitEnd) { return true }
    return id == scan.words.with && leadsToNext(index, limit)
  }

  /// `với tổng trị giá gần 78 tỷ`: the next figure's own words.
  private func leadsToNext(_ with: Int, _ limit: Int) -> Bool {
    scan.id(with - 1) != scan.words.towards && limit - with <= 8 && isFigure(limit)
  }

  /// `3.120 người, công chức cấp xã 4.415 người`: the words up to the next figure are its own.
  private func opensNext(_ index: Int, before limit: Int) -> Bool {
    guard limit - index <= 8, isFigure(limit) else { return false }
    // 12% viên chức và 9% nhân viên y tế.
    var last = limit
    if let hit = scan.hits.ending(at: limit, .qualifier) { last = Int(hit.start) }
    if scan.id(last - 1) == scan.words.and { return false }
    return !(index..<limit).contains { scan.tokens[$0].kind == .mark }
  }

  /// What follows a comma goes on with the list: cán bộ, công chức được trang bị; not 3 trạm, đại diện
  /// Sở.
  private func isListed(_ comma: Int, since start: Int, before limit: Int) -> Bool {
    let index = comma + 1
    guard index < limit, scan.isWord(index) else { return false }
    if scan.hits.hasStart(at: index, of: [.change, .stopWord, .status, .sourceAfter]) {
      return false
    }
    if isWithinList(comma, lowest: start) { return true }
    guard scan.tokens[index].isCapitalized else { return false }
    return scan.tokens[comma - 1].isCapitalized || scan.tokens[index].flags.contains(.allCapitals)
  }

  private func isFigureClose(_ index: Int) -> Bool {
    for position in index..<min(index + 5, scan.count) where scan.isNumber(position) { return true }
    return false
  }

  @inline(__always)
  private func isTrailing(_ index: Int, after unitEnd: Int) -> Bool {
    guard scan.isWord(index) else { return !endsName(index) }
    // Trong số này.
    if let hit = scan.hits.ending(at: index + 1, .stopWord), hit.range.count > 1 { return true }
    // Hai cổ đông còn lại: which they are.
    // Dương tính trở lại.
    if scan.id(index) == scan.words.again {
      let before = scan.id(index - 1)
      if before == scan.words.remaining { return false }
      if before == scan.words.returning { return index - 1 == unitEnd }
    }
    // Nguy cơ thấp, giá trị cao: what they are like.
    return scan.hits.hasStart(at: index, of: [.stopWord, .timeCue, .status]) && isPredicate(index)
      && !scan.words.magnitudes.contains(scan.id(index))
  }
}
