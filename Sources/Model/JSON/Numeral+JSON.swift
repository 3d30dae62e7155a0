extension Numeral {
  /// Writes the numeral as one object.
  ///
  /// - Parameters:
  ///   - document: The id of the document that it stands in.
  ///   - quote: The text of its span.
  public func writeJSON(to writer: inout JSONWriter, document: String, quote: String) {
    writer.beginObject()
    writer.member("document", document)
    writer.members(of: span)
    writer.member("quote", quote)
    writer.member("disposition", disposition.rawValue)
    writer.member("rule", rule)
    writer.member("reason", reason)
    writer.member("digit_runs", digitRuns)
    writer.endObject()
  }

  /// Takes a numeral from what ``writeJSON(to:document:quote:)`` wrote, without the document's name
  /// and the quote.
  public init(json: JSONValue) throws(JSONFieldError) {
    let fields = try JSONFields(json)
    self.init(
      span: try fields.span(), disposition: try fields.name("disposition", of: Disposition.self),
      rule: try fields.string("rule"), reason: try fields.optionalString("reason"),
      digitRuns: try fields.int("digit_runs"))
  }
}
