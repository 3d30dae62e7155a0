import Model
import Rules
import Warehouse

/// One figure's whole way: where it stands, what was read, by which rules, in which run.
public struct Explanation {
  private let fields: [(name: String, value: SQLValue)]
  private let sentence: Sentence?
  private let reading: Reread

  /// Looks a figure up. Throws ``PipelineError`` when there is none of that name, `WarehouseError`,
  /// and `SQLiteError`.
  ///
  /// - Parameters:
  ///   - queries: The canned queries, `provenance` among them.
  ///   - rules: The present rules: when the figure was read by the same, its text is read again to
  ///     tell what gave each attribute.
  ///   - encodings: The folder with the tables of encodings, by which a quote is found in its file.
  public init(
    figure: String, in warehouse: Warehouse, queries: [CannedQuery], rules: RuleSet,
    encodings: String
  ) throws {
    let query = try warehouse.query(
      named: "provenance", among: queries, parameters: ["figure_id": figure])
    guard let row = try query.next() else {
      throw PipelineError(
        "\(figure): no figure of that name is believed now; "
          + "`solieu query --sql \"SELECT figure_id, quote FROM figures\"` lists them")
    }
    let found = Dictionary(zip(query.columns, row), uniquingKeysWith: { $1 })
    fields =
      Array(zip(query.columns, row))
      + (try RawPlace(found, warehouse, rules: encodings)?.fields ?? [])
    sentence = try Self.sentence(found, warehouse)
    reading = try Reread(figure: figure, found, in: warehouse, rules: rules)
  }

  private static func sentence(
    _ fields: [String: SQLValue], _ warehouse: Warehouse
  ) throws -> Sentence? {
    guard let document = fields["document"]?.text, let version = fields["version"]?.integer,
      let start = fields["byte_start"]?.integer, let end = fields["byte_end"]?.integer,
      let text = try warehouse.text(of: document, version: version)
    else { return nil }
    return Sentence(in: text, byteStart: start, byteEnd: end)
  }

  /// What is told by the sentence already.
  private static let hidden: Set<String> = ["prefix", "suffix", "quote"]

  /// - Parameter isColored: Marks the figure in its sentence by bold type instead of brackets.
  public func text(isColored: Bool) -> String {
    var lines: [String] = []
    if let sentence {
      let marks = isColored ? ("\u{1B}[1m", "\u{1B}[0m") : ("[[", "]]")
      lines = [sentence.before + marks.0 + sentence.quote + marks.1 + sentence.after, ""]
    }
    let shown = fields.filter { !Self.hidden.contains($0.name) && $0.value != .null }
    let width = shown.map(\.name.count).max() ?? 0
    for field in shown {
      let gap = String(repeating: " ", count: width - field.name.count + 2)
      lines.append(field.name + gap + field.value.description)
    }
    return lines.map { "\($0)\n" }.joined() + "\n" + reading.text
  }

  /// The same as one JSON object, with the sentence in three parts.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    for field in fields {
      writer.key(named: field.name)
      field.value.writeJSON(to: &writer)
    }
    if let sentence {
      writer.key("sentence")
      writer.beginArray()
      for part in [sentence.before, sentence.quote, sentence.after] { writer.string(part) }
      writer.endArray()
    }
    reading.writeMembers(to: &writer)
    writer.endObject()
  }
}
