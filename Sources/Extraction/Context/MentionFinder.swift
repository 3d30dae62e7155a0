import Lexing
import Rules

/// Finds the places that a text names.
struct MentionFinder {
  let scan: Scan
  /// The article's date, by which communes are told apart.
  let published: String?
  var mentions: ContiguousArray<Mention>
  private var hasAmbiguous = false
  /// A mention may be a person: Anh, at the head of a sentence.
  private var hasPronoun = false
  /// The provinces that members of an assembly are of.
  var homes: [String] = []
  /// Provinces of which the text names a district elsewhere of the same name.
  var namesakes: [(province: String, district: Hit)] = []
  /// Members of the National Assembly debate: they are of several provinces.
  var isDebate = false

  init(scan: Scan, published: String?) {
    self.scan = scan
    self.published = published
    mentions = scan.lists.mentions.take(min(scan.hits.landmarks.count, 32))
  }

  mutating func run() {
    var covered = 0
    for hit in scan.hits.all(
      in: 0..<scan.count, of: [.nationCue, .place, .district], at: .place)
    {
      guard Int(hit.start) >= covered,
        scan.tokens[Int(hit.start)].isCapitalized || isLower(hit),
        let mention = mention(hit)
      else { continue }
      covered = Int(hit.end)
      if mention.level == .country, isPronoun(mention) { hasPronoun = true }
      mentions.append(mention)
    }
    if hasPronoun { dropPersons() }
    dropSpeakers()
    if !namesakes.isEmpty { tellNamesakes() }
    if hasAmbiguous { resolve() }
    if !mentions.contains(where: { $0.level == .province && !$0.code.isEmpty }) { locate() }
    mentions.removeAll { $0.level == .province && $0.code.isEmpty }
    markLists()
  }

  private func isLower(_ hit: Hit) -> Bool {
    hit.table == .place && scan.rules.placeSpellings[Int(hit.row)].mayBeLower
  }

  private mutating func mention(_ hit: Hit) -> Mention? {
    switch hit.table {
    case .nationCue:
      if isBranch(hit) { return nil }
      let isLaw = scan.rules.nationCues[Int(hit.row)].isWeak
      return Mention(hit: hit, code: "VN", level: isLaw ? .law : .agency)
    case .district: return district(hit)
    default:
      if let longer = scan.hits.starting(at: Int(hit.start), .district), longer.end >= hit.end,
        hasDistrictWord(before: Int(hit.start)), longer.end > hit.end || isElsewhere(longer, hit)
      {
        return nil
      }
      return spelled(hit)
    }
  }

  /// VNPT Đồng Nai, VNPT - Kiên Giang, Cục Thuế tỉnh Bến Tre: the province's own; Bộ Y tế Malaysia:
  /// another country's.
  private func isBranch(_ hit: Hit) -> Bool {
    let next = Int(hit.end)
    let after = scan.isMark(next, Mark.hyphen) ? next + 1 : next
    guard let place = scan.hits.starting(at: after, .place) else { return false }
    let level = scan.rules.placeSpellings[Int(place.row)].level
    return level == .province || level == .country && scan.tokens[after].isCapitalized
  }

  /// A district stands for its province where a word such as huyện names its kind.
  private mutating func district(_ hit: Hit) -> Mention? {
    // A place's spelling that starts here and is as long says it better.
    guard hasDistrictWord(before: Int(hit.start)) else { return nil }
    if let place = scan.hits.starting(at: Int(hit.start), .place), place.end >= hit.end {
      guard isElsewhere(hit, place) else { return nil }
      namesakes.append((scan.rules.placeSpellings[Int(place.row)].code, hit))
    }
    var provinces = scan.rules.districts[Int(hit.row)].provinces
    if provinces.count > 1 {
      // Quận Hoàng Mai is a city's; the thị xã of that name is not.
      if scan.id(Int(hit.start) - 1) == scan.words.urban {
        provinces = provinces.filter(scan.rules.cities.contains)
      }
      if provinces.count != 1 { hasAmbiguous = true }
    }
    return Mention(hit: hit, code: provinces.count == 1 ? provinces[0] : "", level: .province)
  }

