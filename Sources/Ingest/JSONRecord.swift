import Model

/// Reads one JSON object as a document and gives what came of it.
struct JSONRecord {
  let reading: FileReading

  private var fields: FieldNames { reading.options.fields }

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
      try body(.refused(reading.file, "not-utf8", failure.reason))
      return
    }
    var raw = RawDocument()
    do throws(JSONError) {
      var cursor = JSONCursor(validUTF8: bytes)
      try members(of: &cursor, below: "", into: &raw)
      try cursor.expectEnd()
    } catch {
      let position = place.advanced(by: bytes, to: error.offset)
      let reason = "\(position): \(error.message); correct the JSON there"
      try body(.refused(reading.file, "json", reason))
      return
    }
    try reading.maker.make(raw, fallbackID: fallbackID, record: record, place: place, body)
  }

  private func members(
    of cursor: inout JSONCursor, below parent: String, into raw: inout RawDocument
  ) throws(JSONError) {
    try cursor.members { (key, cursor) throws(JSONError) in
      let name = parent.isEmpty ? key : "\(parent).\(key)"
      if let match = fields.match(name), raw.wants(match) {
        try take(match, named: name, from: &cursor, into: &raw)
      } else if fields.isParent(name), cursor.peek() == UInt8(ascii: "{") {
        try members(of: &cursor, below: name, into: &raw)
      } else {
        try cursor.skip()
      }
    }
  }

  private func take(
    _ match: FieldNames.Match, named key: String, from cursor: inout JSONCursor,
    into raw: inout RawDocument
  ) throws(JSONError) {
    if match.field == .text, cursor.peek() == UInt8(ascii: "\"") {
      raw.take(text: try cursor.string(), match)
      return
    }
    switch try cursor.value() {
    case .null: break
    case .string(let text): raw.take(text, match)
    case .number(let text) where match.field == .id: raw.take(text, match)
    case .array(let parts) where match.field == .text && parts.allSatisfy { $0.string != nil }:
      // Scrapy gives each paragraph as an element.
      raw.take(text: Array(parts.compactMap(\.string).joined(separator: "\n").utf8), match)
    case let other: raw.problems.append("'\(key)' is \(other.typeName); make it a string")
    }
  }
}
