import Testing

@testable import Warehouse

@Suite("What is kept of many documents")
struct DigestTableTests {
  /// Numbers that are spread like digests, the same each time.
  private static func key(_ number: Int) -> DigestTable.Key {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return DigestTable.Key(high: state ^ (state >> 27), low: UInt64(number % 7))
  }

  @Test("finds what was put aside and merged, and nothing else")
  func findsAll() {
    let table = DigestTable(limit: 100)
    // Files of three levels: 8 times 8 times 100 rows, and more.
    for number in 0..<10_000 {
      table[Self.key(number)] = DigestTable.Value(first: UInt64(number), second: 1)
    }
    for number in 0..<10_000 {
      #expect(table[Self.key(number)] == DigestTable.Value(first: UInt64(number), second: 1))
    }
    for number in 10_000..<20_000 { #expect(table[Self.key(number)] == nil) }
  }

  @Test("gives what came last, wherever the rest lies")
  func givesTheLast() {
    let table = DigestTable(limit: 10)
    for round in 0..<40 {
      for number in 0..<30 {
        table[Self.key(number)] = DigestTable.Value(first: UInt64(round), second: UInt64(number))
      }
    }
    for number in 0..<30 {
      #expect(table[Self.key(number)] == DigestTable.Value(first: 39, second: UInt64(number)))
    }
  }

  @Test("tells keys apart that begin alike, also across pages")
  func tellsApart() {
    let rows = (0..<400).map { number in
      SortedDigests.Row(
        key: DigestTable.Key(high: 5, low: UInt64(number * 2)),
        value: DigestTable.Value(first: UInt64(number)))
    }
    for inFile in [true, false] {
      let sorted = SortedDigests(rows, inFile: inFile)
      for number in 0..<400 {
        #expect(
          sorted.value(of: DigestTable.Key(high: 5, low: UInt64(number * 2)))?.first
            == UInt64(number))
        #expect(sorted.value(of: DigestTable.Key(high: 5, low: UInt64(number * 2 + 1))) == nil)
      }
    }
  }

  @Test("a filter knows what was added, and little else")
  func filters() {
    var filter = DigestFilter(count: 10_000)
    for number in 0..<10_000 { filter.add(Self.key(number)) }
    #expect((0..<10_000).allSatisfy { filter.mayHold(Self.key($0)) })
    #expect((10_000..<20_000).count { filter.mayHold(Self.key($0)) } < 500)
  }
}
