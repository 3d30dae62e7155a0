import ArgumentParser
import Model
import Pipeline
import Rules

struct Number: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "number",
    abstract: "Reads each text as one Vietnamese number, with its exact value and unit.",
    discussion: """
      Ends with exit code 1 when a text is not one number as a whole. Without a text, each line of
      standard input is read.

        solieu number "1,2 triệu đồng" "hai mươi mốt" "3 tỷ rưỡi" "$20"
      """)

  @OptionGroup var data: RootOptions

  @Flag(help: "Write one JSON object a line; null for what is no number.")
  var json = false

  // Texts such as -3,5 begin with a dash and are no options.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The texts, each as one argument.", valueName: "text"))
  var texts: [String] = []

  func execute() throws -> Int32 {
    let rules = try RuleSet(folder: data.find().rules)
    let output = Output()
    var code: Int32 = 0
    func answer(_ text: String) throws {
      switch Result(catching: { try NumberText(text, rules: rules) }) {
      case .success(let number): try write(number, to: output)
      case .failure(let reason):
        code = PipelineError.Code.threshold.rawValue
        try refuse(text, reason, output)
      }
    }
    // All arguments are taken as they are, the -- that ends options too.
    for text in texts.first == "--" ? texts.dropFirst() : texts[...] { try answer(text) }
    if texts.isEmpty {
      while let line = readLine() { try answer(line) }
    }
    try output.flush()
    return code
  }

  private func write(_ number: NumberText, to output: Output) throws {
    guard json else { return try output.write("\(number.description)\n") }
    var writer = JSONWriter()
    number.writeJSON(to: &writer)
    writer.newline()
    try output.write(writer.bytes)
  }

  private func refuse(_ text: String, _ reason: any Error, _ output: Output) throws {
    if json {
      var writer = JSONWriter()
      writer.null()
      writer.newline()
      try output.write(writer.bytes)
    }
    Words.logger.warning(
      "'\(text)' is not one number: \(reason); write it as in an article: 1,2 triệu đồng")
  }
}
