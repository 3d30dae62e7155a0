/// The whole run into a new warehouse, and a second one that finds nothing changed.
struct RunBench {
  let program: ProgramUnderTest
  let corpus: CorpusFile
  let repetitions: Int

  func measures() throws -> [Measure] {
    var first: [ChildUsage] = []
    var second: [ChildUsage] = []
    for _ in 0..<repetitions {
      program.folder.clear("warehouse")
      first.append(try run())
      second.append(try run())
    }
    program.folder.clear("warehouse")
    let megabytes = Double(CorpusFile.size(of: corpus.path)) / 1_000_000
    let wall = first.map(\.wallSeconds)
    return [
      Measure("whole run into a new warehouse", wall, "s"),
      Measure("the same, its input a second", wall.map { megabytes / $0 }, "MB/s"),
      Measure("the same, peak memory", first.map(\.peakMegabytes), "MB", bar: "under 256 MB"),
      Measure(
        "second run, nothing changed", second.map(\.wallSeconds), "s",
        against: .init(name: "the first run", samples: wall), bar: "0.01 or less, under 2 s"),
    ]
  }

  private func run() throws -> ChildUsage {
    try program.run([
      "run", "--quiet", "--root", program.root.path, "--raw", corpus.path,
      "--warehouse", program.folder.file("warehouse.sqlite"),
    ])
  }
}
