extension Rejection {
  /// Writes the rejection as one object: `document`, `stage`, `rule`, `reason` and, where known,
  /// `quote` and the four offsets of its span.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("document", document)
    writer.member("stage", stage.rawValue)
    writer.member("rule", rule)
    writer.member("reason", reason)
    writer.member("quote", quote)
    if let span { writer.members(of: span) }
    writer.endObject()
  }

  /// Takes a rejection from what ``writeJSON(to:)`` wrote; other members are ignored.
  public init(json: JSONValue) throws(JSONFieldError) {
    let fields = try JSONFields(json)
    self.init(
      document: try fields.string("document"), stage: try fields.name("stage", of: Stage.self),
      rule: try fields.string("rule"), reason: try fields.string("reason"),
      quote: try fields.optionalString("quote"), span: try fields.optionalSpan())
  }
}
