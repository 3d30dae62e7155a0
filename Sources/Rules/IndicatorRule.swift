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
      guard !alternative.isEmpty else {
        throw row.error("patterns", "an alternative is empty; remove a '|', or write its words")
      }
      let parts = Self.split(alternative, at: "…")
      guard !parts.contains(where: \.isEmpty) else {
        throw row.error(
          "patterns", "'\(alternative)' has no words beside a '…'; remove it, or write them")
      }
      patterns.append(parts)
    }
    self.patterns = patterns
  }

  /// The parts of a text between separators, without the spaces around them; by bytes,
  /// as a thousand texts are split at each start.
  private static func split(_ text: String, at separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index <= bytes.count {
      let isMark = index < bytes.count && bytes[index] == mark[0]
      if index == bytes.count || isMark && bytes[index...].starts(with: mark) {
        append(bytes[start..<index], to: &parts)
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to parts: inout [String]) {
    var bytes = bytes
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    parts.append(String(decoding: bytes, as: UTF8.self))
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
  /// For each of these words, a bit for each kind of figure, and whether it grows, that one of its
  /// patterns is for.
  private let forms: ContiguousArray<UInt32>

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
    forms = ContiguousArray(
      table.map { patterns in
        patterns.reduce(0) { $0 | Self.form($1.kind, isGrowth: $1.isGrowth) }
      })
  }

  /// The bit of a kind of figure that grows, or does not.
  public static func form(_ kind: FigureKind, isGrowth: Bool) -> UInt32 {
    let number = FigureKind.allCases.firstIndex(of: kind) ?? 0
    return 1 << UInt32(number * 2 + (isGrowth ? 1 : 0))
  }

  /// True when a pattern for figures of the ``form(_:isGrowth:)`` begins with the word.
  public func hasPattern(startingWith word: UInt32, _ form: UInt32) -> Bool {
    word >= Mark.firstWord && Int(word - Mark.firstWord) < forms.count
      && forms[Int(word - Mark.firstWord)] & form != 0
  }

  /// The patterns that begin with a word, the longest first.
  public func patterns(startingWith word: UInt32) -> [Pattern] {
    let index = Int(word) - Int(Mark.firstWord)
    return byFirstWord.indices.contains(index) ? byFirstWord[index] : []
  }
}
