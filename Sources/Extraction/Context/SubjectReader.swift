import Lexing
import Model
import Rules

/// Finds the phrase that says what a figure measures.
struct SubjectReader {
  let scan: Scan
  let items: ContiguousArray<Item>

  /// The phrase before the number, without the verbs and times around it; nil when only those
  /// stand there.
  func before(_ quantity: Quantity, since start: Int) -> Range<Int>? {
    guard let whole = stated(before: quantity.range.lowerBound, since: start) else { return nil }
    guard statesLevel(quantity) else { return narrowed(whole) }
    // VN-Index tiếp tục giằng co quanh mức 702 điểm: what the verb says is no part of it.
    for index in whole.dropFirst(1) where scan.words.tenses.contains(scan.id(index)) {
      guard scan.hits.isPredicate(index) || isAdverb(index) else { continue }
      return trimmed(whole.lowerBound..<index) ?? whole
    }
    return whole
  }

  /// `Vốn vay chiếm tỷ lệ 44%`: neither the verb nor what it states is part of the phrase.
  private func stated(before end: Int, since start: Int) -> Range<Int>? {
    guard let whole = trimmed(start..<end) else { return nil }
    var last = whole.upperBound
    while last > whole.lowerBound, scan.words.ratioNouns.contains(scan.id(last - 1)) { last -= 1 }
    guard last < whole.upperBound, scan.words.levelVerbs.contains(scan.id(last - 1)) else {
      return whole
    }
    return trimmed(whole.lowerBound..<last) ?? whole
  }

  /// Tiếp tục, bất ngờ, liên tục, lại.
  private func isAdverb(_ index: Int) -> Bool { scan.isWord(index + 1) }

  /// Quanh mức, về ngưỡng, mốc: the number is a level.
  private func statesLevel(_ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    return scan.words.levelNouns.contains(scan.id(position - 1))
      && scan.hits.ending(at: position, .compound) == nil
  }

  /// The phrase before the bracket that holds the number: `chị Vân (17 tuổi)`, `Hải Phòng (21,5%)`.
  /// Nil where a figure stands right before the bracket: it then speaks of the same.
  func bracketed(_ quantity: Quantity, lowest: Int) -> Range<Int>? {
    let open = quantity.range.lowerBound - 1
    guard scan.isMark(open, Mark.open), open > lowest, !isFigure(open - 1) else { return nil }
    return clause(before: open, lowest: lowest)
  }

  /// True for a word that is none of a noun's.
  func saysNothing(_ index: Int) -> Bool {
    isPredicate(index) || scan.words.joints.contains(scan.id(index))
      || scan.words.timeLinks.contains(scan.id(index)) || scan.id(index) == scan.words.and
  }

  /// The name of the one whose age the number is: `chị Vân (17 tuổi)`, `Bà Đỗ Thị Mơ, 61 tuổi`; with
  /// the word before it that goes with names.
  func person(_ quantity: Quantity, lowest: Int) -> Range<Int>? {
    var end = quantity.range.lowerBound
    if scan.isMark(end - 1, Mark.open) || scan.isMark(end - 1, Mark.comma) { end -= 1 }
    var start = end
    while start > lowest, end - start < 8, isName(start - 1) { start -= 1 }
    if scan.isMark(start, Mark.period) { start += 1 }
    guard start < end, scan.isWord(start) else { return nil }
    if let title = scan.hits.ending(at: start, .nameCue), Int(title.start) >= lowest {
      return Int(title.start)..<end
    }
    return start..<end
  }

  /// A word with a capital, or the dot of N.V.A.
  private func isName(_ index: Int) -> Bool {
    if scan.isMark(index, Mark.period) { return scan.isGlued(index) && scan.isWord(index - 1) }
    return scan.isWord(index) && scan.tokens[index].isCapitalized
  }

