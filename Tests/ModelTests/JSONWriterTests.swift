import Model
import Testing

private func written(_ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  body(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
  @Test func setsCommas() {
    let text = written { writer in
      writer.beginObject()
      writer.member("a", 1)
      writer.member("b", nil as String?)
      writer.key("c")
      writer.beginArray()
      writer.null()
      writer.bool(true)
      writer.beginObject()
      writer.endObject()
      writer.endArray()
      writer.member("d", ExactDecimal("-12.5"))
      writer.endObject()
      writer.newline()
      writer.int(-7)
    }
    #expect(text == "{\"a\":1,\"c\":[null,true,{}],\"d\":\"-12.5\"}\n-7")
  }

  @Test(arguments: [
    ("", #""""#), ("1.363 tỷ đồng", #""1.363 tỷ đồng""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{1}\u{1f}", #""\n\r\t\u0001\u001f""#), ("\u{7f}/😀", "\"\u{7f}/😀\""),
  ])
  func escapesOnlyWhatMustBe(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
  }

  @Test(arguments: 0..<20)
  func whatIsWrittenIsReadBack(position: Int) throws {
    let text = String(repeating: "ợ", count: position) + "\u{0}\"\\\n😀"
    var writer = JSONWriter(reservingCapacity: 64)
    writer.string(text)
    #expect(try JSONReader.read(writer.bytes) == .string(text))
  }

  @Test func startsAnewAfterRemoval() {
    var writer = JSONWriter()
    writer.int(1)
    writer.removeAll()
    writer.int(2)
    #expect(writer.bytes == Array("2".utf8))
  }
}
