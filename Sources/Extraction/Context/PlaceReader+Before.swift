import Lexing
import Model
import Rules

/// The places named before a figure, in its sentence and in those before.
extension PlaceReader {
  /// The nearest place of the figure's own sentence before it.
  ///
  /// - Parameter last: The place of the paragraph's figure before.
  func nearest(
    _ before: Int, to quantity: Quantity, in sentence: Sentence, last: String?
  ) -> PlaceChoice? {
    let reason = "before it in the sentence"
    var position = before - 1
    // A place of another member of the list has been passed over.
    var isMember = false
    while position >= 0, mentions[position].range.lowerBound >= sentence.tokens.lowerBound {
      let mention = mentions[position]
      position -= 1
      if isPassedOver(mention) { continue }
      switch mention.level {
      case .law: continue
      case .nation, .agency:
        if isInRemark(mention, before: quantity) { continue }
        if isAbroad, mention.level == .nation {
          return PlaceChoice(code: main, mention: mention, reason: reason)
        }
        if isOfOtherClause(mention, before: quantity) { continue }
        if isBranch(mention), isBehindPlace(mention, position + 1, sentence) { continue }
        if isReached(mention) {
          if isBehindPlace(mention, position + 1, sentence) { continue }
          if let last, last.begins(with: "VN-"), hasFigure(in: sentence, before: mention) {
            return PlaceChoice(code: last, reason: "as the figure before")
          }
        }
        if main == "VN", isAddressed(mention, position + 1, sentence) { continue }
        if main == "VN" || speaksForNation(mention) || isLocatedNation(mention)
          || isReporterOfTrade(mention, before: quantity)
          || mention.level == .agency
            && speaksOfProvinces(mention.range.upperBound..<quantity.range.lowerBound)
          || isSubject(mention) && !isBehindPlace(mention, position + 1, sentence)
        {
          return PlaceChoice(code: "VN", mention: mention, reason: reason)
        }
      case .country:
        if mention.code == main || mention.isLocated || mention.isVoice
          // Mỹ 5.000 ca, 30 ca tử vong.
          || mention.code == last && position == before - 2
            && hasFigure(in: sentence, behind: mention)
        {
          if countsNations(quantity)
            || hasNations(in: sentence, mention.range.upperBound..<quantity.range.lowerBound)
          {
            return PlaceChoice(code: nil, reason: "nations are what is counted")
          }
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
      case .region: return PlaceChoice(code: nil, mention: mention, reason: reason)
      case .province:
        if mention.isListed {
          return shared(position + 1, quantity, sentence)
            ?? PlaceChoice(code: nil, mention: mention, reason: reason)
        }
        if mention.range.lowerBound - sentence.tokens.lowerBound > 8,
          isMember || isOfOtherMember(mention, before: quantity, sentence)
        {
          isMember = true
          continue
        }
        if isOccasion(mention, position + 1) { continue }
        return PlaceChoice(code: mention.code, mention: mention, reason: reason)
      }
    }
    return nil
  }

  /// `dự án cầu nối với Yên Bái; 2 gói thầu cuối`: a place within another member of a list.
  private func isOfOtherMember(
    _ mention: Mention, before quantity: Quantity, _ sentence: Sentence
  ) -> Bool {
    guard mention.code != main else { return false }
    let end = mention.range.upperBound
    guard
      let mark = (end..<quantity.range.lowerBound).first(where: { scan.isMark($0, Mark.semicolon) })
    else { return false }
    return !items[sentence.items].contains {
      if case .figure = $0.outcome {
        $0.range.lowerBound >= end && $0.range.upperBound <= mark
      } else {
        false
      }
    }
  }

  /// The nearest place of the sentences before it in its paragraph.
  ///
  /// - Parameters:
  ///   - last: The place of the paragraph's figure before.
  ///   - passed: What the search for that one has passed over.
  func carried(
    _ before: Int, since start: Int, to sentence: Sentence, _ quantity: Quantity, last: String?,
    _ passed: inout PassedPlaces
  ) -> PlaceChoice? {
    let reason = "earlier in the paragraph"
    let known = known(&passed, sentence, quantity, last: last)
    passed.isUnspoken = passed.isUnspoken && !known.isEmpty
    passed.isBehindNation = last == "VN" && (known.isEmpty || passed.isBehindNation)
    var position = before - 1
    var isOver = false
    while position >= 0, mentions[position].range.lowerBound >= start {
      passed.mentions = position + 1..<before
      if position + 1 == known.upperBound, !known.isEmpty {
        position = known.lowerBound - 1
        continue
      }
      let mention = mentions[position]
      position -= 1
      if isPassedOver(mention) { continue }
      switch mention.level {
      case .law: continue
      case .nation, .agency:
        if main == "VN" {
          if isBehindProvince(position + 1) { continue }
          return PlaceChoice(code: "VN", mention: mention, reason: reason, isArticles: true)
        }
        if isProvince || main == nil, mention.level == .nation,
          opensForNation(mention) || (last == "VN" || main == nil) && isSubject(mention)
        {
          return PlaceChoice(code: "VN", mention: mention, reason: reason)
        }
      case .country:
        if mention.code == main
          || mention.isLocated && !mention.isBracketed(in: scan) && !isOneOfSeveral(position + 1)
            && !isOutspoken(position + 1, before)
        {
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
      case .region:
        if !mention.isMarket, !opensSentence(mention), !opensClause(mention) {
          if !passed.isUnspoken { passed.isUnspoken = !speaksOfRegion(sentence, quantity, &passed) }
          if passed.isUnspoken { continue }
        }
        // Do biến động của thị trường thế giới: said by the way.
        if mention.isMarket, !opensSentence(mention), !hasFigure(behind: mention) { continue }
        return PlaceChoice(code: nil, mention: mention, reason: reason)
      case .province:
        if mention.isListed {
          if turn(sentence.tokens.lowerBound..<quantity.range.lowerBound) != nil,
            let choice = shared(position + 1, quantity, sentence)
          {
            return choice
          }
          if !mention.isSpan { return nil }
          return PlaceChoice(code: nil, mention: mention, reason: reason)
        }
        if mention.code == main {
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
        if !isOver { isOver = opensTopic(sentence.tokens.lowerBound) }
        if !isOver, mention.code == last, mention.isResidence(in: scan) {
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
        if isFirstOrMost(mention) { continue }
        if isOver || !goesOn(position + 1) || isFar(mention, from: sentence)
          || quantity.kind != .duration && goesOnWithNation(before, sentence)
        {
          return nil
        }
        return PlaceChoice(code: mention.code, mention: mention, reason: reason)
      }
    }
    passed.mentions = position + 1..<before
    return nil
  }

  /// The places passed over for the figure before that are passed over for this one, too.
  private func known(
    _ passed: inout PassedPlaces, _ sentence: Sentence, _ quantity: Quantity, last: String?
  ) -> Range<Int> {
    if last == "VN", !passed.isBehindNation { return 0..<0 }
    if passed.isUnspoken, speaksOfRegion(sentence, quantity, &passed) { return 0..<0 }
    return passed.mentions
  }

  /// Thứ 8 cả nước: the nation is what is ranked, not what is measured. Quy định của Bộ Y tế: whose
  /// rules they are.
  private func isPassedOver(_ mention: Mention) -> Bool {
    let start = mention.range.lowerBound
    if mention.level == .agency, scan.id(start - 1) == scan.words.belonging,
      scan.words.orderWords.contains(scan.id(start - 2)) || isOrder(before: start - 1)
    {
      return true
    }
    return scan.isNumber(start - 1) || mention.isCompared(in: scan)
  }

  /// `liên kết với các trung tâm của cả nước; thu hút 5 triệu lượt khách`: by the way, and behind a
  /// semicolon no more.
  private func isOfOtherClause(_ mention: Mention, before quantity: Quantity) -> Bool {
    isProvince && mention.level == .nation
      && scan.id(mention.range.lowerBound - 1) == scan.words.belonging
      && (mention.range.upperBound..<quantity.range.lowerBound).contains {
        scan.isMark($0, Mark.semicolon)
      }
  }

  /// `Các tỉnh, thành phố trong cả nước đã …`: what the sentence, and those that follow, are about.
  private func opensForNation(_ mention: Mention) -> Bool {
    mention.range.lowerBound - scan.sentenceStart(mention.range.lowerBound) <= 8
      && speaksForNation(mention)
  }

  /// `Huyện Tân Biên đã trình Chính phủ …`: a province is what the sentence is about.
  private func isBehindProvince(_ position: Int) -> Bool {
    guard position > 0, !mentions[position].isNationwide(in: scan) else { return false }
    let other = mentions[position - 1]
    return other.level == .province && !other.isListed && opensSentence(other)
      && other.range.lowerBound >= scan.sentenceStart(mentions[position].range.lowerBound)
  }

  /// `Cả hai vùng đã có 874 xã`: the region is what the sentence is about, without its name.
  private func speaksOfRegion(
    _ sentence: Sentence, _ quantity: Quantity, _ passed: inout PassedPlaces
  ) -> Bool {
    passed.region.isWithin(sentence.tokens.lowerBound..<quantity.range.lowerBound) {
      $0.first {
        scan.id($0) == scan.words.region
          && (scan.id($0 - 1) == scan.words.whole || scan.id($0 - 1) == scan.words.all
            || scan.id($0 - 2) == scan.words.all)
      }
    }
  }

  /// Khu vực Nam Bộ có mưa: what the sentence, and those that follow, are about.
  func opensSentence(_ mention: Mention) -> Bool {
    mention.range.lowerBound - scan.sentenceStart(mention.range.lowerBound) <= 3
  }

  /// `Cục Thú y cho biết, tại khu vực Nam Bộ có mưa`, `…, Nam Bộ đã có mưa`: likewise, behind a comma.
  private func opensClause(_ mention: Mention) -> Bool {
    if scan.isMark(mention.range.lowerBound - 1, Mark.comma), isSaid(of: mention) { return true }
    for index in stride(
      from: mention.range.lowerBound - 1, through: mention.range.lowerBound - 3, by: -1)
    {
      let id = scan.id(index)
      if id == scan.words.at || id == scan.words.inside {
        return scan.isMark(index - 1, Mark.comma)
      }
      guard scan.isWord(index) else { return false }
    }
    return false
  }

  /// `Nam Bộ đã có`, `Nam Bộ đạt`: something is said of it; not of the whole world.
  private func isSaid(of mention: Mention) -> Bool {
    guard mention.hit.table == .place,
      scan.rules.placeSpellings[Int(mention.hit.row)].code != "region:world"
    else { return false }
    let next = scan.id(mention.range.upperBound)
    return scan.words.aspects.contains(next) || scan.words.havingVerbs.contains(next)
      || scan.words.levelVerbs.contains(next)
  }

  /// Cả nước speaks for the nation even in a province's news; Việt Nam does so by the way.
  private func speaksForNation(_ mention: Mention) -> Bool {
    mention.level == .nation
      && scan.id(mention.range.upperBound - 1) == scan.words.nationwide
      // Dự án trong nước are those that are not from abroad.
      && scan.id(mention.range.upperBound - 2) != scan.words.among
      && !isOfProvince(mention)
  }

  /// `Tỉnh có nhiều sản phẩm chủ lực của cả nước`: the clause is about the province.
  private func isOfProvince(_ mention: Mention) -> Bool {
    guard let main else { return false }
    for index in stride(
      from: mention.range.lowerBound - 1, through: max(0, mention.range.lowerBound - 24), by: -1)
    {
      guard scan.isWord(index), !scan.words.joints.contains(scan.id(index)) else { return false }
      if scan.isLocalWord(index, ofCity: isCity)
        || scan.hits.starting(at: index, .place).map({
          scan.rules.placeSpellings[Int($0.row)].code == main
        }) == true
      {
        return true
      }
    }
    return false
  }

  /// `Mỹ có 200.000 ca, 2 quốc gia có trên 100.000 ca`: others have been counted since.
  private func hasNations(in sentence: Sentence, _ range: Range<Int>) -> Bool {
    items[sentence.items].contains {
      guard case .figure(let other) = $0.outcome, range.contains(other.range.lowerBound) else {
        return false
      }
      return countsNations(other)
    }
  }

  /// 2 quốc gia, hai nước.
  private func countsNations(_ quantity: Quantity) -> Bool {
    quantity.kind == .count
      && (quantity.unit?.begins(with: "quốc gia") == true || quantity.unit == "nước")
  }

  /// `yêu cầu các tỉnh giảm giá nước`: more than the article's own.
  private func speaksOfProvinces(_ range: Range<Int>) -> Bool {
    isProvince
      && range.contains {
        scan.id($0) == scan.words.province && scan.words.determiners.contains(scan.id($0 - 1))
          && scan.id($0 - 2) != scan.words.with
          && !(scan.isWord($0 + 1) && scan.tokens[$0 + 1].isCapitalized)
      }
  }

  func hasFigure(behind mention: Mention) -> Bool {
    let start = mention.range.upperBound
    let end = scan.sentenceEnd(start)
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    while low < items.count, items[low].range.lowerBound < end {
      if case .figure = items[low].outcome { return true }
      low += 1
    }
    return false
  }

  /// In an article about the nation, what is said of a province ends by and by, even where no
  /// paragraph does.
  private func isFar(_ mention: Mention, from sentence: Sentence) -> Bool {
    main == "VN" && sentence.tokens.lowerBound - mention.range.upperBound > Self.reach
  }

  /// The most tokens; some four sentences.
  private static let reach = 130

  /// `Tại Việt Nam, ghi nhận 262 ca`, at the head of a sentence.
  private func isLocatedNation(_ mention: Mention) -> Bool {
    let start = mention.range.lowerBound
    let before = scan.id(start - 1)
    return mention.level == .nation && (before == scan.words.at || before == scan.words.inside)
      && scan.isMark(mention.range.upperBound, Mark.comma)
      && start - scan.sentenceStart(start) <= 2
  }

  /// `Về công tác tuần tra, …`, `Tính chung, …`: the sentence turns to something else.
  private func opensTopic(_ start: Int) -> Bool {
    scan.words.topicWords.contains(scan.id(start))
  }
}
