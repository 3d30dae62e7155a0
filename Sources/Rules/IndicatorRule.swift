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
    patterns = Self.alternatives(row["patterns"])
    if let index = patterns.firstIndex(where: { $0.contains("") }) {
      throw row.error("patterns", Self.problem(row["patterns"], index))
    }
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
    for byte in text.utf8 {
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

  /// The alternatives of a column, each as its parts, without the spaces around them; by bytes, as
  /// thousands of them are taken apart at each start.
  private static func alternatives(_ column: String) -> [[String]] {
    var column = column
    return column.withUTF8 { bytes in
      var alternatives: [[String]] = [[]]
      var start = 0
      var index = 0
      while index <= bytes.count {
        let isEnd = index == bytes.count || bytes[index] == UInt8(ascii: "|")
        guard isEnd || isGap(bytes, at: index) else {
          index += 1
          continue
        }
        alternatives[alternatives.count - 1].append(trimmed(bytes[start..<index]))
        if isEnd, index < bytes.count { alternatives.append([]) }
        index += isEnd ? 1 : gap.count
        start = index
      }
      return alternatives
    }
  }

  /// What is wrong with an alternative that has an empty part.
  private static func problem(_ column: String, _ index: Int) -> String {
    let alternatives = column.split(separator: "|", omittingEmptySubsequences: false)
    let words = alternatives[index].split(separator: " ").joined(separator: " ")
    return words.isEmpty
      ? "an alternative is empty; remove a '|', or write its words"
      : "'\(words)' has no words beside a '…'; remove it, or write them"
  }

  /// What stands between two parts.
  private static let gap = Array("…".utf8)

  private static func isGap(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0xE2 && bytes[index...].starts(with: gap)
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var bytes = bytes
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }
}
