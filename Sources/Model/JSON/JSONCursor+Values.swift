extension JSONCursor {
  /// Reads any value.
  public mutating func value() throws(JSONError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "\""): return .string(String(decoding: try string(), as: UTF8.self))
    case UInt8(ascii: "{"):
      var members: [JSONMember] = []
      try self.members { (key, cursor) throws(JSONError) in
        members.append(JSONMember(key: key, value: try cursor.value()))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try self.elements { (cursor) throws(JSONError) in elements.append(try cursor.value()) }
      return .array(elements)
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .number(try number())
    default: throw error("expected a value")
    }
  }

  /// Reads any value and drops it; it must be well-formed all the same.
  public mutating func skip() throws(JSONError) {
    _ = try value()
  }

  private mutating func word(_ text: StaticString) throws(JSONError) {
    let length = text.utf8CodeUnitCount
    guard let base, offset + length <= count else { throw error("expected a value") }
    for index in 0..<length where base[offset + index] != text.utf8Start[index] {
      throw error("expected a value")
    }
    offset += length
  }

  /// Reads a number as written: `-`, an integer without leading zero, a fraction, an exponent.
  private mutating func number() throws(JSONError) -> String {
    let start = offset
    if byte == UInt8(ascii: "-") { offset += 1 }
    if byte == UInt8(ascii: "0") {
      offset += 1
      if let next = byte, isDigit(next) { throw error("a number must not start with 0") }
    } else {
      try digits()
    }
    if byte == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      offset += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    return String(
      decoding: UnsafeBufferPointer(start: base.map { $0 + start }, count: offset - start),
      as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    guard let first = byte, isDigit(first) else { throw error("expected a digit") }
    while let next = byte, isDigit(next) { offset += 1 }
  }

  private var byte: UInt8? {
    guard let base, offset < count else { return nil }
    return base[offset]
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
