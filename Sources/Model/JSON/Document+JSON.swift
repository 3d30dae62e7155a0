extension Document {
  /// Writes the document as one object: `id`, `text` and what else is known.
  public func writeJSON(to writer: inout JSONWriter) {
    writeJSON(to: &writer) { _ in }
  }

  /// As above, in pieces, so that a large text takes no memory a second time.
  ///
  /// - Parameter handOn: Is given the writer now and then to take what was written; see
  ///   ``JSONWriter/removeWritten()``.
  public func writeJSON<Failure: Error>(
    to writer: inout JSONWriter, handOn: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    writer.beginObject()
    writer.member("id", id)
    writer.key("text")
    writer.beginString()
    for start in stride(from: 0, to: text.count, by: Self.pieceBytes) {
      writer.addToString(text[start..<min(start + Self.pieceBytes, text.count)])
      try handOn(&writer)
    }
    writer.endString()
    writer.member("title", title)
    writer.member("published", published)
    writer.member("url", url)
    writer.member("outlet", outlet)
    writer.member("author", author)
    writer.member("place", place)
    writer.member("path", path)
    writer.member("record", record)
    writer.member("retrieved", retrieved)
    writer.member("digest", digest.isEmpty ? nil : digest)
    if !parts.isEmpty {
      writer.key("parts")
      writer.beginArray()
      for part in parts { part.writeJSON(to: &writer) }
      writer.endArray()
    }
    if let origin {
      writer.member("encoding", origin.encoding)
      writer.member("encoding_confidence", origin.confidence)
      writer.member("raw_file", origin.rawFile)
      writer.member("raw_start", origin.rawStart)
      writer.member("raw_end", origin.rawEnd)
      if let map = origin.map {
        writer.key("raw_map")
        writer.beginString()
        for start in stride(from: 0, to: map.bytes.count, by: Self.pieceBytes) {
          let piece = map.bytes[start..<min(start + Self.pieceBytes, map.bytes.count)]
          writer.addToString(RawMap.hexadecimalDigits(of: piece)[...])
          try handOn(&writer)
        }
        writer.endString()
      }
    }
    writer.endObject()
  }

  private static let pieceBytes = 1 << 20

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
    author = try fields.optionalString("author")
    retrieved = try fields.optionalString("retrieved")
    for (path, element) in try fields.elements("parts") {
      parts.append(try DocumentPart(JSONFields(element, path: path)))
    }
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

extension DocumentPart {
  fileprivate func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("role", role.rawValue)
    writer.members(of: span)
    writer.endObject()
  }

  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    self.init(role: try fields.name("role", of: Role.self), span: try fields.span())
  }
}
