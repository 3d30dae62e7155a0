import Model
import Tables

/// A row of `unit_rules.csv`: what values a kind of figure with a unit can have.
public struct ValueRule: Sendable {
  static let columns = [
    "name", "kind", "unit", "change", "lowest", "highest", "whole", "severity", "message",
  ]

  public enum ChangeScope: String, Sendable, CaseIterable {
    case any
    /// Figures that state the size of a change.
    case change
    /// Figures that state a level.
    case level
  }

  public let name: String
  public let kind: FigureKind
  /// The unit it is for; nil for every unit of the kind.
  public let unit: String?
  public let scope: ChangeScope
  public let lowest: ExactDecimal?
  public let highest: ExactDecimal?
  public let isWhole: Bool
  public let severity: Severity
  public let message: String

  init(_ row: TableRow) throws(TableError) {
    name = row["name"]
    kind = try row.choice("kind")
    unit = row["unit"].isEmpty ? nil : row["unit"]
    scope = try row.choice("change")
    lowest = try Self.bound(row, "lowest")
    highest = try Self.bound(row, "highest")
    if let lowest, let highest, highest < lowest {
      throw row.error("highest", "\(highest) is below the lowest, \(lowest)")
    }
    guard ["yes", "no"].contains(row["whole"]) else {
      throw row.error("whole", "'\(row["whole"])' is none of: yes, no")
    }
    isWhole = row["whole"] == "yes"
    severity = try row.choice("severity")
    message = row["message"]
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
}
