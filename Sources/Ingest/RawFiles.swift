import Model

/// The stage from raw files to documents, as a whole.
public enum RawFiles {
  /// Reads the files and folders at `paths`, `-` being the standard input as JSON Lines, and calls
  /// `body` for each document and rejection in a fixed order; see ``SourceWalker``.
  ///
  /// - Throws: Only what `body` throws.
  public static func read<Failure: Error>(
    paths: [String], options: IngestOptions = IngestOptions(),
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    var reader = DocumentReader(options: options)
    for path in paths {
      if path == "-" {
        try reader.readStandardInput(body)
        continue
      }
      for entry in SourceWalker(paths: [path]) {
        switch entry {
        case .file(let source): try reader.read(source, body)
        case .rejection(let rejection): try body(.rejection(rejection))
        }
      }
    }
  }
}
