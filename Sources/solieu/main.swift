import Examples
import Extraction
import Glibc
import Model
import Rules
import Tables

let args = CommandLine.arguments
do {
  let rules = try RuleSet(folder: "Pipelines/rules")
  if args.contains("--examples") {
    let runner = ExampleRunner(rules: rules)
    for example in try ExampleFolder.load("Pipelines/examples") {
      for failure in runner.failures(of: example) { print(failure) }
    }
    for failure in try RowExamples(examplesFolder: "Pipelines/examples", rulesFolder: "Pipelines/rules").failures(rules: rules) { print(failure) }
    exit(0)
  }
  let extractor = Extractor(rules: rules)
  var writer = JSONWriter()
  let numerals = args.contains("--numerals")
  for path in args.dropFirst() where !path.hasPrefix("--") {
    guard let bytes = try InputFile(path: path).readAll() else { continue }
    let reading = extractor.read(Document(id: path, text: bytes))
    if numerals {
      for n in reading.numerals {
        n.writeJSON(to: &writer, document: path, quote: String(decoding: bytes[n.span.byteStart..<n.span.byteEnd], as: UTF8.self))
        writer.newline()
      }
    } else {
      for figure in reading.figures { figure.writeJSON(to: &writer); writer.newline() }
    }
  }
  writer.bytes.withUnsafeBufferPointer { _ = write(1, $0.baseAddress, $0.count) }
} catch { print(error) }
