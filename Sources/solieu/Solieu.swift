import ArgumentParser
import Pipeline

@main
struct Solieu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Reads the figures of Vietnamese news into a SQLite warehouse.",
    discussion: """
      The stages are filters that can be run one by one: ingest, extract, validate, load. `run` is \
      all of them in one go, incremental and safe to kill.

        solieu run
        solieu query ten-largest-amounts
        solieu extract article.txt | jq .quote

      Exit codes: 0 done; 1 done, but a threshold was passed or nothing was found; 2 could not be \
      done; 64 wrong usage; 75 another run is at work.
      """,
    version: "\(Program.name) \(Program.version)",
    subcommands: [
      Run.self, Ingest.self, Extract.self, Validate.self, Load.self, Explain.self, Number.self,
      QueryCommand.self, Search.self, Export.self, Check.self, Verify.self, Runs.self, Schema.self,
      PlantErrors.self,
    ])

  static func main() {
    KeptMemory.allow()
    main(nil)
  }
}
