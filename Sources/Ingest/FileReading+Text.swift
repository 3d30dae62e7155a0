import Model

extension FileReading {
  /// Reads the whole file as one text, but for lines that cannot be read.
  func readText<Failure: Error>(
    _ entry: Manifest.Entry?, isTokenised: Bool = false,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    guard let content = try readAll(body) else { return }
    var text: DecodedText
    var findings: [ReadableLines.Finding] = []
    do throws(TextDecoder.Failure) {
      text = try TextDecoder.decode(
        content, path: path, declared: options.encoding, isTrusted: true, rules: options.rules)
    } catch {
      guard
        let lines = ReadableLines(
          content, path: path, declared: options.encoding, rules: options.rules)
      else {
        progress.breakRecord()
        return try body(
          .rejection(
            Rejection(document: path, stage: .ingest, rule: error.rule, reason: error.reason)))
      }
      (text, findings) = (lines.text, lines.findings)
    }
    let matter = FrontMatter(text.bytes, options.fields)
    if let matter { text = text.dropFirst(matter.end) }
    var raw = RawDocument(text, rawBytes: content.count, nil)
    if let matter { raw.metadata = matter.metadata }
    raw.complete(by: entry)
    if isTokenised {
      // Which bytes a character came from is lost with the blanks.
      raw.text = WordSegments.joined(text.bytes)
      raw.source.map = nil
    }
    try maker.make(raw, fallbackID: path, record: nil, place: FilePlace(path: path), body)
    for finding in findings { try body(.refused(path, finding.rule, finding.reason)) }
  }

  /// The bytes of the only document; nil when they were refused.
  func readAll<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8]? {
    do throws(StreamError) {
      if let content = try bytes.readAll(limit: limit) { return content }
    } catch {
      try body(cut(error, record: nil))
      return nil
    }
    try body(tooLarge(FilePlace(path: path)))
    return nil
  }
}
