import Lexing
import Model
import Rules

/// The places in a figure's own phrase.
extension PlaceReader {
  /// `Áo (58%)`, `Quảng Ninh (475 trường hợp)`: the figure stands in brackets behind its place;
  /// `Nepal: 97 ca`, `Nhật Bản 37, Brazil 54`: or right behind it.
  func bracketed(_ quantity: Quantity, _ before: Int) -> PlaceChoice? {
    guard before > 0 else { return nil }
    // Most often a province, or far away.
    let level = mentions[before - 1].level
    guard level == .country || level == .nation else { return nil }
    let end = mentions[before - 1].range.upperBound
    let gap = quantity.range.lowerBound - end
    guard gap <= 2 || gap <= 16 && scan.isMark(end, Mark.open) else { return nil }
    let mention = mentions[before - 1]
    // Hội quán Quảng Đông (2 điểm tham quan).
    if mention.isPart, !mention.isVoice { return nil }
    if let choice = withinBracket(quantity, before) { return choice }
    guard gap <= 2 else { return nil }
    // Ở Lào là 61, Singapore là 158.
    if gap == 1, mention.level == .country, scan.words.levelVerbs.contains(scan.id(end)),
      scan.isMark(mention.range.lowerBound - 1, Mark.comma) || mention.isLocated,
      !isTrade(mention.range.lowerBound)
    {
      return PlaceChoice(code: mention.code, mention: mention, reason: "before it")
    }
    let isBracketed =
      scan.isMark(end, Mark.open) && scan.isMark(quantity.range.upperBound, Mark.close)
    guard isBracketed || gap == 1 && scan.isMark(end, Mark.colon) || isOfList(mention, gap),
      !isTrade(mention.range.lowerBound), !isMake(mention, quantity)
    else { return nil }
    return PlaceChoice(
      code: mention.code, mention: mention, reason: isBracketed ? "before its bracket" : "before it"
    )
  }

  /// `Ý (giảm 9 bậc từ 12 xuống 21)`: all that the brackets behind a country say is its own.
  private func withinBracket(_ quantity: Quantity, _ before: Int) -> PlaceChoice? {
    let mention = mentions[before - 1]
    let end = mention.range.upperBound
    let first = quantity.range.lowerBound
    guard mention.level == .country, scan.isMark(end, Mark.open), first - end <= 16,
      !(end + 1..<first).contains(where: { scan.isMark($0, Mark.close) }),
      !isTrade(mention.range.lowerBound), !isMake(mention, quantity)
    else { return nil }
    return PlaceChoice(code: mention.code, mention: mention, reason: "before its bracket")
  }

  /// `máy thở của Đức (700 triệu đồng/chiếc)`: a make, and a price of ours.
  private func isMake(_ mention: Mention, _ quantity: Quantity) -> Bool {
    mention.level == .country && quantity.unit?.begins(with: "VND") == true
  }

  /// A country with its number, in a list of such: not one whose name is a word that opens a sentence.
  private func isOfList(_ mention: Mention, _ gap: Int) -> Bool {
    let start = mention.range.lowerBound
    return gap == 0 && mention.level == .country && !isProvince
      && (scan.isMark(start - 1, Mark.comma) || scan.isMark(start - 1, Mark.semicolon)
        || scan.isMark(start - 1, Mark.colon) || scan.id(start - 1) == scan.words.and
        || mention.range.count > 1)
  }

