import Model
import Rules
import Validation

/// The third stage as a filter: figures to the same with verdicts, JSON Lines.
///
/// The figures of a document must follow each other, as the extraction writes them.
public enum ValidateFilter {
  /// Throws ``PipelineError`` when the input cannot be read or the output not be written to.
  ///
  /// - Parameter path: the file of figures; nil and `-` are the standard input.
  public static func run(
    rules: RuleSet, path: String?, output: Output
  ) throws(PipelineError) -> StageCount {
    var count = StageCount()
    let refused = Tally()
    let lines = try JSONLines(path: path) { reason in
      refused.count += 1
      Words.logger.warning("\(reason)")
    }
    let figures = DocumentLines(lines) { (json) throws(JSONFieldError) in try Figure(json: json) }
    let validator = Validator(rules: rules)
    var writer = JSONWriter()
    while let group = try figures.next() {
      count.read += group.values.count
      // Verdicts of an earlier pass are given anew.
      let unjudged = group.values.map { $0.withoutVerdicts }
      let document = Document(id: group.document, text: [])
      let reading = validator.validate(DocumentReading(document: document, figures: unjudged))
      writer.removeAll()
      for figure in reading.figures {
        figure.writeJSON(to: &writer)
        writer.newline()
      }
      try output.write(writer.bytes)
    }
    try output.flush()
    count.refused = refused.count
    return count
  }
}

/// A count that closures share.
final class Tally {
  var count = 0
}

extension Figure {
  var withoutVerdicts: Figure {
    var figure = self
    figure.verdicts = []
    return figure
  }
}
