/// Reads JSON as RFC 8259 defines it, and nothing more lenient.
public enum JSONReader {
  /// Reads a text that holds exactly one value, with white space around it at most.
  ///
  /// Throws ``JSONError`` for what is no JSON or no UTF-8, and for nesting deeper than
  /// ``JSONCursor/maximumDepth``.
  public static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue {
    var cursor = try JSONCursor(bytes)
    let value = try cursor.value()
    try cursor.expectEnd()
    return value
  }

  /// As above, of an array.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in try read(buffer) }
  }
}
