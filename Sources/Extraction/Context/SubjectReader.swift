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
    trimmed(start..<quantity.range.lowerBound)
  }

  /// The start of the stretch before the number that speaks of this figure only: after a comma, a
  /// joint such as thì or với, a quotation mark, or the figure before.
  func segmentStart(of quantity: Quantity, lowest: Int) -> Int {
    var position = quantity.range.lowerBound - 1
    // A colon or a bracket written to the number belongs to it.
    if scan.isMark(position, Mark.colon) { position -= 1 }
    var words = 0
    var hasVerb = false
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
        if scan.words.levelVerbs.contains(token.id) {
          // Tiếp đến là EU đạt: the subject stands behind the first verb.
          if words > 0, hasVerb { return position + 1 }
          hasVerb = true
        }
        if words > 0 {
          if scan.words.joints.contains(token.id) { return position + 1 }
          if scan.hits.ending(at: position + 1, .sourceAfter) != nil { return position + 1 }
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
      if !isPredicate(position) { return false }
      position -= 1
    }
    return false
  }

  /// The phrase that begins with the counted noun, or after the unit.
  func after(_ quantity: Quantity, from start: Int, before limit: Int) -> Range<Int>? {
    var end = start
    var sinceComma = 0
    while end < limit, end - start < 40 {
      let token = scan.tokens[end]
      if token.kind == .lineBreak { break }
      if token.kind == .number, isFigure(end) { break }
      if token.kind == .mark, token.id == Mark.comma {
        guard sinceComma <= 4, isListed(end + 1, before: limit) else { break }
        sinceComma = 0
        end += 1
        continue
      }
      if token.kind == .mark, Self.endsPhrase(token.id) { break }
      if token.kind == .mark, token.id == Mark.open || token.id == Mark.close { break }
      if end > start, scan.hits.starting(at: end, .change) != nil, isFigureClose(end) { break }
      if scan.words.levelVerbs.contains(token.id), isFigureClose(end) { break }
      sinceComma += 1
      end += 1
    }
    while end > start, isTrailing(end - 1) { end -= 1 }
    return end > start ? start..<end : nil
  }

  private static func endsPhrase(_ mark: UInt32) -> Bool {
    mark == Mark.semicolon || mark == Mark.colon || mark == Mark.period || mark == Mark.ellipsis
  }

  /// What follows a comma goes on with the list: cán bộ, công chức được trang bị.
  private func isListed(_ index: Int, before limit: Int) -> Bool {
    guard index < limit, scan.isWord(index) else { return false }
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
    return scan.hits.starting(at: index, .stopWord) != nil
  }

  // MARK: Trimming

  /// The range without leading and trailing function words, cues and times.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isPredicate(low) || isMarkOtherThanQuote(low) { low += 1 }
    while low < high, isPredicate(high - 1) || isMarkOtherThanQuote(high - 1) { high -= 1 }
    // Tỷ lệ alone says nothing.
    if (low..<high).allSatisfy({
      scan.words.ratioNouns.contains(scan.id($0)) || scan.words.determiners.contains(scan.id($0))
    }) {
      return nil
    }
    return low < high ? low..<high : nil
  }

  private func isMarkOtherThanQuote(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark || scan.tokens[index].kind == .lineBreak
  }

  /// Words that belong to what is said of the subject, and times.
  private func isPredicate(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word else { return false }
    return scan.hits.isPredicate(index) || scan.words.levelVerbs.contains(token.id)
  }
}
