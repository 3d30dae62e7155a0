import Model
import Tables

/// A row of `units.csv`: a way to write a unit.
public final class UnitRule: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    /// After a number.
    case unit
    /// After a slash only.
    case denominator
    /// Either.
    case both
    /// Before the number or after it: $.
    case bothSides = "both_sides"
    /// After a scale or five digits and more only: 80 triệu bảng.
    case large
  }

  public let surface: String
  public let kind: FigureKind
  /// ISO 4217, UCUM, or the noun.
  public let unit: String
  /// The power of ten that turns what is written into the unit: -2 for cents.
  public let power: Int
  public let role: Role
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    surface = row["surface"]
    label = "units:\(surface)"
    kind = try row.choice("kind")
    unit = row["unit"]
    guard !unit.isEmpty else { throw row.error("unit", "the unit is missing; write its code") }
    power = try row.integer("power")
    role = try row.choice("role")
  }

  /// True when it may stand right after a number.
  public var isUnit: Bool { role != .denominator }
  /// True when it may stand after a slash.
  public var isDenominator: Bool { role == .denominator || role == .both }
}