  /// The phrase before the comma that stands before the number and its verb: `Số lượt khách
  /// đi lên từng quý, đạt 4 triệu lượt`, `Bà Đỗ Thị Mơ, 61 tuổi`.
  func clauseBefore(_ start: Int, lowest: Int) -> Range<Int>? {
    guard start - 1 > lowest, scan.isMark(start - 1, Mark.comma),
      scan.hits.ending(at: start - 1, .sourceAfter) == nil
    else { return nil }
    return clause(before: start - 1, lowest: lowest)
  }

  /// The noun phrase that ends, or opens, the clause up to a mark; its verbs are no part of it.
  private func clause(before end: Int, lowest: Int) -> Range<Int>? {
    var start = end
    while start > lowest, end - start < 16 {
      let token = scan.tokens[start - 1]
      if token.kind == .lineBreak || isFigure(start - 1) { break }
      if token.kind == .mark, token.id != Mark.hyphen, token.id != Mark.period,
        token.id != Mark.quote, token.id != Mark.slash
      {
        break
      }
      start -= 1
    }
    // A clause that begins further off would be cut within a word.
    if end - start == 16, start > lowest, scan.isWord(start - 1) {
      while start < end, !scan.hits.hasStart(at: start, of: [.noun, .measured, .compound]) {
        start += 1
      }
    }
    guard let phrase = trimmed(start..<end) else { return nil }
    for index in phrase.dropFirst(1) {
      let isVerb =
        scan.words.tenses.contains(scan.id(index)) || scan.words.levelVerbs.contains(scan.id(index))
        || scan.hits.starting(at: index, .change) != nil
      if isVerb { return trimmed(phrase.lowerBound..<index) ?? phrase }
    }
    return phrase
  }

  /// `thấp hơn tiến độ thu và chỉ bằng 75%`: words that only compare, whose subject stands before.
  func onlyCompares(since start: Int, before end: Int) -> Bool {
    var position = start
    while position < end, scan.tokens[position].kind == .mark { position += 1 }
    guard let hit = scan.hits.starting(at: position, .change) else { return false }
    return scan.id(Int(hit.end) - 1) == scan.words.than
  }

  /// The start of the stretch before the number that speaks of this figure only: after a comma, a
  /// joint such as thì or với, a quotation mark, or the figure before.
  func segmentStart(of quantity: Quantity, lowest: Int) -> Int {
    var position = quantity.range.lowerBound - 1
    // A colon or a bracket written to the number belongs to it.
    if scan.isMark(position, Mark.colon) { position -= 1 }
    var words = 0
    var hasVerb = false
    let isCited = scan.hits.hasStart(
      in: max(0, lowest - PhraseTrie.longestPhrase)..<max(lowest, quantity.range.lowerBound),
      .sourceAfter)
    while position >= lowest {
      let token = scan.tokens[position]
      if token.kind == .mark {
        switch token.id {
        case Mark.close:
          guard let open = opening(of: position, lowest: lowest) else { return position + 1 }
          position = open - 1
          continue
        case Mark.comma:
          if words > 2 || !isListComma(position, lowest: lowest) { return position + 1 }
        case Mark.semicolon, Mark.open, Mark.colon, Mark.quote, Mark.ellipsis: return position + 1
        default: break
        }
      }
      if token.kind == .word {
        // Giao dịch ở mức mua vào là 36,7: ở mức opens no statement of its own.
        if scan.words.levelVerbs.contains(token.id),
          !hasVerb || !scan.words.levelNouns.contains(scan.id(position + 1))
        {
          // Tiếp đến là EU đạt: the subject stands behind the first verb.
          if words > 0, hasVerb { return position + 1 }
          hasVerb = true
        }
        // 93 ha lúa và 17 ha ngô: what stands before và belongs to the figure before.
        if token.id == scan.words.and, lowest > scan.sentenceStart(position),
          words == 0 || scan.hits.hasStart(at: position + 1, .timeCue)
        {
          return position + 1
        }
        if words > 0 {
          if scan.words.joints.contains(token.id) { return position + 1 }
          if isCited, scan.hits.ending(at: position + 1, .sourceAfter) != nil {
            return position + 1
          }
        }
        if !isPredicate(position) { words += 1 }
      }
      position -= 1
    }
    return max(lowest, position + 1)
  }