  /// `100 hộ ở Ba Chẽ, Quảng Ninh`, `190 ha thuộc thị xã Điện Bàn (Quảng Nam)`: the figure's own
  /// phrase says where.
  ///
  /// - Parameter next: The first mention behind the figure.
  func attached(_ quantity: Quantity, _ next: Int, _ limit: Int) -> PlaceChoice? {
    let end = quantity.range.upperBound
    guard next < mentions.count, mentions[next].range.lowerBound < limit else { return nil }
    let mention = mentions[next]
    let start = mention.range.lowerBound
    // Cần Thơ bắt A (26 tuổi, trú Bến Tre).
    if mention.level == .province, quantity.isAge, isResidence(end, start) {
      return PlaceChoice(code: mention.code, mention: mention, reason: "where somebody lives")
    }
    if mention.level == .region, start > end, isWorldwide(mention, end..<start) {
      return PlaceChoice(code: nil, mention: mention, reason: "in its own phrase")
    }
    if mention.level == .nation, isWhole(mention, of: quantity, end..<start) {
      return PlaceChoice(code: "VN", mention: mention, reason: "in its own phrase")
    }
    // 3.100 tỷ USD của Canada.
    if mention.level == .country, start == end + 1, scan.id(end) == scan.words.belonging,
      !isTrade(end)
    {
      return PlaceChoice(code: mention.code, mention: mention, reason: "in its own phrase")
    }
    guard start - end <= 14,
      mention.level == .province || mention.level == .country
        || mention.level == .region && !mention.isMarket,
      let link = link(end..<start)
    else { return nil }
    guard (link + 1..<start).allSatisfy(scan.isOfAddress) else { return nil }
    if mention.level == .country {
      let id = scan.id(link)
      guard id == scan.words.at || id == scan.words.inside, !isTrade(end) else { return nil }
    }
    if mention.isListed { return nil }
    return PlaceChoice(
      code: mention.level == .region ? nil : mention.code, mention: mention,
      reason: "in its own phrase")
  }

  /// `10 triệu đoàn viên, công nhân cả nước`: all that there are.
  private func isWhole(_ mention: Mention, of quantity: Quantity, _ gap: Range<Int>) -> Bool {
    guard isProvince, gap.count <= 8, quantity.kind == .count,
      // 4 thủ khoa toàn quốc are the province's.
      mention.range.contains(where: { scan.id($0) == scan.words.all }),
      !mention.isCompared(in: scan)
    else { return false }
    return gap.allSatisfy {
      scan.isMark($0, Mark.comma)
        || scan.isWord($0)
          && (!scan.hits.isPredicate($0)
            || $0 == gap.upperBound - 1
              && (scan.id($0) == scan.words.belonging || scan.id($0) == scan.words.among))
    }
  }

  /// The last of the words that say where something is, with nothing but the thing before it.
  private func link(_ range: Range<Int>) -> Int? {
    var found: Int?
    for index in range {
      if scan.words.placeLinks.contains(scan.id(index)) { found = index }
      if found == nil {
        // 3 phường Phú An, Tân Hội, Mỹ Lộc thuộc …: their names.
        if scan.isMark(index, Mark.comma), scan.tokens[index - 1].isCapitalized,
          scan.isWord(index + 1), scan.tokens[index + 1].isCapitalized
        {
          continue
        }
        guard index - range.lowerBound < 6 || scan.tokens[index].isCapitalized, scan.isWord(index),
          !scan.words.clauseOpeners.contains(scan.id(index))
        else { return nil }
      }
    }
    return found
  }

  /// A province within the figure's own phrase: 2 triệu người dân Đồng Nai.
  func behind(_ quantity: Quantity, _ next: Int, _ limit: Int) -> PlaceChoice? {
    guard next < mentions.count else { return nil }
    let mention = mentions[next]
    let end = quantity.range.upperBound
    let gap = end..<max(end, mention.range.lowerBound)
    guard mention.range.lowerBound < limit else { return nil }
    // 2 người Hàn Quốc được cách ly tại tỉnh Kon Tum: who they are, and where.
    if mention.level == .country, !mention.isLocated, gap.count <= 1 {
      return situated(end, next + 1, limit)
    }
    guard gap.count <= 12, !mention.isListed,
      mention.level == .province || mention.level == .country && mention.isLocated
        // 4 tỉnh miền Trung.
        || mention.level == .region && gap.isEmpty,
      !gap.contains(where: {
        scan.isMark($0, Mark.colon) || scan.isMark($0, Mark.semicolon)
          // Tại Phù Ninh, tỉnh Phú Thọ.
          || scan.isMark($0, Mark.comma) && !scan.tokens[$0 - 1].isCapitalized
      })
    else { return situated(end, next, limit) }
    return PlaceChoice(
      code: mention.level == .region ? nil : mention.code, mention: mention,
      reason: "behind it in its phrase")
  }

