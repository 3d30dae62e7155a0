import Lexing
import Model
import Rules

/// Names within a phrase, and sentences that no mark sets off from it.
extension SubjectReader {
  /// The 19 of Covid-19, the 4 of mức độ 4: a number that is part of a name.
  func endsName(_ index: Int) -> Bool {
    guard scan.isNumber(index), index > 0,
      scan.isGlued(index) || !isPredicate(index - 1) || scan.id(index - 1) == scan.words.ordinal
    else { return false }
    let isJoined = scan.isGlued(index) && !scan.isWord(index - 1)
    guard scan.isWord(isJoined && scan.isGlued(index - 1) ? index - 2 : index - 1),
      let item = item(at: index)
    else { return false }
    if case .reference = item.outcome { return true }
    return false
  }

  /// `tỉnh nguy cơ thấp Qua trao đổi`: a sentence behind a heading that has no mark at its end.
  func opensSentence(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    guard token.isCapitalized, scan.isWord(index), !token.flags.contains(.allCapitals),
      scan.isWord(index - 1), !scan.tokens[index - 1].isCapitalized, scan.isWord(index + 1)
    else { return false }
    let isName = scan.tokens[index + 1].isCapitalized
    if scan.words.ageBearers.contains(token.id) {
      return isName && !scan.hits.hasStart(at: index, of: [.place, .district])
    }
    guard !isName, !scan.hits.hasStart(at: index, of: [.noun, .compound, .measured, .uncounted])
    else { return false }
    return scan.hits.hasStart(at: index, of: [.stopWord, .sourceBefore])
      || scan.words.determiners.contains(token.id)
  }

  /// `Hàn Quốc`, `tỉnh Quảng Nam`, `toàn tỉnh`: the phrase only says where, not what.
  func namesPlace(_ phrase: Range<Int>) -> Bool {
    let first = scan.id(phrase.lowerBound)
    // Cả nước, without its first word.
    if phrase.count == 1, first == scan.words.nationwide,
      scan.id(phrase.lowerBound - 1) == scan.words.all
    {
      return true
    }
    if phrase.count > 1, first == scan.words.whole || first == scan.words.all,
      phrase.dropFirst(1).allSatisfy({ scan.words.owners.contains(scan.id($0)) })
    {
      return true
    }
    var start = phrase.lowerBound
    while start < phrase.upperBound - 1,
      scan.words.owners.contains(scan.id(start))
        || scan.words.districtKinds.contains(scan.id(start)),
      !scan.hits.hasStart(at: start, .place)
    {
      start += 1
    }
    return [RuleTable.place, .district].contains {
      scan.hits.starting(at: start, $0).map { Int($0.end) == phrase.upperBound } ?? false
    }
  }

  /// `tỉnh`, `thành phố`: which area it is, but not what of it.
  func namesArea(_ phrase: Range<Int>) -> Bool {
    phrase.count <= 2 && phrase.allSatisfy { scan.words.owners.contains(scan.id($0)) }
  }

  /// `huyện Tân Lạc dành`: a place does something, and no measure is named.
  func tellsWhose(_ phrase: Range<Int>) -> Bool {
    !phrase.contains(where: namesMeasure)
      && phrase.dropFirst(1).contains {
        scan.tokens[$0].isCapitalized && scan.hits.hasStart(at: $0, of: [.place, .district])
      }
  }

  /// `số 15/QĐ-UBND về hỗ trợ`: what a document is about, without the document.
  func undocumented(_ phrase: Range<Int>) -> Range<Int> {
    for index in phrase.dropFirst(1) where scan.id(index) == scan.words.concerning {
      guard let item = item(at: index - 1), case .reference = item.outcome,
        let about = trimmed(index + 1..<phrase.upperBound)
      else { continue }
      return about
    }
    return phrase
  }

  private func item(at index: Int) -> Item? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low].range.contains(index) ? items[low] : nil
  }

  /// True within a date, a year or the like.
  func isTime(_ index: Int) -> Bool {
    guard let item = item(at: index) else { return false }
    if case .time = item.outcome { return true }
    return false
  }

  func isFigure(_ index: Int) -> Bool {
    guard let item = item(at: index) else { return false }
    if case .figure = item.outcome { return true }
    return false
  }

  /// The figure that the token is a part of.
  func figure(within index: Int) -> Quantity? {
    guard let item = item(at: index), case .figure(let quantity) = item.outcome else { return nil }
    return quantity
  }
}
