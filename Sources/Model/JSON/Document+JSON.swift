extension Document {
  /// Writes the document as one object: `id`, `text` and what else is known.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.key("text")
    writer.string(text)
    writer.member("title", title)
    writer.member("published", published)
    writer.member("url", url)
    writer.member("outlet", outlet)
    writer.member("place", place)
    writer.member("path", path)
    writer.member("record", record)
    writer.member("digest", digest.isEmpty ? nil : digest)
    writer.endObject()
  }

  /// Takes a document from what ``writeJSON(to:)`` wrote; other members are ignored.
  ///
  /// The text is taken as it stands: neither normalized nor digested anew.
  public init(json: JSONValue) throws(JSONFieldError) {
    let fields = try JSONFields(json)
    self.init(
      id: try fields.string("id"), text: Array(try fields.string("text").utf8),
      title: try fields.optionalString("title"),
      published: try fields.optionalString("published"), url: try fields.optionalString("url"),
      outlet: try fields.optionalString("outlet"), place: try fields.optionalString("place"),
      path: try fields.optionalString("path"), record: try fields.optionalInt("record"),
      digest: try fields.optionalString("digest") ?? "")
  }
}
