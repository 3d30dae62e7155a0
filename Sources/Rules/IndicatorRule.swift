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
public struct IndicatorIndex: Sendable {
  /// A pattern in the words of the lexicon.
  public struct Pattern: Sendable {
    public let indicator: Int
    public let parts: [[UInt32]]
    /// Words in all parts, the measure of how much it says.
    public let length: Int
  }

  private let byFirstWord: [UInt32: [Pattern]]

  init(_ indicators: [IndicatorRule], _ builder: inout LexiconBuilder) {
    var index: [UInt32: [Pattern]] = [:]
    for (number, indicator) in indicators.enumerated() {
      for pattern in indicator.patterns {
        let parts = pattern.map { builder.words($0) }.filter { !$0.isEmpty }
        guard let first = parts.first?.first else { continue }
        index[first, default: []].append(
          Pattern(indicator: number, parts: parts, length: parts.reduce(0) { $0 + $1.count }))
      }
    }
    // The pattern that says most is tried first; equal ones in the order of the table.
    byFirstWord = index.mapValues { $0.sorted { ($0.length, $1.indicator) > ($1.length, $0.indicator) } }
  }

  /// The patterns that begin with a word, the longest first.
  public func patterns(startingWith word: UInt32) -> [Pattern] { byFirstWord[word] ?? [] }
}
