import Model
import Rules

/// What the readers say about where each attribute of a figure comes from.
///
/// A scan has one only while figures are explained, so that otherwise it costs a test for nil.
final class Trace {
  struct Note {
    var attribute: Attribute
    /// The words that say it; empty where none do.
    var tokens: Range<Int>
    var rule: String
    var remark: String?
  }

  private(set) var notes: [Note] = []

  /// Forgets what was said of the figure before.
  func begin() { notes.removeAll(keepingCapacity: true) }

  func note(_ attribute: Attribute, _ tokens: Range<Int>, _ rule: String, _ remark: String? = nil) {
    notes.append(Note(attribute: attribute, tokens: tokens, rule: rule, remark: remark))
  }

  /// What was said of an attribute before is overruled.
  func drop(_ attribute: Attribute) { notes.removeAll { $0.attribute == attribute } }
}

extension Trace {
  /// Where the place comes from.
  func note(_ place: PlaceChoice, _ rules: RuleSet) {
    note(
      .place, place.mention?.range ?? 0..<0, place.mention?.rule(rules) ?? "context:document",
      place.reason)
  }
}
