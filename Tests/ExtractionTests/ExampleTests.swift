import Examples
import Rules
import Testing

/// The example tables beside the rules, run as tests in both directions.
@Suite struct ExampleTests {
  @Test func everyExampleIsMet() throws {
    let runner = ExampleRunner(rules: try Project.rules.get())
    let examples = try ExampleFolder.load(Project.examplesFolder)
    #expect(examples.count > 1)
    for example in examples {
      for failure in runner.failures(of: example) { Issue.record("\(failure)") }
    }
  }

  @Test func everyRuleRowIsExercised() throws {
    let rows = try RowExamples(
      examplesFolder: Project.examplesFolder, rulesFolder: Project.rulesFolder)
    for failure in try rows.failures(rules: try Project.rules.get()) {
      Issue.record("\(failure)")
    }
  }
}