  /// `(26 tuổi, trú tại xã An Hòa, Bến Tre)`: the home beside an age.
  private func isResidence(_ comma: Int, _ start: Int) -> Bool {
    scan.isMark(comma, Mark.comma) && scan.id(comma + 1) == scan.words.residence
      && start - comma <= 18
      && (comma + 2..<start).allSatisfy {
        scan.isOfAddress($0) || scan.words.placeLinks.contains(scan.id($0)) || scan.isWord($0)
      }
  }

  /// `2 người và bạn của họ phải được cách ly tại tỉnh Kon Tum`: the figure's own clause says where,
  /// far behind it.
  private func situated(_ end: Int, _ next: Int, _ limit: Int) -> PlaceChoice? {
    guard next < mentions.count else { return nil }
    let mention = mentions[next]
    let start = mention.range.lowerBound
    guard start < limit, mention.level == .province, !mention.isListed, start - end <= 18,
      let link = (end..<start).last(where: { scan.words.placeLinks.contains(scan.id($0)) }),
      (link + 1..<start).allSatisfy(scan.isOfAddress),
      (end..<link).allSatisfy({
        let id = scan.id($0)
        return scan.isWord($0) && id != scan.words.being && id != scan.words.consisting
          && id != scan.words.like && id != scan.words.one
      })
    else { return nil }
    return PlaceChoice(code: mention.code, mention: mention, reason: "behind it in its clause")
  }

  /// `900 triệu người trên toàn cầu`
  private func isWorldwide(_ mention: Mention, _ gap: Range<Int>) -> Bool {
    gap.count <= 2 && mention.hit.table == .place && !mention.isCompared(in: scan)
      && scan.rules.placeSpellings[Int(mention.hit.row)].code == "region:world"
      && scan.id(mention.range.lowerBound - 1) == scan.words.upon
  }

  /// Exports and imports are the nation's, whoever the partner is.
  private func isTrade(_ index: Int) -> Bool {
    (scan.sentenceStart(index)..<scan.sentenceEnd(index)).contains(where: scan.isTradeWord)
  }

  /// `Hà Nội, TP.HCM và Cần Thơ lần lượt có 5, 4 và 3 ca`: each of the list its own figure.
  ///
  /// - Parameter last: The last place of the list.
  func shared(_ last: Int, _ quantity: Quantity, _ sentence: Sentence) -> PlaceChoice? {
    var first = last
    while first > 0, mentions[first - 1].isListed, mentions[first].isListed,
      mentions[first].range.lowerBound - mentions[first - 1].range.upperBound <= 2
    {
      first -= 1
    }
    let named = mentions[last].range.upperBound
    let end = quantity.range.lowerBound
    guard last > first, end - named < 120, let start = turn(named..<end) else { return nil }
    var number = 0
    for item in items[sentence.items] {
      guard case .figure(let other) = item.outcome, other.range.lowerBound >= start else {
        continue
      }
      if other.range.lowerBound >= end { break }
      if (other.kind == .percent) == (quantity.kind == .percent) { number += 1 }
    }
    guard first + number <= last else { return nil }
    let mention = mentions[first + number]
    return PlaceChoice(code: mention.code, mention: mention, reason: "each in its turn")
  }

  /// Lần lượt, tương ứng.
  func turn(_ range: Range<Int>) -> Int? {
    range.first {
      scan.id($0) == scan.words.turn && scan.id($0 - 1) == scan.words.timesWord
        || scan.id($0) == scan.words.fitting && scan.id($0 - 1) == scan.words.equal
    }
  }
}
