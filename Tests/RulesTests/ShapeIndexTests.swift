import Lexing
import Testing

@testable import Rules

/// Which shapes are tried on a number, by what stands around it.
@Suite struct ShapeIndexTests {
  private static func rules() throws -> RuleSet {
    try RuleSet(folder: RuleSetTests.root + "/Pipelines/rules")
  }

  @Test(
    arguments: [
      ("1900 1234", "phone-short", true), ("2900 1234", "phone-short", false),
      ("+44 771", "phone-abroad", true), ("44 771", "phone-abroad", false),
      ("13/QĐ", "legal-number", true), ("13 QĐ", "legal-number", false),
      ("21 °", "coordinates", true), ("21 độ", "coordinates", false),
      ("90123 TS", "vessel", true), ("90123 tàu", "vessel", false), ("90123", "vessel", false),
      ("90123\nTS", "vessel", false), ("5 xe", "web-address", true),
    ])
  func onlyThoseThatMayMatchAreTried(_ text: String, _ shape: String, _ isTried: Bool) throws {
    let rules = try Self.rules()
    let number = try #require(rules.shapes.firstIndex { $0.name == shape })
    let buffer = TokenBuffer()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer {
      Lexer(lexicon: rules.lexicon, trie: rules.trie).scan($0, into: buffer)
    }
    let tokens = buffer.tokens
    let index = try #require(tokens.firstIndex { $0.kind == .number })
    let possible = rules.shapeIndex.possible(
      first: bytes[Int(tokens[index].start)], isBehindPlus: index > 0,
      next: index + 1 < tokens.count ? tokens[index + 1] : nil)
    #expect((possible >> UInt64(number) & 1 == 1) == isTried)
  }
}
