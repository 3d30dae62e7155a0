/// Runs over many small files: the first one, one with nothing changed, one with 1 % new files.
struct FilesBench {
  let program: ProgramUnderTest
  let corpus: CorpusFile
  let count: Int

  func measures() throws -> [Measure] {
    let folder = program.folder.file("files")
    try makeFolder(folder)
    let made = MadeCorpus(corpus: corpus)
    try made.writeFiles(0..<count, below: folder)
    program.folder.clear("warehouse")
    let first = try run(folder).wallSeconds
    let second = try run(folder).wallSeconds
    try made.writeFiles(count..<count + count / 100, below: folder)
    let third = try run(folder).wallSeconds
    program.folder.clear("warehouse")
    let reference = Measure.Reference(name: "the first run", samples: [first])
    return [
      Measure("a run over \(count) files, new warehouse", [first], "s"),
      Measure(
        "the same, nothing changed", [second], "s", against: reference,
        bar: "0.01 or less, under 2 s"),
      Measure("the same, 1 % new files", [third], "s", against: reference, bar: "0.03 or less"),
    ]
  }

  private func run(_ folder: String) throws -> ChildUsage {
    try program.run([
      "run", "--quiet", "--root", program.root.path, "--raw", folder,
      "--warehouse", program.folder.file("warehouse.sqlite"),
    ])
  }
}
