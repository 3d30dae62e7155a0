import Model
import Testing

@testable import Validation

@Suite struct RelationTests {
  /// Each text gives the relations that its row names, and no other.
  @Test func theExamplesGiveTheirRelations() throws {
    for row in try Project.examples("relations", ["text", "expected"]) {
      let reading = try Project.validated(row["text"])
      let found = reading.relations.map { "\($0.kind) \($0.verdict.rawValue) \($0.formula)" }
      let expected = row["expected"].isEmpty ? [] : [row["expected"]]
      #expect(found == expected, "\(row["text"])")
    }
  }

  @Test func aRelationMarksItsMembers() throws {
    let reading = try Project.validated("Đội đã kiểm tra 186/273 cơ sở, đạt tỷ lệ 86,1%.")
    let relation = try #require(reading.relations.first)
    #expect(relation.expected == "68.132")
    #expect(relation.stated == "86.1")
    #expect(relation.members.map(\.role) == ["part", "whole", "share"])
    #expect(relation.members.map { reading.figures[$0.figure].quote }.last == "86,1%")
    for figure in reading.figures {
      #expect(figure.verdicts.map(\.rule) == ["relations:share"])
      #expect(figure.verdicts.map(\.severity) == [.warning])
    }
  }

  @Test func membersArePositionsAmongTheFiguresThatStay() throws {
    let reading = try Project.validated(
      "Tỉnh xếp thứ 65/63. Đội đã kiểm tra 186/273 cơ sở, đạt tỷ lệ 68,1%.")
    #expect(reading.figures.count == 2)
    #expect(reading.relations.first?.members.map(\.figure) == [0, 0, 1])
  }

  @Test func listsBelongToWhatAnnouncesThem() throws {
    let reading = try Project.validated(
      """
      Tổng thu ước 1.448,2 nghìn tỷ đồng, bằng 85,1% dự toán. Cơ cấu:

      - Thu nội địa: 1.218,5 nghìn tỷ đồng;
      - Dầu thô: 44,7 nghìn tỷ đồng, bằng 97,2% dự toán (46 nghìn tỷ đồng);
      - Xuất nhập khẩu: 185 nghìn tỷ đồng.
      """)
    let sum = try #require(reading.relations.first { $0.kind == "sum" })
    #expect(sum.members.count == 4)
    #expect(sum.stated == "1448200000000000")
  }

  @Test func manyFiguresTakeLittleMoreThanTheirNumber() throws {
    let rules = try Project.rules.get()
    let cues = CueTable(rules.relationCues)
    func comparisons(_ count: Int) -> Int {
      let figures = (0..<count).map {
        Project.figure(.count, "\(($0 * 7919) % 100_003 + 1)", at: $0 * 20, unit: "hộ")
      }
      let noText = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      var finder = RelationFinder(
        map: FigureMap(figures, in: noText, cues: cues),
        conversions: Conversions(rules.unitConversions))
      finder.run()
      return finder.comparisons
    }
    let few = comparisons(2_000)
    #expect(few > 2_000)
    // Eight times the figures; those near the ends of the text have fewer neighbours.
    #expect(comparisons(16_000) <= few * 8 + few / 10)
  }

  @Test func areFoundInWindowsAsInTheWhole() throws {
    let paragraph = "Tổng số 900 hộ, trong đó xã A 310 hộ, xã B 120 hộ, xã C 470 hộ.\n"
    let text = String(repeating: paragraph, count: 40)
    let figures = try Project.extracted(text).figures
    let validator = Validator(rules: try Project.rules.get())
    func relations(windows most: Int) -> [Relation] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var windows = RelationWindows(validator, figures: most)
        for start in stride(from: 0, to: figures.count, by: 7) {
          windows.add(
            Array(figures[start..<min(start + 7, figures.count)]), validator.gaps(in: bytes))
        }
        return windows.finish(validator.gaps(in: bytes))
      }
    }
    let whole = relations(windows: 1000)
    #expect(whole.count >= 40)
    #expect(relations(windows: 10) == whole)
  }

  @Test func nothingIsKeptOfADocument() throws {
    let rules = try Project.rules.get()
    // Parts announced for a total that they do not make.
    let text = """
      Tổng số 900 hộ, trong đó:

      - Xã A: 310 hộ;
      - Xã B: 120 hộ;
      - Xã C: 480 hộ.
      """
    let figures = try Project.extracted(text).figures
    weak var findings: RelationFinder.Findings?
    let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var finder = RelationFinder(
        map: FigureMap(figures, in: bytes, cues: CueTable(rules.relationCues)),
        conversions: Conversions(rules.unitConversions))
      finder.findSums()
      findings = finder.findings
      return finder.misses.count
    }
    #expect(found > 0)
    #expect(findings == nil)
  }

  @Test func numbersTooLongToComputeWithAreLeftAlone() throws {
    let long = String(repeating: "9", count: 38)
    let figures = [
      Project.figure(.ratio, long, of: "7", unit: "hộ"),
      Project.figure(.percent, long, at: 5, unit: "%"),
      Project.figure(.count, long, at: 10, unit: "hộ"),
      Project.figure(.count, "0", at: 12, unit: "hộ"),
    ]
    let reading = DocumentReading(document: Document(id: "text", text: []), figures: figures)
    let result = Validator(rules: try Project.rules.get()).validate(reading)
    #expect(result.figures.count + result.rejections.count == 4)
  }
}
