import Lexing
import Model
import Patterns
import Rules

/// Reads numbers that name something: documents, versions, addresses, list numbers.
struct ReferenceReader {
  let scan: Scan
  let matcher: Matcher
  private let chunks = ChunkFinder()

  init(scan: Scan, matcher: Matcher) {
    self.scan = scan
    self.matcher = matcher
  }

  struct Result {
    var range: Range<Int>
    var disposition: Disposition
    var rule: String
    /// Set where a pattern gave up on the text.
    var reason: String?
  }

  /// What the shape of the characters around the number token alone tells.
  func shape(at index: Int) -> Result? {
    let isCandidate = isShapeCandidate(index)
    if !isCandidate, standsAlone(index) { return nil }
    let start = Int(scan.tokens[index].start)
    chunks.find(around: scan.tokens[index], in: scan)
    var rows = chunks.held
    if isCandidate { rows |= scan.rules.shapeIndex.always }
    guard rows != 0 else { return nil }
    rows &= scan.rules.shapeIndex.possible(
      first: scan.bytes(index)[0], isBehindPlus: scan.isMark(index - 1, Mark.plus),
      next: index + 1 < scan.count ? scan.tokens[index + 1] : nil)
    while rows != 0 {
      let number = rows.trailingZeroBitCount
      rows &= rows - 1
      if let result = shape(number, at: index, start) { return result }
    }
    return nil
  }

  private func shape(_ number: Int, at index: Int, _ start: Int) -> Result? {
    let rule = scan.rules.shapes[number]
    let from = rule.anchor == .chunk ? chunks.start : start
    switch scan.matcherResult(matcher, rule, from: from) {
    case .match(let range) where range.upperBound > start:
      let tokens = tokenRange(range, at: index)
      if rule.disposition == .time, isAllOfThem(tokens) { return nil }
      return Result(range: tokens, disposition: rule.disposition, rule: rule.label)
    case .limitReached:
      return Result(
        range: index..<index + 1, disposition: .rejected, rule: rule.label,
        reason: "the pattern ran into its step limit; simplify the pattern or the text")
    default: return nil
    }
  }

  /// `24/24 chỉ tiêu`: all of what is counted, and not round the clock.
  private func isAllOfThem(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    return range.count == 3 && scan.isMark(first + 1, Mark.slash)
      && scan.integer(first) == scan.integer(first + 2)
      && scan.hits.hasStart(at: range.upperBound, .noun)
  }

  /// Between spaces, with no more than a stop, a comma or a percent sign behind it: most numbers
  /// are, and no shape has to be tried on them.
  private func standsAlone(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    guard token.hasSpaceBefore || index > 0 && scan.isMark(index - 1, Mark.open) else {
      return false
    }
    // 4.0 may be a version.
    if token.length <= 3, scan.bytes(index).last == UInt8(ascii: "0"), token.length == 3 {
      return false
    }
    let next = index + 1
    guard next < scan.count, !scan.tokens[next].hasSpaceBefore else { return true }
    guard scan.tokens[next].kind != .lineBreak else { return true }
    guard scan.tokens[next].kind == .mark, Self.closesNumber(scan.tokens[next].id) else {
      return false
    }
    return next + 1 >= scan.count || scan.tokens[next + 1].hasSpaceBefore
      || scan.tokens[next + 1].kind == .lineBreak
  }

  private static func closesNumber(_ mark: UInt32) -> Bool {
    switch mark {
    case Mark.comma, Mark.period, Mark.semicolon, Mark.close, Mark.percent: true
    default: false
    }
  }

  /// Only numbers with a letter, a dash, a slash, a plus or a degree close by can match a pattern
  /// that has no literal of its own; telephone numbers begin with a zero, a plus or a one.
  private func isShapeCandidate(_ index: Int) -> Bool {
    let first = scan.bytes(index)[0]
    if first == UInt8(ascii: "0"), scan.tokens[index].length > 1 { return true }
    let next = index + 1
    guard next < scan.count else { return false }
    let token = scan.tokens[next]
    if token.kind == .mark {
      switch token.id {
      case Mark.slash, Mark.hyphen, Mark.colon: return !token.hasSpaceBefore
      case Mark.plus, Mark.degree: return true
      default: break
      }
    }
    if token.kind == .word, !token.hasSpaceBefore { return true }
    if token.kind == .number {
      return first == UInt8(ascii: "1") || first == UInt8(ascii: "8")
        || scan.isMark(index - 1, Mark.plus)
    }
    if token.kind == .word,
      token.flags.contains(.allCapitals) || token.length == 1 && token.isCapitalized
    {
      return true
    }
    return scan.isMark(index - 1, Mark.plus)
  }

  /// The tokens that the bytes touch.
  private func tokenRange(_ bytes: Range<Int>, at index: Int) -> Range<Int> {
    var first = index
    while first > 0, Int(scan.tokens[first - 1].start) >= bytes.lowerBound { first -= 1 }
    var last = index + 1
    while last < scan.count, Int(scan.tokens[last].start) < bytes.upperBound { last += 1 }
    return first..<last
  }
}

extension Scan {
  func matcherResult(_ matcher: Matcher, _ rule: ShapeRule, from start: Int) -> MatchOutcome {
    // Shapes are short; looking at a bounded stretch keeps every match's cost bounded too.
    let end = min(text.count, start + 2000)
    return matcher.match(rule.pattern, in: text, from: start, to: boundary(end), anchored: true)
  }

  /// `end`, moved back so that it cuts no character.
  private func boundary(_ end: Int) -> Int {
    var end = end
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
