import Model
import Patterns
import Tables

/// A row of `shapes.csv`: a regular expression for what holds digits and is no figure.
public final class ShapeRule: Sendable {
  public enum Anchor: String, Sendable, CaseIterable {
    /// Tried where the run of characters without spaces starts that holds the number.
    case chunk
    /// Tried at the number's first digit.
    case number
  }

  public let name: String
  public let anchor: Anchor
  /// One of these must stand in the run; empty when the pattern is to be tried on every run.
  public let literals: [[UInt8]]
  let surroundings: ShapeSurroundings
  public let disposition: Disposition
  public let pattern: Pattern
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    name = row["name"]
    label = "shapes:\(name)"
    anchor = try row.choice("anchor")
    literals = row["literals"].split(separator: ";").map { Array($0.utf8) }
    surroundings = try ShapeSurroundings(row)
    guard anchor == .number || surroundings.isEmpty else {
      throw row.error("first", "'first' and 'next' are for the anchor 'number'; leave both empty")
    }
    disposition = try row.choice("disposition")
    do {
      pattern = try Pattern(name: label, source: row["pattern"], isAnchored: true)
    } catch {
      throw row.error("pattern", "\(error.message), at byte \(error.offset) of the pattern")
    }
  }
}
