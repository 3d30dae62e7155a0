import Model
import Rules
import Validation

/// The third stage as a filter: figures to the same with verdicts, JSON Lines.
///
/// The figures of a document must follow each other, as the extraction writes them.
public enum ValidateFilter {
  /// Throws ``PipelineError`` when the input cannot be read or the output not be written to.
  ///
  /// - Parameters:
  ///   - path: the file of figures; nil and `-` are the standard input.
  ///   - documents: the output of the ingest stage, in the same order; with it the words around a
  ///     figure bear on its verdicts, as they do in a run.
  public static func run(
    rules: RuleSet, path: String?, documents: String?, output: Output
  ) throws(PipelineError) -> StageCount {
    var count = StageCount()
    let refused = Tally()
    let refuse: (String) -> Void = { reason in
      refused.count += 1
      Words.logger.warning("\(reason)")
    }
    let lines = try JSONLines(path: path, refuse: refuse)
    let texts = try documents.map { path throws(PipelineError) in
      try JSONLines(path: path, refuse: refuse)
    }
    let figures = DocumentLines(lines) { (json) throws(JSONFieldError) in try Figure(json: json) }
    let validator = Validator(rules: rules)
    var writer = JSONWriter()
    while let group = try figures.next() {
      count.read += group.values.count
      // Verdicts of an earlier pass are given anew.
      let unjudged = group.values.map { $0.withoutVerdicts }
      guard let document = try Self.document(group.document, texts) else {
        refuse(
          "\(group.place): '\(group.document)' is not among the documents, or not in their order")
        continue
      }
      let reading = validator.validate(DocumentReading(document: document, figures: unjudged))
      for rejection in reading.rejections {
        Words.logger.warning("\(rejection.inLine); the figure is left out")
      }
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

  /// Reads on to the document of that name; one without text where none are given.
  private static func document(
    _ id: String, _ texts: JSONLines?
  ) throws(PipelineError) -> Document? {
    guard let texts else { return Document(id: id, text: []) }
    while true {
      let next = try texts.next { (json) throws(JSONFieldError) in try Document(json: json) }
      guard let next else { return nil }
      if next.id == id { return next }
    }
  }
}

/// A count that closures share.
final class Tally {
  var count = 0
}

extension Rejection {
  /// Where it stands, what refused it, and why.
  fileprivate var inLine: String {
    let place = span.map { "\(document):\($0.charStart)" } ?? document
    return "\(place): \(rule): \(reason)"
  }
}

extension Figure {
  var withoutVerdicts: Figure {
    var figure = self
    figure.verdicts = []
    return figure
  }
}