  private func opening(of index: Int, lowest: Int) -> Int? {
    var position = index - 1
    while position > lowest, index - position < 30 {
      if scan.isMark(position, Mark.open) { return position }
      if isFigure(position) { return nil }
      position -= 1
    }
    return nil
  }

  /// `từng ngành, lĩnh vực đạt`: a comma within a short list of nouns, not between statements.
  private func isListComma(_ index: Int, lowest: Int) -> Bool {
    guard scan.isWord(index + 1), index - 1 > lowest, scan.isWord(index - 1) else { return false }
    return scan.hits.hasStart(at: index + 1, .noun)
      && !scan.hits.hasStart(
        at: index + 1, of: [.stopWord, .change, .status, .timeCue, .durationBefore])
  }

  /// True when nothing but function words stands between the segment's start and the number.
  func opens(_ quantity: Quantity, since start: Int) -> Bool {
    for position in start..<max(start, quantity.range.lowerBound) {
      if scan.words.levelVerbs.contains(scan.id(position)) { return false }
      if !isPredicate(position), scan.tokens[position].kind == .word { return false }
    }
    return true
  }

  /// `có 100% trường học`, `dành 50% tăng thu`: what stands behind the number is measured.
  func isHad(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent else { return false }
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    return scan.words.havingVerbs.contains(scan.id(position - 1))
  }

  /// What a rank is in: `thứ 16 về cải cách hành chính`.
  func ranked(_ quantity: Quantity, before limit: Int) -> Range<Int>? {
    var position = quantity.range.upperBound
    let last = min(limit, position + 6)
    while position < last {
      if scan.tokens[position].kind == .mark { return nil }
      if scan.id(position) == scan.words.concerning {
        return after(quantity, from: position + 1, before: limit)
      }
      position += 1
    }
    return nil
  }

  /// True when a verb that states a level stands between the phrase before and the number.
  func hasLevelVerb(before quantity: Quantity, since start: Int) -> Bool {
    var position = quantity.range.lowerBound - 1
    while position >= start {
      if scan.words.levelVerbs.contains(scan.id(position)) { return true }
      if scan.isMark(position, Mark.colon) { return true }
      let isShare = scan.words.ratioNouns.contains(scan.id(position))
      if !isShare, !isPredicate(position) { return false }
      position -= 1
    }
    return false
  }

