import Lexing
import Rules

/// Countries, groups of them, and stretches of land that a text speaks of.
extension MentionFinder {
  /// `giá thép tại Mỹ là 700 USD`, `sản lượng của Ấn Độ giảm 5%`, `như Lào tăng 3%`: what is measured
  /// is the country's, where it trades with nobody.
  func isMeasured(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    let next = Int(hit.end)
    let before = scan.id(start - 1)
    guard
      before == scan.words.at || before == scan.words.inside || before == scan.words.belonging
        || before == scan.words.like
    else { return false }
    // A level verb, or a change and a number.
    let isStated =
      scan.words.levelVerbs.contains(scan.id(next))
      || scan.hits.starting(at: next, .change).map { change in
        scan.isNumber(Int(change.end)) || scan.isNumber(Int(change.end) + 1)
      } ?? false
      || before == scan.words.belonging && scan.words.aspects.contains(scan.id(next))
    guard isStated else { return false }
    let sentence = scan.sentenceStart(start)..<scan.sentenceEnd(start)
    // Hội An và các tổ chức của Nhật Bản đã họp: the guests of a province.
    if scan.words.aspects.contains(scan.id(next)), let last = mentions.last,
      last.level == .province, last.range.lowerBound >= sentence.lowerBound
    {
      return false
    }
    var first = start
    while first > sentence.lowerBound, !scan.isMark(first - 1, Mark.comma) { first -= 1 }
    return !sentence.contains {
      scan.isTradeWord($0) && $0 > start || $0 >= first && isOurs($0)
    }
  }

  /// `Việt Nam có 97 triệu dân, Singapore chỉ là 5,8 triệu`, `…, còn Lào là 7 triệu`: a nation that is set
  /// against the one before.
  func isInTurn(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    let isSetOff =
      scan.isMark(start - 1, Mark.comma) || scan.isMark(start - 1, Mark.semicolon)
      || scan.id(start - 1) == scan.words.remaining
    // Mỹ, Nhật Bản là 2 thị trường: members of a list.
    guard isSetOff, !scan.tokens[start - 2].isCapitalized else { return false }
    var verb = Int(hit.end)
    let isOnly = scan.id(verb) == scan.words.only
    guard isOnly || scan.id(start - 1) == scan.words.remaining else { return false }
    if isOnly { verb += 1 }
    guard
      scan.words.levelVerbs.contains(scan.id(verb))
        || scan.words.havingVerbs.contains(scan.id(verb)),
      scan.isNumber(verb + 1) || scan.isNumber(verb + 2)
    else { return false }
    let sentence = scan.sentenceStart(start)..<scan.sentenceEnd(start)
    return sentence.contains { $0 < start && scan.isNumber($0) }
      && !sentence.contains(where: scan.isTradeWord)
  }

  func isOurs(_ index: Int) -> Bool {
    scan.tokens[index].isCapitalized
      && scan.hits.starting(at: index, .place).map {
        scan.rules.placeSpellings[Int($0.row)].level == .nation
      } ?? false
  }

  /// `Tại khu vực Đông Nam Á, có 40.000 ca`, at the head of a sentence.
  func isOfArea(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    guard scan.id(start - 1) == scan.words.region || scan.id(start - 1) == scan.words.area else {
      return false
    }
    let first = start - scan.sentenceStart(start)
    return first <= 4
      && (max(0, start - 4)..<start).contains {
        scan.id($0) == scan.words.at || scan.id($0) == scan.words.inside
      }
  }

