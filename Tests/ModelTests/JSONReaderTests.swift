import Model
import Testing

private func read(_ text: String) throws(JSONError) -> JSONValue {
  try JSONReader.read(Array(text.utf8))
}

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null), ("true", .bool(true)), (" false\r\n", .bool(false)),
    ("-0", .number("-0")), ("1.50E+3", .number("1.50E+3")), ("\"\"", .string("")),
    ("[]", .array([])), ("{ }", .object([])),
    ("[1,[\"a\"]]", .array([.number("1"), .array([.string("a")])])),
  ])
  func readsValues(text: String, expected: JSONValue) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    (#""tỷ đồng""#, "tỷ đồng"), (#""a\"b\\c\/d""#, "a\"b\\c/d"),
    (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"), (#""\u1ef7\u00e9\u0041""#, "ỷéA"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\u{0}"),
    (#""một câu dài hơn tám byte \\ rồi tiếp""#, "một câu dài hơn tám byte \\ rồi tiếp"),
  ])
  func resolvesStrings(text: String, expected: String) throws {
    #expect(try read(text).string == expected)
  }

  @Test(arguments: [
    ("", 0), ("  ", 2), ("nul", 0), ("truth", 0), ("+1", 0), ("01", 1), ("1.", 2), (".5", 0),
    ("1e", 2), ("- 1", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\":1,}", 7), ("{a:1}", 1),
    ("{\"a\" 1}", 5), ("\"abc", 4), ("\"a\nb\"", 2), ("\"\\x\"", 1), ("\"\\u12g4\"", 1),
    ("\"\\ud800\"", 1), ("\"\\udc00\"", 1), ("\"\\ud800\\u0041\"", 1), ("\"\\ud8", 1),
    ("1 2", 2), ("{} x", 3), ("'a'", 0), ("NaN", 0), ("[1", 2), ("\"\\", 2),
  ])
  func refuses(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try read(text) }
    #expect(error?.offset == offset)
  }

  @Test func refusesInvalidUTF8() {
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read([UInt8(ascii: "\""), 0xC3, UInt8(ascii: "\"")])
    }
    #expect(error == JSONError(offset: 1, message: "not valid UTF-8"))
  }

  @Test func takesTheLastOfDuplicateKeys() throws {
    let value = try read(#"{"a":1,"b":2,"a":3}"#)
    #expect(value["a"]?.integer == 3)
    #expect(value["c"] == nil)
  }

  @Test(arguments: [(64, true), (65, false), (1_000_000, false)])
  func capsNesting(depth: Int, isRead: Bool) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(((try? read(text)) != nil) == isRead)
  }

  /// Every position of an escape relative to the eight-byte words of the fast scan.
  @Test(arguments: 0..<20)
  func findsEscapesAtEveryPosition(position: Int) throws {
    let before = String(repeating: "x", count: position)
    #expect(try read("\"\(before)\\n\(before)đ\"").string == "\(before)\n\(before)đ")
    #expect(try read("\"\(before)\u{7f}\u{80}ÿ\"").string == "\(before)\u{7f}\u{80}ÿ")
    let error = #expect(throws: JSONError.self) { try read("\"\(before)\u{1f}\"") }
    #expect(error?.offset == position + 1)
  }
}
