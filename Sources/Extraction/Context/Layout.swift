import Lexing

/// A sentence with the numerals in it.
struct Sentence {
  /// Token positions, the stop excluded.
  var tokens: Range<Int>
  /// Counted from 0; sentences of one paragraph share it.
  var paragraph: Int
  /// Positions among the items.
  var items: Range<Int>
  /// One of the items is a figure.
  var hasFigure: Bool
  /// The position of its first landmark.
  var landmark: Int
  /// All roles of its landmarks: what it has none of need not be looked for.
  var roles: WordRoles
}

/// The sentences of a text in their order.
struct Layout {
  private(set) var sentences: ContiguousArray<Sentence>

  /// Longer ones are cut: the search for a figure's context goes back within its sentence, and its
  /// cost must not grow with a text that never ends one.
  static let longestSentence = 400

  init(scan: Scan, items: ContiguousArray<Item>) {
    sentences = scan.lists.sentences.take(scan.count / 12 + 4)
    var start = 0
    var paragraph = 0
    var firstItem = 0
    var landmark = 0
    var roles: WordRoles = []
    func close(upTo end: Int) {
      append(start..<end, paragraph, items, landmark, roles)
    }
    func cut(upTo last: Int) {
      var index = start + Self.longestSentence
      while index <= last {
        // A numeral holds its dots: no sentence ends within one.
        while firstItem < items.count, items[firstItem].range.upperBound <= index { firstItem += 1 }
        if isInside(index, items, firstItem) {
          index += 1
        } else {
          close(upTo: index)
          start = index
          landmark = scan.hits.firstLandmark(at: start)
          index += Self.longestSentence
        }
      }
    }
    for stop in scan.sentenceEnds.stops {
      let index = stop.token
      roles = stop.roles
      cut(upTo: index)
      if start < index { close(upTo: index) }
      start = index + 1
      landmark = stop.landmark + 1
      // A bullet opens another piece of news.
      if scan.tokens[index].kind == .lineBreak
        || scan.isMark(start, Mark.bullet) && !scan.isMark(start + 1, Mark.bullet)
      {
        paragraph += 1
      }
    }
    roles = scan.sentenceEnds.rest
    cut(upTo: scan.count - 1)
    if start < scan.count { close(upTo: scan.count) }
  }

  /// The last sentence with a figure of the paragraph that begins with a sentence; -1 without any.
  func lastWithFigure(from first: Int) -> Int {
    var last = -1
    var number = first
    while number < sentences.count, sentences[number].paragraph == sentences[first].paragraph {
      if sentences[number].hasFigure { last = number }
      number += 1
    }
    return last
  }

  private func isInside(_ index: Int, _ items: ContiguousArray<Item>, _ first: Int) -> Bool {
    var item = first
    while item < items.count, items[item].range.lowerBound < index {
      // A row of hundreds of numbers is longer than any sentence.
      if items[item].range.contains(index), items[item].range.lowerBound < index,
        items[item].range.count <= Self.longestSentence
      {
        return true
      }
      item += 1
    }
    return false
  }

  private mutating func append(
    _ tokens: Range<Int>, _ paragraph: Int, _ items: ContiguousArray<Item>, _ landmark: Int,
    _ roles: WordRoles
  ) {
    var first = sentences.last?.items.upperBound ?? 0
    while first < items.count, items[first].range.lowerBound < tokens.lowerBound { first += 1 }
    var last = first
    var hasFigure = false
    while last < items.count, items[last].range.lowerBound < tokens.upperBound {
      if case .figure = items[last].outcome { hasFigure = true }
      last += 1
    }
    sentences.append(
      Sentence(
        tokens: tokens, paragraph: paragraph, items: first..<last, hasFigure: hasFigure,
        landmark: landmark, roles: roles))
  }
}
