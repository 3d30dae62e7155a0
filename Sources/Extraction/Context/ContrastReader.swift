import Lexing
import Rules

/// What a text says is not so: `chứ không phải 3%`, `không phải 3% mà là 5%`, `thay vì 5%`.
struct ContrastReader {
  /// Words of a sentence that are denied.
  struct Denial {
    /// The words that deny.
    var cue: Hit
    /// From the cue to the end of what it denies, in tokens.
    var range: Range<Int>
    /// Up to the end of the words that say what is so instead, where they follow: `mà là`.
    var answered: Range<Int>?
  }

  let scan: Scan
  /// In the order of the text. What they deny ends in this order, too.
  private(set) var denials: [Denial] = []
  /// For each of them, how far it and those before it reach with the words that answer them.
  private var reaches: [Int] = []
  /// The ends of the words that answer denials, sorted.
  private var answers: [Int] = []

  /// The most tokens between the words that deny and the figure: `không phải ai cũng biết xã có 30
  /// hộ nghèo` denies no number.
  static let reach = 4

  init(scan: Scan, items: ContiguousArray<Item>, layout: Layout) {
    self.scan = scan
    for sentence in layout.sentences where !sentence.items.isEmpty {
      var items = items[sentence.items]
      for hit in scan.hits.all(in: sentence.tokens, of: [.contrast], at: .contrast)
      where role(hit) == .denied && Int(hit.start) >= (denials.last?.cue.range.upperBound ?? 0) {
        items = items.drop { !isFigure($0, from: Int(hit.start)) }
        guard let figure = items.first(where: { isFigure($0, from: Int(hit.end)) }),
          figure.range.lowerBound - Int(hit.end) <= Self.reach
        else { continue }
        append(denial(hit, before: sentence.tokens.upperBound))
      }
    }
    answers.sort()
  }

  private func isFigure(_ item: Item, from first: Int) -> Bool {
    guard case .figure(let quantity) = item.outcome else { return false }
    return quantity.range.lowerBound >= first
  }

  private mutating func append(_ denial: Denial) {
    denials.append(denial)
    reaches.append(max(reaches.last ?? 0, (denial.answered ?? denial.range).upperBound))
    if let answered = denial.answered { answers.append(answered.upperBound) }
  }

  /// What denies the figure that begins at the token.
  func denial(of first: Int) -> Denial? {
    if denials.isEmpty { return nil }
    let last = Self.firstPosition(denials) { $0.cue.start > first } - 1
    return last >= 0 && denials[last].range.contains(first) ? denials[last] : nil
  }

  /// What the cues of the figure at `first` lie outside of, where the token lies in it.
  func skipped(at index: Int, before first: Int) -> Range<Int>? {
    if denials.isEmpty { return nil }
    for denial in denials[Self.firstPosition(reaches) { $0 > index }...] {
      if Int(denial.cue.start) > index { return nil }
      let range = denial.answered ?? denial.range
      if range.contains(index), range.upperBound <= first, !denial.range.contains(first) {
        return range
      }
    }
    return nil
  }

  /// True where the words from `start` to `first` answer a denial.
  func isAnswer(_ first: Int, since start: Int) -> Bool {
    if answers.isEmpty { return false }
    let next = Self.firstPosition(answers) { $0 > start }
    return next < answers.count && answers[next] <= first
  }

  /// The position of the first element for which something holds that holds for all behind it.
  private static func firstPosition<Element>(
    _ elements: [Element], where holds: (Element) -> Bool
  ) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// `thay vì 5% như kế hoạch`: the words behind a denied figure that say what it was.
  func status(behind quantity: Quantity, in denial: Denial) -> Hit? {
    var index = quantity.range.upperBound
    while index < denial.range.upperBound {
      if let hit = scan.hits.starting(at: index, .contrast), role(hit).status != nil {
        return hit
      }
      index += 1
    }
    return nil
  }

  private func role(_ hit: Hit) -> ContrastRule.Role { scan.rules.contrasts[Int(hit.row)].role }

  private func denial(_ cue: Hit, before limit: Int) -> Denial {
    var end = Int(cue.end)
    // The clause that the denial before lies in.
    if let last = denials.last, last.range.upperBound > end { end = last.range.upperBound }
    while end < limit, !endsClause(end), !isAnswer(at: end) { end += 1 }
    // Không phải 3%, mà là 5%.
    let next = scan.isMark(end, Mark.comma) ? end + 1 : end
    var answered: Range<Int>?
    if next < limit, isAnswer(at: next), let hit = scan.hits.starting(at: next, .contrast) {
      answered = Int(cue.start)..<Int(hit.end)
    }
    return Denial(cue: cue, range: Int(cue.start)..<end, answered: answered)
  }

  private func isAnswer(at index: Int) -> Bool {
    scan.hits.starting(at: index, .contrast).map { role($0) == .asserted } ?? false
  }

  /// A mark that is no part of a number.
  private func endsClause(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    if token.kind == .lineBreak { return true }
    guard [Mark.comma, Mark.semicolon, Mark.close, Mark.colon].contains(token.id) else {
      return false
    }
    return token.kind == .mark && !(scan.isNumber(index + 1) && scan.isGlued(index + 1))
  }
}
