import Testing

@testable import Model

@Suite struct RawMapTests {
  /// Every character of a text must lead to where it was made from.
  private func check(_ map: RawMap, _ text: String, _ ranges: [Range<Int>]) throws {
    let bytes = Array(text.utf8)
    #expect(try #require(map.ranges(in: bytes)) == ranges)
    var offset = 0
    for (scalar, range) in zip(text.unicodeScalars, ranges) {
      let length = String(scalar).utf8.count
      #expect(map.rawRange(of: offset..<offset + length, in: bytes) == range)
      offset += length
    }
  }

  @Test func aTextAsItCameHasAnEmptyMap() throws {
    var builder = RawMapBuilder()
    builder.plain(7)
    #expect(builder.map() == RawMap())
    try check(RawMap(), "tỷ", [0..<1, 1..<4])
  }

  @Test(arguments: [0, 1, 2])
  func runsOfAllKindsLeadBack(width: Int) throws {
    let text = "aạ\u{1F600}bb đ"
    let lengths = [1, 3, 4, 1, 1, 1, 2]
    // A gap, a long character, one of no bytes, a long gap.
    let ranges = [3..<4, 4..<7, 9..<400, 400..<400, 400..<401, 401..<402, 100_000..<100_002]
    var builder = RawMapBuilder(width: width)
    for (length, range) in zip(lengths, ranges) {
      builder.character(utf8Length: length, from: range)
    }
    try check(builder.map(), text, ranges)
  }

  @Test func fewBytesTellOfManyCharacters() {
    var builder = RawMapBuilder(width: 1)
    for _ in 0..<10_000 { builder.character(utf8Length: 3, from: 0..<1) }
    var utf16 = RawMapBuilder(width: 2)
    utf16.plain(10_000)
    #expect(utf16.map().bytes == [2, 0])
    var decomposed = RawMapBuilder()
    for _ in 0..<1000 {
      decomposed.plain(3)
      decomposed.characters(1, rawBytes: 5)
    }
    #expect(decomposed.map().bytes.count <= 1002)
  }

  @Test func aBrokenMapLeadsNowhere() {
    for bytes: [UInt8] in [[0x80], [0], [0, 0, 0x81], [0, 0, 1], [0, 0, 0xFF, 0xFF]] {
      #expect(RawMap(bytes: bytes).rawRange(of: 0..<1, in: Array("ab".utf8)) == nil)
    }
  }

  @Test(arguments: [
    (#"plain"#, "plain"), (#"a\n\"b\" \u1ea1x"#, "a\n\"b\" \u{1EA1}x"),
    (#"\ud83d\ude00 \uD7FF\u00e0"#, "\u{1F600} \u{D7FF}\u{E0}"), ("tỷ\\tđồng", "tỷ\tđồng"),
  ])
  func escapesOfJSONLeadBack(literal: String, text: String) throws {
    let json = Array("{\"text\": \"\(literal)\"}".utf8)
    let start = 10
    let map = json.withUnsafeBufferPointer {
      RawMap(jsonString: start..<start + literal.utf8.count, in: $0)
    }
    let ranges = try #require(map.ranges(in: Array(text.utf8)))
    #expect(ranges.first?.lowerBound == start)
    #expect(ranges.last?.upperBound == start + literal.utf8.count)
    for (scalar, range) in zip(text.unicodeScalars, ranges) {
      let part = Array("\"".utf8) + json[range] + Array("\"".utf8)
      #expect(try JSONReader.read(part).string == String(scalar))
    }
  }

  @Test func mapsAreLaidOverEachOther() throws {
    var outer = RawMapBuilder(width: 1)
    outer.skip(4)
    outer.plain(8)
    let between = Array("xxạạạyyy".utf8)
    var inner = RawMapBuilder()
    inner.skip(2)
    let map = inner.map().composed(
      over: outer.map(), of: Array("ạạạ".utf8), between: between)
    #expect(map.ranges(in: Array("ạạạ".utf8)) == [6..<7, 7..<8, 8..<9])
  }
}
