import Lexing
import Rules

/// A place named in the text.
struct Mention {
  var range: Range<Int>
  var code: String
  /// Stands in a list of places: Thái Nguyên, Vĩnh Phúc, Bắc Kạn.
  var isListed = false
  /// A national body, which speaks for the nation only in an article about the nation.
  var isAgency = false
}

/// Finds the places of a text and the one that a figure covers.
struct PlaceReader {
  let scan: Scan
  private(set) var mentions: ContiguousArray<Mention> = []
  /// The area that the article as a whole is about.
  private(set) var main: String?

  init(scan: Scan, layout: Layout, given: String?) {
    self.scan = scan
    var nation = 0
    var covered = 0
    for hit in scan.hits.all(in: 0..<scan.count, of: [.nationCue, .place, .district]) {
      if hit.table == .nationCue, scan.tokens[Int(hit.start)].isCapitalized,
        Int(hit.start) >= covered
      {
        nation += 1
        covered = Int(hit.end)
        mentions.append(Mention(range: hit.range, code: "VN", isAgency: true))
        continue
      }
      guard hit.table != .nationCue, Int(hit.start) >= covered else { continue }
      if hit.table == .place, let district = scan.hits.starting(at: Int(hit.start), .district),
        district.end > hit.end, code(of: district) != nil
      {
        continue
      }
      guard let code = code(of: hit) else { continue }
      covered = Int(hit.end)
      if code == "VN" { nation += 1 }
      mentions.append(Mention(range: hit.range, code: code))
    }
    markLists()
    main = given ?? Self.main(mentions, nation: nation)
  }

  /// The code that a hit stands for; nil when the words are no place here.
  private func code(of hit: Hit) -> String? {
    let first = scan.tokens[Int(hit.start)]
    if hit.table == .district {
      // A place's spelling that starts here and is as long says it better.
      if let place = scan.hits.starting(at: Int(hit.start), .place), place.end >= hit.end {
        return nil
      }
      guard first.isCapitalized, hasDistrictWord(before: Int(hit.start)) else { return nil }
      return scan.rules.districts[Int(hit.row)].provinceCode
    }
    let row = scan.rules.placeSpellings[Int(hit.row)]
    switch row.level {
    case .nation: return row.code
    case .province:
      guard first.isCapitalized, isProperName(hit), !isPartOfName(hit), !isPersonOrStreet(hit),
        !row.isWeak || isLocated(hit) || scan.id(Int(hit.start) - 1) == scan.words.persons
      else { return nil }
      return row.code
    case .country:
      guard first.isCapitalized, isProperName(hit), isLocated(hit),
        Int(hit.start) - scan.sentenceStart(Int(hit.start)) <= 6
      else { return nil }
      return row.code
    case .region: return nil
    }
  }

  /// Every word of a place's name has its capital.
  private func isProperName(_ hit: Hit) -> Bool {
    let last = scan.tokens[Int(hit.end) - 1]
    return last.kind != .word || last.isCapitalized || hit.end - hit.start >= 3
  }

  /// Tại, ở, or a kind of area stands before it.
  private func isLocated(_ hit: Hit) -> Bool {
    let before = scan.id(Int(hit.start) - 1)
    return before == scan.words.at || before == scan.words.inside
  }

  /// Ông Hà Giang, phố Lạng Sơn.
  private func isPersonOrStreet(_ hit: Hit) -> Bool {
    let before = scan.id(Int(hit.start) - 1)
    if before == scan.words.street { return scan.id(Int(hit.start) - 2) != scan.words.city }
    return scan.words.nameKinds.contains(before)
  }

  private func hasDistrictWord(before index: Int) -> Bool {
    scan.words.districtKinds.contains(scan.id(index - 1))
      || scan.isMark(index - 1, Mark.period)
        && scan.words.districtKinds.contains(scan.id(index - 2))
  }

  /// Part of a longer name, of a person or a firm: Công ty Becamex Bình Định, Trần Thái Bình.
  private func isPartOfName(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    guard start > 0, scan.isWord(start - 1), scan.tokens[start - 1].isCapitalized else {
      return false
    }
    if scan.tokens[start - 1].flags.contains(.allCapitals) { return false }
    if start - 1 == scan.sentenceStart(start - 1) { return false }
    return !scan.words.areaKinds.contains(scan.id(start - 1))
  }

