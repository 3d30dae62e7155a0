/// Extraction by two workers against one.
struct WorkersBench {
  let extraction: ExtractionBench
  let repetitions: Int

  func measures() async -> [Measure] {
    var one: [Double] = []
    var two: [Double] = []
    for _ in 0..<repetitions {
      one.append(await speed(workers: 1))
      two.append(await speed(workers: 2))
    }
    return [
      Measure(
        "extraction, two workers", two, "MB/s", against: .init(name: "one worker", samples: one),
        bar: "1.8 or more")
    ]
  }

  private func speed(workers: Int) async -> Double {
    let start = Clock.wall
    await extraction.readAll(workers: workers)
    return extraction.megabytes / (Clock.wall - start)
  }
}
