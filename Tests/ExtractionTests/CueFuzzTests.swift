import Extraction
import Model
import Testing

/// Texts made by chance of the phrases of the tables, with numbers between, always the same ones.
@Suite struct CueFuzzTests {
  private static let numbers = [
    "5", "5%", "7,5", "1.234", "12.500.000", "năm 2023", "quý 3/2023", "30.4", "5-6", "5 - 6",
    "10/10",
    "15/11/2022", "7h30", "hai", "ba mươi", "một nửa", "80 triệu", "1,5 tỷ đồng", "6 USD",
    "20 người",
    "9 tháng đầu năm", "từ 5 đến 6", "5/QĐ-TTg", "số 12", "63 tỉnh", "lần lượt", "so với",
    "cùng kỳ",
    "(", ")", "\"", "”", ":", ";", ",", ",", "-", "/", ". ", "…", "\n", "!", "•", "[", "\u{AD}",
  ]

  @Test func noMixOfCuesStopsTheProgram() throws {
    let rules = try Project.rules.get()
    let cues: [[String]] = [
      rules.changes.map(\.phrase), rules.statuses.map(\.phrase), rules.qualifiers.map(\.phrase),
      rules.times.map(\.phrase), rules.relativeTimes.map(\.phrase), rules.contrasts.map(\.phrase),
      rules.sources.map(\.phrase), rules.references.map(\.phrase), rules.ranks.map(\.phrase),
      rules.places.map(\.name), rules.nouns.map(\.noun), Self.numbers, Self.numbers,
    ]
    let extractor = Extractor(rules: rules)
    var state: UInt64 = 97
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<3_000 {
      // A few tables each, so that their phrases meet.
      let tables = (0..<3).map { _ in cues[next(cues.count)] } + [Self.numbers, Self.numbers]
      let text = (0..<80).map { _ -> String in
        let table = tables[next(tables.count)]
        return table[next(table.count)]
      }.joined(separator: " ")
      let reading = extractor.read(
        Document(
          id: "fuzz", text: Array(text.utf8), published: next(2) == 0 ? "2024-01-15" : nil),
        isExplaining: true)
      #expect(reading.evidence.count == reading.figures.count)
    }
  }
}
