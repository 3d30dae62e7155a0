import Model
import Tables

/// A row of `unit_rules.csv`: what the figures of a kind, unit and indicator can be.
///
/// - `kind`: a figure kind, or `any`; `unit`, `indicator`: empty for all of them; a unit may end in
///   `/*` for every rate of what stands before.
/// - `change`: `any`, `change` for sizes of a change, `level` for the others.
/// - `quote`, `subject`, `before`, `after`: PCRE2 patterns that must be found in the figure's text,
///   in its subject, or in its paragraph before or after it; case does not matter and
///   spaces are written `\s`; empty for all.
/// - `unless`: a pattern; the row is not for articles in which it is found anywhere.
/// - `measured`: what `lowest` and `highest` bound; see ``Measured``.
/// - `decimals`: the most digits after the point that may be stated; 0 for whole numbers.
/// - `scale`: the largest power of ten that scale words may make; 0 for none.
/// - `severity`: `error` refuses the figure, so it is for the impossible only.
public final class ValueRule: Sendable {
  static let columns = [
    "name", "kind", "unit", "indicator", "change", "quote", "subject", "before", "after",
    "unless", "measured",
    "lowest", "highest", "decimals", "scale", "severity", "message",
  ]

  public enum ChangeScope: String, Sendable, CaseIterable {
    case any
    /// Figures that state the size of a change.
    case change
    /// Figures that state a level.
    case level
  }

  public enum Measured: String, Sendable, CaseIterable {
    /// The value, and the upper end of a range.
    case value
    /// The value as a share of the whole: of a ratio, or of the number of ranked.
    case share
    /// How far the upper end of a range lies above the lower one.
    case width
    /// Nothing: that the row is for the figure is what is wrong with it.
    case presence
    /// Each year of the period.
    case year
    /// The value as a share of the area, of the communes, or of the districts that its place has.
    case area, communes, districts
    /// How many other figures of the article write decimals after the other sign, where this one
    /// alone writes them after its own.
    case oddSign = "odd_sign"
    /// How many other figures of its kind and unit state one decimal, where this one alone states
    /// two, or the other way round.
    case oddDecimals = "odd_decimals"
    /// How many levels of the same unit stand near it, where all of them are a thousand times as
    /// large and more, or as small and less.
    case oddScale = "odd_scale"
  }

  public let name: String
  /// Nil for every kind.
  public let kind: FigureKind?
  public let unit: String?
  public let indicator: String?
  public let scope: ChangeScope
  public let quote: TextCondition?
  public let subject: TextCondition?
  public let before: TextCondition?
  public let after: TextCondition?
  public let unless: TextCondition?
  public let measured: Measured
  public let lowest: ExactDecimal?
  public let highest: ExactDecimal?
  public let decimals: Int?
  public let scale: Int?
  public let severity: Severity
  public let message: String

  init(_ row: TableRow, known: KnownNames) throws(TableError) {
    name = row["name"]
    guard !name.isEmpty else { throw row.error("name", "the name is missing; verdicts cite it") }
    kind = row["kind"] == "any" ? nil : try row.choice("kind")
    unit = row["unit"].isEmpty ? nil : row["unit"]
    try known.checkUnit(row)
    indicator = row["indicator"].isEmpty ? nil : row["indicator"]
    try known.checkIndicator(row)
    scope = try row.choice("change")
    quote = try TextCondition(row, "quote")
    subject = try TextCondition(row, "subject")
    before = try TextCondition(row, "before")
    after = try TextCondition(row, "after")
    unless = try TextCondition(row, "unless")
    measured = try row.choice("measured")
    lowest = try Self.bound(row, "lowest")
    highest = try Self.bound(row, "highest")
    if let lowest, let highest, highest < lowest {
      throw row.error("highest", "\(highest) is below the lowest, \(lowest); swap or correct them")
    }
    decimals = try Self.digits(row, "decimals")
    scale = try Self.digits(row, "scale")
    let hasCondition = ["quote", "subject", "before", "after"].contains { !row[$0].isEmpty }
    guard
      lowest != nil || highest != nil || decimals != nil || scale != nil
        || measured == .presence && hasCondition
    else {
      throw row.error("lowest", "the row checks nothing; give a bound, decimals or a scale")
    }
    severity = try row.choice("severity")
    message = row["message"]
    guard !message.isEmpty else { throw row.error("message", "the message is missing; say why") }
  }

  private static func bound(
    _ row: TableRow, _ column: String
  ) throws(TableError) -> ExactDecimal? {
    if row[column].isEmpty { return nil }
    guard let value = ExactDecimal(row[column]) else {
      throw row.error(column, "'\(row[column])' is no decimal number; write it as -12.5")
    }
    return value
  }

  private static func digits(_ row: TableRow, _ column: String) throws(TableError) -> Int? {
    if row[column].isEmpty { return nil }
    let value = try row.integer(column)
    guard value >= 0 else { throw row.error(column, "'\(value)' is below zero") }
    return value
  }
}

extension ValueRule {
  /// Refuses a second row of the same name, and one that says the same.
  static func checkUnique(_ rules: [ValueRule], in loader: RuleLoader) throws(TableError) {
    var names: Set<UTF8Key> = []
    var scopes: [[UInt8]: String] = [:]
    var key: [UInt8] = []
    // All but the name, the message and the note: what is left decides what the row does.
    let same = columns.filter { !["name", "message"].contains($0) }
    for (index, rule) in rules.enumerated() {
      let row = loader.row("unit_rules", index)
      guard names.insert(UTF8Key(rule.name)).inserted else {
        throw row.error("name", "'\(rule.name)' stands twice; remove or rename one")
      }
      key.removeAll(keepingCapacity: true)
      for column in same {
        key += row[column].utf8
        key.append(0x1F)
      }
      if let other = scopes.updateValue(rule.name, forKey: key) {
        throw row.error("kind", "says the same as '\(other)'; remove one of them")
      }
    }
  }
}
