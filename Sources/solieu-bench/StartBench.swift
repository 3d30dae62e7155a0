/// How long the program takes to do next to nothing.
struct StartBench {
  let program: ProgramUnderTest
  let repetitions: Int

  func measures() throws -> [Measure] {
    let article = program.folder.file("article.txt")
    try writeFile(
      article, Array("Năm 2024, cả nước thu hoạch 7,1 triệu ha lúa, tăng 1,5%.\n".utf8))
    var version: [Double] = []
    var extract: [Double] = []
    for _ in 0..<repetitions {
      version.append(try milliseconds(["--version"]))
      extract.append(try milliseconds(["extract", "--root", program.root.path, article]))
    }
    return [
      Measure("start-up, `solieu --version`", version, "ms", bar: "under 15 ms"),
      Measure("start-up, `extract` of a short article", extract, "ms", bar: "under 60 ms"),
    ]
  }

  private func milliseconds(_ arguments: [String]) throws -> Double {
    try program.run(arguments).wallSeconds * 1000
  }
}
