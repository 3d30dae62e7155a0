import Ingest
import Model
import Rules

/// The second stage as a filter: raw files or documents to figures or numerals, JSON Lines.
///
/// The output is in the order of the input, whatever the number of jobs.
public struct ExtractFilter: Sendable {
  let rules: RuleSet
  let jobs: Int
  let writesNumerals: Bool

  /// - Parameters:
  ///   - jobs: How many documents are read at a time.
  ///   - writesNumerals: Writes every numeral with its disposition instead of the figures.
  public init(rules: RuleSet, jobs: Int, writesNumerals: Bool) {
    self.rules = rules
    self.jobs = jobs
    self.writesNumerals = writesNumerals
  }

  /// What a worker makes of a batch.
  private struct Result: Sendable {
    var bytes: [UInt8]
    var rejections: [Rejection]
    var documents: Int
  }

  /// Throws ``PipelineError`` when the output cannot be written to.
  ///
  /// - Parameter paths: files and folders; `-` is the standard input as JSON Lines.
  public func run(paths: [String], output: Output) throws -> StageCount {
    var count = StageCount()
    let feed = DocumentFeed(paths: paths)
    try Conveyor<DocumentBatch, Result>.run(
      jobs: jobs, feed: { put in feed.feed(put) }, worker: { worker() },
      take: { next in
        while let result = next() {
          count.read += result.documents
          for rejection in result.rejections {
            if rejection.refusesDocument { count.refused += 1 }
            Words.logger.warning("\(rejection.reason)")
          }
          try output.write(result.bytes)
        }
      })
    try output.flush()
    return count
  }

  private func worker() -> (DocumentBatch) -> Result {
    let stages = Stages(rules: rules)
    return { batch in
      var writer = JSONWriter(reservingCapacity: batch.textBytes)
      var result = Result(bytes: [], rejections: [], documents: 0)
      for item in batch.items {
        switch item {
        case .rejection(let rejection): result.rejections.append(rejection)
        case .document(let document):
          result.documents += 1
          write(stages.extract(document), to: &writer)
        }
      }
      result.bytes = writer.bytes
      return result
    }
  }

  private func write(_ reading: DocumentReading, to writer: inout JSONWriter) {
    guard writesNumerals else {
      for figure in reading.figures {
        figure.writeJSON(to: &writer)
        writer.newline()
      }
      return
    }
    let text = reading.document.text
    for numeral in reading.numerals {
      let quote = String(
        decoding: text[numeral.span.byteStart..<numeral.span.byteEnd], as: UTF8.self)
      numeral.writeJSON(to: &writer, document: reading.document.id, quote: quote)
      writer.newline()
    }
  }
}
