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
    writer.member("retrieved", retrieved)
    writer.member("digest", digest.isEmpty ? nil : digest)
    if let origin {
      writer.member("encoding", origin.encoding)
      writer.member("encoding_confidence", origin.confidence)
      writer.member("raw_file", origin.rawFile)
      writer.member("raw_start", origin.rawStart)
      writer.member("raw_end", origin.rawEnd)
      writer.member("raw_map", origin.map?.hexadecimalText)
    }
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
    retrieved = try fields.optionalString("retrieved")
    origin = try Self.origin(fields)
  }

  private static func origin(_ fields: JSONFields) throws(JSONFieldError) -> DocumentOrigin? {
    guard let encoding = try fields.optionalString("encoding") else { return nil }
    let map = try fields.optionalString("raw_map").map { RawMap(hexadecimalText: $0) }
    return DocumentOrigin(
      encoding: encoding, confidence: try fields.optionalInt("encoding_confidence") ?? 100,
      rawFile: try fields.optionalString("raw_file"),
      rawStart: try fields.int("raw_start"), rawEnd: try fields.int("raw_end"), map: map)
  }
}
