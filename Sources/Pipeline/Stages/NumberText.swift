import Extraction
import Model
import Rules

/// A text that is one number as a whole, read by the same rules as articles are.
public struct NumberText: Sendable {
  public let figure: Figure

  /// Nil when the text, without the blanks around it, is not one single number.
  public init?(_ text: String, rules: RuleSet) {
    let bytes = Array(text.utf8)
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = bytes.firstIndex(where: { !blanks.contains($0) }),
      let last = bytes.lastIndex(where: { !blanks.contains($0) })
    else { return nil }
    let trimmed = Array(bytes[first...last])
    let reading = Extractor(rules: rules).read(Document(id: text, text: trimmed))
    guard reading.figures.count == 1, let figure = reading.figures.first,
      figure.span.byteStart == 0, figure.span.byteEnd == trimmed.count
    else { return nil }
    self.figure = figure
  }

  /// The value and the unit: `1363000000000 VND`, `5..7 min`, `15/63 rank`.
  public var description: String {
    var text = "\(figure.value)"
    if let upper = figure.upper { text += "..\(upper)" }
    if let of = figure.of { text += "/\(of)" }
    if let unit = figure.unit { text += " \(unit)" }
    return text
  }

  /// The text with what was read, as one JSON object.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("text", figure.quote)
    writer.member("kind", figure.kind.rawValue)
    writer.member("value", figure.value)
    writer.member("upper", figure.upper)
    writer.member("of", figure.of)
    writer.member("precision", figure.precision)
    writer.member("unit", figure.unit)
    writer.endObject()
  }
}
