import Testing

@testable import Warehouse

@Suite("Letters without their marks") struct LetterFoldTests {
  private func folded(_ text: String) -> String {
    var bytes: [UInt8] = Array("… ".utf8)
    LetterFold.fold(Array(text.utf8)[...], into: &bytes)
    return String(decoding: bytes.dropFirst(4), as: UTF8.self)
  }

  @Test("stay the letters that they are")
  func words() {
    #expect(folded("Tổng mức đầu tư ĐẶNG ỷ Ỹ") == "Tong muc dau tu DANG y Y")
    #expect(folded("5 tỷ – “ngõ”, İç, ß, 日本, e\u{0301}") == "5 ty – “ngo”, İç, ß, 日本, e\u{0301}")
    #expect(folded("") == "")
  }

  /// What is taken out of the index again is folded by the tokenizer.
  @Test("the tokenizer takes the marks off in the same way")
  func tokenizer() throws {
    let fixture = try Fixture()
    let warehouse = try fixture.open()
    try warehouse.tamper(
      """
      CREATE VIRTUAL TABLE temp.letters USING fts5 (letter, tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE temp.terms USING fts5vocab (temp, letters, instance);
      """)
    for scalar in (0xC0...0x1EFF).compactMap(Unicode.Scalar.init) {
      let letter = String(Character(scalar))
      let plain = folded(letter)
      guard plain != letter, !"đĐðÐ".contains(letter) else { continue }
      try warehouse.tamper(
        "INSERT INTO temp.letters (rowid, letter) VALUES (\(scalar.value), '\(letter)')")
      #expect(
        try warehouse.lines("SELECT term FROM temp.terms WHERE doc = \(scalar.value)")
          == [plain.lowercased()])
    }
    #expect(try warehouse.lines("SELECT count(*) FROM temp.letters") == ["132"])
  }
}
