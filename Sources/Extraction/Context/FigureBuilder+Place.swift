import Lexing
import Model

/// The place that a figure covers.
extension FigureBuilder {
  func place(
    of figure: Staged, _ carried: inout CarriedPlace
  ) -> PlaceChoice {
    let quantity = figure.quantity
    let sentence = layout.sentences[figure.sentence]
    let period = figure.meaning.period
    let choice = places.place(
      for: quantity, in: sentence, nextFigure: figure.next, paragraphStart: figure.paragraph,
      last: carried.last, &carried.passed)
    if places.main == "VN", choice.code?.begins(with: "VN-") == true,
      choice.mention.map({ $0.range.upperBound <= sentence.tokens.lowerBound }) ?? false,
      !quantity.countsProvinces, places.isBehindSeveral(quantity, in: sentence)
    {
      return PlaceChoice(code: "VN", reason: "several provinces are counted")
    }
    if let code = countedProvinces(quantity, choice) {
      return PlaceChoice(code: code, reason: "provinces are what is counted")
    }
    // An amount in our own currency is ours, even in an article about the world's market.
    if choice.code == nil, quantity.unit?.begins(with: "VND") == true,
      choice.mention.map({ $0.isMarket && $0.range.upperBound <= sentence.tokens.lowerBound })
        ?? (places.isMarket && choice.isArticles)
    {
      return PlaceChoice(code: "VN", reason: "an amount in dong")
    }
    // So is a price in dong, behind a sentence about another country.
    if quantity.kind == .rate, !places.isAbroad, let mention = choice.mention,
      mention.level == .country, mention.range.upperBound <= sentence.tokens.lowerBound,
      quantity.unit?.begins(with: "VND") == true
    {
      return PlaceChoice(code: "VN", reason: "a price in dong")
    }
    // Only what the article is about as a whole gives way to the world's market.
    guard choice.isArticles, carried.isWorldPrice || quantity.kind == .rate,
      choice.code?.begins(with: "VN") == true
    else {
      return places.valid(choice, period: period)
    }
    if isWorldPrice(quantity, in: sentence) { carried.isWorldPrice = true }
    guard carried.isWorldPrice, quantity.unit?.begins(with: "VND") != true else {
      return places.valid(choice, period: period)
    }
    return PlaceChoice(code: nil, reason: "a price of the world's market")
  }

  /// `63 tỉnh, thành phố` are the nation; `hai tỉnh` are no single province.
  ///
  /// - Returns: The place, nil inside where there is none; nil where nothing of the kind is counted.
  private func countedProvinces(_ quantity: Quantity, _ choice: PlaceChoice) -> String?? {
    guard quantity.countsProvinces else { return nil }
    if scan.rules.provinceCounts.contains(quantity.of ?? quantity.value) { return .some("VN") }
    guard choice.code?.begins(with: "VN-") == true, quantity.of == nil,
      quantity.value != ExactDecimal(1)
    else {
      return nil
    }
    return .some(nil)
  }

  /// `quặng sắt ở mức 64,7 USD/tấn`: in a foreign currency, and nothing is exported or imported.
  private func isWorldPrice(_ quantity: Quantity, in sentence: Sentence) -> Bool {
    guard quantity.kind == .rate, let unit = quantity.unit, let slash = unit.firstIndex(of: "/"),
      Self.worldCurrencies.contains(String(unit[..<slash])),
      Self.worldMeasures.contains(String(unit[unit.index(after: slash)...]))
    else { return false }
    return !sentence.tokens.contains { scan.words.tradeWords.contains(scan.id($0)) }
  }

  private static let worldCurrencies: Set<String> = ["USD", "EUR", "GBP", "CNY", "JPY"]
  private static let worldMeasures: Set<String> = [
    "t", "thùng", "[oz_tr]", "[lb_av]", "kg", "giạ",
  ]
}
