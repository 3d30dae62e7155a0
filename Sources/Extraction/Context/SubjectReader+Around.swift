import Lexing
import Model
import Rules

/// Finds the phrase that a figure goes on with: before a bracket or a comma.
extension SubjectReader {
  /// The phrase before the bracket that holds the number: `chị Vân (17 tuổi)`, `Hải Phòng (21,5%)`.
  /// Nil where a figure stands right before the bracket: it then speaks of the same.
  func bracketed(_ quantity: Quantity, lowest: Int) -> Range<Int>? {
    guard let open = bracket(before: quantity.range.lowerBound), open > lowest,
      !isFigure(open - 1), !scan.words.plans.contains(scan.id(lowest)) || lowest == 0
    else { return nil }
    guard open < quantity.range.lowerBound - 1 else { return named(before: open, lowest: lowest) }
    // 500 hộ nghèo (chiếm 5%) goes on with the figure before.
    guard lowest == scan.sentenceStart(open) || hasMark(lowest..<open) else { return nil }
    return named(before: open, lowest: lowest)
  }

  /// The bracket that opens before the number, with nothing but its verb and time between: `(giảm
  /// 5%)`, `(năm 2019 là 3 tỷ)`.
  private func bracket(before index: Int) -> Int? {
    var position = index - 1
    while position > 0, index - position <= 10, !scan.isMark(position, Mark.open) {
      let isSlash = scan.isMark(position, Mark.slash) || scan.isMark(position, Mark.hyphen)
      guard
        isSlash || isPredicate(position)
          || scan.words.manners.contains(scan.id(position))
      else { return nil }
      position -= 1
    }
    return scan.isMark(position, Mark.open) ? position : nil
  }

