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
    var first = start
    while first > sentence.lowerBound, !scan.isMark(first - 1, Mark.comma) { first -= 1 }
    return !sentence.contains {
      scan.words.tradeWords.contains(scan.id($0)) && $0 > start || $0 >= first && isOurs($0)
    }
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

  /// `từ Cầu Treo (Hà Tĩnh) đến Đất Mũi (Cà Mau)`: the ends of a stretch, their provinces in brackets.
  func isStretch(_ gap: Range<Int>) -> Bool {
    gap.count <= 8 && gap.count >= 4 && scan.isMark(gap.lowerBound, Mark.close)
      && scan.isMark(gap.upperBound - 1, Mark.open)
      && (scan.id(gap.lowerBound + 1) == scan.words.to
        || scan.id(gap.lowerBound + 1) == scan.words.up)
  }
}
