import Model

extension FileReading {
  /// Reads the whole file as one text.
  func readText<Failure: Error>(
    _ entry: Manifest.Entry?, isTokenised: Bool = false,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    guard let content = try readAll(body) else { return }
    let text: DecodedText
    do throws(TextDecoder.Failure) {
      text = try TextDecoder.decode(
        content, path: path, declared: options.encoding, isTrusted: true, rules: options.rules)
    } catch {
      progress.breakRecord()
      return try body(
        .rejection(
          Rejection(document: path, stage: .ingest, rule: error.rule, reason: error.reason)))
    }
    var raw = RawDocument(text, rawBytes: content.count, entry)
    if isTokenised {
      // Which bytes a character came from is lost with the blanks.
      raw.text = WordSegments.joined(text.bytes)
      raw.source.map = nil
    }
    try maker.make(raw, fallbackID: path, record: nil, place: FilePlace(path: path), body)
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
