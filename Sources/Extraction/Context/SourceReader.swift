import Lexing
import Rules

/// Who is cited, and the row whose words say so.
struct Citation {
  var tokens: Range<Int>
  var cue: Hit
}

/// Finds who is cited for the figures of a sentence.
struct SourceReader {
  let scan: Scan

  /// `Theo Sở TT&TT, …`, `Giám đốc … cho biết …`; the tokens of the one cited.
  func source(in sentence: Sentence) -> Citation? {
    // Most sentences have no such word.
    sentence.roles.contains(.source) ? source(in: sentence.tokens, from: sentence.landmark) : nil
  }

  private func source(in sentence: Range<Int>, from landmark: Int) -> Citation? {
    for hit in scan.hits.all(
      in: sentence, from: landmark, of: [.sourceBefore, .sourceAfter], at: .source)
    {
      let role = scan.rules.sources[Int(hit.row)].role
      if role == .none || role == .noneAfter { continue }
      if hit.table == .sourceBefore, role != .atHead || isAtHead(Int(hit.start), sentence),
        let cited = cited(after: Int(hit.end), in: sentence)
      {
        return Citation(tokens: cited, cue: hit)
      }
      // Phát biểu tại hội nghị, ông Nam …: it opens the sentence.
      if hit.table == .sourceAfter, !scan.tokens[Int(hit.start)].isCapitalized,
        !isNounOpener(scan.id(Int(hit.start) - 1)),
        role != .afterName || isBehindName(Int(hit.start)),
        let cited = cited(before: Int(hit.start), in: sentence),
        // Hà Nội ghi nhận 5 ca: what a place has is nobody's word.
        // Tổng mức đầu tư dự kiến 5 tỷ đồng: nor what is measured.
        role != .afterName || !isNobody(cited)
      {
        return Citation(tokens: cited, cue: hit)
      }
    }
    return nil
  }

  // MARK: Behind theo

  /// `Theo Sở Y tế, …`, `…, theo Sở Y tế`, `Cũng theo Sở Y tế, …`; not `thực hiện theo Chỉ thị 16`,
  /// `đi theo Bác Hồ`: what is done like that cites nobody.
  private func isAtHead(_ start: Int, _ sentence: Range<Int>) -> Bool {
    // Behind a heading without a stop.
    if scan.tokens[start].isCapitalized { return true }
    // Tiếp theo là Bình Dương.
    if scan.hits.starting(at: start - 1, .stopWord).map({ $0.end > start }) ?? false {
      return false
    }
    var index = start - 1
    while index >= sentence.lowerBound, start - index <= 5 {
      guard scan.isWord(index) else { return !scan.isNumber(index) }
      guard scan.hits.isPredicate(index) else { return false }
      index -= 1
    }
    return index < sentence.lowerBound
  }

  /// The name behind theo, up to the comma, or to what is said.
  private func cited(after start: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = start
    while end < sentence.upperBound, end - start <= 16 {
      let token = scan.tokens[end]
      if token.kind == .mark, isEnd(end, token.id, since: start) { break }
      if end > start, token.kind == .word, !token.isCapitalized,
        scan.words.aspects.contains(token.id) || token.id == scan.words.then
          || opensStatement(end)
      {
        break
      }
      end += 1
    }
    // Without a capital nobody is named: theo đó, theo quy định.
    guard end > start, end - start <= 16, !scan.isNumber(start),
      (start..<end).contains(where: { scan.tokens[$0].isCapitalized })
    else { return nil }
    return start..<end
  }

  private func isEnd(_ index: Int, _ id: UInt32, since start: Int) -> Bool {
    id == Mark.comma && !isWithinName(index) || id == Mark.colon || id == Mark.open
      || id == Mark.close || id == Mark.quote && index > start
  }

  /// The comma of Ban Chỉ đạo phòng, chống dịch.
  private func isWithinName(_ comma: Int) -> Bool {
    scan.id(comma - 1) == scan.words.preventing && scan.id(comma + 1) == scan.words.fighting
  }

  /// Cho biết, behind a name that theo stands before; not the thông tin of Cổng thông tin.
  private func opensStatement(_ index: Int) -> Bool {
    guard let hit = scan.hits.starting(at: index, .sourceAfter) else { return false }
    return scan.rules.sources[Int(hit.row)].role != .noneAfter
  }

