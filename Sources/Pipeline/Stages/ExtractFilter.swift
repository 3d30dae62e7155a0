import Ingest
import Model
import Rules

/// The second stage as a filter: raw files or documents to figures or numerals, JSON Lines.
///
/// The output is in the order of the input, whatever the number of jobs.
public struct ExtractFilter: Sendable {
  let rules: RuleSet
  let jobs: Int
  let form: Form
  let options: IngestOptions

  /// What is written.
  public enum Form: Sendable {
    case figures
    /// With what each attribute comes from.
    case explainedFigures
    /// Every numeral with its disposition.
    case numerals
    /// Only how many numerals of each disposition there are, and whether a digit was lost.
    case ledger
  }

  /// - Parameters:
  ///   - jobs: How many documents are read at a time.
  ///   - form: What to write of each document.
  ///   - options: How raw files are read.
  public init(
    rules: RuleSet, jobs: Int, form: Form, options: IngestOptions = IngestOptions()
  ) {
    self.options = options
    self.rules = rules
    self.jobs = jobs
    self.form = form
  }

  /// What a worker makes of a batch.
  private struct Result: Sendable {
    var bytes: [UInt8]
    var rejections: [Rejection]
    var documents: Int
    var ledger = NumeralLedger()
  }

  /// Throws ``PipelineError`` when the output cannot be written to.
  ///
  /// - Parameter paths: files and folders; `-` is the standard input as JSON Lines.
  public func run(paths: [String], output: Output) throws -> StageCount {
    var count = StageCount()
    var ledger = NumeralLedger()
    let feed = DocumentFeed(paths: paths, options: options)
    try Conveyor<DocumentBatch, Result>.run(
      jobs: jobs, feed: { put in feed.feed { $0.divided(put) } }, worker: { worker() },
      take: { next in
        while let result = next() {
          count.read += result.documents
          for rejection in result.rejections {
            if rejection.refusesDocument { count.refused += 1 }
            Words.logger.warning("\(rejection.reason)")
          }
          ledger += result.ledger
          try output.write(result.bytes)
        }
      })
    if form == .ledger { try output.write(ledger.description) }
    try output.flush()
    return count
  }

  private func worker() -> (DocumentBatch) -> Result {
    // Made with the first batch: where there is one document, one worker gets any.
    var made: Stages?
    return { batch in
      let stages = made ?? Stages(rules: rules)
      made = stages
      var writer = JSONWriter(reservingCapacity: batch.textBytes)
      var result = Result(bytes: [], rejections: [], documents: 0)
      for item in batch.items {
        switch item {
        case .rejection(let rejection): result.rejections.append(rejection)
        case .document(let document):
          let piece = batch.piece
          if piece.map({ $0.bytes.lowerBound == 0 }) ?? true { result.documents += 1 }
          let reading = stages.extract(
            document, piece, isExplaining: form == .explainedFigures)
          if form == .ledger { result.ledger.add(reading, of: piece?.bytes) }
          write(reading, to: &writer)
        }
      }
      result.bytes = writer.bytes
      return result
    }
  }

  private func write(_ reading: DocumentReading, to writer: inout JSONWriter) {
    switch form {
    case .figures:
      for figure in reading.figures {
        figure.writeJSON(to: &writer)
        writer.newline()
      }
    case .explainedFigures:
      for (figure, evidence) in zip(reading.figures, reading.evidence) {
        figure.writeJSON(to: &writer, explanation: evidence)
        writer.newline()
      }
    case .numerals: writeNumerals(reading, to: &writer)
    case .ledger: break
    }
  }

  private func writeNumerals(_ reading: DocumentReading, to writer: inout JSONWriter) {
    let text = reading.document.text
    for numeral in reading.numerals {
      let quote = String(
        decoding: text[numeral.span.byteStart..<numeral.span.byteEnd], as: UTF8.self)
      numeral.writeJSON(to: &writer, document: reading.document.id, quote: quote)
      writer.newline()
    }
  }
}