  private mutating func spelled(_ hit: Hit) -> Mention? {
    let row = scan.rules.placeSpellings[Int(hit.row)]
    switch row.level {
    case .nation:
      return isNameOfOther(hit) || isOfActor(hit)
        ? nil : Mention(hit: hit, code: row.code, level: .nation)
    case .province:
      if let road = road(hit) { return road }
      if isOfDelegate(hit) {
        homes.append(row.code)
        return nil
      }
      guard isProperName(hit), !isPartOfName(hit), !isNameOfOther(hit),
        !row.isWeak || isLocated(hit) || scan.id(Int(hit.start) - 1) == scan.words.persons
      else { return nil }
      return Mention(hit: hit, code: row.code, level: .province)
    case .country:
      guard isProperName(hit), !isPartOfName(hit), !isFollowedByName(hit) else { return nil }
      let isHere =
        isLocated(hit) && Int(hit.start) - scan.sentenceStart(Int(hit.start)) <= 6
        || (!row.isPart || kindStart(hit) < Int(hit.start)) && isActor(hit) || isMeasured(hit)
        || isInTurn(hit)
      return Mention(
        hit: hit, code: row.code, level: .country, isLocated: isHere && !row.isPart,
        isVoice: isHere && row.isPart || !isHere && (isSpeaker(hit) || isAddress(hit)),
        isPart: row.isPart)
    case .region:
      // Miền Trung is of any country; 4 tỉnh miền Trung, toàn miền Trung, tại miền Trung are ours.
      let before = scan.id(Int(hit.start) - 1)
      guard
        !row.isWeak || before == scan.words.province || before == scan.words.whole
          || isLocated(hit) && !isBeforeName(hit)
      else {
        return nil
      }
      return Mention(hit: hit, code: "", level: .region)
    case .group where row.code == "region:world-market":
      return Mention(hit: hit, code: "", level: .region, isMarket: true)
    case .group:
      // Sang ASEAN: a partner in trade.
      guard isLocated(hit) || isOfArea(hit) || isWholeWorld(hit) else { return nil }
      return Mention(hit: hit, code: "", level: .region)
    }
  }

  /// Every word of a place's name has its capital.
  private func isProperName(_ hit: Hit) -> Bool {
    let last = scan.tokens[Int(hit.end) - 1]
    return last.kind != .word || last.isCapitalized || hit.end - hit.start >= 3
  }

  /// Mỹ Đình, Anh Tuấn: the start of another name.
  private func isFollowedByName(_ hit: Hit) -> Bool {
    hit.end - hit.start == 1 && isBeforeName(hit)
  }

  /// Miền Bắc | Angola.
  private func isBeforeName(_ hit: Hit) -> Bool {
    scan.isWord(Int(hit.end)) && scan.tokens[Int(hit.end)].isCapitalized
  }

  /// `Malaysia đã tìm được 4.900 người`: the country itself does or has something, at the head of its
  /// clause, and trades with nobody.
  private func isActor(_ hit: Hit) -> Bool {
    let start = kindStart(hit)
    guard
      start == scan.sentenceStart(start)
        || scan.isMark(start - 1, Mark.comma) && !isFromElsewhere(start - 1)
        || scan.isMark(start - 1, Mark.semicolon)
        // Trong đó Lào ghi nhận 5 ca.
        || scan.id(start - 1) == scan.words.that && scan.id(start - 2) == scan.words.among,
      scan.isWord(Int(hit.end)), !scan.tokens[Int(hit.end)].isCapitalized
    else { return false }
    let next = scan.id(Int(hit.end))
    let sentence = scan.sentenceStart(start)..<scan.sentenceEnd(start)
    if scan.words.aspects.contains(next) || scan.words.havingVerbs.contains(next) {
      return !sentence.contains(where: scan.isTradeWord)
    }
    // Trung Quốc sản xuất, Ấn Độ tiêu thụ: whatever it does, if not with the nation or on a market.
    return !isJoint(next) && !sentence.contains(where: isPartnership)
  }

  /// Words behind a name that open no statement: và, của, cho.
  private func isJoint(_ id: UInt32) -> Bool {
    let words = scan.words
    return id == words.and || id == words.or || id == words.belonging || id == words.give
      || id == words.inside || id == words.at || id == words.to || id == words.up
      || id == words.from || id == words.with || id == words.upon
  }

  /// Xuất khẩu, nhập siêu, cấp cho, Việt Nam: two sides are spoken of.
  private func isPartnership(_ index: Int) -> Bool {
    if scan.id(index) == scan.words.give { return true }
    if scan.words.tradeWords.contains(scan.id(index)) {
      return scan.hits.hasStart(at: index, of: [.noun, .measured, .compound])
        || scan.id(index + 1) == scan.words.gate
    }
    guard let place = scan.hits.starting(at: index, .place) else { return false }
    return scan.rules.placeSpellings[Int(place.row)].level == .nation && !isNationwide(place)
  }

