import Lexing
import Model
import Rules

/// Finds the thing that is so long, wide or heavy.
extension SubjectReader {
  /// `xây tuyến đường ven biển dài 5 km`, `khu tái định cư Lộc Sơn, rộng 20 ha`: the noun that the
  /// adjective tells something of. Nil where no adjective stands before the number.
  func sized(_ phrase: Range<Int>, lowest: Int) -> Range<Int>? {
    let adjective = phrase.upperBound - 1
    guard scan.words.dimensions.contains(scan.id(adjective)),
      scan.hits.ending(at: phrase.upperBound, .measured) == nil,
      scan.hits.ending(at: phrase.upperBound, .compound) == nil,
      !phrase.contains(where: namesMeasure)
    else { return nil }
    if phrase.count > 1 {
      let owner = phrase.lowerBound..<adjective
      return trimmed((owner.first(where: opensThing) ?? owner.lowerBound)..<adjective)
    }
    let comma = phrase.lowerBound - 1
    guard scan.isMark(comma, Mark.comma) else { return nil }
    var position = comma - 1
    while position >= lowest, comma - position < 14, isPartOfPhrase(position) {
      if opensThing(position) { return trimmed(position..<comma) }
      position -= 1
    }
    // No noun that is known: whatever the clause before speaks of.
    return clauseBefore(phrase.lowerBound, lowest: lowest)
  }

  private func isPartOfPhrase(_ index: Int) -> Bool {
    if scan.isWord(index) {
      return !isPredicate(index) || scan.words.besides.contains(scan.id(index))
    }
    return scan.isMark(index, Mark.hyphen) || scan.isNumber(index) && !isFigure(index)
  }

  /// The first word of a noun for something that can be measured; the đường of tuyến đường is a part
  /// of one.
  private func opensThing(_ index: Int) -> Bool {
    guard let hit = scan.hits.starting(at: index, .noun),
      !scan.words.besides.contains(scan.id(index - 1)),
      !scan.tokens[index].isCapitalized || index == scan.sentenceStart(index),
      !Self.unsized.contains(scan.rules.nouns[Int(hit.row)].kind),
      !scan.words.areaKinds.contains(scan.id(index)),
      !scan.words.communeKinds.contains(scan.id(index))
    else { return false }
    return (max(0, index - 3)..<index).allSatisfy { start in
      scan.hits.starting(at: start, .noun).map { Int($0.end) <= index } ?? true
    }
  }

  /// Kinds of nouns that have no length, width or weight.
  private static let unsized: Set<String> = ["abstract", "organization", "event", "person"]
}
