import Ingest
import Model
import Tables
import Warehouse

/// Where the words of a figure stand in the file as it came.
struct RawPlace {
  private let origin: DocumentOrigin
  /// The bytes of the quote; nil when only the record is known.
  private let quote: Range<Int>?

  /// The most bytes of a record that are searched for the quote.
  private static let searchedBytes = 64 << 20

  /// Nil when the origin of the document is not known.
  ///
  /// - Parameters:
  ///   - fields: The columns of the query `provenance`.
  ///   - rules: The folder of the tables of encodings.
  init?(_ fields: [String: SQLValue], _ warehouse: Warehouse, rules: String) throws {
    guard let document = fields["document"]?.text, let version = fields["version"]?.integer,
      let start = fields["byte_start"]?.integer, let end = fields["byte_end"]?.integer,
      let origin = try warehouse.origin(of: document, version: version),
      let text = try warehouse.text(of: document, version: version)
    else { return nil }
    self.origin = origin
    let bytes = Array(text.utf8)
    guard start <= end, end <= bytes.count else { return nil }
    let path = origin.rawFile == nil ? fields["path"]?.text : nil
    quote =
      origin.map == nil
      ? path.flatMap { Self.search(start..<end, of: bytes, in: $0, origin, rules) }
      : origin.rawRange(of: start..<end, in: bytes)
  }

  /// What to tell of it, by names.
  var fields: [(name: String, value: SQLValue)] {
    var fields: [(name: String, value: SQLValue)] = [
      ("encoding", .text(origin.encoding)),
      ("encoding_confidence", .integer(origin.confidence)),
      ("record_bytes", .text("\(origin.rawStart)-\(origin.rawEnd)")),
    ]
    if let file = origin.rawFile { fields.append(("raw_file", .text(file))) }
    if let quote {
      fields.append(("raw_start", .integer(quote.lowerBound)))
      fields.append(("raw_end", .integer(quote.upperBound)))
    }
    return fields
  }

  /// Looks for the quote in its record: where it stands several times, with the text around it.
  private static func search(
    _ span: Range<Int>, of text: [UInt8], in path: String, _ origin: DocumentOrigin,
    _ rules: String
  ) -> Range<Int>? {
    let length = origin.rawEnd - origin.rawStart
    guard length <= searchedBytes, let raw = bytes(origin.rawStart..<origin.rawEnd, of: path),
      let decoded = origin.encoding == "utf-8"
        ? DecodedText(bytes: raw)
        : (try? IngestRules(folder: rules))?.decode(raw, from: origin.encoding)
    else { return nil }
    // As the text was composed, so is what it is looked for in.
    let (record, map) = Normalizer.nfc(decoded.bytes, map: decoded.map)
    let quote = text[span]
    var best: (offset: Int, context: Int)?
    var isAmbiguous = false
    for offset in offsets(of: quote, in: record) {
      let context =
        common(text[..<span.lowerBound].reversed(), record[..<offset].reversed())
        + common(text[span.upperBound...], record[(offset + quote.count)...])
      isAmbiguous = context == best?.context
      if context > best?.context ?? -1 { best = (offset, context) }
    }
    guard let best, !isAmbiguous else { return nil }
    let found = map.rawRange(of: best.offset..<best.offset + quote.count, in: record)
    return found.map { origin.rawStart + $0.lowerBound..<origin.rawStart + $0.upperBound }
  }

  private static func bytes(_ range: Range<Int>, of path: String) -> [UInt8]? {
    guard let file = try? InputFile(path: path), Int(file.status.st_size) >= range.upperBound else {
      return nil
    }
    return try? file.bytes(range)
  }

  private static func offsets(of part: ArraySlice<UInt8>, in text: [UInt8]) -> [Int] {
    guard let first = part.first, text.count >= part.count else { return [] }
    return (0...text.count - part.count).filter {
      text[$0] == first && text[$0...].starts(with: part)
    }
  }

  private static func common(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    zip(left, right).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
  }
}
