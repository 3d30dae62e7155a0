import Examples
import Extraction
import Model
@_spi(_Unicode) import Swift
import Testing

/// The same text in other letters, spaces and digits gives the same figures: over all examples.
@Suite struct EncodingTests {
  /// What must not change: kind, value, unit and disposition of every numeral, in order.
  private static func shown(_ text: String, _ example: Example, _ extractor: Extractor) -> [String]
  {
    let reading = extractor.read(
      Document(id: "test", text: Array(text.utf8), published: example.published))
    let figures = Dictionary(
      reading.figures.map { ($0.span.byteStart, $0) }, uniquingKeysWith: { first, _ in first })
    return reading.numerals.map { numeral in
      guard let figure = figures[numeral.span.byteStart], numeral.disposition == .figure else {
        return numeral.disposition.rawValue
      }
      return
        "\(figure.kind) \(figure.value) \(figure.upper?.description ?? "") "
        + "\(figure.of?.description ?? "") \((figure.unit ?? "-").lowercased())"
    }
  }

  private func compare(
    tables: Set<String>? = nil, _ change: (String) -> String?
  ) throws {
    let extractor = Extractor(rules: try Project.rules.get())
    var compared = 0
    for example in try ExampleFolder.load(Project.examplesFolder) {
      let table = example.origin.split(separator: "/").last!.split(separator: ".").first!
      if let tables, !tables.contains(String(table)) { continue }
      guard let changed = change(example.text) else { continue }
      compared += 1
      let before = Self.shown(example.text, example, extractor)
      let after = Self.shown(changed, example, extractor)
      #expect(before == after, "\(example.origin): '\(changed)'")
    }
    #expect(compared > 40)
  }

  /// Extraction reads what ingest has composed; so decomposing and composing must lose nothing.
  @Test func decomposedTextGivesTheSame() throws {
    try compare { text in
      let decomposed = String(String.UnicodeScalarView(text._nfd))
      return String(String.UnicodeScalarView(decomposed._nfc))
    }
  }

  @Test func noBreakSpacesGiveTheSame() throws {
    try compare { text in
      // Before three digits a no-break space sets thousands apart, which a common one does not.
      hasSpacedDigits(text) ? nil : text.replacing(" ", with: "\u{A0}")
    }
    try compare { text in
      hasSpacedDigits(text) ? nil : text.replacing(" ", with: "\u{202F}")
    }
  }

  private func hasSpacedDigits(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropFirst().dropLast().contains {
      bytes[$0] == UInt8(ascii: " ") && bytes[$0 - 1] &- 0x30 < 10 && bytes[$0 + 1] &- 0x30 < 10
    }
  }

  @Test func fullWidthDigitsGiveTheSame() throws {
    try compare(tables: [
      "digits", "scales", "percent", "money", "ranges", "periods", "changes",
    ]) { text in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            (0x30...0x39).contains(scalar.value)
              ? Unicode.Scalar(scalar.value - 0x30 + 0xFF10)! : scalar
          }))
    }
  }

  @Test func softHyphensInWordsGiveTheSame() throws {
    try compare { text in
      text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        word.count > 2 && word.allSatisfy { $0.isLetter && !$0.isUppercase }
          ? word.prefix(1) + "\u{AD}" + word.dropFirst() : word
      }.joined(separator: " ")
    }
  }

  @Test func ethForBarredDGivesTheSame() throws {
    try compare { $0.replacing("Đ", with: "Ð").replacing("đ", with: "ð") }
  }

  @Test func theToneOnTheOtherVowelGivesTheSame() throws {
    let pairs = [
      ("oá", "óa"), ("oà", "òa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("uý", "úy"),
      ("uỳ", "ùy"), ("uỷ", "ủy"), ("uỵ", "ụy"), ("oé", "óe"), ("oè", "òe"), ("oẻ", "ỏe"),
    ]
    try compare { text in
      pairs.reduce(text) { $0.replacing($1.1, with: $1.0) }
    }
    try compare { text in
      pairs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
  }

  @Test func tiForTyGivesTheSame() throws {
    try compare { $0.replacing("tỷ", with: "tỉ") }
  }

  /// In capitals nothing tells names from words, nor a unit of one letter from another; what is
  /// left must not change.
  @Test func capitalsGiveTheSame() throws {
    try compare(tables: ["scales", "percent", "number_words", "changes", "qualifiers"]) { text in
      text.contains(" m ") ? nil : text.uppercased()
    }
  }
}