  /// `từ Cầu Treo (Hà Tĩnh) đến Đất Mũi (Cà Mau)`, `Cam Lộ (Quảng Trị) - La Sơn (Thừa Thiên Huế)`,
  /// `phường Linh Trung (TPHCM) và thị xã Dĩ An (Bình Dương)`: the ends of a stretch, or the parts of
  /// one thing, their provinces in brackets.
  func isStretch(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 9, gap.count >= 3 else { return false }
    let last = gap.upperBound - 1
    var link = gap.lowerBound
    if scan.isMark(link, Mark.close) {
      link += 1
    } else if !scan.isMark(link, Mark.hyphen) {
      return false
    }
    let id = scan.id(link)
    guard
      id == scan.words.to || id == scan.words.up || id == scan.words.and
        || scan.isMark(link, Mark.hyphen)
    else { return false }
    // Nothing but the name between.
    return (scan.isMark(last, Mark.open) || scan.words.districtKinds.contains(scan.id(last)))
      && (id == scan.words.to || id == scan.words.up
        || (link + 1..<last).allSatisfy(scan.isOfAddress))
  }

  /// Where the words begin that say what kind of place it is: tỉnh, thành phố, thủ đô.
  func kindStart(_ hit: Hit) -> Int {
    var start = Int(hit.start)
    while scan.words.foreignKinds.contains(scan.id(start - 1)) { start -= 1 }
    return start
  }

  /// `trở về từ Vũ Hán, Trung Quốc`: what stands before the address that the comma is in.
  func addressLink(_ comma: Int) -> UInt32? {
    var index = comma - 1
    let lowest = max(0, comma - 6)
    while index > lowest, scan.isWord(index), scan.tokens[index].isCapitalized { index -= 1 }
    guard index < comma - 1, scan.isWord(index) else { return nil }
    // Ở Canada, Brazil: a list of countries.
    if let first = scan.hits.starting(at: index + 1, .place),
      scan.rules.placeSpellings[Int(first.row)].level == .country,
      !scan.rules.placeSpellings[Int(first.row)].isPart
    {
      return nil
    }
    while scan.words.foreignKinds.contains(scan.id(index)) { index -= 1 }
    let id = scan.id(index)
    return id == scan.words.from || id == scan.words.at || id == scan.words.inside
      || scan.words.destinations.contains(id) ? id : nil
  }

  /// `trở về từ Vũ Hán, Trung Quốc`
  func isFromElsewhere(_ comma: Int) -> Bool {
    guard let link = addressLink(comma) else { return false }
    return link != scan.words.at && link != scan.words.inside
  }

  /// `tại Cleveland, Hoa Kỳ`, near the head of a sentence.
  func isAddress(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    guard scan.isMark(start - 1, Mark.comma), let link = addressLink(start - 1) else {
      return false
    }
    return (link == scan.words.at || link == scan.words.inside)
      && start - scan.sentenceStart(start) <= 7
  }

  /// `Trung tâm Kiểm soát bệnh tật Hàn Quốc công bố`: whose body says it, at the head of its clause.
  func isSpeaker(_ hit: Hit) -> Bool {
    guard
      let cue = scan.hits.starting(at: Int(hit.end), .sourceAfter),
      scan.rules.sources[Int(cue.row)].role != .noneAfter
    else { return false }
    let start = Int(hit.start)
    // Chiến lược gia người Đức: who somebody is.
    guard scan.id(start - 1) != scan.words.persons, scan.hits.ending(at: start, .nameCue) == nil
    else { return false }
    let sentence = scan.sentenceStart(start)
    var index = start - 1
    while index >= sentence, start - index <= 9, scan.isWord(index) {
      if scan.hits.isPredicate(index), !scan.tokens[index].isCapitalized { return false }
      index -= 1
    }
    let isHead = index < sentence || scan.isMark(index, Mark.comma)
    return isHead && start - index > 1 && scan.tokens[index + 1].isCapitalized
  }

  /// Cả nước, toàn quốc.
  func isNationwide(_ hit: Hit) -> Bool {
    (Int(hit.start)..<Int(hit.end)).contains {
      scan.id($0) == scan.words.all || scan.id($0) == scan.words.whole
    }
  }

  /// `Nga ghi nhận 900 ca trên cả nước`: the whole of another country.
  func isOfActor(_ hit: Hit) -> Bool {
    guard let last = mentions.last, last.level == .country, last.isLocated, isNationwide(hit)
    else { return false }
    return last.range.lowerBound >= scan.sentenceStart(Int(hit.start))
  }
}
