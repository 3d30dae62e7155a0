extension Evidence {
  /// Writes it as one object: `attribute`, `value`, `rule`, and where known `row`, `quote`, the
  /// span, `note`.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("attribute", attribute.rawValue)
    writer.member("value", value)
    writer.member("rule", rule)
    writer.member("row", location)
    writer.member("quote", quote)
    if let span { writer.members(of: span) }
    writer.member("note", note)
    writer.endObject()
  }
}
