import Model
import Tables

extension FileReading {
  /// Reads the whole file as one text.
  func readText<Failure: Error>(
    _ entry: Manifest.Entry?, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let place = FilePlace(path: path)
    let bytes: [UInt8]?
    do throws(InputError) {
      bytes = try file.readAll(limit: limit)
    } catch {
      return try body(.rejection(.unreadable(error)))
    }
    guard let bytes else { return try body(tooLarge(place)) }
    let text: [UInt8]
    do throws(TextDecoder.Failure) {
      text = try TextDecoder.decode(bytes, path: path)
    } catch {
      let rejection = Rejection(
        document: path, stage: .ingest, rule: error.rule, reason: error.reason)
      return try body(.rejection(rejection))
    }
    let raw = RawDocument(text: text, entry)
    try maker.make(raw, fallbackID: path, record: nil, place: place, body)
  }
}