  /// Tại or ở stands before it, or before its kind: tại tỉnh, ở thủ đô.
  private func isLocated(_ hit: Hit) -> Bool {
    let before = scan.id(kindStart(hit) - 1)
    return before == scan.words.at || before == scan.words.inside
  }

  /// Trên thế giới, giá vàng thế giới, sản lượng cà phê thế giới; not kỷ lục thế giới, Ngân hàng Thế
  /// giới.
  private func isWholeWorld(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    if scan.id(start - 1) == scan.words.upon { return true }
    // Thế giới ghi nhận 2 triệu ca, at the head of its clause.
    if scan.rules.placeSpellings[Int(hit.row)].code == "region:world", scan.isWord(Int(hit.end)),
      !scan.tokens[Int(hit.end)].isCapitalized,
      start == scan.sentenceStart(start) || scan.isMark(start - 1, Mark.comma)
    {
      return true
    }
    guard !scan.tokens[start].isCapitalized, scan.id(start - 1) != scan.words.most else {
      return false
    }
    return (max(0, start - 4)..<start).contains {
      scan.id($0) == scan.words.price || scan.words.worldNouns.contains(scan.id($0))
    }
  }

  /// Ông Hà Giang, phố Lạng Sơn, CLB Hà Nội, quê Nghệ An, phường Bình Thuận.
  private func isNameOfOther(_ hit: Hit) -> Bool {
    if scan.words.communeKinds.contains(scan.id(Int(hit.start) - 1)),
      scan.id(Int(hit.start) - 2) != scan.words.township
    {
      return true
    }
    guard let cue = scan.hits.ending(at: Int(hit.start), .nameCue) else {
      return roadStart(hit) != nil
    }
    // Thành phố Lạng Sơn is no street.
    return
      !(scan.id(Int(cue.end) - 1) == scan.words.street
      && scan.id(Int(cue.end) - 2) == scan.words.city)
  }

  private func hasDistrictWord(before index: Int) -> Bool {
    isDistrictKind(index - 1)
      || scan.isMark(index - 1, Mark.period)
        && scan.words.districtKinds.contains(scan.id(index - 2))
  }

  /// Cao tốc Hà Nội – Bắc Giang, cao tốc Phú Hạ – Lào Cai: the other end of a road, whatever the
  /// first one is.
  ///
  /// - Returns: Where the word begins that says that it is a road.
  private func roadStart(_ hit: Hit) -> Int? {
    var index = Int(hit.start) - 1
    guard scan.isMark(index, Mark.hyphen) else { return nil }
    let lowest = max(0, index - 12)
    while index > lowest,
      scan.isMark(index, Mark.hyphen) || scan.isMark(index, Mark.period)
        || scan.isWord(index) && scan.tokens[index].isCapitalized
    {
      index -= 1
    }
    return scan.hits.ending(at: index + 1, .nameCue).map { Int($0.start) }
  }

  /// `Cao tốc Bắc Giang – Lạng Sơn dài 64 km`: a road between two provinces, which a sentence is
  /// about, covers neither alone.
  private func road(_ hit: Hit) -> Mention? {
    let start = Int(hit.start)
    guard scan.isMark(start - 1, Mark.hyphen), let other = mentionedPlace(endingAt: start - 1),
      other.level == .province,
      other.code != scan.rules.placeSpellings[Int(hit.row)].code,
      let first = roadStart(hit), first - scan.sentenceStart(first) <= 2
    else { return nil }
    return Mention(hit: hit, code: "", level: .region)
  }

  private func mentionedPlace(endingAt end: Int) -> PlaceSpelling? {
    scan.hits.ending(at: end, .place).map { scan.rules.placeSpellings[Int($0.row)] }
  }

  /// Huyện, thị xã, thành phố; a xã alone is a commune, a phố a street.
  private func isDistrictKind(_ index: Int) -> Bool {
    let id = scan.id(index)
    if scan.words.communeKinds.contains(id) { return scan.id(index - 1) == scan.words.township }
    if id == scan.words.street { return scan.id(index - 1) == scan.words.city }
    return scan.words.districtKinds.contains(id)
  }

  /// Part of a longer name, of a person or a firm: Công ty Becamex Bình Định, Trần Thái Bình.
  private func isPartOfName(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    guard start > 0, scan.isWord(start - 1), scan.tokens[start - 1].isCapitalized else {
      return false
    }
    if scan.tokens[start - 1].flags.contains(.allCapitals) { return false }
    if start - 1 == scan.sentenceStart(start - 1) {
      // Lê Anh: who wrote it.
      return hit.table == .place && scan.rules.placeSpellings[Int(hit.row)].isPronoun
        && scan.sentenceEnd(start) == Int(hit.end)
    }
    // Phía Tây Hà Nội.
    if scan.id(start - 2) == scan.words.side, !scan.tokens[start - 2].isCapitalized { return false }
    return !scan.words.areaKinds.contains(scan.id(start - 1))
  }

