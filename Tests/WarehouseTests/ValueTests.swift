import Model
import Testing

@testable import Warehouse

@Suite("Small values") struct ValueTests {
  @Test("a figure's id is the same on every machine")
  func figureID() {
    let digest = String(repeating: "0123456789abcdef", count: 4)
    let id = FigureID(document: "a1", digest: digest, byteStart: 31, byteEnd: 50)
    #expect(id.description == "311cc197140f50b6")
    #expect(id.description.count == 16)
  }

  @Test("a figure's id depends on document, digest, span and ordinal")
  func figureIDs() {
    let digest = Sample.digest("x")
    let ids: Set<FigureID> = [
      FigureID(document: "a1", digest: digest, byteStart: 1, byteEnd: 5),
      FigureID(document: "a2", digest: digest, byteStart: 1, byteEnd: 5),
      FigureID(document: "a1", digest: Sample.digest("y"), byteStart: 1, byteEnd: 5),
      FigureID(document: "a1", digest: digest, byteStart: 2, byteEnd: 5),
      FigureID(document: "a1", digest: digest, byteStart: 1, byteEnd: 6),
      FigureID(document: "a1", digest: digest, byteStart: 1, byteEnd: 5, ordinal: 1),
    ]
    #expect(ids.count == 6)
  }

  @Test("ids of a hundred thousand figures of one document differ")
  func collisions() {
    let namer = FigureID.Namer(document: "a1", digest: Sample.digest("x"))
    let names = (0..<100_000).map {
      namer.name(byteStart: $0 * 7, byteEnd: $0 * 7 + 5, ordinal: 0)
    }
    #expect(Set(names).count == names.count)
    #expect(Set(names.map { $0.description.prefix(6) }).count == 1)
  }

  @Test("fields are told apart from their concatenation")
  func fields() {
    var left = Fingerprint()
    left.add("ab")
    left.add("c")
    var right = Fingerprint()
    right.add("a")
    right.add("bc")
    #expect(left.value != right.value)
    var none = Fingerprint()
    none.add(nil as String?)
    var empty = Fingerprint()
    empty.add("" as String?)
    #expect(none.value != empty.value)
  }

  @Test("digit runs are counted, and those in no span are lost")
  func digitRuns() {
    let text = "Năm 2023, 1.363 tỷ và 7-10 m3"
    let spans = ["1.363", "7-10"].map { Sample.span(of: $0, in: text) }
    func found(_ spans: [Span]) -> DigitRuns {
      DigitRuns(in: Array(text.utf8), coveredBy: spans.map(DigitRuns.Stretch.init))
    }
    let runs = found(spans.reversed())
    #expect(runs.total == 6)
    #expect(runs.lost == 2)
    let half = Span(charStart: 4, charEnd: 6, byteStart: 5, byteEnd: 7)
    #expect(found(spans + [half]).lost == 2)
  }

  @Test(
    "reals are the nearest to the exact value",
    arguments: [
      "0", "0.1", "-72.3", "1363000000000", "0.0695", "9007199254740993", "123456789012345678901",
      "0.00000000000000000000000000001",
    ])
  func reals(text: String) throws {
    #expect(try #require(ExactDecimal(text)).real == Double(text))
  }

  @Test("texts are equal as stored only")
  func texts() {
    #expect(SQLValue.text("h\u{f2}a") != SQLValue.text("ho\u{300}a"))
    #expect(SQLValue.text("hòa") == SQLValue.text("hòa"))
    #expect(SQLValue.integer(1) != SQLValue.real(1))
  }
}