  private func hasMark(_ range: Range<Int>) -> Bool {
    range.contains { scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.semicolon) }
  }

  /// `cao nhất là Quảng Bình (2 tỷ đồng)`: what là names is what the bracket speaks of.
  private func named(before open: Int, lowest: Int) -> Range<Int>? {
    for index in stride(from: open - 1, through: max(lowest, open - 8), by: -1) {
      guard scan.isWord(index) else { break }
      if scan.id(index) == scan.words.with, scan.id(index - 1) == scan.words.compared {
        // Thấp hơn so với bình quân cả nước (5%).
        let basis = index + 1..<open
        return basis.contains { scan.hits.hasStart(at: $0, .timeCue) } ? nil : trimmed(basis)
      }
      guard scan.words.levelVerbs.contains(scan.id(index)), isPredicate(index) else { continue }
      return trimmed(index + 1..<open) ?? clause(before: open, lowest: lowest)
    }
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
    // Mẹ Huệ (năm nay 93 tuổi).
    let isNow = now(before: end) < end
    if isNow { end = now(before: end) }
    if scan.isMark(end - 1, Mark.open) || scan.isMark(end - 1, Mark.comma) { end -= 1 }
    var start = end
    while start > lowest, end - start < 8, isName(start - 1) { start -= 1 }
    if scan.isMark(start, Mark.period) { start += 1 }
    guard start < end, scan.isWord(start) else { return remarked(before: end, lowest: lowest) }
    // Anh Thanh quê Hải Phòng, năm nay 45 tuổi.
    if isNow, scan.hits.hasStart(at: start, of: [.place, .district]) { return nil }
    if isNow, let title = scan.hits.ending(at: start, .noun), Int(title.start) >= lowest,
      scan.rules.nouns[Int(title.row)].kind == "person"
    {
      return Int(title.start)..<end
    }
    if let title = scan.hits.ending(at: start, .nameCue), Int(title.start) >= lowest {
      return Int(title.start)..<end
    }
    return start..<end
  }

  /// The start of `năm nay`, `hiện đã` between a mark and an age.
  private func now(before end: Int) -> Int {
    var start = end
    while end - start < 4, scan.words.ageSteps.contains(scan.id(start - 1)) || isNow(start - 1) {
      start -= 1
    }
    guard start < end, isNow(start) || isNow(start + 1),
      scan.isMark(start - 1, Mark.open) || scan.isMark(start - 1, Mark.comma)
    else { return end }
    return start
  }

  private func isNow(_ index: Int) -> Bool {
    scan.id(index) == scan.words.now || scan.id(index) == scan.words.present
  }

  /// `bệnh nhân 122 (nữ, 24 tuổi)`: who the bracket is about.
  private func remarked(before end: Int, lowest: Int) -> Range<Int>? {
    guard scan.isMark(end, Mark.comma) else { return nil }
    var open = end - 1
    while open > lowest, end - open < 6, scan.isWord(open) { open -= 1 }
    guard open > lowest, scan.isMark(open, Mark.open) else { return nil }
    return clause(before: open, lowest: lowest)
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
    // Đồng USD, so với các đồng tiền khác, đã giảm: an aside that only compares.
    var end = start - 1
    if let comma = (max(lowest, end - 16)..<end).last(where: { scan.isMark($0, Mark.comma) }),
      scan.id(comma + 1) == scan.words.compared, scan.id(comma + 2) == scan.words.with,
      comma > lowest
    {
      end = comma
    }
    let phrase = clause(before: end, lowest: lowest)
    // Giá điều không ổn định, liên tục giảm, chỉ còn 50: how it moves, and not what.
    if let phrase, phrase.count <= 2, scan.words.tenses.contains(scan.id(phrase.lowerBound)),
      isAdverb(phrase.lowerBound), scan.isMark(phrase.lowerBound - 1, Mark.comma)
    {
      return clauseBefore(phrase.lowerBound, lowest: lowest)
    }
    return phrase
  }

  private static let longestClause = 24

  /// The noun phrase that ends, or opens, the clause up to a mark; its verbs are no part of it.
  func clause(before end: Int, lowest: Int) -> Range<Int>? {
    var start = end
    while start > lowest, end - start < Self.longestClause {
      let token = scan.tokens[start - 1]
      if token.kind == .lineBreak || isFigure(start - 1) { break }
      if token.kind == .mark, token.id != Mark.hyphen, token.id != Mark.period,
        token.id != Mark.quote, token.id != Mark.slash
      {
        break
      }
      start -= 1
      if token.isCapitalized, opensSentence(start) { break }
    }
    // A clause that begins further off would be cut within a word.
    if end - start == Self.longestClause, start > lowest, scan.isWord(start - 1) {
      while start < end, !scan.hits.hasStart(at: start, of: [.noun, .measured, .compound]) {
        start += 1
      }
    }
    guard let phrase = trimmed(start..<end) else { return nil }
    for index in phrase.dropFirst(1) {
      // Lạm phát năm 2022 thấp nhất (2,8%).
      if scan.isNumber(index), index > phrase.lowerBound + 2,
        let time = scan.hits.ending(at: index, .timeCue)
      {
        return trimmed(phrase.lowerBound..<Int(time.start)) ?? phrase
      }
      let isVerb =
        scan.words.tenses.contains(scan.id(index)) && isAdverb(index)
        || scan.words.levelVerbs.contains(scan.id(index))
        || scan.hits.starting(at: index, .change) != nil
        // Ngành chăn nuôi gặp khó do dịch bệnh, chỉ tăng 1%.
        || index > phrase.lowerBound + 1 && scan.words.causes.contains(scan.id(index))
          && isPredicate(index)
      guard isVerb else { continue }
      // Lào là nước có diện tích rừng lớn nhất, với 5 ha: what it has is measured.
      if scan.id(index) == scan.words.being,
        let had = (index + 1..<phrase.upperBound).first(where: {
          scan.words.havingVerbs.contains(scan.id($0)) && namesMeasure($0 + 1)
        }), let measure = trimmed(had + 1..<phrase.upperBound)
      {
        return measure
      }
      let before = trimmed(phrase.lowerBound..<index)
      // Tỉnh đã tăng cường thu ngân sách, đạt 5 tỷ đồng: what is done.
      if scan.words.aspects.contains(scan.id(index)), let before, before.count <= 2,
        !namesMeasure(before.lowerBound), let done = trimmed(index + 1..<phrase.upperBound)
      {
        return narrowed(done)
      }
      return before ?? phrase
    }
    return phrase
  }
}
