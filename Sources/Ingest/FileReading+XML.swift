import Model

extension FileReading {
  /// Reads what Scrapy and trafilatura write as XML, and what is built alike.
  func readXML<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let parser = XMLParser(XMLDocuments(options.fields, limit: limit))
    let chunks = ChunkReader(bytes)
    var isReadable = true
    var hasText = false
    while isReadable {
      let chunk: UnsafeBufferPointer<UInt8>?
      do throws(StreamError) {
        chunk = try chunks.next()
      } catch {
        return try body(cut(error, record: parser.documents.finished.last?.number))
      }
      guard let chunk else { break }
      isReadable = parser.read(chunk)
      guard try take(parser, &hasText, body) else { return }
    }
    if isReadable { parser.finish() }
    guard try take(parser, &hasText, body) else { return }
    if let problem = parser.takeProblem() {
      progress.cut()
      try body(.refused(file, "xml", "\(path): \(problem); what follows is not read; correct it"))
    } else if parser.documents.isEmpty {
      try body(.refused(file, "empty", "\(path): the file holds no records; fill it, or remove it"))
    }
  }

  /// Makes documents of the records that are complete; false where the first one shows that they
  /// have no texts.
  private func take<Failure: Error>(
    _ parser: XMLParser, _ hasText: inout Bool, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let records = parser.documents.finished
    parser.documents.finished = []
    for record in records {
      if record.raw.text != nil { hasText = true }
      guard hasText || record.problem != nil else {
        progress.cut()
        try body(
          .refused(
            file, "xml",
            "\(path):\(record.line): the first record has no element 'text'; name the element of the "
              + "texts so, or map it in the pipeline file"))
        return false
      }
      try make(record, encoding: parser.encoding, isAlone: parser.documents.isAlone, body)
    }
    return true
  }

  private func make<Failure: Error>(
    _ record: XMLDocuments.Record, encoding: String?, isAlone: Bool,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let place = FilePlace(path: path, line: record.line, offset: record.range.lowerBound)
    let number = isAlone ? nil : record.number
    if record.isTooLong { return try body(tooLarge(place, record: number)) }
    if let problem = record.problem {
      return try body(
        broken("xml", "\(place): \(problem); correct the XML there", at: place, record: number))
    }
    var raw = record.raw
    raw.source = TextSource(encoding: encoding ?? "utf-8", map: nil, record: record.range)
    try maker.make(
      raw, fallbackID: isAlone ? path : "\(path)#\(record.number)", record: number, place: place,
      body)
  }
}
