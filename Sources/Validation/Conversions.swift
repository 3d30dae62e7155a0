import Model
import Rules

/// Brings amounts to common units.
struct Conversions: Sendable {
  private var byUnit: [String: UnitConversion] = [:]

  init(_ rows: [UnitConversion]) {
    for row in rows { byUnit[row.unit] = row }
  }

  /// The unit that `unit` is a multiple of, and how many times; itself where the table has none.
  func base(of unit: String) -> (unit: String, factor: ExactDecimal) {
    guard let row = byUnit[unit] else { return (unit, .one) }
    return (row.base, row.factor)
  }

  /// What an amount in `unit` is multiplied with to be in `other`; nil when they differ in nature.
  func factor(from unit: String, to other: String) -> (numerator: ExactDecimal, ExactDecimal)? {
    let (base, factor) = base(of: unit)
    let (otherBase, otherFactor) = self.base(of: other)
    return base == otherBase ? (factor, otherFactor) : nil
  }
}