  private mutating func markLists() {
    for index in mentions.indices.dropFirst() {
      let gap = mentions[index - 1].range.upperBound..<mentions[index].range.lowerBound
      guard gap.count <= 2, !gap.isEmpty else { continue }
      let isJoined = gap.allSatisfy {
        scan.isMark($0, Mark.comma) || scan.isMark($0, Mark.hyphen) || scan.id($0) == scan.words.and
          || scan.words.areaKinds.contains(scan.id($0))
      }
      if isJoined, mentions[index].code != mentions[index - 1].code, !mentions[index].isAgency {
        mentions[index].isListed = true
        mentions[index - 1].isListed = true
      }
    }
  }

  /// The province named most, when it outweighs the others and the nation; else the nation.
  private static func main(_ mentions: ContiguousArray<Mention>, nation: Int) -> String? {
    var counts: [String: Int] = [:]
    var total = 0
    for mention in mentions where mention.code != "VN" {
      guard mention.code.hasPrefix("VN-") else { continue }
      counts[mention.code, default: 0] += mention.isListed ? 1 : 2
      total += mention.isListed ? 1 : 2
    }
    if let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value * 2 > total, best.value >= 2,
      best.value >= nation || counts.count == 1 && best.value * 2 >= nation
    {
      return best.key
    }
    return nation > 0 ? "VN" : nil
  }

  // MARK: Choosing

  /// The place of the figure: named before it in its sentence, in its own phrase, earlier in its
  /// paragraph, or the article's. A list of several provinces gives none.
  func place(
    for quantity: Quantity, in sentence: Sentence, nextFigure: Int, paragraphStart: Int
  ) -> String? {
    let first = quantity.range.lowerBound
    let before = index(before: first)
    if let code = nearest(before, since: sentence.tokens.lowerBound) { return code.place }
    if let code = behind(quantity, min(nextFigure, sentence.tokens.upperBound)) { return code }
    if isLocal(sentence.tokens.lowerBound..<first) { return main }
    return nearest(before, since: paragraphStart, isCarried: true)?.place ?? main
  }

  /// The place of the nearest mention that counts, back to a token.
  private func nearest(
    _ before: Int, since start: Int, isCarried: Bool = false
  ) -> (place: String?, Void)? {
    var position = before - 1
    while position >= 0, mentions[position].range.lowerBound >= start {
      let mention = mentions[position]
      position -= 1
      // Thứ 8 cả nước: the nation is what is ranked, not what is measured.
      if scan.isNumber(mention.range.lowerBound - 1) { continue }
      if mention.code == "VN" {
        if main == "VN" { return ("VN", ()) }
        // Cả nước speaks for the nation even in a province's news; Việt Nam does so by the way.
        if !isCarried, !mention.isAgency,
          scan.id(mention.range.upperBound - 1) == scan.words.nationwide
        {
          return ("VN", ())
        }
        continue
      }
      if mention.isListed { return (isCarried ? main : nil, ()) }
      return (mention.code, ())
    }
    return nil
  }

  /// A province within the figure's own phrase: 2 triệu người dân Đồng Nai.
  private func behind(_ quantity: Quantity, _ limit: Int) -> String? {
    let next = index(before: quantity.range.upperBound)
    guard next < mentions.count else { return nil }
    let mention = mentions[next]
    let gap = quantity.range.upperBound..<max(quantity.range.upperBound, mention.range.lowerBound)
    guard mention.range.lowerBound < limit, gap.count <= 12, mention.code != "VN",
      !mention.isListed,
      !gap.contains(where: { scan.isMark($0, Mark.colon) || scan.isMark($0, Mark.semicolon) })
    else { return nil }
    return mention.code
  }

  /// `Tỉnh đã thành lập`, `trên địa bàn tỉnh`: the article's own province.
  private func isLocal(_ range: Range<Int>) -> Bool {
    guard let main, main != "VN" else { return false }
    return range.contains { scan.id($0) == scan.words.province }
  }

  /// The first mention that starts at or after the token.
  private func index(before token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
