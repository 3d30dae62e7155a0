import Ingest
import Model

/// The first stage as a filter: raw files to documents, JSON Lines.
public enum IngestFilter {
  /// Throws ``PipelineError`` when the output cannot be written to.
  ///
  /// - Parameter options: how files are read; see ``IngestOptions/init(rules:)``.
  public static func run(
    paths: [String], options: IngestOptions = IngestOptions(), output: Output
  ) throws(PipelineError) -> StageCount {
    var count = StageCount()
    var writer = JSONWriter()
    try RawFiles.read(paths: paths, options: options) { (item) throws(PipelineError) in
      switch item {
      case .rejection(let rejection):
        if rejection.refusesDocument { count.refused += 1 }
        Words.logger.warning("\(rejection.reason)")
      case .document(let document):
        count.read += 1
        writer.removeAll()
        try document.writeJSON(to: &writer) { (writer) throws(PipelineError) in
          try output.write(writer.bytes)
          writer.removeWritten()
        }
        writer.newline()
        try output.write(writer.bytes)
      }
    }
    try output.flush()
    return count
  }
}

extension Rejection {
  /// False for what is wrong with the metadata of a document that was read all the same.
  var refusesDocument: Bool {
    !["ingest:date", "ingest:field", "ingest:manifest"].contains(rule)
  }
}
