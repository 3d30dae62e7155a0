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
    let range = place.offset..<place.offset + bytes.count
    var raw: RawDocument
    do throws(Refusal) {
      if let reason = reading.brokenUTF16(in: range, at: place) {
        throw Refusal(rule: "not-utf8", reason: reason)
      }
      raw = try Self.isUTF8(bytes) ? parse(bytes, at: place) : parse(legacy: bytes, at: place)
    } catch {
      return try body(reading.broken(error.rule, error.reason, at: place, record: record))
    }
    raw.source.record = reading.rawRange(of: range)
    if let utf16 = reading.utf16 {
      (raw.source.encoding, raw.source.confidence) = (utf16.name, utf16.confidence)
      raw.source.map = raw.source.map.map {
        $0.composed(over: UTF16Stream.map(of: bytes), of: raw.text ?? [], between: Array(bytes))
      }
    }
    try reading.maker.make(raw, fallbackID: fallbackID, record: record, place: place, body)
  }

  private struct Refusal: Error {
    var rule: String
    var reason: String
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    UTF8Check.firstInvalid(in: bytes) == nil
  }

  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: FilePlace
  ) throws(Refusal) -> RawDocument {
    var raw = RawDocument()
    do throws(JSONError) {
      var cursor = JSONCursor(validUTF8: bytes)
      try members(of: &cursor, below: "", into: &raw)
      try cursor.expectEnd()
    } catch {
      let position = place.advanced(by: bytes, to: error.offset)
      throw Refusal(
        rule: "json", reason: "\(position): \(error.message); correct the JSON there")
    }
    if let literal = raw.literal { raw.source.map = RawMap(jsonString: literal, in: bytes) }
    return raw
  }

  /// An object in an encoding from before Unicode.
  private func parse(
    legacy bytes: UnsafeBufferPointer<UInt8>, at place: FilePlace
  ) throws(Refusal) -> RawDocument {
    guard let fit = reading.legacy(Array(bytes)) else {
      let bad = UTF8Check.firstInvalid(in: bytes) ?? 0
      let failure = TextDecoder.notUTF8(bytes[bad], at: place.advanced(by: bytes, to: bad))
      throw Refusal(rule: "not-utf8", reason: failure.reason)
    }
    let decoded = fit.encoding.decode(Array(bytes)[...])
    var raw = try decoded.text.withUnsafeBufferPointer { (text) throws(Refusal) in
      try parse(text, at: place)
    }
    (raw.source.encoding, raw.source.confidence) = (fit.encoding.name, fit.confidence)
    raw.source.map = raw.source.map.map {
      $0.composed(over: decoded.map, of: raw.text ?? [], between: decoded.text)
    }
    return raw
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
      let start = cursor.offset + 1
      raw.take(text: try cursor.string(), match)
      raw.literal = start..<cursor.offset - 1
      return
    }
    switch try cursor.value() {
    case .null: break
    case .array(let list) where match.field == .author:
      if let names = JSONValue.array(list).names { raw.take(names, match) }
    case .object(let members) where match.field == .author:
      if let names = JSONValue.object(members).names { raw.take(names, match) }
    case .string(let text): raw.take(text, match)
    case .number(let text) where match.field == .id: raw.take(text, match)
    case .array(let parts) where match.field == .text && parts.allSatisfy { $0.string != nil }:
      // Scrapy gives each paragraph as an element.
      raw.take(text: Array(parts.compactMap(\.string).joined(separator: "\n").utf8), match)
      raw.literal = nil
      raw.source.map = nil
    case let other: raw.problems.append("'\(key)' is \(other.typeName); make it a string")
    }
  }
}
