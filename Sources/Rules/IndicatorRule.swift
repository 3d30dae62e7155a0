import Lexing
import Model
import Tables

/// A row of `indicators.csv`: a measure that is followed over places and years.
public struct IndicatorRule: Sendable {
  public enum Direction: String, Sendable, CaseIterable { case up, down, neutral }

  public let code: String
  public let nameVi: String
  public let nameEn: String
  public let kind: FigureKind
  /// Empty where any unit of the kind will do.
  public let unit: String
  /// Which way is better.
  public let direction: Direction
  /// Alternatives; each is a list of phrases in order, with at most four words between two.
  public let patterns: [[String]]
  /// Only for figures that state a change.
  public let isGrowth: Bool

  /// The words that may stand between two phrases of a pattern.
  public static let widestGap = 4

  init(_ row: TableRow) throws(TableError) {
    code = row["code"]
    nameVi = row["name_vi"]
    nameEn = row["name_en"]
    kind = try row.choice("kind")
    unit = row["unit"]
    direction = try row.choice("direction")
    isGrowth = row["note"].hasPrefix("growth")
    guard !row["source"].isEmpty else {
      throw row.error("source", "the source is missing; cite where the indicator is defined")
    }
    var patterns: [[String]] = []
    for alternative in Self.split(row["patterns"], at: "|") {
      let parts = Self.split(alternative, at: "…")
      guard !parts.isEmpty else {
        throw row.error("patterns", "an alternative is empty; remove a '|'")
      }
      patterns.append(parts)
    }
    self.patterns = patterns
  }

  private static func split(_ text: String, at separator: Character) -> [String] {
    text.split(separator: separator).map { part in
      var part = Substring(part)
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }
}

/// The patterns of all indicators as word numbers, found by the first word.
public final class IndicatorIndex: Sendable {
  /// A pattern in the words of the lexicon, with what a figure must be to fit it.
  public final class Pattern: Sendable {
    public let indicator: Int
    public let parts: [[UInt32]]
    /// Words in all parts, the measure of how much it says.
    public let length: Int
    public let kind: FigureKind
    /// Empty for any.
    public let unit: String
    public let isGrowth: Bool

    init(indicator: Int, parts: [[UInt32]], rule: IndicatorRule) {
      self.indicator = indicator
      self.parts = parts
      length = parts.reduce(0) { $0 + $1.count }
      kind = rule.kind
      unit = rule.unit
      isGrowth = rule.isGrowth
    }
  }

  /// By the lexicon number of the first word, less ``Mark/firstWord``.
  private let byFirstWord: [[Pattern]]

  init(_ indicators: [IndicatorRule], _ builder: inout LexiconBuilder) {
    var index: [UInt32: [Pattern]] = [:]
    for (number, indicator) in indicators.enumerated() {
      for pattern in indicator.patterns {
        let parts = pattern.map { builder.words($0) }.filter { !$0.isEmpty }
        guard let first = parts.first?.first, first >= Mark.firstWord else { continue }
        index[first, default: []].append(
          Pattern(indicator: number, parts: parts, rule: indicator))
      }
    }
    var table: [[Pattern]] = []
    for word in Mark.firstWord...max(Mark.firstWord, index.keys.max() ?? 0) {
      // The pattern that says most is tried first; equal ones in the order of the table.
      table.append(
        (index[word] ?? []).sorted { ($0.length, $1.indicator) > ($1.length, $0.indicator) })
    }
    byFirstWord = table
  }

  /// True when a pattern begins with the word.
  @inline(__always)
  public func hasPattern(startingWith word: UInt32) -> Bool {
    word >= Mark.firstWord && Int(word - Mark.firstWord) < byFirstWord.count
      && !byFirstWord[Int(word - Mark.firstWord)].isEmpty
  }

  /// The patterns that begin with a word, the longest first.
  public func patterns(startingWith word: UInt32) -> [Pattern] {
    hasPattern(startingWith: word) ? byFirstWord[Int(word - Mark.firstWord)] : []
  }
}
