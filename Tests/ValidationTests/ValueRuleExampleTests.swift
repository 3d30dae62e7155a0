import Model
import Testing

@testable import Validation

@Suite struct ValueRuleExampleTests {
  private func rules(in reading: DocumentReading) -> [String] {
    reading.figures.flatMap { $0.verdicts.map(\.rule) }
      + reading.rejections.filter { $0.stage == .validate }.map(\.rule)
  }

  /// Each row of the examples is flagged by its rule in the one text and not in the other.
  @Test func theExamplesAreFlaggedAsTheySay() throws {
    for row in try Project.examples("unit_rules", ["rule", "flagged", "fine"]) {
      let rule = "unit_rules:" + row["rule"]
      let flagged = rules(in: try Project.validated(row["flagged"]))
      #expect(flagged.contains(rule), "\(row["flagged"]): \(flagged)")
      let fine = try Project.validated(row["fine"])
      #expect(!fine.figures.isEmpty, "\(row["fine"])")
      #expect(rules(in: fine).isEmpty, "\(row["fine"]): \(rules(in: fine))")
    }
  }

  @Test func aRefusedFigureLeavesWithItsNumeral() throws {
    let text = "Có 20 xã. Tỉnh xếp thứ 65/63. Huyện này xếp thứ 7/13."
    let before = try Project.extracted(text)
    let after = try Project.validated(text)
    #expect(before.figures.count == 3)
    #expect(after.figures.map(\.quote) == ["20 xã", "7/13"])
    #expect(after.rejections.map(\.quote) == ["65/63"])
    #expect(after.rejections.first?.stage == .validate)
    #expect(after.rejections.first?.rule == "unit_rules:rank-within")
    let numerals = after.numerals.filter { $0.disposition == .rejected }
    #expect(numerals.map(\.span) == after.rejections.map(\.span))
    #expect(numerals.first?.reason == after.rejections.first?.reason)
    #expect(after.numerals.count == before.numerals.count)
  }

  @Test func aReadingWithoutTextIsJudgedByItsValues() throws {
    let figures = [
      Project.figure(.rank, "70", of: "63", unit: "rank"),
      Project.figure(.count, "424", at: 40, unit: "hộ"),
    ]
    let document = Document(id: "text", text: [])
    let reading = Validator(rules: try Project.rules.get())
      .validate(DocumentReading(document: document, figures: figures))
    #expect(reading.figures.map(\.value.description) == ["424"])
    #expect(reading.rejections.map(\.rule) == ["unit_rules:rank-within"])
  }

  /// Extraction refuses such a share itself; figures from elsewhere are refused here.
  @Test func aShareAboveTheWholeIsRefused() throws {
    let text = "Chiếm 134% đất."
    var figure = Project.figure(.percent, "134", unit: "%")
    figure.span = Span(charStart: 6, charEnd: 10, byteStart: 8, byteEnd: 12)
    let reading = DocumentReading(
      document: Document(id: "text", text: Array(text.utf8)), figures: [figure])
    let result = Validator(rules: try Project.rules.get()).validate(reading)
    #expect(result.rejections.map(\.rule) == ["unit_rules:percent-of-a-whole"])
  }

  @Test func whatNoTextGivesIsJudgedToo() throws {
    var late = Project.figure(.count, "3", at: 9, unit: "hộ")
    late.period = "2023/2823"
    let range = Project.figure(.duration, "12", upper: "7", unit: "min")
    let reading = DocumentReading(
      document: Document(id: "text", text: []), figures: [range, late])
    let result = Validator(rules: try Project.rules.get()).validate(reading)
    #expect(rules(in: result) == ["unit_rules:range-order", "unit_rules:year-plausible"])
  }

  @Test(
    arguments: [
      ("57 nghìn tỷ đồng", 12), ("3 tỉ đồng", 9), ("1 tỷ 200 triệu đồng", 9), ("5 lần/tuần", nil),
    ] as [(String, Int?)])
  func scaleWordsAddUp(_ quote: String, _ power: Int?) {
    let reader = ScaleReader(["nghìn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9])
    #expect(reader.power(in: quote) == power)
  }
}
