import Patterns
import Tables

/// A regular expression of a table's row that a stretch of text must hold.
public struct TextCondition: Sendable {
  private let pattern: Pattern

  /// Nil for an empty field; throws with the field's place for a pattern that does not compile.
  init?(_ row: TableRow, _ column: String) throws(TableError) {
    if row[column].isEmpty { return nil }
    do throws(PatternError) {
      pattern = try Pattern(
        name: "\(row["name"]).\(column)", source: row[column], ignoresCase: true)
    } catch {
      throw row.error(column, "\(error.message), at byte \(error.offset) of the pattern")
    }
  }

  /// True when the pattern is found in valid UTF-8 `text`. One that needs too many steps is not.
  public func holds(in text: UnsafeBufferPointer<UInt8>, _ scratch: TextConditionScratch) -> Bool {
    let found = scratch.matcher.match(pattern, in: text, from: 0, to: text.count, anchored: false)
    if case .match = found { return true }
    return false
  }
}

/// The memory that trying conditions needs; not to be shared between threads.
public final class TextConditionScratch {
  let matcher = Matcher()

  public init() {}
}
