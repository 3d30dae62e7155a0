import Model

/// The columns and keys that a record may have.
enum DocumentField: String, CaseIterable {
  case id, text, title, published, url, outlet, place

  /// The field of a key or a column header, in either case, and whether the name is the field's own:
  /// an own name goes before another one.
  static func named(_ name: String) -> (field: DocumentField, isOwnName: Bool)? {
    let lower = name.lowercased()
    if let field = DocumentField(rawValue: lower) { return (field, true) }
    return aliases[lower].map { ($0, false) }
  }

  private static let aliases: [String: DocumentField] = [
    "content": .text, "body": .text, "date": .published, "link": .url, "source": .outlet,
  ]
}

/// One document as a file holds it, before anything is checked but its encoding.
struct RawDocument {
  var text: [UInt8]?
  /// Fields other than the text; empty ones are left out.
  var metadata: [DocumentField: String] = [:]
  /// What was wrong with single fields, as reasons without the place.
  var problems: [String] = []
  /// The fields that were set by their own name.
  private var ownNames: Set<DocumentField> = []

  /// True when a value under this name is to be taken: the first alias, or the own name.
  mutating func accepts(_ field: DocumentField, isOwnName: Bool) -> Bool {
    if isOwnName {
      ownNames.insert(field)
      return true
    }
    return !ownNames.contains(field) && metadata[field] == nil && (field != .text || text == nil)
  }
}

extension RawDocument {
  init(text: [UInt8], _ entry: Manifest.Entry?) {
    self.text = text
    metadata[.title] = entry?.title
    metadata[.outlet] = entry?.outlet
    metadata[.url] = entry?.url
    metadata[.published] = entry?.published
    metadata[.place] = entry?.place
  }
}
