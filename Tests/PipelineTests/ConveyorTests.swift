import Testing

@testable import Pipeline

@Suite("The conveyor")
struct ConveyorTests {
  @Test("gives results in the order of the input", arguments: [1, 2, 7])
  func order(jobs: Int) throws {
    let numbers = try Conveyor<Int, Int>.run(
      jobs: jobs,
      feed: { put in for number in 0..<500 where !put(number) { return } },
      worker: { { $0 * 2 } },
      take: { next in
        var taken: [Int] = []
        while let number = next() { taken.append(number) }
        return taken
      })
    #expect(numbers == (0..<500).map { $0 * 2 })
  }

  @Test("ends all threads when the taker gives up")
  func failure() {
    #expect(throws: PipelineError.self) {
      try Conveyor<Int, Int>.run(
        jobs: 2, feed: { put in while put(1) {} }, worker: { { $0 } },
        take: { next in
          _ = next()
          throw PipelineError("enough")
        })
    }
  }
}
