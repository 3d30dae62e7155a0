import Lexing
import Model
import Rules

/// Places that a text names by the way, of which the figures behind them do not speak.
extension PlaceReader {
  /// True where what is said of a province other than the article's goes on in the sentences behind
  /// it: not what stands in brackets, nor an example, nor one of several that its sentence gives
  /// figures of.
  func goesOn(_ position: Int) -> Bool {
    let mention = mentions[position]
    if mention.isAside(in: scan) || mention.isExample(in: scan) || mention.isResidence(in: scan)
      || mention.isCaption(in: scan)
    {
      return false
    }
    let hasFigure = hasFigure(behind: mention)
    let first = scan.sentenceStart(mention.range.lowerBound)
    // Tàu sẽ cập cảng Hải Phòng: by the way.
    if !hasFigure, isProvince, mention.range.lowerBound - first > 8,
      !isNamedAgain(position, since: first)
    {
      return false
    }
    if hasFigure, isOccasion(mention, position) { return false }
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= first {
      switch mentions[other].level {
      case .province: if hasFigure, mentions[other].code != mention.code { return false }
      // Bộ triển khai ở Hà Nam: the sentence is about the nation's body.
      case .agency:
        if !hasFigure, main == "VN", !isOrder(before: mentions[other].range.lowerBound - 1) {
          return false
        }
      default: break
      }
      other -= 1
    }
    return true
  }

  /// `Ông Nam, phó chủ tịch tỉnh Bến Tre, cho biết tỉnh đã chỉ đạo Sở Y tế Bến Tre`: the sentence is
  /// about it.
  private func isNamedAgain(_ position: Int, since first: Int) -> Bool {
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= first {
      if mentions[other].code == mentions[position].code, mentions[other].level == .province,
        !mentions[other].isBracketed(in: scan),
        // Thị xã Dĩ An, tỉnh Bình Dương: one place.
        mentions[position].range.lowerBound - mentions[other].range.upperBound > 4
      {
        return true
      }
      other -= 1
    }
    return false
  }

  /// `Ở Bến Tre mới chi một nửa. Ngoài ra còn 30 tỷ đồng chưa được Bộ Tài chính giao vốn`: behind the
  /// figure its sentence goes on about a national body, in an article about the nation.
  func goesOnWithNation(_ before: Int, _ sentence: Sentence) -> Bool {
    guard main == "VN" else { return false }
    var position = before
    while position < mentions.count,
      mentions[position].range.lowerBound < sentence.tokens.upperBound
    {
      let mention = mentions[position]
      position += 1
      switch mention.level {
      case .agency:
        // Theo tiêu chuẩn của Bộ Y tế: by the way.
        if scan.id(mention.range.lowerBound - 1) != scan.words.belonging { return true }
      case .province: return false
      default: break
      }
    }
    return false
  }

  /// `Ổ dịch đầu tiên xảy ra tại Bến Tre.`, `Giá tăng mạnh nhất ở Bến Tre.`: where something was the
  /// first, or most; what follows is said of all again.
  func isFirstOrMost(_ mention: Mention) -> Bool {
    if hasFigure(behind: mention) { return false }
    let first = scan.sentenceStart(mention.range.lowerBound)
    var start = mention.range.lowerBound
    while start > first,
      scan.id(start - 1) == scan.words.province
        || scan.words.districtKinds.contains(scan.id(start - 1))
    {
      start -= 1
    }
    let link = scan.id(start - 1)
    let isAt = link == scan.words.at || link == scan.words.inside
    guard isAt || scan.words.levelVerbs.contains(link) || link == scan.words.belonging else {
      return false
    }
    if scan.id(start - 2) == scan.words.most { return true }
    // Cây ATM gạo đầu tiên ở Bến Tre, where no nation is spoken of: what the article is about.
    return isAt && main == "VN"
      && (first..<start).contains {
        scan.id($0) == scan.words.foremost && scan.id($0 - 1) == scan.words.first
      }
  }

