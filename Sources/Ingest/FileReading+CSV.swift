import Tables

extension FileReading {
  /// Reads one document a record, after a header.
  func readCSV<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    var documents = CSVDocuments(maker: maker, path: path)
    let chunks = ChunkReader(file)
    var reader: CSVReader?
    while !documents.isHopeless {
      let chunk: UnsafeBufferPointer<UInt8>?
      do throws(InputError) {
        if reader == nil { reader = try makeReader() }
        chunk = try chunks.next()
      } catch {
        return try body(.rejection(.unreadable(error)))
      }
      guard let chunk else { break }
      try reader?.read(chunk) { (event) throws(Failure) in try documents.take(event, body) }
    }
    try reader?.finish { (event) throws(Failure) in try documents.take(event, body) }
    try documents.finish(body)
  }

  private func makeReader() throws(InputError) -> CSVReader {
    let head = try file.peek(limit: ChunkReader.chunkBytes)
    return CSVReader(
      delimiter: CSVDocuments.delimiter(in: head), maximumRecordBytes: limit,
      skipsBlankLines: true)
  }
}
