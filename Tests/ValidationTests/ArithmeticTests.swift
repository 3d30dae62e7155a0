import Model
import Testing

@testable import Validation

@Suite struct ArithmeticTests {
  private func number(_ text: String) -> ExactDecimal { ExactDecimal(text)! }

  @Test func countsAreExactAndAmountsRounded() {
    let count = Estimate(number("7709"), precision: 0, isCounted: true, qualifier: nil)
    #expect(count.width.isZero)
    let amount = Estimate(number("86.4"), precision: -1, isCounted: false, qualifier: nil)
    #expect(amount.low == number("86.35"))
    #expect(amount.high == number("86.45"))
    let vague = Estimate(number("500"), precision: 0, isCounted: true, qualifier: .over)
    #expect(vague.low == number("500"))
    #expect(vague.high == number("600"))
  }

  @Test func quotientsAreBoundedOutward() throws {
    let third = try Estimate(exactly: .one).divided(
      by: Estimate(exactly: ExactDecimal(3)), toPowerOfTen: -2)
    #expect(third.low == number("0.33"))
    #expect(third.high == number("0.34"))
    #expect(throws: ExactDecimal.Overflow.self) {
      try Estimate(exactly: .one).divided(by: Estimate(exactly: .zero), toPowerOfTen: -2)
    }
  }

  @Test(arguments: [
    ("5643", "5653", true), ("5643", "5743", true), ("5643", "56.43", true),
    ("5643000", "5643000000", true), ("5643", "5654", false), ("5699", "5709", false),
  ])
  func slipsAreOneDigitOrOneShift(_ wrong: String, _ right: String, _ isSlip: Bool) {
    #expect(Slip.isSlip(from: number(wrong), to: number(right)) == isSlip)
  }

  @Test(arguments: [("3251", "2451", true), ("32", "22", false), ("3000", "2000", false)])
  func smallAndRoundNumbersExplainNothing(_ sum: String, _ total: String, _ isExplained: Bool) {
    let numbers = ["1451", "1800"].map(number).map { part in
      total == "2451" ? part : number(sum)
    }
    #expect(
      Slip.explains(sum: number(sum), total: number(total), numbers + [number(total)])
        == isExplained)
  }

  @Test func digitsAreFoundByPlace() {
    #expect((-2...3).map { number("1234.5").digit(at: $0) } == [0, 5, 4, 3, 2, 1])
  }

  @Test func cuesAreFoundInEitherCase() throws {
    let table = CueTable(try Project.rules.get().relationCues)
    func gap(_ text: String) -> Gap {
      Array(text.utf8).withUnsafeBufferPointer {
        GapReader(text: $0, cues: table).gap(from: 0, to: $0.count)
      }
    }
    #expect(gap(" hồ sơ, TRONG ĐÓ có ").lead == [.parts])
    #expect(gap(" ha. Tổng số ").lead == [.total])
    #expect(gap(" tổng số. Trong ").lead == [])
    #expect(gap(" tổng số, đạt ").tail == [.total])
    #expect(gap("” (“chiếm ").isAside)
    #expect(!gap("), (").isAside)
    #expect(gap(" tổngsố trongđó ").lead == [])
    #expect(gap(" triệu.\n1. Chi ").blocks == 0)
    #expect(gap(" triệu.\n\nNăm qua ").blocks == 1)
  }
}
