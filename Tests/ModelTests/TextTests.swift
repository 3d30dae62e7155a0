import Model
import Testing

@Suite struct UTF8CheckTests {
  @Test(arguments: ["", "a", "tỷ đồng, 1.363 tỷ", "😀\u{10FFFF}\u{D7FF}\u{E000}\u{800}\u{7FF}"])
  func acceptsValidText(text: String) {
    #expect(UTF8Check.firstInvalid(in: Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xE1, 0xBB],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF], [0xE1, 0xBB, 0x41], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func findsTheFirstInvalidByte(bad: [UInt8]) {
    for length in 0..<18 {
      let before = Array(String(repeating: "a", count: length).utf8) + Array("ợ".utf8)
      #expect(UTF8Check.firstInvalid(in: before + bad) == before.count)
      #expect(UTF8Check.firstInvalid(in: before + bad + Array("bcdefghij".utf8)) == before.count)
    }
  }

  /// Compares with the standard library over every sequence of two bytes, padded or cut.
  @Test func agreesWithTheStandardLibrary() {
    for lead in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for tail in [[], [0x80], [0xBF, 0x80]] as [[UInt8]] {
          let bytes = [lead, second] + tail
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          if (UTF8Check.firstInvalid(in: bytes) == nil) != isValid {
            Issue.record("differs for \(bytes)")
          }
        }
      }
    }
  }
}

@Suite struct TextPositionTests {
  @Test(arguments: [
    "", "abc", "ợ", "Doanh thu đạt 1.363 tỷ đồng 😀 tăng", "e\u{302}\u{301}x\u{0}y",
  ])
  func countsCodePoints(text: String) {
    #expect(TextPosition.codePoints(in: Array(text.utf8)) == text.unicodeScalars.count)
  }

  @Test func turnsBytesIntoCodePoints() {
    let text = Array("tỷ lệ 12,5% đạt".utf8)
    text.withUnsafeBufferPointer { buffer in
      var position = TextPosition(buffer)
      #expect(position.charOffset(atByte: 0) == 0)
      let span = position.span(fromByte: 10, toByte: 15)
      #expect(span == Span(charStart: 6, charEnd: 11, byteStart: 10, byteEnd: 15))
      #expect(position.charOffset(atByte: text.count) == 15)
    }
  }
}
