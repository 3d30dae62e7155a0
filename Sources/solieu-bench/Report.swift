import Model
import Pipeline

/// What was measured, as a Markdown table and as JSON.
struct Report {
  var corpus: String
  var measures: [Measure] = []

  init(corpus: String) { self.corpus = corpus }

  var markdown: String {
    var text = "Corpus: \(corpus). Medians, with the lowest and the highest sample.\n\n"
    text += "| Measure | Median | Samples | Against | Ratio | Bar |\n"
    text += "| --- | ---: | --- | --- | ---: | --- |\n"
    for measure in measures { text += row(measure) }
    return text
  }

  private func row(_ measure: Measure) -> String {
    let low = Figures.short(measure.samples.min() ?? 0)
    let high = Figures.short(measure.samples.max() ?? 0)
    let against = measure.against.map {
      "\($0.name), \(Figures.short($0.samples.median)) \(measure.unit)"
    }
    let cells = [
      measure.name, "\(Figures.short(measure.median)) \(measure.unit)",
      "\(measure.samples.count): \(low) to \(high)", against ?? "–",
      measure.ratio.map(Figures.short) ?? "–", measure.bar,
    ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("program", "\(Program.name) \(Program.version)")
    writer.member("corpus", corpus)
    writer.key("measures")
    writer.beginArray()
    for measure in measures { write(measure, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(_ measure: Measure, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", measure.name)
    writer.member("unit", measure.unit)
    write("median", measure.median, to: &writer)
    write("samples", measure.samples, to: &writer)
    if let reference = measure.against {
      writer.member("against", reference.name)
      write("against_median", reference.samples.median, to: &writer)
      write("against_samples", reference.samples, to: &writer)
    }
    if let ratio = measure.ratio { write("ratio", ratio, to: &writer) }
    writer.member("bar", measure.bar)
    writer.endObject()
  }

  private func write(_ name: String, _ value: Double, to writer: inout JSONWriter) {
    writer.key(named: name)
    writer.real(value)
  }

  private func write(_ name: String, _ values: [Double], to writer: inout JSONWriter) {
    writer.key(named: name)
    writer.beginArray()
    for value in values { writer.real(value) }
    writer.endArray()
  }
}

/// Numbers as people read them.
enum Figures {
  /// Three digits that count: `0.0123`, `1.23`, `123`.
  static func short(_ value: Double) -> String {
    var places = 0
    var size = value.magnitude
    while size < 99.95, places < 4 {
      size *= 10
      places += 1
    }
    guard places > 0 else { return "\(Int(value.rounded()))" }
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value.magnitude * Double(unit)).rounded())
    let rest = String(scaled % unit)
    let zeros = String(repeating: "0", count: places - rest.count)
    return "\(value < 0 ? "-" : "")\(scaled / unit).\(zeros)\(rest)"
  }
}
