import Lexing
import Model
import Rules

/// Finds the one of a text's places that a figure covers.
final class PlaceReader {
  let scan: Scan
  let items: ContiguousArray<Item>
  let mentions: ContiguousArray<Mention>
  /// The area that the article as a whole is about.
  let main: String?
  /// It is a province, and one that is a city.
  let isProvince: Bool
  let isCity: Bool
  /// Where it is first spoken of; 0 where that is all the same.
  private let localStart: Int
  /// Prices of the world's market are what it is about.
  let isMarket: Bool
  /// Whether `main` came with the document.
  private let isGiven: Bool
  /// The article's date.
  private let published: String?
  /// It is from after the first merger of provinces.
  private let isMerged: Bool

  init(scan: Scan, items: ContiguousArray<Item>, given: String?, published: String?) {
    self.scan = scan
    self.items = items
    self.published = published
    isMerged = published.map { $0 >= scan.rules.firstMerge } ?? false
    var finder = MentionFinder(scan: scan, published: published)
    finder.run()
    mentions = finder.mentions
    let told = given == nil ? MainPlace(mentions, scan, isDebate: finder.isDebate) : nil
    main = given ?? told?.code
    isMarket = told?.isMarket ?? false
    isProvince = main?.begins(with: "VN-") == true
    isCity = main.map { scan.rules.cities.contains($0) } ?? false
    isGiven = given != nil
    let code = main
    if isProvince, !isGiven, let first = mentions.first(where: { $0.code == code }) {
      localStart = Self.localStart(first.range.lowerBound, scan, isCity: isCity)
    } else {
      localStart = 0
    }
  }

  /// The place of the figure: in its own phrase, named before it in its sentence, earlier in its
  /// paragraph, or the article's. A list of several provinces gives none.
  ///
  /// - Parameters:
  ///   - last: The place of the figure before in the paragraph.
  ///   - passed: What has been passed over in the paragraph for that one.
  func place(
    for quantity: Quantity, in sentence: Sentence, nextFigure: Int, paragraphStart: Int,
    last: LastPlace?, _ passed: inout PassedPlaces
  ) -> PlaceChoice {
    let first = quantity.range.lowerBound
    let before = index(before: first)
    let limit = min(nextFigure, sentence.tokens.upperBound)
    // Most often the same: few places stand within a figure.
    var next = before
    while next < mentions.count, mentions[next].range.lowerBound < quantity.range.upperBound {
      next += 1
    }
    if let choice = bracketed(quantity, before) ?? attached(quantity, next, limit) { return choice }
    if let choice = nearest(before, to: quantity, in: sentence, last: last?.code) { return choice }
    if let choice = behind(quantity, next, limit) { return choice }
    if isLocal(sentence.tokens.lowerBound..<first) {
      let words = sentence.tokens.lowerBound..<first
      // Tai nạn ở tỉnh này giảm 5 vụ, số người chết giảm 6 người: the same province.
      if let last, last.code?.begins(with: "VN-") == true, hasFigure(in: sentence, before: first),
        before == 0 || mentions[before - 1].range.lowerBound < sentence.tokens.lowerBound
      {
        return PlaceChoice(code: last.code, reason: "as the figure before")
      }
      if let other = spoken(before, since: paragraphStart, words) { return other }
      return article("its sentence says tỉnh or thành phố")
    }
    if let last, continues(sentence) || compares(sentence), !isNamedSince(before, sentence) {
      return PlaceChoice(code: last.code, reason: "as the figure before")
    }
    return carried(before, since: paragraphStart, to: sentence, quantity, last: last?.code, &passed)
      ?? (first < localStart ? unnamed(before, next, quantity, sentence) : nil)
      ?? article("the article's own")
  }

  /// What is said of the nation before the article first names the province that it comes to, or
  /// anything of it: the nation's.
  private func unnamed(
    _ before: Int, _ next: Int, _ quantity: Quantity, _ sentence: Sentence
  ) -> PlaceChoice? {
    let first = quantity.range.lowerBound
    guard before > 0, mentions[before - 1].level != .province else {
      return nil
    }
    let mention = mentions[before - 1]
    guard
      mention.level == .nation
        // Tổng Bí thư Lê Duẩn: a person, wherever he is.
        || mention.level == .agency
          && !(scan.isWord(mention.range.upperBound)
            && scan.tokens[mention.range.upperBound].isCapitalized),
      first - mention.range.upperBound <= 60,
      // 43 trường hợp sai quy định ở An Giang.
      next == mentions.count || mentions[next].level != .province
        || mentions[next].range.lowerBound >= sentence.tokens.upperBound
    else { return nil }
    return PlaceChoice(code: "VN", mention: mention, reason: "before a province is named")
  }

  /// Where the text first speaks of the province that it is about, or of a part of it: phường 6, tỉnh,
  /// UBND.
  private static func localStart(_ named: Int, _ scan: Scan, isCity: Bool) -> Int {
    let words = scan.words
    for index in 0..<named where scan.isWord(index) {
      let id = scan.id(index)
      if scan.isLocalWord(index, ofCity: isCity) { return index }
      if words.districtKinds.contains(id) || words.communeKinds.contains(id),
        scan.isNumber(index + 1) || scan.isMark(index + 1, Mark.period)
          || scan.isWord(index + 1) && scan.tokens[index + 1].isCapitalized
      {
        return index
      }
    }
    return named
  }

  /// The code that the place has on the article's date: what is said in August 2025 of Bình Định is
  /// about a part of Gia Lai; what is said of it for 2024, or of `Bình Định cũ`, about Bình Định.
  func valid(_ choice: consuming PlaceChoice, period: String?) -> PlaceChoice {
    guard isMerged, let published, let code = choice.code,
      let merge = scan.rules.successors[code], published >= merge.date,
      !isGiven || choice.mention != nil,
      period.map({ !PeriodEnd.isBefore($0, merge.date) }) ?? true,
      !isFormer(choice.mention)
    else { return choice }
    choice.code = merge.newCode
    choice.reason += "; part of \(merge.newName) since \(merge.date)"
    return choice
  }

  /// `tỉnh Bình Định cũ`, `Bình Định trước đây`.
  private func isFormer(_ mention: Mention?) -> Bool {
    guard let end = mention?.range.upperBound else { return false }
    let next = scan.isMark(end, Mark.open) ? end + 1 : end
    return scan.words.formers.contains(scan.id(next))
  }

  func article(_ reason: String) -> PlaceChoice {
    if isGiven { return PlaceChoice(code: main, reason: "given with the document") }
    // Asked for only where somebody wants it explained.
    let named = scan.trace == nil ? nil : mentions.first { $0.code == main }
    return PlaceChoice(code: main, mention: named, reason: reason, isArticles: true)
  }

  /// `Tỉnh đã thành lập`, `trên địa bàn thành phố`: the article's own province.
  private func isLocal(_ range: Range<Int>) -> Bool {
    guard isProvince else { return false }
    let isCity = isCity
    return range.contains { scan.isLocalWord($0, ofCity: isCity) }
  }

  /// The first mention that starts at or after the token.
  func index(before token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
