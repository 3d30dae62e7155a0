import Extraction
import Model
import Rules
import Testing

/// For every attribute its words, their span, and the row that read them.
@Suite struct ExplanationTests {
  private func reading(_ text: String, published: String? = nil) throws -> DocumentReading {
    Extractor(rules: try Project.rules.get()).read(
      Document(id: "test", text: Array(text.utf8), published: published), isExplaining: true)
  }

  private func evidence(
    _ attribute: Attribute, _ figure: Int = 0, of text: String
  ) throws -> [Evidence] {
    try reading(text).evidence[figure].filter { $0.attribute == attribute }
  }

  private static let text =
    "Theo Sở Công Thương, năm 2023 doanh thu của Bình Định ước đạt hơn 5 tỷ đồng, "
    + "tăng 7% so với năm 2022."

  @Test(arguments: [
    (Attribute.value, "5 tỷ", "numbers:single"), (.unit, "đồng", "units:đồng"),
    (.kind, "đồng", "units:đồng"), (.qualifier, "hơn", "qualifiers:hơn"),
    (.status, "ước đạt", "statuses:ước đạt"), (.period, "năm 2023", "times:year"),
    (.place, "Bình Định", "place_spellings:Bình Định"),
    (.subject, "doanh thu của Bình Định", "context:phrase"),
    (.source, "Sở Công Thương", "sources:theo"),
  ])
  func namesTheWordsAndTheRow(_ attribute: Attribute, _ quote: String, _ rule: String) throws {
    let found = try evidence(attribute, of: Self.text)
    #expect(found.first?.quote == quote)
    #expect(found.first?.rule == rule)
  }

  @Test func changesHaveTheirCueAndTheirBasis() throws {
    #expect(try evidence(.change, 1, of: Self.text).first?.quote == "tăng")
    #expect(try evidence(.basis, 1, of: Self.text).first?.quote == "so với năm 2022")
  }

  @Test func everySpanIsItsQuote() throws {
    let bytes = Array(Self.text.utf8)
    for item in try reading(Self.text).evidence.joined() {
      guard let span = item.span, let quote = item.quote else { continue }
      #expect(String(decoding: bytes[span.byteStart..<span.byteEnd], as: UTF8.self) == quote)
      let scalars = Array(Self.text.unicodeScalars)[span.charStart..<span.charEnd]
      #expect(String(String.UnicodeScalarView(scalars)) == quote)
    }
  }

  @Test func everyAttributeThatIsSetIsExplained() throws {
    let reading = try reading(Self.text)
    for (figure, evidence) in zip(reading.figures, reading.evidence) {
      for attribute in Attribute.allCases where figure.text(of: attribute) != nil {
        #expect(evidence.contains { $0.attribute == attribute }, "\(attribute)")
      }
    }
    #expect(reading.evidence.count == reading.figures.count)
  }

  @Test func rowsAreNamedByTheirFileAndLine() throws {
    let found = try evidence(.qualifier, of: Self.text).first
    let location = try #require(found?.location)
    #expect(location.hasPrefix("qualifiers.csv:"))
  }

  @Test func whatIsCarriedOnSaysSo() throws {
    let text = "Năm 2023, Bình Định có 5 trường học. Huyện xây thêm 2 nhà thi đấu."
    #expect(try evidence(.period, 1, of: text).first?.note?.hasPrefix("carried on") == true)
    #expect(try evidence(.place, 1, of: text).first?.quote == "Bình Định")
  }

  @Test func abbreviationsOfTheTextNameTheirDefinition() throws {
    let text = "Các cơ sở lưu trú (CSLT) đã đón khách. Huyện có 12 CSLT."
    let found = try evidence(.unit, of: text)
    #expect(found.map(\.rule) == ["abbreviations:learned", "abbreviations:learned"])
    #expect(found.map(\.quote) == ["CSLT", "cơ sở lưu trú (CSLT)"])
    #expect(found.map(\.value) == ["cơ sở lưu trú", "cơ sở lưu trú"])
  }

  @Test func theReadingIsTheSameAsWithout() throws {
    let plain = Extractor(rules: try Project.rules.get()).read(
      Document(id: "test", text: Array(Self.text.utf8)))
    #expect(plain.figures == (try reading(Self.text)).figures)
    #expect(plain.evidence.isEmpty)
  }
}
