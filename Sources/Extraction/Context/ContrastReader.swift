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
  private(set) var denials: [Denial] = []

  /// The most tokens between the words that deny and the figure: `không phải ai cũng biết xã có 30
  /// hộ nghèo` denies no number.
  static let reach = 4

  init(scan: Scan, items: ContiguousArray<Item>, layout: Layout) {
    self.scan = scan
    for sentence in layout.sentences where !sentence.items.isEmpty {
      for hit in scan.hits.all(in: sentence.tokens, of: [.contrast], at: .contrast)
      where role(hit) == .denied && Int(hit.start) >= (denials.last?.cue.range.upperBound ?? 0) {
        let figure = sentence.items.first {
          guard case .figure(let quantity) = items[$0].outcome else { return false }
          return quantity.range.lowerBound >= Int(hit.end)
        }
        guard let figure, items[figure].range.lowerBound - Int(hit.end) <= Self.reach else {
          continue
        }
        denials.append(denial(hit, before: sentence.tokens.upperBound))
      }
    }
  }

  /// What denies the figure that begins at the token.
  func denial(of first: Int) -> Denial? {
    denials.isEmpty ? nil : denials.last { $0.range.contains(first) }
  }

  /// What the cues of the figure at `first` lie outside of, where the token lies in it.
  func skipped(at index: Int, before first: Int) -> Range<Int>? {
    if denials.isEmpty { return nil }
    for denial in denials where !denial.range.contains(first) {
      let range = denial.answered ?? denial.range
      if range.contains(index), range.upperBound <= first { return range }
    }
    return nil
  }

  /// True where the words from `start` to `first` answer a denial.
  func isAnswer(_ first: Int, since start: Int) -> Bool {
    denials.contains { ($0.answered?.upperBound).map { start < $0 && $0 <= first } ?? false }
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
