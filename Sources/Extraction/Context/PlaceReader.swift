import Lexing
import Model
import Rules

/// Finds the one of a text's places that a figure covers.
struct PlaceReader {
  let scan: Scan
  let mentions: ContiguousArray<Mention>
  /// The area that the article as a whole is about.
  let main: String?
  /// Whether `main` came with the document.
  private let isGiven: Bool

  /// The article's date.
  private let published: String?

  init(scan: Scan, given: String?, published: String?) {
    self.scan = scan
    self.published = published
    var finder = MentionFinder(scan: scan, published: published)
    finder.run()
    mentions = finder.mentions
    main = given ?? MainPlace(mentions).code
    isGiven = given != nil
  }

  /// The place of the figure: named before it in its sentence, in its own phrase, earlier in its
  /// paragraph, or the article's. A list of several provinces gives none.
  func place(
    for quantity: Quantity, in sentence: Sentence, nextFigure: Int, paragraphStart: Int
  ) -> PlaceChoice {
    let first = quantity.range.lowerBound
    let before = index(before: first)
    if let choice = nearest(before, since: sentence.tokens.lowerBound, isCarried: false) {
      return choice
    }
    if let choice = behind(quantity, min(nextFigure, sentence.tokens.upperBound)) { return choice }
    if isLocal(sentence.tokens.lowerBound..<first) { return article("its sentence says tỉnh") }
    return nearest(before, since: paragraphStart, isCarried: true) ?? article("the article's own")
  }

  /// The code that the place has on the article's date: what is said in August 2025 of Bình Định is
  /// about a part of Gia Lai; what is said of it for 2024, or of `Bình Định cũ`, about Bình Định.
  func valid(_ choice: PlaceChoice, period: String?) -> PlaceChoice {
    guard let published, let code = choice.code, let merge = scan.rules.successors[code],
      published >= merge.date, !isGiven || choice.mention != nil,
      period.map({ !PeriodEnd.isBefore($0, merge.date) }) ?? true,
      !isFormer(choice.mention)
    else { return choice }
    var choice = choice
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

  private func article(_ reason: String) -> PlaceChoice {
    if isGiven { return PlaceChoice(code: main, reason: "given with the document") }
    // Asked for only where somebody wants it explained.
    let named = scan.trace == nil ? nil : mentions.first { $0.code == main }
    return PlaceChoice(code: main, mention: named, reason: reason, isArticles: true)
  }

  /// The nearest mention that counts, back to a token.
  private func nearest(_ before: Int, since start: Int, isCarried: Bool) -> PlaceChoice? {
    let reason = isCarried ? "earlier in the paragraph" : "before it in the sentence"
    var position = before - 1
    while position >= 0, mentions[position].range.lowerBound >= start {
      let mention = mentions[position]
      position -= 1
      // Thứ 8 cả nước: the nation is what is ranked, not what is measured.
      if scan.isNumber(mention.range.lowerBound - 1) || isCompared(mention) { continue }
      switch mention.level {
      case .nation, .agency:
        if main == "VN" || speaksForNation(mention, isCarried) {
          return PlaceChoice(code: "VN", mention: mention, reason: reason, isArticles: isCarried)
        }
      case .country:
        if mention.code == main || mention.isLocated, !isCarried || mention.code == main {
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
      case .region:
        if isCarried, !mention.isMarket, !opensSentence(mention) { continue }
        return PlaceChoice(code: nil, mention: mention, reason: reason)
      case .province:
        guard mention.isListed else {
          return PlaceChoice(code: mention.code, mention: mention, reason: reason)
        }
        return isCarried && !mention.isSpan
          ? article("the article's own") : PlaceChoice(code: nil, mention: mention, reason: reason)
      }
    }
    return nil
  }

  /// Cao nhất cả nước, cao nhất trong cả nước: what a province is compared with.
  private func isCompared(_ mention: Mention) -> Bool {
    guard mention.level == .nation else { return false }
    var index = mention.range.lowerBound - 1
    if scan.id(index) == scan.words.among || scan.id(index) == scan.words.belonging { index -= 1 }
    return scan.id(index) == scan.words.most
  }

  /// Khu vực Nam Bộ có mưa: what the sentence, and those that follow, are about.
  private func opensSentence(_ mention: Mention) -> Bool {
    mention.range.lowerBound - scan.sentenceStart(mention.range.lowerBound) <= 3
  }

  /// Cả nước speaks for the nation even in a province's news; Việt Nam does so by the way.
  private func speaksForNation(_ mention: Mention, _ isCarried: Bool) -> Bool {
    !isCarried && mention.level == .nation
      && scan.id(mention.range.upperBound - 1) == scan.words.nationwide
      // Dự án trong nước are those that are not from abroad.
      && scan.id(mention.range.upperBound - 2) != scan.words.among
  }

  /// A province within the figure's own phrase: 2 triệu người dân Đồng Nai.
  private func behind(_ quantity: Quantity, _ limit: Int) -> PlaceChoice? {
    let next = index(before: quantity.range.upperBound)
    guard next < mentions.count else { return nil }
    let mention = mentions[next]
    let gap = quantity.range.upperBound..<max(quantity.range.upperBound, mention.range.lowerBound)
    guard mention.range.lowerBound < limit, gap.count <= 12, !mention.isListed,
      mention.level == .province || mention.level == .country && mention.isLocated,
      !gap.contains(where: { scan.isMark($0, Mark.colon) || scan.isMark($0, Mark.semicolon) })
    else { return nil }
    return PlaceChoice(code: mention.code, mention: mention, reason: "behind it in its phrase")
  }

  /// `Tỉnh đã thành lập`, `trên địa bàn tỉnh`: the article's own province.
  private func isLocal(_ range: Range<Int>) -> Bool {
    guard let main, main.hasPrefix("VN-") else { return false }
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
