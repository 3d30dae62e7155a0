import Model

/// The reading of one file, or of one entry of an archive.
struct FileReading {
  let bytes: ByteStream
  /// The file as the system knows it; rejections that name no document are about it.
  let file: String
  /// What the documents are told to come from.
  let documentPath: String?
  let options: IngestOptions
  /// Numbers the documents of an archive.
  var counter: RecordCounter?

  /// What messages and ids made up call it.
  var path: String { bytes.path }
  var limit: Int { options.limits.documentBytes }
  var maker: DocumentMaker {
    DocumentMaker(
      path: documentPath, timeZone: options.timeZone, counter: counter, rules: options.rules)
  }

  init(bytes: ByteStream, file: String, documentPath: String?, options: IngestOptions) {
    self.bytes = bytes
    self.file = file
    self.documentPath = documentPath
    self.options = options
  }

  /// Reads all documents.
  ///
  /// - Parameters:
  ///   - name: What the format is told by, unless the content tells another one.
  ///   - isChosen: Whether somebody named the file: it is then text when nothing tells its format.
  ///   - entry: What the manifest beside the file says about it.
  func read<Failure: Error>(
    named name: String, isChosen: Bool, _ entry: Manifest.Entry?,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let head = bytes.peek(FormatSniffer.headBytes)
    let known = options.format ?? FormatSniffer.format(of: head, named: name)
    guard let format = known ?? (isChosen ? .text : nil) else {
      return try body(.refused(file, unknownRule, unknownFormat))
    }
    switch format {
    case .text: try readText(entry, body)
    case .tokenised: try readText(entry, isTokenised: true, body)
    case .sql: try body(.refused(file, "sql", dump))
    case .jsonLines: try readJSONLines(body)
    case .json: try readJSON(body)
    case .csv: try readCSV(body)
    case .html: try readPage(entry, body)
    case .warc: try readWARC(body)
    }
  }

  /// An archive with a strange entry has been read all the same.
  private var unknownRule: String { counter == nil ? "unknown-format" : "unknown-entry" }

  private var unknownFormat: String {
    "\(path): has an unknown format; convert it to .txt, .html, .jsonl, .json, .csv or .warc, or "
      + "name the file itself to have it read as text"
  }

  private var dump: String {
    "\(path): is a SQL dump; load it into its database, and export the table of the articles as CSV "
      + "or JSON Lines"
  }

  func tooLarge(_ place: FilePlace) -> IngestItem {
    .refused(file, "too-large", "\(place): more than \(limit) bytes for one document; split it")
  }
}
