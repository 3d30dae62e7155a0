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
    guard let said = trimmed(start..<quantity.range.lowerBound) else { return nil }
    var whole = mayBeCut(said) ? stated(said) : said
    whole = unmoved(whole, quantity) ?? whole
    if mayBeCut(whole) { whole = timeless(shortened(risen(undocumented(whole)))) }
    if quantity.kind == .duration, let lasting = lasting(whole) { return lasting }
    guard statesLevel(quantity) else { return narrowed(whole) }
    // VN-Index tiếp tục giằng co quanh mức 702 điểm: what the verb says is no part of it.
    for index in whole.dropFirst(1) where scan.words.tenses.contains(scan.id(index)) {
      guard isAdverb(index) else { continue }
      // Mỹ lại giảm mức thuế: what was done to a measure.
      if (index..<whole.upperBound).contains(where: namesMeasure) { break }
      return trimmed(whole.lowerBound..<index) ?? whole
    }
    return measured(whole)
  }

  /// True where a phrase has a word at which it may be cut; most have none.
  private func mayBeCut(_ phrase: Range<Int>) -> Bool {
    if scan.words.pronouns.contains(scan.id(phrase.lowerBound)) { return true }
    for index in phrase {
      let token = scan.tokens[index]
      if token.kind == .number || scan.words.phraseWords.contains(token.id)
        || scan.hits.hasStart(at: index, .change)
      {
        return true
      }
    }
    return false
  }

  /// `Vốn vay chiếm tỷ lệ 44%`: neither the verb nor what it states is part of the phrase.
  private func stated(_ whole: Range<Int>) -> Range<Int> {
    // Dịch vụ chiếm tỷ trọng lớn với 206 tỷ đồng.
    if let verb = whole.dropFirst(1).last(where: { scan.id($0) == scan.words.share }),
      scan.words.ratioNouns.contains(scan.id(verb + 1)), whole.upperBound - verb <= 6
    {
      return trimmed(whole.lowerBound..<verb) ?? whole
    }
    var last = whole.upperBound
    while last > whole.lowerBound, scan.words.ratioNouns.contains(scan.id(last - 1)) { last -= 1 }
    guard last < whole.upperBound, last > whole.lowerBound,
      scan.words.levelVerbs.contains(scan.id(last - 1))
    else {
      return whole
    }
    return trimmed(whole.lowerBound..<last) ?? whole
  }

  /// `xuất khẩu dịch vụ tăng lên mức cao kỷ lục`: up to the words of the level that was reached.
  private func risen(_ phrase: Range<Int>) -> Range<Int> {
    for index in phrase.dropFirst(2) {
      guard let hit = scan.hits.starting(at: index, .change), hit.range.count > 1,
        scan.rules.changes[Int(hit.row)].effect == .level
      else { continue }
      return trimmed(phrase.lowerBound..<index) ?? phrase
    }
    return phrase
  }

  /// `Số hồ sơ nộp từ ngày 1/3 trên cổng`: up to a time and the place named behind it; and without who
  /// speaks.
  private func timeless(_ whole: Range<Int>) -> Range<Int> {
    var phrase = whole
    while phrase.count > 1, scan.words.pronouns.contains(scan.id(phrase.lowerBound)) {
      phrase = trimmed(phrase.lowerBound + 1..<phrase.upperBound) ?? phrase.dropFirst(1)
    }
    for index in phrase.dropFirst(3) where scan.isNumber(index) && isTime(index) {
      var end = index
      while end < phrase.upperBound, scan.isNumber(end) || isTime(end) { end += 1 }
      let id = scan.id(end)
      guard end < phrase.upperBound,
        id == scan.words.upon || id == scan.words.at || id == scan.words.inside,
        let before = trimmed(phrase.lowerBound..<index), before.count > 2
      else { continue }
      return before
    }
    return phrase
  }

  /// `vốn ủy thác từ khi có chỉ thị`: up to the words that tell since when.
  private func shortened(_ phrase: Range<Int>) -> Range<Int> {
    for index in phrase.dropFirst(2) where isAside(index) {
      guard let before = trimmed(phrase.lowerBound..<index), before.count >= 2,
        before.contains(where: namesMeasure)
      else { continue }
      return before
    }
    return phrase
  }

  private func isAside(_ index: Int) -> Bool {
    if scan.id(index) == scan.words.since { return scan.id(index + 1) == scan.words.from }
    return scan.id(index) == scan.words.from && scan.id(index + 1) == scan.words.when
  }

  /// `Người về từ vùng dịch đều phải được cách ly 14 ngày`: what lasts so long, without who does it.
  private func lasting(_ whole: Range<Int>) -> Range<Int>? {
    guard whole.count >= 6, !namesMeasure(whole.lowerBound) else { return nil }
    let verb = whole.dropLast(2).last {
      scan.words.predicates.contains(scan.id($0)) && isPredicate($0)
    }
    guard let verb, let phrase = trimmed(verb + 1..<whole.upperBound), phrase.count >= 2,
      !scan.tokens[phrase.lowerBound].isCapitalized
    else { return nil }
    return phrase
  }

  /// Đã, vẫn, liên tục, lại; not the tiếp of trực tiếp.
  func isAdverb(_ index: Int) -> Bool {
    scan.hits.isPredicate(index)
      || scan.isWord(index + 1) && scan.hits.ending(at: index + 1, .compound) == nil
        && !scan.hits.hasStart(at: index, .compound)
  }

  /// Quanh mức, về ngưỡng, mốc: the number is a level.
  private func statesLevel(_ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    // Xử phạt với mức 5 triệu đồng: the amount of what is done.
    return scan.words.levelNouns.contains(scan.id(position - 1))
      && scan.id(position - 2) != scan.words.with
      && scan.hits.ending(at: position, .compound) == nil
  }

  /// `có 100% trường học`, `dành 50% tăng thu`: what stands behind the number is measured.
  func isHad(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent else { return false }
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    return scan.words.havingVerbs.contains(scan.id(position - 1))
  }

  /// `5 người, gồm 3 người lớn`: a part of what stands before.
  func isMember(_ quantity: Quantity) -> Bool {
    var position = quantity.range.lowerBound
    if let hit = scan.hits.ending(at: position, .qualifier) { position = Int(hit.start) }
    return scan.id(position - 1) == scan.words.consisting
  }

  /// `ở các địa phương còn 60 người`: the phrase only says where.
  func isLocation(_ phrase: Range<Int>) -> Bool {
    (max(0, phrase.lowerBound - 2)..<phrase.lowerBound).contains {
      scan.id($0) == scan.words.at || scan.id($0) == scan.words.inside
        || scan.id($0) == scan.words.upon
    }
  }

  /// What a rank is in: `thứ 16 về cải cách hành chính`.
  func ranked(_ quantity: Quantity, before limit: Int) -> Range<Int>? {
    var position = quantity.range.upperBound
    let last = min(limit, position + 6)
    while position < last {
      if scan.tokens[position].kind == .mark { return nil }
      if scan.id(position) == scan.words.concerning {
        // Thứ 9 về chuyển đổi số và đứng thứ 17 về cải cách: up to what leads to the next rank.
        let end = (position + 1..<max(position + 1, limit)).first { index in
          (scan.id(index) == scan.words.and || scan.isMark(index, Mark.comma))
            && scan.hits.hasStart(at: index + 1, .rank)
        }
        return after(quantity, from: position + 1, before: end ?? limit)
      }
      position += 1
    }
    return nil
  }

  /// True when a verb that states a level stands between the phrase before and the number.
  func hasLevelVerb(before quantity: Quantity, since start: Int) -> Bool {
    var position = quantity.range.lowerBound - 1
    while position >= start {
      // Người dân ở 2 xã: only where they are.
      if scan.words.levelVerbs.contains(scan.id(position)),
        scan.id(position) != scan.words.inside
          || scan.words.levelNouns.contains(scan.id(position + 1))
      {
        return true
      }
      if scan.isMark(position, Mark.colon) { return true }
      let isShare = scan.words.ratioNouns.contains(scan.id(position))
      if !isShare, !isPredicate(position) { return false }
      position -= 1
    }
    return false
  }
}
