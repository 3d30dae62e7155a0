import Model

/// Reads one JSON object as a document and gives what came of it.
struct JSONRecord {
  var maker: DocumentMaker
  /// What messages call the file.
  var path: String

  /// - Parameters:
  ///   - bytes: The object's text.
  ///   - place: Where it starts.
  ///   - fallbackID: What the document is called when it has no id of its own.
  ///   - record: Its number within the file; nil for the only one.
  func read<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: FilePlace, fallbackID: String, record: Int?,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    if let bad = UTF8Check.firstInvalid(in: bytes) {
      let failure = TextDecoder.notUTF8(bytes[bad], at: place.advanced(by: bytes, to: bad))
      try body(.refused(path, "not-utf8", failure.reason))
      return
    }
    let raw: RawDocument
    do throws(JSONError) {
      raw = try Self.parse(bytes)
    } catch {
      let position = place.advanced(by: bytes, to: error.offset)
      try body(.refused(path, "json", "\(position): \(error.message); correct the JSON there"))
      return
    }
    try maker.make(raw, fallbackID: fallbackID, record: record, place: place, body)
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> RawDocument {
    var cursor = JSONCursor(validUTF8: bytes)
    var raw = RawDocument()
    try cursor.members { (key, cursor) throws(JSONError) in
      guard let (field, isOwnName) = DocumentField.named(key),
        raw.accepts(field, isOwnName: isOwnName)
      else { return try cursor.skip() }
      try take(field, named: key, from: &cursor, into: &raw)
    }
    try cursor.expectEnd()
    return raw
  }

  private static func take(
    _ field: DocumentField, named key: String, from cursor: inout JSONCursor,
    into raw: inout RawDocument
  ) throws(JSONError) {
    if field == .text, cursor.peek() == UInt8(ascii: "\"") {
      raw.text = try cursor.string()
      return
    }
    switch try cursor.value() {
    case .null: raw.metadata[field] = nil
    case .string(let text): raw.metadata[field] = text.isEmpty ? nil : text
    case .number(let text) where field == .id: raw.metadata[.id] = text
    case let other: raw.problems.append("'\(key)' is \(other.typeName); make it a string")
    }
  }
}