  /// `Việt Nam có dịch từ tháng 2 tại Bến Tre, đến hết tháng 9 đã có 50 ổ dịch`: where something
  /// began; behind it the sentence goes on with the nation that it is about, at another time.
  func isOccasion(_ mention: Mention, _ position: Int) -> Bool {
    guard main == "VN" else { return false }
    let before = scan.id(mention.range.lowerBound - 1)
    let end = mention.range.upperBound
    guard before == scan.words.at || before == scan.words.inside, scan.isMark(end, Mark.comma),
      scan.hits.hasStart(at: end + 1, of: [.timeCue, .relativeTime])
    else { return false }
    let first = scan.sentenceStart(mention.range.lowerBound)
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= first {
      if mentions[other].level == .nation, !mentions[other].isCompared(in: scan) { return true }
      other -= 1
    }
    return false
  }

  /// `UBND tỉnh Bến Tre gửi 2 văn bản cho Bộ Xây dựng và 1 văn bản cho Bộ Tài chính`, `3 km qua Bến
  /// Tre, gồm 1 km rừng của Bộ Quốc phòng`: a body to which something goes, or belongs, of a province
  /// that the sentence speaks of.
  func isAddressed(_ mention: Mention, _ position: Int, _ sentence: Sentence) -> Bool {
    guard mention.level == .agency else { return false }
    let start = mention.range.lowerBound
    let before = scan.id(start - 1)
    guard
      before == scan.words.belonging || before == scan.words.give || before == scan.words.with
        || scan.words.sendingVerbs.contains(before)
    else { return false }
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= sentence.tokens.lowerBound {
      if mentions[other].level == .province, !mentions[other].isListed {
        let end = mentions[other].range.upperBound
        // Tại Bến Tre, theo báo cáo của Bộ Y tế, …: the body is who speaks.
        return !(end..<start).contains { scan.isMark($0, Mark.comma) }
          || items[sentence.items].contains {
            guard case .figure = $0.outcome else { return false }
            return (end..<start).contains($0.range.lowerBound)
          }
      }
      other -= 1
    }
    return false
  }

  /// `Theo Tổng cục Hải quan, xuất khẩu cao su đạt 5 tỷ USD`: trade that a national body reports is
  /// the nation's, where it names nobody else's.
  func isReporterOfTrade(_ mention: Mention, before quantity: Quantity) -> Bool {
    guard mention.level == .agency, opensSentence(mention) else { return false }
    let range = mention.range.upperBound..<quantity.range.lowerBound
    return range.contains(where: scan.isTradeWord)
      && !range.contains { scan.isLocalWord($0, ofCity: true) }
  }

  /// `Thái Lan giới nghiêm; Nga phong tỏa các thành phố.`: several countries do something, with no
  /// figure; what follows is of none of them.
  func isOneOfSeveral(_ position: Int) -> Bool {
    let mention = mentions[position]
    if hasFigure(behind: mention) { return false }
    let first = scan.sentenceStart(mention.range.lowerBound)
    let end = scan.sentenceEnd(mention.range.upperBound)
    func isOther(_ other: Int) -> Bool {
      mentions[other].level == .country && mentions[other].isLocated
        && mentions[other].code != mention.code
    }
    var other = position - 1
    while other >= 0, mentions[other].range.lowerBound >= first {
      if isOther(other) { return true }
      other -= 1
    }
    other = position + 1
    while other < mentions.count, mentions[other].range.lowerBound < end {
      if isOther(other) { return true }
      other += 1
    }
    return false
  }

  /// `Ở Mỹ, anh học 4 năm. Anh về Ấn Độ. Thị trường Ấn Độ rất lớn.`: another country has been named
  /// since, more than once.
  func isOutspoken(_ position: Int, _ before: Int) -> Bool {
    let code = mentions[position].code
    var first: String?
    for other in mentions[position + 1..<max(position + 1, before)]
    where other.level == .country && other.code != code && !other.isPart {
      if first == other.code { return true }
      first = other.code
    }
    return false
  }

  /// `Dịch đã lan ra 48 tỉnh, hơn 300 huyện`: what is counted behind several provinces is in no single
  /// one that was named before.
  func isBehindSeveral(_ quantity: Quantity, in sentence: Sentence) -> Bool {
    items[sentence.items].contains {
      guard case .figure(let other) = $0.outcome,
        other.range.lowerBound < quantity.range.lowerBound
      else { return false }
      return other.countsProvinces && other.value != ExactDecimal(1)
    }
  }
}

extension Quantity {
  /// 48 tỉnh, thành phố.
  var countsProvinces: Bool {
    (kind == .count || kind == .ratio) && unit?.begins(with: "tỉnh") == true
  }
}
