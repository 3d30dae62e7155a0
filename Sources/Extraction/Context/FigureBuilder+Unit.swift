import Lexing
import Model
import Rules

/// The unit of a number that stands without one.
extension FigureBuilder {
  /// The noun of a number that stands without one: the money that its scale means, the subject's
  /// noun, or the noun counted just before.
  func nameUnit(_ quantity: Quantity, _ meaning: Meaning, _ carried: Carried) {
    if quantity.kind == .rank { return }
    // Từ 35 nghìn/xe xuống chỉ còn 15 nghìn.
    if quantity.kind == .count, quantity.scale > 0, let price = carried.price,
      price.scale == quantity.scale, scan.words.steps.contains(scan.id(carried.figureEnd)),
      carried.figureEnd == price.range.upperBound,
      quantity.range.lowerBound - carried.figureEnd <= 3
    {
      meaning.kind = price.kind
      meaning.unit = price.unit
      return
    }
    if quantity.scale >= 9 || quantity.isMoney, quantity.kind == .count {
      meaning.kind = .money
      meaning.unit = isEquivalent(quantity) ? "VND" : carried.currency ?? "VND"
      return
    }
    // Things are counted in whole numbers: 6,14 is a level of something else.
    if quantity.kind == .count, quantity.scale == 0, !quantity.value.isWhole { return }
    if isPrice(quantity) && !isNumberOf(meaning.subject)
      || isBareMillion(quantity, meaning, carried)
    {
      meaning.kind = .money
      meaning.unit = "VND"
    } else if scan.isMark(quantity.range.lowerBound - 1, Mark.open),
      let noun = numberedNoun(before: quantity.range.lowerBound - 1)
    {
      meaning.unit = noun
    } else if let noun = gotNoun(quantity, meaning, carried) {
      meaning.unit = noun
    } else if scan.id(quantity.range.lowerBound - 1) == scan.words.all,
      carried.figureEnd > carried.sentenceStart, let counted = carried.countUnit
    {
      // Điều trị 5 người, cả 5 đều khỏi: all of them.
      meaning.unit = counted
    } else if let counted = carried.countUnit, carried.figureEnd > carried.sentenceStart,
      let subject = meaning.subject, isDeed(subject, ofShare: quantity)
    {
      meaning.unit = counted
    } else if let subject = meaning.subject, let noun = firstNoun(in: subject) {
      meaning.unit = noun
    } else if !isCell(quantity) {
      meaning.unit = carried.countUnit
    }
    if let per = quantity.per { meaning.unit = "\(meaning.unit ?? "")/\(per)" }
  }

  /// `Số điểm ùn tắc giảm còn 27 điểm`: places, and no score.
  func countsSpots(
    _ quantity: Quantity, _ subject: Range<Int>?, _ carried: Carried
  ) -> Bool {
    if isSpot(quantity, carried.countUnit) { return true }
    let unit = scan.id(quantity.range.upperBound - 1)
    return subject?.contains {
      scan.id($0) == unit && scan.words.spots.contains(scan.id($0 + 1))
        && scan.id($0 - 1) == scan.words.number
    } ?? false
  }

  /// `có 16 điểm đen, phát sinh 5 điểm`, `lấy mẫu tại 4 điểm`: places, and no points.
  private func isSpot(_ quantity: Quantity, _ counted: String?) -> Bool {
    guard quantity.unit == "điểm", quantity.value.isWhole, quantity.upper == nil,
      quantity.range.upperBound > quantity.numberRange.upperBound
    else { return false }
    if let counted, counted.utf8.count > 8, counted.begins(with: "điểm ") { return true }
    let before = scan.id(quantity.range.lowerBound - 1)
    return (before == scan.words.at || before == scan.words.inside)
      && quantity.value < ExactDecimal(21)
  }

  /// `có 20 em, huấn luyện viên chọn 4`: of those counted just before, not of who chooses.
  private func gotNoun(
    _ quantity: Quantity, _ meaning: Meaning, _ carried: Carried
  ) -> String? {
    guard scan.words.gettingVerbs.contains(scan.id(quantity.range.lowerBound - 1)),
      carried.figureEnd > carried.sentenceStart,
      !(meaning.subject?.contains { scan.id($0) == scan.words.number } ?? false)
    else { return nil }
    return carried.countUnit
  }

  /// `Yaris giảm 44 triệu`, `vụ cháy làm mất 900 triệu`: a million of nothing named is money, where
  /// nobody is counted and no count as large stands before.
  private func isBareMillion(
    _ quantity: Quantity, _ meaning: Meaning, _ carried: Carried
  ) -> Bool {
    guard quantity.kind == .count, quantity.scale == 6, !quantity.isInWords, quantity.of == nil,
      quantity.per == nil, !carried.countsMillions
    else { return false }
    guard let subject = meaning.subject else { return true }
    return !subject.contains { index in
      if scan.id(index) == scan.words.number { return true }
      guard let hit = scan.hits.starting(at: index, .noun) else { return false }
      return Self.countedByMillions.contains(scan.rules.nouns[Int(hit.row)].kind)
    }
  }

  private static let countedByMillions: Set<String> = ["person", "household", "event", "case"]

