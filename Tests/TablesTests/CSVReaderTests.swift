import Tables
import Testing

/// What a text gives when it is fed in chunks of `size` bytes.
private func events(
  _ text: [UInt8], chunk size: Int = .max, reader: CSVReader = CSVReader()
) -> [CSVEvent] {
  var events: [CSVEvent] = []
  text.withUnsafeBufferPointer { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      reader.read(UnsafeBufferPointer(rebasing: rest.prefix(size))) { events.append($0) }
      rest = rest.dropFirst(size)
    }
  }
  reader.finish { events.append($0) }
  return events
}

/// Records as `line@offset: field|field`, problems as `line:column kind`.
private func shown(_ events: [CSVEvent]) -> [String] {
  events.map { event in
    switch event {
    case .record(let record):
      let fields = (0..<record.count).map { record.text(at: $0) ?? "?" }
      return "\(record.line)@\(record.byteOffset): \(fields.joined(separator: "|"))"
    case .problem(let problem): return "\(problem.line):\(problem.column) \(problem.kind)"
    }
  }
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("", []),
    ("a,b\n", ["1@0: a|b"]),
    ("a,b", ["1@0: a|b"]),
    ("a,\r\n,b\r\n", ["1@0: a|", "2@4: |b"]),
    (" a , b \n", ["1@0:  a | b "]),
    ("\u{FEFF}x,y\n1,2\n", ["1@3: x|y", "2@7: 1|2"]),
    ("\u{FEFF}\"x\",y\n", ["1@3: x|y"]),
    ("\u{FEFF}", []),
    (
      "\"tỷ, \"\"đồng\"\"\",\"x\ny\r\nz\"\nnext,1\n",
      ["1@0: tỷ, \"đồng\"|x\ny\r\nz", "4@29: next|1"]
    ),
    ("\"\"\n\"\",\"\"\n", ["1@0: ", "2@3: |"]),
    ("\"\n\n\"\na\n", ["1@0: \n\n", "4@5: a"]),
    ("a\n\nb\n", ["1@0: a", "2:1 blankLine", "3@3: b"]),
    ("\n", ["1:1 blankLine"]),
    ("a b\"c,d\ne,f\n", ["1:1 strayQuote", "2@8: e|f"]),
    ("x,\"a\"b\ne,f\n", ["1:2 strayQuote", "2@7: e|f"]),
    ("x,\"a\" ,y\ne,f\n", ["1:2 strayQuote", "2@9: e|f"]),
    ("a,b\nc,\"d\ne", ["1@0: a|b", "2:2 unterminatedQuote"]),
    ("a,\"b\"", ["1@0: a|b"]),
    ("a\"", ["1:1 strayQuote"]),
    ("a\rb\nc\n", ["1:1 loneCarriageReturn", "2@4: c"]),
    ("a\rb", ["1:1 loneCarriageReturn"]),
    ("a\rb\rc\rd\r", ["1:1 loneCarriageReturn"]),
    ("a\r", ["1@0: a"]),
  ])
  func reads(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    for size in [1, 2, 3, 5, 7, 64, .max] {
      #expect(shown(events(bytes, chunk: size)) == expected, "in chunks of \(size)")
    }
  }

  @Test(arguments: [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")])
  func separatesByTheDelimiter(delimiter: UInt8) {
    let text = Array("1,5;2\t3\n".utf8)
    let reader = CSVReader(delimiter: delimiter)
    let expected = text.dropLast().count { $0 == delimiter } + 1
    guard case .record(let record) = events(text, reader: reader).first else {
      Issue.record("no record")
      return
    }
    #expect(record.count == expected)
  }

  @Test func skipsBlankLinesOnRequest() {
    let reader = CSVReader(skipsBlankLines: true)
    #expect(shown(events(Array("\na\n\r\n\nb\n".utf8), reader: reader)) == ["2@1: a", "5@6: b"])
  }

  /// Where a later quote closes one that was left open, reading goes on at the line that begins like
  /// the record in question, and not within a text of several lines.
  @Test(arguments: [
    (
      "id,text\n1,\"open\n2,\"next, one\"\n3,\"last\"\n",
      ["1@0: id|text", "2:2 strayQuote", "3@16: 2|next, one", "4@30: 3|last"]
    ),
    (
      "\"1\",\"open\nmore\n\"2\",\"next\"\n\"3\",\"last\"",
      ["1:2 strayQuote", "3@15: 2|next", "4@26: 3|last"]
    ),
    ("1,\"a\nb, c \"x\" d\ne\n2,\"f\"\n", ["1:2 strayQuote", "3@16: e", "4@18: 2|f"]),
    ("\"open,1\n\"next\",2\n\"z\",3\n", ["1:1 strayQuote", "2@8: next|2", "3@17: z|3"]),
    ("1,\"a\n2,\"b\n3,\"c\"\n", ["1:2 strayQuote", "2:2 strayQuote", "3@10: 3|c"]),
  ])
  func goesOnBehindAnOpenQuote(text: String, expected: [String]) {
    for size in [1, 3, 64, .max] {
      let reader = CSVReader(resumesAfterOpenQuote: true)
      let found = shown(events(Array(text.utf8), chunk: size, reader: reader))
      #expect(found == expected, "in chunks of \(size)")
    }
  }

  /// Whole lines without quotes are taken apart without libcsv, which gets all that comes in pieces.
  @Test(arguments: 0..<60)
  func readsLinesAsLibcsvDoes(seed: Int) {
    let plain = ["a", "tỷ", "", ",", ",", "\n", "\n", "\r\n", " ", "\u{0}"]
    // Of a line with both, what comes first in its piece is told.
    let pieces = plain + (seed % 2 == 0 ? ["\r"] : ["\"", "\"\"", ",\"a\""])
    var state = UInt64(seed) &* 2 + 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    for length in 1..<40 {
      let text = Array((0..<length).map { _ in pieces[next(pieces.count)] }.joined().utf8)
      let resumes = next(2) == 0
      let whole = events(text, reader: CSVReader(resumesAfterOpenQuote: resumes))
      let apart = events(text, chunk: 1, reader: CSVReader(resumesAfterOpenQuote: resumes))
      #expect(whole == apart, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: [1, 10, .max])
  func capsARecord(size: Int) {
    let text = Array(("a,\"" + String(repeating: "x", count: 300_000) + "\"\nb,c\n").utf8)
    let capped = events(text, chunk: size, reader: CSVReader(maximumRecordBytes: 200_000))
    #expect(shown(capped) == ["1:2 tooLong(limit: 200000)", "2@300005: b|c"])
    #expect(events(text, chunk: size).count == 2)
  }

  @Test func keepsBytesThatAreNotUTF8() {
    guard case .record(let record) = events([0x61, 0x2C, 0xC3, 0x28, 0x0A]).first else {
      Issue.record("no record")
      return
    }
    #expect(Array(record[1]) == [0xC3, 0x28])
    #expect(record.text(at: 0) == "a")
    #expect(record.text(at: 1) == nil)
  }

  @Test func passesOnWhatTheCallerThrows() {
    struct Stop: Error {}
    let reader = CSVReader()
    #expect(throws: Stop.self) {
      try Array("a\nb\n".utf8).withUnsafeBufferPointer { buffer throws(Stop) in
        try reader.read(buffer) { (_) throws(Stop) in throw Stop() }
      }
    }
  }
}
