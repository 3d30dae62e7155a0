/// Extraction by one worker against GNU grep looking for digits in the very same bytes.
struct GrepBench {
  let extraction: ExtractionBench
  let folder: ScratchFolder
  let repetitions: Int

  private static let pattern = "[0-9]+([.,][0-9]+)*"

  /// Samples of one side: by the clock, and by what the processor was busy with it.
  private struct Speeds {
    var wall: [Double] = []
    var cpu: [Double] = []
  }

  func measures() throws -> [Measure] {
    let file = folder.file("texts.txt")
    try write(to: file)
    defer { folder.clear("texts") }
    var own = Speeds()
    var grep = Speeds()
    try measureGrep(file, into: &grep)
    grep = Speeds()
    for _ in 0..<repetitions {
      measureOwn(into: &own)
      try measureGrep(file, into: &grep)
    }
    return [
      Measure(
        "extraction, one worker", own.wall, "MB/s",
        against: .init(name: "grep -oE", samples: grep.wall), bar: "1.0 or more"),
      Measure(
        "the same by processor time", own.cpu, "MB/s",
        against: .init(name: "grep -oE", samples: grep.cpu), bar: "1.0 or more"),
    ]
  }

  private func write(to path: String) throws {
    try makeFile(path) { output in
      for document in extraction.documents {
        try output.write(document.text)
        try output.write("\n")
      }
    }
  }

  private func measureOwn(into speeds: inout Speeds) {
    let wall = Clock.wall
    let cpu = Clock.thread
    extraction.readAll()
    speeds.cpu.append(extraction.megabytes / (Clock.thread - cpu))
    speeds.wall.append(extraction.megabytes / (Clock.wall - wall))
  }

  private func measureGrep(_ file: String, into speeds: inout Speeds) throws {
    let usage = try Child.run(
      ["grep", "-oE", Self.pattern, file], environment: ["LC_ALL=C.UTF-8"])
    guard usage.outputBytes > 100 else { throw BenchError("grep: found no numbers in the texts") }
    speeds.cpu.append(extraction.megabytes / usage.cpuSeconds)
    speeds.wall.append(extraction.megabytes / usage.wallSeconds)
  }
}