  /// `Nợ TK 642: 11.136.111`, `giá: 659.000.000`: a large number without a unit on a line of money.
  func isPrice(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, quantity.isGrouped, quantity.value.isWhole,
      quantity.value.magnitude >= ExactDecimal(1_000), quantity.of == nil
    else { return false }
    let first = quantity.range.lowerBound
    let isAssigned =
      scan.isMark(first - 1, Mark.colon) || scan.isMark(first - 1, Mark.equals)
      || scan.isMark(first - 1, Mark.plus) || scan.isMark(first - 1, Mark.open)
      // Tỷ giá là 22.000.
      || scan.id(first - 1) == scan.words.being && quantity.value >= ExactDecimal(10_000)
        && (max(0, first - 4)..<first).contains { scan.id($0) == scan.words.price }
    let isLarge = quantity.value.magnitude >= ExactDecimal(1_000_000)
    guard isAssigned || isLarge else { return false }
    // The cells of a table's row stand far from its head.
    let reach = isCell(quantity) ? 160 : 40
    for position in stride(from: first - 1, through: max(0, first - reach), by: -1) {
      if scan.tokens[position].kind == .lineBreak { return false }
      if scan.hits.hasStart(at: position, .moneyCue) { return true }
    }
    return false
  }

  /// A number beside another, as in a table's row.
  private func isCell(_ quantity: Quantity) -> Bool {
    scan.isNumber(quantity.range.lowerBound - 1) || scan.isNumber(quantity.range.upperBound)
  }

  /// `Số được đánh giá tốt là 1.098.137`: so many of them; not số tiền, số thu.
  private func isNumberOf(_ subject: Range<Int>?) -> Bool {
    guard let subject, scan.id(subject.lowerBound) == scan.words.number else { return false }
    return subject.count > 1 && !scan.hits.hasStart(at: subject.lowerBound, .measured)
      && !subject.contains { scan.hits.hasStart(at: $0, .moneyCue) }
  }

  /// `(khoảng 110 tỷ)`, `tương đương 110 tỷ`: the same amount in dong.
  func isEquivalent(_ quantity: Quantity) -> Bool {
    let first = quantity.range.lowerBound
    return (max(0, first - 4)..<first).contains {
      scan.isMark($0, Mark.open) || scan.words.equivalents.contains(scan.id($0))
    }
  }

  /// `Số ca mắc ở Hà Nội (35), Đà Nẵng (20)`: the noun behind số, earlier in the sentence.
  func numberedNoun(before index: Int) -> String? {
    var position = index - 1
    let lowest = max(0, index - 30)
    while position >= lowest, !scan.isSentenceEnd(position) {
      if scan.id(position) == scan.words.number,
        let hit = scan.hits.starting(at: position + 1, .noun)
      {
        return scan.rules.nouns[Int(hit.row)].noun
      }
      position -= 1
    }
    return nil
  }

  /// The noun that a number without one counts: the one behind số, else the first that is no part
  /// of a longer word.
  func firstNoun(in range: Range<Int>) -> String? {
    var first: String?
    var index = range.lowerBound
    while index < range.upperBound {
      // A noun inside a name counts nothing: Nhật Bản.
      if scan.tokens[index].isCapitalized, index > range.lowerBound,
        !scan.tokens[index].flags.contains(.allCapitals),
        scan.id(index - 1) != scan.words.number
      {
        index += 1
        continue
      }
      guard let hit = scan.hits.starting(at: index, .noun), Int(hit.end) <= range.upperBound else {
        index += 1
        continue
      }
      // The điều of điều tra: the start of a word that is never counted.
      if let verb = scan.hits.starting(at: index, .uncounted), verb.end > hit.end {
        index = Int(verb.end)
        continue
      }
      // Số nhập cảnh phát hiện tại cộng đồng: where, and not what.
      if first == nil, scan.words.placeLinks.contains(scan.id(index - 1)),
        scan.id(range.lowerBound) == scan.words.number
      {
        return nil
      }
      let noun = scan.rules.nouns[Int(hit.row)]
      if scan.id(index - 1) == scan.words.number, scan.hits.ending(at: index, .compound) == nil {
        return noun.noun
      }
      // The trường of thị trường, the bình of trung bình: one syllable of several.
      let isWhole =
        hit.range.count > 1 || index == range.lowerBound || scan.hits.isPredicate(index - 1)
      if first == nil, isWhole, !noun.isWeak { first = noun.noun }
      index = Int(hit.end)
    }
    return first
  }

  /// `300 người (27%) hoàn thành tốt nhiệm vụ; hoàn thành nhiệm vụ: 700 (63%)`: what is done, by a share of
  /// those that were counted.
  private func isDeed(_ subject: Range<Int>, ofShare quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    guard scan.isMark(end, Mark.open), scan.isNumber(end + 1), scan.isMark(end + 2, Mark.percent)
    else { return false }
    let first =
      subject.lowerBound + (scan.id(subject.lowerBound) == scan.words.not ? 1 : 0)
    return scan.hits.starting(at: first, .compound).map {
      scan.rules.compounds[Int($0.row)].isVerb
    } ?? false
  }
}
