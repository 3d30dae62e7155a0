import Model
import Rules
import Warehouse

/// A figure's text read once more, to tell what gave each of its attributes.
///
/// Only rules that are those of the run can tell that; other ones would explain another reading.
struct Reread {
  private let evidence: [Evidence]
  /// Why there is no evidence.
  private let reason: String?
  /// Where in the text the rules looked, the figure's own span aside.
  private static let columns = ["attribute", "value", "words", "at", "rule", "row", "note"]

  init(
    figure: String, _ stored: [String: SQLValue], in warehouse: Warehouse, rules: RuleSet
  ) throws {
    guard let (document, readBy) = try warehouse.document(ofFigure: figure) else {
      (evidence, reason) = ([], "the text of the figure is not stored")
      return
    }
    guard readBy == ReadingDigest.of(rules) else {
      evidence = []
      reason =
        "the rules or the program have changed since the run; run `solieu run` to read the text by "
        + "the present ones. The rules that fired then: \(stored["rule"]?.text ?? "not recorded")"
      return
    }
    let reading = Stages(rules: rules).extract(document, isExplaining: true)
    let index = reading.figures.firstIndex {
      $0.span.byteStart == stored["byte_start"]?.integer
        && $0.span.byteEnd == stored["byte_end"]?.integer
    }
    evidence = index.map { reading.evidence[$0] } ?? []
    reason = index == nil ? "the figure is not found in its text any more" : nil
  }

  /// A table for people: each attribute, its words, where they stand, and the row that read them.
  var text: String {
    if let reason { return "No explanation of the attributes: \(reason)\n" }
    let rows = evidence.map { item -> [SQLValue] in
      let words = item.span.map { "\($0.charStart)–\($0.charEnd)" }
      return [
        .text(item.attribute.rawValue), .text(item.value), Self.value(item.quote),
        Self.value(words), .text(item.rule), Self.value(item.location), Self.value(item.note),
      ]
    }
    return TextTable.text(columns: Self.columns, rows: rows)
  }

  private static func value(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }

  func writeMembers(to writer: inout JSONWriter) {
    if let reason {
      writer.member("explanation_missing", reason)
      return
    }
    writer.key("explanation")
    writer.beginArray()
    for item in evidence { item.writeJSON(to: &writer) }
    writer.endArray()
  }
}
