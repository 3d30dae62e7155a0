import Model

/// The reading of one file, or of one entry of an archive.
struct FileReading {
  var bytes: ByteStream
  /// The file as the system knows it; rejections that name no document are about it.
  let file: String
  /// What the documents are told to come from.
  let documentPath: String?
  let options: IngestOptions
  /// Numbers the documents of an archive.
  var counter: RecordCounter?
  /// Takes note of what could not be read.
  var progress = ReadingProgress()
  /// What turns the bytes into UTF-8 where they are UTF-16.
  var utf16: UTF16Stream?
  /// The encoding from before Unicode that the file begins in.
  var usualEncoding: String?

  /// What messages and ids made up call it.
  var path: String { bytes.path }
  var limit: Int { options.limits.documentBytes }
  var maker: DocumentMaker {
    DocumentMaker(
      path: documentPath, timeZone: options.timeZone, counter: counter, rules: options.rules,
      headers: options.headers, outlet: options.outlet)
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
    var head = bytes.peek(FormatSniffer.headBytes)
    if let utf16 = UTF16Text(Array(head), declared: options.encoding) {
      head = utf16.decode(Array(head)).text[...]
    }
    let known = options.format ?? FormatSniffer.format(of: head, named: name)
    guard let format = known ?? (isChosen ? .text : nil) else {
      return try body(.refused(file, unknownRule, unknownFormat))
    }
    switch format {
    case .text: try readText(entry, body)
    case .tokenised: try readText(entry, isTokenised: true, body)
    case .sql: try body(.refused(file, "sql", dump))
    case .jsonLines: try decodingUTF16().readJSONLines(body)
    case .json: try decodingUTF16().readJSON(body)
    case .csv: try decodingUTF16().readCSV(body)
    case .xml: try readXML(body)
    case .html: try readPage(entry, body)
    case .warc: try readWARC(body)
    }
  }

  /// An archive with a strange entry has been read all the same.
  private var unknownRule: String { counter == nil ? "unknown-format" : "unknown-entry" }

  private var unknownFormat: String {
    "\(path): has an unknown format; convert it to .txt, .html, .jsonl, .json, .csv, .xml or .warc, "
      + "or name the file itself to have it read as text"
  }

  private var dump: String {
    "\(path): is a SQL dump; load it into its database, and export the table of the articles as CSV "
      + "or JSON Lines"
  }

  /// What ends the reading.
  func cut(_ error: StreamError, record: Int?) -> IngestItem {
    progress.cut()
    return .refused(error, in: file, record: record)
  }

  /// A record of which nothing could be read.
  ///
  /// - Parameters:
  ///   - place: Where it starts.
  ///   - record: Its number in the file; nil for the only one.
  func broken(
    _ rule: String, _ reason: String, at place: FilePlace, record: Int?
  ) -> IngestItem {
    progress.breakRecord()
    return .refused(file, rule, reason + rawPlace(place).record(record))
  }

  func tooLarge(_ place: FilePlace, record: Int? = nil) -> IngestItem {
    broken(
      "too-large",
      "\(place): more than \(limit) bytes for one document; split it, or raise document_bytes under "
        + "limits in the pipeline file", at: place, record: record)
  }

  /// The place with its offset in the file as it came.
  func rawPlace(_ place: FilePlace) -> FilePlace {
    var place = place
    place.offset = rawRange(of: place.offset..<place.offset).lowerBound
    return place
  }
}
