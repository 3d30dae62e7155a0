import Lexing
import Model
import Rules

/// A text read as one number, an amount of money or a quantity.
public struct ReadNumber: Sendable, Hashable {
  public var value: ExactDecimal
  /// The upper end of a range.
  public var upper: ExactDecimal?
  /// The whole of a ratio or a fraction.
  public var of: ExactDecimal?
  /// ISO 4217, UCUM, `%`, or the noun; nil for a bare number.
  public var unit: String?
  /// Nil for a bare number.
  public var kind: FigureKind?
  /// The power of ten of the last digit stated.
  public var precision: Int
}

/// Reads what a person types as one number: `hai mươi mốt`, `3 tỷ rưỡi`, `$20`, `7-10 phút`.
///
/// More is taken than from running text, where một is an article and không a denial; what is left
/// over makes it no number.
public struct NumberReader {
  private let rules: RuleSet

  public init(rules: RuleSet) { self.rules = rules }

  /// The number that the whole of `text` is; nil where it is none.
  public func read(_ text: String) -> ReadNumber? {
    let tokens = TokenBuffer()
    let hits = Hits()
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      Lexer(lexicon: rules.lexicon).scan(bytes, into: tokens)
      hits.find(in: tokens.tokens, trie: rules.trie)
      return read(Scan(text: bytes, tokens: tokens.tokens, hits: hits, rules: rules))
    }
  }

  private func read(_ scan: Scan) -> ReadNumber? {
    var start = 0
    var isNegative = false
    if scan.id(start) == scan.words.negative || scan.isMark(start, Mark.hyphen) {
      isNegative = true
      start += 1
    } else if scan.isMark(start, Mark.plus) {
      start += 1
    }
    if let prefix = scan.hits.starting(at: start, .unit),
      rules.units[Int(prefix.row)].role == .bothSides, Int(prefix.end) < scan.count
    {
      start = Int(prefix.end)
    }
    // Hàng nghìn is a number of its own, hơn 100 a bounded one.
    if scan.wordOperand(at: start) == nil, let hit = scan.hits.starting(at: start, .qualifier) {
      start = Int(hit.end)
    }
    if scan.id(start) == scan.words.from, start + 1 < scan.count { start += 1 }
    let quantities = QuantityReader(scan: scan)
    guard start < scan.count, let quantity = quantities.read(at: start) ?? multiple(scan, at: start)
    else { return nil }
    if quantity.unit == nil, quantity.range.upperBound < scan.count,
      let noun = quantities.units.unknownNoun(at: quantity.range.upperBound)
    {
      quantities.apply(noun, to: quantity)
    }
    guard quantity.range.upperBound == scan.count else { return nil }
    if isNegative, quantity.value > .zero { quantity.value = quantity.value.negated }
    let isBare = quantity.unit == nil && quantity.kind == .count
    return ReadNumber(
      value: quantity.value, upper: quantity.upper, of: quantity.of, unit: quantity.unit,
      kind: isBare ? nil : quantity.kind, precision: quantity.precision)
  }

  /// `gấp đôi`, `gấp rưỡi`, `gấp ba lần`.
  private func multiple(_ scan: Scan, at index: Int) -> Quantity? {
    guard scan.id(index) == scan.words.fold else { return nil }
    let reader = NumeralReader(scan: scan, matcher: .init())
    guard case .figure(let quantity)? = reader.wordItem(at: index)?.outcome else { return nil }
    return quantity
  }
}
