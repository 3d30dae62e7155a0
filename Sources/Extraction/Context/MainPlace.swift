import Lexing
import Rules

/// The area that an article as a whole is about.
struct MainPlace {
  private(set) var code: String?
  /// Prices of the whole world are what it is about.
  private(set) var isMarket = false

  /// The province named most, when it outweighs the others and the nation; a country named far more
  /// often than anything of ours; else the nation, where it is named at all.
  ///
  /// - Parameter isDebate: Members of the National Assembly debate, which is of the nation.
  init(_ mentions: ContiguousArray<Mention>, _ scan: Scan, isDebate: Bool) {
    if isDebate {
      code = "VN"
      return
    }
    var nation = 0
    var isLaw = false
    var provinces = Count()
    var countries = Count()
    var markets = 0
    if let headed = Self.headed(mentions, scan) {
      code = headed
      return
    }
    let isContested = Self.isContested(mentions)
    var listed = 0
    var isNationwide = false
    // Toàn quốc, in news from abroad, is the whole of another country.
    var isOurs = false
    for mention in mentions {
      switch mention.level {
      case .nation:
        nation += Self.isWholeNation(mention, scan) ? 2 : 1
        if !mention.isNationwide(in: scan) { isOurs = true } else { isNationwide = true }
      case .agency:
        nation += 1
        isOurs = true
      case .law: isLaw = true
      case .province:
        // Công ty Hòa Phong (Bến Tre), trú tại Bến Tre: where somebody is at home.
        let isByTheWay =
          mention.isListed
          || isContested && (mention.isAside(in: scan) || mention.isResidence(in: scan))
        provinces.add(
          mention.code, isContested && mention.isCaption(in: scan) ? 0 : isByTheWay ? 1 : 2)
        if mention.isListed { listed += 1 }
        if mention.range.lowerBound < Self.early { provinces.isEarly = true }
      case .country:
        // Tokyo, beside Nhật Bản, says it only once more.
        if !mention.isPart { countries.add(mention.code, mention.isListed ? 1 : 2) }
      case .region: markets += mention.isMarket ? 1 : 0
      }
    }
    if markets >= 2, markets >= nation, provinces.total < markets {
      isMarket = true
      return
    }
    // Cầu nối hai tỉnh Bến Tre và Vĩnh Long: of both, and so of neither.
    if listed >= 4, !isNationwide, provinces.isPair { return }
    if let (name, weight) = provinces.best, weight * 2 > provinces.total, weight >= 2,
      Self.outweighs(name, weight, provinces, nation, scan)
    {
      code = name
    } else if let (name, weight) = countries.best, weight >= 4, weight * 2 > countries.total,
      weight > 4 * (provinces.total + (isOurs ? 2 * nation : 0))
    {
      // News from abroad; a partner in trade shares its article with the nation.
      code = name
    } else if nation > 0 || isLaw && provinces.total + countries.total == 0
      || provinces.total == 2 && !provinces.isEarly
    {
      code = "VN"
    }
  }

  /// `Hà Nội: Hoàn thành 13 đoàn tàu`, at the head of the text: what all of it is about.
  private static func headed(_ mentions: ContiguousArray<Mention>, _ scan: Scan) -> String? {
    guard let first = mentions.first, first.level == .province, first.range.lowerBound <= 1,
      scan.isMark(first.range.upperBound, Mark.colon), !scan.isNumber(first.range.upperBound + 1)
    else { return nil }
    return first.code
  }

  /// The first tokens, where an article says where it is.
  private static let early = 150

  /// True where the text names the nation, or more than one province.
  private static func isContested(_ mentions: ContiguousArray<Mention>) -> Bool {
    var first: String?
    for mention in mentions {
      switch mention.level {
      case .nation, .agency: return true
      case .province:
        if let first, first != mention.code { return true }
        first = mention.code
      default: continue
      }
    }
    return false
  }

  /// True where the province is what the article is about, and not one of the nation's.
  private static func outweighs(
    _ name: String, _ weight: Int, _ provinces: Count, _ nation: Int, _ scan: Scan
  ) -> Bool {
    if nation == 0 {
      // A factory somewhere, named once and late, in the news of a firm.
      return weight > 2 || provinces.isEarly || localWords(name, scan) > 0
    }
    if weight <= 2, !provinces.isEarly, localWords(name, scan) == 0 { return false }
    // Several provinces beside national bodies: the nation's.
    let others = provinces.total - weight
    if others * 2 > weight, nation * 2 >= weight { return false }
    if weight >= 2 * nation { return true }
    // An article about a province says tỉnh, or thành phố, without its name as well.
    let local = localWords(name, scan)
    if local == 0 { return weight >= nation }
    return weight + local >= nation || others == 0 && (weight + local) * 2 >= nation
  }

  /// How often the text says `tỉnh` or `thành phố` of the one that it is about, at most as often as
  /// counts.
  private static func localWords(_ name: String, _ scan: Scan) -> Int {
    let isCity = scan.rules.cities.contains(name)
    var count = 0
    for index in 0..<scan.count
    where scan.isLocalWord(index, ofCity: isCity) || isOneDistrict(index, scan) {
      count += 1
      if count == 12 { break }
    }
    return count
  }

  /// `của xã`, `toàn huyện`, `Huyện đã họp`: the one of its kind that a text is about.
  private static func isOneDistrict(_ index: Int, _ scan: Scan) -> Bool {
    let id = scan.id(index)
    guard id == scan.words.commune || scan.words.districtKinds.contains(id),
      scan.isWord(index + 1), !scan.tokens[index + 1].isCapitalized,
      scan.id(index + 1) != scan.words.gathering
    else { return false }
    let before = scan.id(index - 1)
    if before == scan.words.belonging || before == scan.words.whole { return true }
    return !scan.isWord(index - 1) && !scan.isNumber(index - 1)
      && scan.words.aspects.contains(scan.id(index + 1))
  }

  /// Cả nước, toàn quốc, where nothing is compared with it.
  private static func isWholeNation(_ mention: Mention, _ scan: Scan) -> Bool {
    mention.isNationwide(in: scan) && !mention.isCompared(in: scan)
  }

  /// Weights by code, without a dictionary: few articles name more than a handful.
  private struct Count {
    private var entries: [(code: String, weight: Int)] = []
    private(set) var total = 0
    /// One of them stands near the beginning of the text.
    var isEarly = false

    mutating func add(_ code: String, _ weight: Int) {
      total += weight
      if let index = entries.firstIndex(where: { $0.code == code }) {
        entries[index].weight += weight
      } else {
        entries.append((code, weight))
      }
    }

    /// Two, of which none is named far more often.
    var isPair: Bool {
      entries.count == 2 && entries[0].weight * 2 > entries[1].weight
        && entries[1].weight * 2 > entries[0].weight
    }

    var best: (code: String, weight: Int)? {
      entries.max { ($0.weight, $1.code) < ($1.weight, $0.code) }
    }
  }
}
