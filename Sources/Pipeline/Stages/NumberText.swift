import Extraction
import Ingest
import Model
import Rules

/// A text that is one number as a whole, as people type it.
public struct NumberText: Sendable {
  public let text: String
  public let number: ReadNumber

  /// Throws why the text, without the blanks around it, is not one single number. Any form of
  /// Unicode will do.
  public init(_ text: String, rules: RuleSet) throws(NumberRefusal) {
    number = try NumberReader(rules: rules).read(Normalizer.nfc(text))
    self.text = text
  }

  /// The value and the unit: `1363000000000 VND`, `5..7 min`, `15/63 rank`.
  public var description: String {
    var text = "\(number.value)"
    if let upper = number.upper { text += "..\(upper)" }
    if let of = number.of { text += "/\(of)" }
    if let unit = number.unit { text += " \(unit)" }
    return text
  }

  /// The text with what was read, as one JSON object.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("text", text)
    writer.member("kind", number.kind?.rawValue)
    writer.member("value", number.value)
    writer.member("upper", number.upper)
    writer.member("of", number.of)
    writer.member("precision", number.precision)
    writer.member("unit", number.unit)
    writer.endObject()
  }
}