  // MARK: Before cho biết

  /// The name before cho biết, back to the clause's start.
  private func cited(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = end
    var comma: Int?
    while start > sentence.lowerBound, end - start < Self.longestClause {
      let index = start - 1
      let token = scan.tokens[index]
      if token.kind == .mark {
        if token.id == Mark.semicolon || token.id == Mark.colon { break }
        if token.id == Mark.comma, !isWithinName(index) { comma = index }
        // Ảnh: EPA) Ông Nam: a bracket that belongs to what came before.
        if token.id == Mark.close, scan.isWord(start), scan.tokens[start].isCapitalized,
          scan.words.speakerOpeners.contains(scan.id(start))
        {
          break
        }
        if token.id == Mark.quote {
          // Công ty "Hoa Sen" cho biết.
          guard let open = quoteStart(index, sentence) else { break }
          start = open
          continue
        }
      }
      if token.kind == .number, !isOfName(index) {
        // Ngày 5/3, Bộ Y tế cho biết.
        if let comma {
          start = comma + 1
        } else if !scan.tokens[start].isCapitalized
          || !scan.hits.hasStart(at: start, of: [.nationCue, .abbreviation])
            && scan.hits.starting(at: start, .nameCue) == nil
            && !scan.words.officeTitles.contains(scan.id(start))
        {
          return nil
        }
        break
      }
      start = index
    }
    guard start < end else { return nil }
    return named(start..<end, in: sentence)
  }

  /// The most tokens between a clause's start and what somebody says in it.
  private static let longestClause = 32
  /// The most tokens of a name.
  private static let longestName = 20

  private func quoteStart(_ close: Int, _ sentence: Range<Int>) -> Int? {
    for index in stride(from: close - 1, through: max(sentence.lowerBound, close - 5), by: -1) {
      if scan.isMark(index, Mark.quote) { return close - index > 1 ? index : nil }
      guard scan.isWord(index) else { return nil }
    }
    return nil
  }

  /// The number of quận 2, Covid-19.
  private func isOfName(_ index: Int) -> Bool {
    let before = index - 1
    if scan.isMark(before, Mark.hyphen) { return scan.isWord(before - 1) && scan.isGlued(index) }
    return scan.id(before) == scan.words.number && scan.id(before - 1) != scan.words.among
      && !scan.words.countingWords.contains(scan.id(before - 1))
      || scan.words.districtKinds.contains(scan.id(before))
      || scan.words.communeKinds.contains(scan.id(before))
  }

  /// Sở Y tế báo cáo, UBND tỉnh thống kê; not thu thập thông tin, trong báo cáo.
  private func isBehindName(_ index: Int) -> Bool {
    var last = index - 1
    // Tìm cách giúp Lào, báo cáo Thủ tướng: somebody else's doing.
    if scan.isMark(last, Mark.comma) { return false }
    while last > 0, scan.isWord(last), scan.hits.isPredicate(last), !scan.isPartOfProperName(last) {
      last -= 1
    }
    if scan.words.areaKinds.contains(scan.id(last)) || scan.isMark(last, Mark.close) { return true }
    // Bộ Y tế: not every word of a name has its capital.
    return (max(0, last - 2)...max(0, last)).contains {
      scan.isWord($0) && scan.tokens[$0].isCapitalized && $0 >= scan.sentenceStart(last)
    }
  }

  /// Trong báo cáo, của thông báo, các đánh giá: what stands behind is a noun. Được đánh giá cao: nor
  /// does one speak of whom others do.
  private func isNounOpener(_ id: UInt32) -> Bool {
    let words = scan.words
    return id == words.purpose || id == words.through || id == words.when || id == words.among
      || id == words.belonging || id == words.from || id == words.upon
      || id == words.concerning || id == words.with || id == words.one
      || words.determiners.contains(id) || words.placeLinks.contains(id) || id == words.passive
      || words.destinations.contains(id) || words.speechNouns.contains(id)
  }

  private func isNobody(_ range: Range<Int>) -> Bool {
    isPlace(range) || scan.hits.hasStart(at: range.lowerBound, .measured)
  }

