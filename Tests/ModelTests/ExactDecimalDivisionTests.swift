import Model
import Testing

@Suite struct ExactDecimalDivisionTests {
  private func number(_ text: String) -> ExactDecimal { ExactDecimal(text)! }

  @Test(arguments: [
    ("72.36", -1, "72.4", "72.3", "72.4"),
    ("72.35", -1, "72.4", "72.3", "72.4"),
    ("72.34", -1, "72.3", "72.3", "72.4"),
    ("-0.5", 0, "-1", "0", "-1"),
    ("1499", 3, "1000", "1000", "2000"),
    ("12", -2, "12", "12", "12"),
    ("0.0001", 60, "0", "0", "1" + String(repeating: "0", count: 60)),
  ])
  func roundsToAPowerOfTen(
    _ value: String, _ power: Int, _ halfUp: String, _ cut: String, _ away: String
  ) {
    #expect(number(value).rounded(toPowerOfTen: power).description == halfUp)
    #expect(number(value).rounded(toPowerOfTen: power, .cut).description == cut)
    #expect(number(value).rounded(toPowerOfTen: power, .away).description == away)
  }

  @Test(arguments: [
    ("424", "586", -5, "0.72354", "0.72355"),
    ("1", "3", -5, "0.33333", "0.33333"),
    ("2", "3", 0, "0", "1"),
    ("-1", "8", -2, "-0.12", "-0.13"),
    ("1363000000000", "57000000000", -1, "23.9", "23.9"),
    ("5", "0.0001", 3, "50000", "50000"),
  ])
  func dividesToAPowerOfTen(
    _ left: String, _ right: String, _ power: Int, _ cut: String, _ halfUp: String
  ) throws {
    #expect(
      try number(left).divided(by: number(right), toPowerOfTen: power, .cut).description == cut)
    #expect(
      try number(left).divided(by: number(right), toPowerOfTen: power).description == halfUp)
  }

  @Test func refusesWhatItCannotHold() {
    #expect(throws: ExactDecimal.Overflow.self) {
      try ExactDecimal.one.divided(by: .zero, toPowerOfTen: 0)
    }
    #expect(throws: ExactDecimal.Overflow.self) {
      try ExactDecimal.one.divided(by: ExactDecimal(3), toPowerOfTen: -39)
    }
  }
}
