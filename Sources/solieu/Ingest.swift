import ArgumentParser
import Ingest
import Pipeline

struct Ingest: SolieuCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Raw files to documents, JSON Lines: the first stage alone.",
    discussion: """
      Reads .txt, .md, .jsonl, .json and .csv files, and folders of them; `-` is the standard input \
      as JSON Lines. What cannot be read is told on standard error, and the rest goes on.

        solieu ingest Raw > documents.jsonl
      """)

  @OptionGroup var data: RootOptions

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String]

  func execute() throws -> Int32 {
    let options = try IngestOptions(rules: data.find().rules)
    return try IngestFilter.run(paths: paths, options: options, output: Output()).exitCode
  }
}
