/// A position in a JSON text from which values are read one after the other.
///
/// It is the way past ``JSONValue`` for long documents: ``string()`` gives the bytes of a string
/// without making a `String` of them first.
public struct JSONCursor {
  /// The deepest nesting of arrays and objects that is read; deeper text is an error.
  public static let maximumDepth = 64

  let base: UnsafePointer<UInt8>?
  let count: Int
  var depth = 0
  /// The offset of the next byte.
  public internal(set) var offset = 0

  /// - Parameter bytes: The text, known to be valid UTF-8; it must outlive the cursor.
  public init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress
    count = bytes.count
  }

  /// Checks first that `bytes`, which must outlive the cursor, is valid UTF-8; throws where not.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    if let bad = UTF8Check.firstInvalid(in: bytes) {
      throw JSONError(offset: bad, message: "not valid UTF-8")
    }
    self.init(validUTF8: bytes)
  }

  /// The next byte that is no white space, without moving past it; nil at the end.
  public mutating func peek() -> UInt8? {
    guard let base else { return nil }
    while offset < count {
      let byte = base[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return nil
  }

  /// Throws unless nothing but white space is left.
  public mutating func expectEnd() throws(JSONError) {
    if peek() != nil { throw error("unexpected text after the value") }
  }

  /// Reads an object, calling `body` with each key and the cursor before its value, which `body`
  /// must read: with ``value()``, ``string()`` or ``skip()``.
  public mutating func members(
    _ body: (_ key: String, inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"), "an object")
    defer { depth -= 1 }
    if take(UInt8(ascii: "}")) { return }
    while true {
      guard peek() == JSONBytes.quote else { throw error("expected a key in quotes") }
      let key = String(decoding: try string(), as: UTF8.self)
      guard take(UInt8(ascii: ":")) else { throw error("expected ':' after the key") }
      try body(key, &self)
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw error("expected ',' or '}'") }
    }
  }

  /// Reads an array, calling `body` with the cursor before each element, which `body` must read.
  public mutating func elements(
    _ body: (inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "["), "an array")
    defer { depth -= 1 }
    if take(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw error("expected ',' or ']'") }
    }
  }

  private mutating func open(_ byte: UInt8, _ what: String) throws(JSONError) {
    guard peek() == byte else { throw error("expected \(what)") }
    guard depth < Self.maximumDepth else {
      throw error("nested deeper than \(Self.maximumDepth) levels")
    }
    offset += 1
    depth += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  func error(_ message: String) -> JSONError {
    let place = offset < count ? message : "\(message), but the text ends"
    return JSONError(offset: offset, message: place)
  }
}
