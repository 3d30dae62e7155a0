import Tables

extension FileReading {
  /// Reads one document a record, after a header.
  func readCSV<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    var documents = CSVDocuments(self)
    let head = bytes.peek(ChunkReader.chunkBytes)
    let reader = CSVReader(
      delimiter: options.delimiter ?? CSVDocuments.delimiter(in: head), maximumRecordBytes: limit,
      skipsBlankLines: true, resumesAfterOpenQuote: true)
    let chunks = ChunkReader(bytes)
    while !documents.isHopeless {
      let chunk: UnsafeBufferPointer<UInt8>?
      do throws(StreamError) {
        chunk = try chunks.next()
      } catch {
        return try body(cut(error, record: documents.records + 1))
      }
      guard let chunk else { break }
      try reader.read(chunk) { (event) throws(Failure) in try documents.take(event, body) }
    }
    try reader.finish { (event) throws(Failure) in try documents.take(event, body) }
    try documents.finish(body)
  }
}