  /// Hà Nội, tỉnh Hà Nam, khu vực bắc Trung Bộ.
  private func isPlace(_ range: Range<Int>) -> Bool {
    guard let place = scan.hits.ending(at: range.upperBound, .place) else { return false }
    let kind = scan.id(Int(place.start) - 1)
    return place.start <= range.lowerBound
      || Int(place.start) - range.lowerBound <= 2
        && (scan.words.areaKinds.contains(kind) || kind == scan.words.region
          || kind == scan.words.area)
  }

  // MARK: The name in its clause

  /// Without `Tuy nhiên,` before and `cũng` behind; and without what happened meanwhile: `Nói tại cuộc
  /// họp, ông Nam`.
  private func named(_ range: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    var high = range.upperBound
    while high > range.lowerBound, isLoose(high - 1) {
      // Qua nói ngọt, để báo cáo: what is no statement of anybody.
      if isNounOpener(scan.id(high - 1)) { return nil }
      high -= 1
    }
    // Bác sĩ Nam, Khoa Nhi, nói: who he is stands between commas.
    let isApposed = high < range.upperBound && scan.isMark(high, Mark.comma)
    var low = segmentStart(range.lowerBound..<high, isApposed: isApposed)
    while low < high, isLoose(low, opens: low == sentence.lowerBound) {
      // Sau khi nghe các hãng nêu: a clause of its own.
      if scan.id(low) == scan.words.when || scan.words.conditions.contains(scan.id(low)) {
        return nil
      }
      low += 1
    }
    // Đây là số liệu vừa được Bộ Y tế công bố: the one who does it.
    if let agent = (low..<high).last(where: { isAgentLink($0) }), agent + 1 < high,
      (agent + 1..<high).contains(where: { scan.tokens[$0].isCapitalized })
    {
      if isApposed { return nil }
      low = agent + 1
    } else {
      // Vì việc này nên ông Nam nói.
      if let joint = (low..<high).last(where: {
        scan.words.joints.contains(scan.id($0)) && !scan.tokens[$0].isCapitalized
          && scan.id($0) != scan.words.with && scan.id($0) != scan.words.when
          && scan.id($0) != scan.words.purpose
      }), joint + 1 < high {
        low = joint + 1
      }
      let isJoined = high < range.upperBound && scan.id(high) == scan.words.and
      guard let end = nameEnd(low..<high, isJoined: isJoined) else { return nil }
      high = end ?? high
    }
    low = headingEnd(low..<high) ?? low
    while low < high, isLoose(high - 1) { high -= 1 }
    if low < high, scan.isMark(high - 1, Mark.close),
      !(low..<high).contains(where: { scan.isMark($0, Mark.open) })
    {
      high -= 1
    }
    // Hà Nội, Thái Bình đã nêu: places in a list.
    if let comma = (low..<high).first(where: { scan.isMark($0, Mark.comma) }),
      isPlace(low..<comma)
    {
      return nil
    }
    guard low < high, high - low <= Self.longestName, !scan.words.pronouns.contains(scan.id(low)),
      (low..<high).contains(where: {
        scan.tokens[$0].isCapitalized && $0 != sentence.lowerBound
      })
    else { return nil }
    return low..<high
  }

  /// Where the name begins among the parts that commas set apart: `Phát biểu tại hội nghị, | ông Nam,
  /// Giám đốc Sở Y tế`.
  private func segmentStart(_ range: Range<Int>, isApposed: Bool) -> Int {
    guard let comma = lastComma(range), comma + 1 < range.upperBound else {
      return range.lowerBound
    }
    let last = comma + 1
    if opensPerson(last) { return last }
    // Một tiệm ở phố Hàng Bạc, Hà Nội: an address.
    if isPlace(last..<range.upperBound) {
      return segmentStart(range.lowerBound..<comma, isApposed: isApposed)
    }
    let isTitle =
      isApposed || scan.words.officeTitles.contains(scan.id(last))
      || !(last..<range.upperBound).contains { scan.tokens[$0].isCapitalized }
    var end = comma
    // What is said of a person may have commas of its own.
    while true {
      let before = lastComma(range.lowerBound..<end)
      let start = before.map { $0 + 1 } ?? range.lowerBound
      if start < end, isPerson(start..<end, isTitled: isTitle) { return start }
      guard let before else { return last }
      end = before
    }
  }

