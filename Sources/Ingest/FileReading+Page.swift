import Model

extension FileReading {
  /// Reads an HTML page: one document, its article.
  func readPage<Failure: Error>(
    _ entry: Manifest.Entry?, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    guard let content = try readAll(body) else { return }
    let place = FilePlace(path: path)
    let document: PageDocument
    do throws(TextDecoder.Failure) {
      document = try PageDocument(
        content, declared: options.encoding, at: place, rules: options.rules,
        reader: PageReader(rules: options.pageRules))
    } catch {
      progress.breakRecord()
      return try body(
        .rejection(
          Rejection(document: path, stage: .ingest, rule: error.rule, reason: error.reason)))
    }
    var raw = document.raw
    raw.complete(by: entry)
    try maker.make(raw, fallbackID: path, record: nil, place: place, body)
  }
}

/// An HTML page as a document, before it is made one.
struct PageDocument {
  var raw = RawDocument()
  /// The language that the page says it is in.
  var language: String?

  /// - Parameters:
  ///   - bytes: The page as it came.
  ///   - declared: The encoding that came with it, which goes before what the page says of itself.
  init(
    _ bytes: [UInt8], declared: String?, at place: FilePlace, rules: IngestRules?,
    reader: PageReader
  ) throws(TextDecoder.Failure) {
    let (decoded, firstBad) = try TextDecoder.decodePage(
      bytes, declared: declared, at: place, rules: rules)
    // Which bytes of the page a character came from is not followed through the markup.
    raw.source = TextSource(
      encoding: decoded.encoding, confidence: decoded.confidence, map: nil, record: 0..<bytes.count)
    let article = reader.read(decoded.bytes)
    language = article.language
    raw.text = article.text
    if article.text == nil {
      raw.problems.append(
        "no article is found in the page; leave it out if it is a list of links, or add the class "
          + "of its text to Pipelines/rules/html.csv")
    }
    if let firstBad, let found = article.text, found.holdsReplacement {
      throw TextDecoder.notUTF8(bytes[firstBad], at: place.advanced(by: bytes, to: firstBad))
    }
    raw.metadata[.title] = article.title
    raw.metadata[.published] = article.published
    raw.metadata[.url] = article.url
    raw.metadata[.outlet] = article.outlet
    raw.metadata[.author] = article.author
  }
}

extension [UInt8] {
  /// Whether U+FFFD is in it.
  fileprivate var holdsReplacement: Bool {
    indices.dropLast(2).contains {
      self[$0] == 0xEF && self[$0 + 1] == 0xBF && self[$0 + 2] == 0xBD
    }
  }
}