  /// Anh cho biết, at the head of a sentence or of what somebody says.
  private func isPronoun(_ mention: Mention) -> Bool {
    let start = mention.range.lowerBound
    guard scan.rules.placeSpellings[Int(mention.hit.row)].isPronoun else { return false }
    return start == scan.sentenceStart(start) || scan.isMark(start - 1, Mark.colon)
      || scan.isMark(start - 1, Mark.quote)
  }

  // MARK: What the rest of the text tells

  /// Somebody is meant where the text names the country nowhere within a sentence.
  private mutating func dropPersons() {
    guard let person = mentions.first(where: { $0.level == .country && isPronoun($0) }),
      !mentions.contains(where: { $0.code == person.code && !isPronoun($0) })
    else { return }
    mentions = mentions.filter { $0.level != .country || !isPronoun($0) }
  }

  /// A district of a name that several have is that of the province named most.
  private mutating func resolve() {
    var weights: [String: Int] = [:]
    for mention in mentions where mention.level == .province && !mention.code.isEmpty {
      weights[mention.code, default: 0] += 1
    }
    for index in mentions.indices.reversed() where mentions[index].hit.table == .district {
      let provinces = scan.rules.districts[Int(mentions[index].hit.row)].provinces
      guard provinces.count > 1, mentions[index].code.isEmpty else { continue }
      let named = provinces.filter { weights[$0] != nil }
      guard let best = named.max(by: { (weights[$0]!, $1) < (weights[$1]!, $0) }) else { continue }
      mentions[index].code = best
    }
  }

  /// In a text that names no province, communes and districts of names that several have tell
  /// together which one it is about.
  private mutating func locate() {
    var communes = CommuneFinder(scan: scan, published: published)
    communes.find()
    for mention in mentions where mention.level == .province {
      communes.add(mention.hit.range, scan.rules.districts[Int(mention.hit.row)].provinces)
    }
    guard let code = communes.province else { return }
    for index in mentions.indices where mentions[index].level == .province {
      let district = scan.rules.districts[Int(mentions[index].hit.row)]
      if district.provinces.contains(code) { mentions[index].code = code }
    }
    mentions += communes.mentions(in: code)
    mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func markLists() {
    for index in mentions.indices.dropFirst() {
      // Xã Vương quốc …: a commune's name may lie within another place's.
      let start = mentions[index].range.lowerBound
      let gap = min(mentions[index - 1].range.upperBound, start)..<start
      if isStretch(gap), mentions[index].level == .province, mentions[index - 1].level == .province,
        mentions[index].code != mentions[index - 1].code
      {
        mentions[index].isListed = true
        mentions[index - 1].isListed = true
        mentions[index].isSpan = true
      }
      guard gap.count <= 2, !gap.isEmpty else { continue }
      let isJoined = gap.allSatisfy {
        scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.hyphen) || scan.id($0) == scan.words.and
          || scan.words.areaKinds.contains(scan.id($0)) || scan.id($0) == scan.words.to
          || scan.id($0) == scan.words.up
      }
      let (level, before) = (mentions[index].level, mentions[index - 1].level)
      // Huyện Châu Thành, tỉnh Bến Tre: the province says which of that name it is.
      if isJoined, scan.isMark(gap.lowerBound, Mark.comma), level == .province,
        mentions[index - 1].hit.table == .district, mentions[index].hit.table == .place,
        !mentions[index].code.isEmpty
      {
        mentions[index - 1].code = mentions[index].code
      }
      // Thị xã Dĩ An (Bình Dương), in a list: so is the province that says where it is.
      if mentions[index - 1].isListed, level == .province, scan.isMark(gap.lowerBound, Mark.open),
        mentions[index].code == mentions[index - 1].code, gap.count == 1
      {
        mentions[index].isListed = true
        mentions[index].isSpan = mentions[index - 1].isSpan
      }
      if isJoined, level == before, level == .province || level == .country,
        mentions[index].code != mentions[index - 1].code
      {
        mentions[index].isListed = true
        mentions[index - 1].isListed = true
        mentions[index].isSpan =
          scan.id(gap.lowerBound) == scan.words.to || scan.id(gap.lowerBound) == scan.words.up
      }
    }
  }
}
