import Model
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("5", "5"), ("-5", "-5"), ("0.50", "0.5"), ("1363000000000", "1363000000000"),
    ("0.568", "0.568"), ("-0.05", "-0.05"), ("100", "100"), ("-0", "0"), ("00012", "12"),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
  ])
  func plainNotationIsCanonical(_ text: String, _ canonical: String) throws {
    #expect(try #require(ExactDecimal(text)).description == canonical)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1,5", "1e5", "+1", "1.2.3", " 1", "١"])
  func otherNotationsAreRefused(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func scalingIsExact() throws {
    let value = try #require(ExactDecimal("1152.6"))
    #expect(value.scaled(byPowerOfTen: 6).description == "1152600000")
    #expect(value.scaled(byPowerOfTen: -6).description == "0.0011526")
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3"), ("1606.3", "-453.7", "1152.6"), ("-5", "5", "0"), ("1", "-3", "-2"),
    ("99999999999999999999", "1", "100000000000000000000"),
  ])
  func additionIsExact(_ left: String, _ right: String, _ sum: String) throws {
    let result = try #require(ExactDecimal(left)).adding(try #require(ExactDecimal(right)))
    #expect(result.description == sum)
  }

  @Test func productsAreExact() throws {
    let product = try #require(ExactDecimal("12.5")).multiplied(by: try #require(ExactDecimal("-0.8")))
    #expect(product.description == "-10")
  }

  @Test func tooManyDigitsAreAnErrorNotARounding() throws {
    let large = try #require(ExactDecimal("1" + String(repeating: "0", count: 30) + "1"))
    #expect(throws: ExactDecimal.Overflow.self) { try large.multiplied(by: large) }
    let far = ExactDecimal.one.scaled(byPowerOfTen: 60)
    #expect(throws: ExactDecimal.Overflow.self) { try far.adding(.one) }
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "1"), ("0", "0.001"), ("9.99", "10"), ("-0.5", "0"),
    ("38.25", "38.3"),
  ])
  func orderIsThatOfTheNumbers(_ low: String, _ high: String) throws {
    let left = try #require(ExactDecimal(low))
    let right = try #require(ExactDecimal(high))
    #expect(left < right)
    #expect(!(right < left))
  }

  @Test func orderHoldsWhereAlignmentWouldOverflow() {
    let tiny = ExactDecimal(coefficient: 1, exponent: -60)
    let huge = ExactDecimal(coefficient: 1, exponent: 60)
    #expect(tiny < huge)
    #expect(huge.negated < tiny)
  }

  @Test func wholeNumbersComeBackAsIntegers() throws {
    #expect(ExactDecimal(-42).integer == -42)
    #expect(try #require(ExactDecimal("1.5")).integer == nil)
    #expect(try #require(ExactDecimal("1363000000000")).integer == 1_363_000_000_000)
  }
}
