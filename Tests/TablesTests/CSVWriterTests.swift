import Tables
import Testing

private func written(_ rows: [[String]], neutralizing: Bool = false) -> String {
  var writer = CSVWriter(neutralizesFormulas: neutralizing)
  for row in rows { writer.row(row) }
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("tỷ đồng", "tỷ đồng"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""), ("a;b", "a;b"),
  ])
  func quotesOnlyWhereNeeded(text: String, expected: String) {
    #expect(written([[text, "x"]]) == "\(expected),x\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@x", "'@x"), ("+84 905", "'+84 905"), ("-x", "'-x"), ("-", "'-"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\n=x", "\"'\n'=x\""), ("＝1", "'＝1"), ("ﬁ", "ﬁ"),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("-1.2.3", "'-1.2.3"), ("-1234.5", "-1234.5"), ("+5", "+5"),
    ("-1,5", "\"-1,5\""), ("12", "12"), ("a=b", "a=b"), ("tỷ đồng", "tỷ đồng"), ("", ""),
    // A spreadsheet that cuts at semicolons must not find a formula behind one.
    ("a;=b", "a;'=b"), ("a; b", "a; b"), ("a\t@b", "a\t'@b"),
  ])
  func neutralizesFormulas(text: String, expected: String) {
    #expect(written([[text, "1"]], neutralizing: true) == "\(expected),1\n")
  }

  @Test func tellsEmptyTextFromNone() {
    var writer = CSVWriter(neutralizesFormulas: true, quotesEmptyText: true)
    writer.field("")
    writer.emptyField()
    writer.plainField("-1e+16")
    writer.endRow()
    writer.emptyField()
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\",,-1e+16\n\"\"\n")
  }

  @Test func writesALoneEmptyFieldInQuotes() {
    #expect(written([[""], ["", ""], ["a"]]) == "\"\"\n,\na\n")
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")])
  func whatIsWrittenIsReadBack(delimiter: UInt8) {
    let rows = [
      ["", "a;b", "c,d"], ["\"", "\"\"", "x\r\ny"], [" ", "\t", "😀"], ["=", "'", "-"],
    ]
    var writer = CSVWriter(delimiter: delimiter)
    for row in rows { writer.row(row) }
    let reader = CSVReader(delimiter: delimiter)
    var readBack: [[String?]] = []
    let take = { (event: CSVEvent) in
      guard case .record(let record) = event else { return }
      readBack.append((0..<record.count).map { record.text(at: $0) })
    }
    writer.bytes.withUnsafeBufferPointer { reader.read($0, take) }
    reader.finish(take)
    #expect(readBack == rows)
  }
}
