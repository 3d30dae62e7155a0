import Model
import Testing

@testable import Warehouse

@Suite struct AppearanceTests {
  /// Enough words to be told from others.
  static func text(_ number: Int, body: String = "xã Hòa Bình") -> String {
    var lines: [String] = []
    for place in 1...12 {
      lines.append(
        "Thôn \(place * 3 + number) của \(body) năm nay trồng thêm \(place * 17) cây, thu về "
          + "\(place + number),5 tỷ đồng nhờ bán quả cho thương lái từ các huyện lân cận.")
    }
    return lines.joined(separator: "\n")
  }

  private static func digest(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    return String(repeating: fingerprint.hexadecimalText, count: 4)
  }

  @Test func copiesAreOneText() {
    let text = Self.text(1)
    let copy = "(Báo Mới) - " + text.replacing("lân cận.", with: "lân cận!") + "\nTheo TTX"
    #expect(TextLikeness(Array(text.utf8), Array(copy.utf8)).isNear())
    let shared = Set(TextSignature(of: Array(text.utf8)).bands)
      .intersection(TextSignature(of: Array(copy.utf8)).bands)
    #expect(!shared.isEmpty)
  }

  @Test func otherNumbersAreAnotherText() {
    let likeness = TextLikeness(Array(Self.text(1).utf8), Array(Self.text(2).utf8))
    #expect(!likeness.isNear())
  }

  @Test func theFirstOneStands() throws {
    let fixture = try Fixture()
    let warehouse = try fixture.open()
    let run = try warehouse.begin()
    let texts = [
      ("a", Self.text(1)), ("b", Self.text(2)), ("c", Self.text(1)),
      ("d", Self.text(1) + "\nTheo TTX"), ("e", Self.text(2) + " "),
      ("f", Self.text(1, body: "phường Thịnh Vượng")),
    ]
    for (id, text) in texts {
      let bytes = Array(text.utf8)
      let document = Document(id: id, text: bytes, digest: Self.digest(text))
      try warehouse.store(DocumentReading(document: document), run: run, rulesDigest: "r1")
    }
    let rows = try warehouse.lines(
      """
      SELECT a.document || ' ' || a.likeness || ' ' || f.document
      FROM appearances AS a JOIN appearances AS f ON f.cluster = a.cluster AND f.likeness = 'first'
      ORDER BY a.document
      """)
    #expect(
      rows == ["a first a", "b first b", "c exact a", "d near a", "e near b", "f first f"])
  }
}
