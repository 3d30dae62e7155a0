/// What readers of YAML 1.1, such as PyYAML, take a plain scalar for.
enum ScalarReading {
  /// Words that are no texts there, in lower case.
  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "=", "<<",
  ]

  /// False where it might be a number, a date, a truth value or nothing.
  static func isText(_ text: String) -> Bool {
    if words.contains(text.lowercased()) { return false }
    var bytes = text.utf8.makeIterator()
    var first = bytes.next()
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".") {
      first = bytes.next()
      if first == UInt8(ascii: ".") { first = bytes.next() }
    }
    guard let first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return true }
    // A number or a moment has none but these; `13 ha` is a text.
    return !text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: "+-._:xXoOtTzZ ".utf8.contains(byte)
      }
    }
  }
}
