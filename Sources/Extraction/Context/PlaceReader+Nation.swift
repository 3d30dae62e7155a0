import Lexing
import Model
import Rules

/// Việt Nam named in the news of a province, and the other way round.
extension PlaceReader {
  /// The article is about another country.
  var isAbroad: Bool { main.map { !$0.begins(with: "VN") } ?? false }

  /// `nhập cảnh về Việt Nam`, `vào Việt Nam`: where somebody comes to.
  func isReached(_ mention: Mention) -> Bool {
    mention.level == .nation && !mention.isNationwide(in: scan)
      && scan.words.destinations.contains(scan.id(mention.range.lowerBound - 1))
  }

  /// `Ủy ban MTTQ Việt Nam tỉnh`: a body of the nation has its branch in the province.
  func isBranch(_ mention: Mention) -> Bool {
    mention.level == .nation && scan.isLocalWord(mention.range.upperBound, ofCity: true)
  }

  /// `thị trường chứng khoán Việt Nam đạt`, `Việt Nam có`: the nation is what the clause is about,
  /// and no part of a firm's name; not `lớn nhất Việt Nam`, `tại Việt Nam`.
  func isSubject(_ mention: Mention) -> Bool {
    guard isProvince || main == nil, mention.level == .nation, !mention.isNationwide(in: scan),
      scan.tokens[mention.range.lowerBound].isCapitalized
    else { return false }
    let start = mention.range.lowerBound
    let before = scan.id(start - 1)
    guard scan.isWord(start - 1), start > scan.sentenceStart(start) else {
      return scan.isWord(mention.range.upperBound)
        && !scan.tokens[mention.range.upperBound].isCapitalized
    }
    guard before != scan.words.most, before != scan.words.at, before != scan.words.inside,
      !scan.words.destinations.contains(before), !scan.words.joints.contains(before),
      before != scan.words.and, before != scan.words.like
    else { return false }
    let first = scan.sentenceStart(start)
    for index in stride(from: start - 1, through: max(first, start - 6), by: -1) {
      guard scan.isWord(index) else { return true }
      if scan.tokens[index].isCapitalized { return index == first }
      if scan.hits.hasStart(at: index, .nameCue) { return false }
    }
    return true
  }

  /// A province, or tỉnh, stands before the mention in its sentence.
  func isBehindPlace(_ mention: Mention, _ position: Int, _ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= start {
      if mentions[other].level == .province, !mentions[other].isListed { return true }
      other -= 1
    }
    return isProvince
      && (start..<mention.range.lowerBound).contains { scan.isLocalWord($0, ofCity: isCity) }
  }

  /// `(trong khi mục tiêu của cả nước là 20 m2)`: said in brackets that close before the figure.
  func isInRemark(_ mention: Mention, before quantity: Quantity) -> Bool {
    let start = mention.range.lowerBound
    return scan.isBracketed(start, since: scan.sentenceStart(start))
      && (mention.range.upperBound..<quantity.range.lowerBound).contains {
        scan.isMark($0, Mark.close)
      }
  }

  /// `Trong đó, 7 tỉnh đạt 90%`: the sentence goes on with what the one before it counted.
  func continues(_ sentence: Sentence) -> Bool { scan.opensParts(sentence.tokens.lowerBound) }

  /// `So với tháng trước, số ca tăng 7%`: likewise, of another time.
  func compares(_ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    return scan.id(start) == scan.words.compared && scan.id(start + 1) == scan.words.with
  }

  /// `Có 2 điểm cách ly ở Bến Tre. Trà Vinh chưa có ca bệnh. Trong số 9 người …`: another place has
  /// been named since the last figure before the sentence, in one without figures.
  func isNamedSince(_ before: Int, _ sentence: Sentence) -> Bool {
    guard before > 0 else { return false }
    let mention = mentions[before - 1]
    guard mention.level == .province || mention.level == .nation, !mention.isCompared(in: scan),
      mention.range.upperBound <= sentence.tokens.lowerBound
    else { return false }
    let start = scan.sentenceStart(mention.range.lowerBound)
    var index = sentence.items.lowerBound - 1
    while index >= 0, items[index].range.lowerBound >= start {
      if case .figure = items[index].outcome { return false }
      index -= 1
    }
    return true
  }

  func hasFigure(in sentence: Sentence, behind mention: Mention) -> Bool {
    items[sentence.items].contains {
      if case .figure = $0.outcome {
        $0.range.lowerBound == mention.range.upperBound
      } else {
        false
      }
    }
  }

  func hasFigure(in sentence: Sentence, before mention: Mention) -> Bool {
    hasFigure(in: sentence, before: mention.range.lowerBound)
  }

  func hasFigure(in sentence: Sentence, before index: Int) -> Bool {
    items[sentence.items].contains {
      if case .figure = $0.outcome { $0.range.upperBound <= index } else { false }
    }
  }

  /// `UBND tỉnh Bến Tre đã họp. Tỉnh sẽ chi 5 tỷ đồng`: tỉnh is the province whose authorities the
  /// paragraph named last, though the article is about another one.
  ///
  /// - Parameter words: The sentence before the figure, which says tỉnh or thành phố.
  func spoken(_ before: Int, since start: Int, _ words: Range<Int>) -> PlaceChoice? {
    let isCity = isCity
    guard let word = words.last(where: { scan.isLocalWord($0, ofCity: isCity) }) else { return nil }
    let isOfCity = scan.id(word) != scan.words.province
    var position = before - 1
    while position >= 0, mentions[position].range.lowerBound >= start {
      let mention = mentions[position]
      position -= 1
      guard mention.level == .province else { continue }
      if mention.code == main || mention.isListed || mention.isAside(in: scan)
        || words.upperBound - mention.range.upperBound > 140
      {
        return nil
      }
      let kind = mention.range.lowerBound - 1
      guard mention.hit.table == .place,
        scan.id(kind) == scan.words.province
          || scan.id(kind) == scan.words.street || scan.id(kind) == scan.words.town
          || scan.isMark(kind, Mark.period) && scan.id(kind - 1) == scan.words.town,
        scan.rules.cities.contains(mention.code) == isOfCity
      else { return nil }
      return PlaceChoice(code: mention.code, mention: mention, reason: "its province, named before")
    }
    return nil
  }

  /// `Chỉ thị 16/CT-TTg của Thủ tướng`: a document of the nation, by its number.
  func isOrder(before index: Int) -> Bool {
    var position = index - 1
    while position > index - 6, !scan.isNumber(position) {
      guard
        scan.isMark(position, Mark.slash) || scan.isMark(position, Mark.hyphen)
          || scan.isWord(position) && scan.tokens[position].isCapitalized
      else { return false }
      position -= 1
    }
    return scan.isNumber(position) && scan.hits.ending(at: position, .reference) != nil
  }
}

extension Scan {
  /// Trong đó, trong số: parts of what was counted before follow.
  @inline(__always)
  func opensParts(_ index: Int) -> Bool {
    id(index) == words.among && (id(index + 1) == words.that || id(index + 1) == words.number)
  }
}
