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
  /// Words around a figure that decide whether it belongs to the series.
  public let context: Context
  /// Firms and offices have such figures of their own; otherwise it is of an area and its people.
  public let isAnyones: Bool

  /// Phrases that must or must not stand around a figure, with `|` between them.
  public struct Context: Sendable {
    /// One of them must stand in the sentence, before the next figure; empty for none.
    public let needs: String
    /// None of them may stand in the sentence before the figure, or in its subject.
    public let excludes: String
    /// None of them may stand between the figure before and this one.
    public let excludesNear: String
  }

  enum Owner: String, Sendable, CaseIterable {
    case area = ""
    case any
  }

  static let columns = [
    "code", "name_vi", "name_en", "kind", "unit", "direction", "patterns", "needs", "excludes",
    "excludes_near", "whose", "source",
  ]

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
    context = Context(
      needs: try Self.phrases(row, "needs"), excludes: try Self.phrases(row, "excludes"),
      excludesNear: try Self.phrases(row, "excludes_near"))
    let owner: Owner = try row.choice("whose")
    isAnyones = owner == .any
  }

  /// The column's phrases, of which none is empty; they are taken apart once for all rows that have
  /// the same.
  private static func phrases(_ row: TableRow, _ column: String) throws(TableError) -> String {
    let text = row[column]
    if text.isEmpty { return text }
    var isEmpty = true
    for byte in Array(text.utf8) {
      if byte != UInt8(ascii: "|") {
        if byte != UInt8(ascii: " ") { isEmpty = false }
      } else if isEmpty {
        break
      } else {
        isEmpty = true
      }
    }
    guard !isEmpty else {
      throw row.error(column, "a phrase is empty; remove a '|', or write its words")
    }
    return text
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