  private func isPerson(_ range: Range<Int>, isTitled: Bool) -> Bool {
    if opensPerson(range.lowerBound), !range.contains(where: { scan.id($0) == scan.words.and }) {
      return true
    }
    return isTitled && isPersonsName(range)
  }

  /// The last comma outside brackets.
  private func lastComma(_ range: Range<Int>) -> Int? {
    var depth = 0
    for index in range.reversed() where scan.tokens[index].kind == .mark {
      switch scan.tokens[index].id {
      case Mark.close: depth += 1
      case Mark.open: depth -= 1
      case Mark.comma: if depth == 0, !isWithinName(index) { return index }
      default: continue
      }
    }
    return nil
  }

  /// Ông, bà, anh: a person's name follows.
  private func opensPerson(_ index: Int) -> Bool {
    scan.hits.starting(at: index, .nameCue).map {
      scan.isWord(Int($0.end)) && scan.tokens[Int($0.end)].isCapitalized
        && !scan.hits.hasStart(at: index, .place)
    } ?? false
  }

  /// `TS Trần Văn Nam`, `Đại tá Trần Văn Nam`: a name in capitals, and no place.
  private func isPersonsName(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    return range.count >= 2 && range.count <= 9 && scan.tokens[first].isCapitalized
      // Vui mừng tiếp Đại sứ Nam is none.
      && range.count(where: { !scan.tokens[$0].isCapitalized }) <= 2
      && scan.isWord(range.upperBound - 1) && scan.tokens[range.upperBound - 1].isCapitalized
      && !scan.hits.hasStart(at: first, of: [.place, .sourceAfter])
      && !range.contains { scan.hits.isPredicate($0) && !scan.isPartOfProperName($0) }
  }

  /// Được, do: who does it follows.
  private func isAgentLink(_ index: Int) -> Bool {
    let id = scan.id(index)
    return (id == scan.words.passive || id == scan.words.doer) && !scan.tokens[index].isCapitalized
  }

  /// The end of the name where something else is said of it before it speaks: `Bộ Y tế đã họp | và xác
  /// nhận`, `UBND tỉnh vừa có văn bản | báo cáo`.
  ///
  /// - Returns: Nil inside where the one who speaks is another: `… là nơi có việc Sở Y tế nói`.
  private func nameEnd(_ range: Range<Int>, isJoined: Bool) -> Int?? {
    var isNamed = false
    for index in range where scan.isWord(index) {
      if scan.tokens[index].isCapitalized {
        isNamed = isNamed || index > range.lowerBound
        continue
      }
      let id = scan.id(index)
      // Khi cảnh sát đến, để báo chí đưa tin: a clause of its own.
      if id == scan.words.purpose || id == scan.words.when || id == scan.words.being { return nil }
      guard index > range.lowerBound,
        scan.words.aspects.contains(id) || scan.words.assertions.contains(id)
          || scan.words.havingVerbs.contains(id)
      else { continue }
      guard isJoined || range.upperBound - index <= 5 else { return nil }
      return isNamed || scan.hits.hasStart(at: range.lowerBound, of: [.nationCue, .abbreviation])
        ? .some(index) : nil
    }
    // Máy tính khoảng cách và cảnh báo người lái.
    return isJoined ? nil : .some(range.upperBound)
  }

  /// `Giữ vững thành quả Ông Nam`: a heading without a stop behind it; where the sentence begins.
  private func headingEnd(_ range: Range<Int>) -> Int? {
    range.last {
      $0 > range.lowerBound && scan.tokens[$0].isCapitalized && scan.isWord($0)
        && scan.words.speakerOpeners.contains(scan.id($0))
        && scan.isWord($0 + 1)
        && scan.tokens[$0 + 1].isCapitalized == scan.hits.hasStart(at: $0, .nameCue)
        && !scan.hits.hasStart(at: $0, of: [.place, .district])
        && scan.isWord($0 - 1) && !scan.tokens[$0 - 1].isCapitalized
    }
  }

  private func isLoose(_ index: Int, opens: Bool = false) -> Bool {
    if scan.tokens[index].kind == .mark { return !scan.isMark(index, Mark.close) }
    return scan.hits.isPredicate(index) && (opens || !scan.isPartOfProperName(index))
      && !opensPerson(index)
  }
}
