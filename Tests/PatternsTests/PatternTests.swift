import Patterns
import Testing

@Suite struct PatternTests {
  private func outcome(
    _ source: String, _ text: String, from start: Int = 0, anchored: Bool = false
  ) throws -> MatchOutcome {
    let pattern = try Pattern(name: "test", source: source)
    return Array(text.utf8).withUnsafeBufferPointer {
      Matcher().match(pattern, in: $0, from: start, to: $0.count, anchored: anchored)
    }
  }

  @Test func matchesAreByteRanges() throws {
    #expect(try outcome("tỷ", "1 tỷ") == .match(2..<6))
    #expect(try outcome(#"\d+ # digits"#, "năm 2023") == .match(5..<9))
  }

  @Test func anchoredLooksOnlyAtTheStart() throws {
    #expect(try outcome(#"\d+"#, "a1", anchored: true) == .noMatch)
    #expect(try outcome(#"\d+"#, "a1", from: 1, anchored: true) == .match(1..<2))
  }

  @Test func runawayMatchIsBounded() throws {
    let text = String(repeating: "a", count: 40) + "!"
    let outcome = try outcome(#"(*NO_JIT)(a|aa|a?a)+$"#, text)
    #expect(outcome == .limitReached)
  }

  @Test func groupsAreFoundByName() throws {
    let pattern = try Pattern(name: "test", source: #"(?<day>\d+)/(?<month>\d+)(?<year>/\d+)?"#)
    let matcher = Matcher()
    Array("12/10".utf8).withUnsafeBufferPointer {
      _ = matcher.match(pattern, in: $0, from: 0, to: $0.count, anchored: true)
    }
    #expect(matcher.range(of: try #require(pattern.groupNumber("month"))) == 3..<5)
    #expect(matcher.range(of: try #require(pattern.groupNumber("year"))) == nil)
    #expect(pattern.groupNumber("hour") == nil)
  }

  @Test func brokenPatternSaysWhere() {
    let error = #expect(throws: PatternError.self) { try Pattern(name: "broken", source: "a(b") }
    #expect(error?.offset == 3)
    #expect(error?.description.contains("broken") == true)
  }
}
