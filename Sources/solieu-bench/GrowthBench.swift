/// Whole runs over texts of two sizes: how time and memory grow.
struct GrowthBench {
  let program: ProgramUnderTest
  let corpus: CorpusFile
  let repetitions: Int

  private static let megabyte = 1_000_000

  /// Ten times the text against ten times the time.
  func time() throws -> [Measure] {
    let small = try make(10)
    let large = try make(100)
    defer { program.folder.clear("made") }
    var few: [Double] = []
    var many: [Double] = []
    for _ in 0..<repetitions {
      few.append(try run(small).wallSeconds)
      many.append(try run(large).wallSeconds)
    }
    return [
      Measure(
        "a run over 100 MB of text", many, "s",
        against: .init(name: "over 10 MB", samples: few), bar: "11 or less")
    ]
  }

  /// The peaks of 100 MB and of 1 GB of text.
  func memory() throws -> [Measure] {
    defer { program.folder.clear("made") }
    let small = try run(make(100)).peakMegabytes
    program.folder.clear("made")
    let large = try run(make(1000)).peakMegabytes
    return [
      Measure("peak memory, 100 MB of text", [small], "MB", bar: "under 256 MB"),
      Measure(
        "peak memory, 1 GB of text", [large], "MB",
        against: .init(name: "100 MB", samples: [small]), bar: "under 256 MB, 1.15 or less"),
    ]
  }

  private func make(_ megabytes: Int) throws -> String {
    let path = program.folder.file("made-\(megabytes).jsonl")
    try MadeCorpus(corpus: corpus).write(bytes: megabytes * Self.megabyte, to: path)
    return path
  }

  private func run(_ path: String) throws -> ChildUsage {
    program.folder.clear("warehouse")
    defer { program.folder.clear("warehouse") }
    return try program.run([
      "run", "--quiet", "--root", program.root.path, "--raw", path,
      "--warehouse", program.folder.file("warehouse.sqlite"),
    ])
  }
}