  /// The phrase that begins with the counted noun, or after the unit.
  func after(_ quantity: Quantity, from start: Int, before limit: Int) -> Range<Int>? {
    // A unit such as quận, huyện, thị xã is never cut.
    var end = max(
      start, quantity.numberRange.upperBound == start ? quantity.range.upperBound : start)
    var sinceComma = 0
    var isQuoted = false
    while end < limit, end - start < 40 {
      let token = scan.tokens[end]
      if token.kind == .lineBreak { break }
      if token.kind == .number, isFigure(end) { break }
      if token.kind == .mark, token.id == Mark.comma {
        guard sinceComma <= 4, isListed(end + 1, before: limit),
          !opensNext(end + 1, before: limit)
        else { break }
        sinceComma = 0
        end += 1
        continue
      }
      if token.kind == .mark, Self.endsPhrase(token.id) { break }
      if token.kind == .mark, token.id == Mark.open || token.id == Mark.close { break }
      if token.kind == .mark, token.id == Mark.quote {
        // One that opens before the phrase ends it.
        if !isQuoted, scan.isGlued(end) { break }
        isQuoted.toggle()
      }
      if end > start, isNextClause(end) { break }
      if end > start + 1, cuts(end, before: limit) { break }
      if end > start, scan.hits.starting(at: end, .change) != nil, isFigureClose(end) { break }
      if scan.words.levelVerbs.contains(token.id), isFigureClose(end) { break }
      sinceComma += 1
      end += 1
    }
    while end > start, isTrailing(end - 1) { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// `20 người trở lên`, `5 dự án nhằm giảm ngập`: words that say more of the number, or open what
  /// is said of what it counts.
  private func isNextClause(_ index: Int) -> Bool {
    if scan.hits.hasStart(at: index, .qualifierAfter) { return true }
    return scan.words.clauseOpeners.contains(scan.id(index)) && isPredicate(index)
  }

  private static func endsPhrase(_ mark: UInt32) -> Bool {
    mark == Mark.semicolon || mark == Mark.colon || mark == Mark.period || mark == Mark.ellipsis
  }

  /// `nhóm Roadshows đã tiếp cận …`, `tờ khai với tổng trị giá gần 78 tỷ`: what the subject did, or
  /// the next figure's own words.
  private func cuts(_ index: Int, before limit: Int) -> Bool {
    let id = scan.id(index)
    if id == scan.words.already { return true }
    return id == scan.words.with && limit - index <= 8 && isFigure(limit)
  }

  /// `4.294 người, công chức cấp xã 5.767 người`: the words up to the next figure are its own.
  private func opensNext(_ index: Int, before limit: Int) -> Bool {
    guard limit - index <= 8, isFigure(limit) else { return false }
    return !(index..<limit).contains { scan.tokens[$0].kind == .mark }
  }

  /// What follows a comma goes on with the list: cán bộ, công chức được trang bị.
  private func isListed(_ index: Int, before limit: Int) -> Bool {
    guard index < limit, scan.isWord(index) else { return false }
    guard scan.hits.hasStart(at: index, of: [.noun, .compound]) || scan.tokens[index].isCapitalized
    else { return false }
    return !scan.hits.hasStart(at: index, of: [.change, .stopWord, .status, .sourceAfter])
  }

  private func isFigure(_ index: Int) -> Bool {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    guard low < items.count, items[low].range.contains(index) else { return false }
    if case .figure = items[low].outcome { return true }
    return false
  }

  private func isFigureClose(_ index: Int) -> Bool {
    for position in index..<min(index + 5, scan.count) where scan.isNumber(position) { return true }
    return false
  }

  private func isTrailing(_ index: Int) -> Bool {
    guard scan.isWord(index) else { return true }
    return scan.hits.hasStart(at: index, of: [.stopWord, .timeCue]) && isPredicate(index)
  }

  // MARK: Trimming

  /// The range without leading and trailing function words, cues and times.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isPredicate(low) || isMarkOtherThanQuote(low) { low += 1 }
    while low < high, isPredicate(high - 1) || isMarkOtherThanQuote(high - 1) { high -= 1 }
    if let open = unclosed(low..<high) { high = open }
    // Tỷ lệ alone says nothing.
    if (low..<high).allSatisfy({
      scan.words.ratioNouns.contains(scan.id($0)) || scan.words.determiners.contains(scan.id($0))
    }) {
      return nil
    }
    return low < high ? low..<high : nil
  }

  /// `chỉ số giá (CPI`: a bracket of which only the end was cut.
  private func unclosed(_ range: Range<Int>) -> Int? {
    guard let open = range.last(where: { scan.isMark($0, Mark.open) }), open > range.lowerBound,
      !(open..<range.upperBound).contains(where: { scan.isMark($0, Mark.close) })
    else { return nil }
    return open
  }

  private func isMarkOtherThanQuote(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark || scan.tokens[index].kind == .lineBreak
  }

  /// Words that belong to what is said of the subject, and times.
  private func isPredicate(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word else { return false }
    if scan.words.levelVerbs.contains(token.id) {
      // Nhà ở, bằng cấp: part of a noun.
      return scan.hits.ending(at: index + 1, .compound) == nil
        && !scan.hits.hasStart(at: index, .compound)
    }
    return scan.hits.isPredicate(index) && !scan.isPartOfProperName(index)
  }
}
