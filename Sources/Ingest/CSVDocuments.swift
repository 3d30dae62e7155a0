import Model
import Tables

/// Makes documents of the records of a CSV file.
struct CSVDocuments {
  let reading: FileReading
  private var columns: [(index: Int, match: FieldNames.Match)] = []
  private var width = 0
  /// What stands in a field that has no value.
  private var null: String?
  private(set) var records = 0
  /// True when the header lacks what is needed: no record can be read then.
  private(set) var isHopeless = false

  private var path: String { reading.path }

  init(_ reading: FileReading) { self.reading = reading }

  /// The most frequent of `,`, `;` and tab in the first line.
  static func delimiter(in head: ArraySlice<UInt8>) -> UInt8 {
    let line = head.prefix { $0 != 0x0A }
    var best = (byte: UInt8(ascii: ","), count: 0)
    for byte in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let count = line.count { $0 == byte }
      if count > best.count { best = (byte, count) }
    }
    return best.byte
  }

  mutating func take<Failure: Error>(
    _ event: CSVEvent, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isHopeless else { return }
    switch event {
    case .problem(let problem):
      if width > 0 { records += 1 } else { isHopeless = true }
      // All that follows an open quote may be lost in it.
      if isHopeless || problem.kind == .unterminatedQuote { reading.progress.cut() }
      let place = FilePlace(
        path: path, line: problem.line, column: problem.column, offset: problem.byteOffset)
      try body(
        reading.broken(
          "csv", "\(place): \(problem.message)", at: place, record: width > 0 ? records : nil))
    case .record(let record):
      if width == 0 {
        guard isHeaderless(record) else { return try takeHeader(record, body) }
      }
      try takeRecord(record, body)
    }
  }

  /// Refuses a file without a header.
  func finish<Failure: Error>(_ body: (IngestItem) throws(Failure) -> Void) throws(Failure) {
    guard width == 0, !isHopeless else { return }
    try body(.refused(reading.file, "empty", "\(path): the file is empty; fill it, or remove it"))
  }

  /// trafilatura writes no header.
  private mutating func isHeaderless(_ record: CSVRecord) -> Bool {
    guard record.count == Self.trafilatura.count, let digest = record.text(at: 2), !digest.isEmpty,
      digest.utf8.count <= 16,
      UInt64(digest, radix: 16) != nil,
      let url = record.text(at: 0), url == Self.null || RawDocument.isAddress(url),
      let date = record.text(at: 6), date == Self.null || PublishedDate.iso(date) != nil
    else { return false }
    width = record.count
    null = Self.null
    for (index, name) in Self.trafilatura.enumerated() {
      if let match = reading.options.fields.match(name) { columns.append((index, match)) }
    }
    return true
  }

  private static let trafilatura = [
    "url", "", "", "hostname", "title", "", "date", "text", "", "", "",
  ]
  private static let null = "null"

  private mutating func takeHeader<Failure: Error>(
    _ record: CSVRecord, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    width = record.count
    for index in 0..<record.count {
      guard let name = name(record, index), let match = reading.options.fields.match(name)
      else { continue }
      columns.append((index, match))
    }
    guard !columns.contains(where: { $0.match.field == .text }) else { return }
    isHopeless = true
    reading.progress.cut()
    let place = FilePlace(path: path, line: record.line)
    let reason =
      "\(place): the header has no column 'text'; name the column of the texts so, or map it in "
      + "the pipeline file"
    try body(.refused(reading.file, "csv", reason))
  }

  /// A column's name, which may be in an encoding from before Unicode.
  private func name(_ record: CSVRecord, _ index: Int) -> String? {
    if let name = record.text(at: index) { return name }
    let bytes = Array(record[index])
    return reading.legacy(bytes).map {
      Normalizer.nfc(String(decoding: $0.encoding.decode(bytes[...]).text, as: UTF8.self))
    }
  }

  private mutating func takeRecord<Failure: Error>(
    _ record: CSVRecord, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    records += 1
    guard record.count == width else {
      let place = FilePlace(
        path: path, line: record.line, column: min(record.count, width) + 1,
        offset: record.byteOffset)
      let reason =
        "\(place): the record has \(record.count) fields, the header \(width); "
        + "put fields that hold the delimiter in quotes"
      return try body(reading.broken("csv", reason, at: place, record: records))
    }
    var raw = RawDocument()
    guard let decoder = FieldDecoder(record, columns.map(\.index), reading) else {
      return try refuseEncoding(record, body)
    }
    let start = FilePlace(path: path, line: record.line, offset: record.byteOffset)
    if let reason = reading.brokenUTF16(in: record.byteOffset..<record.byteEnd, at: start) {
      return try body(reading.broken("not-utf8", reason, at: start, record: records))
    }
    raw.source = decoder.source
    for column in columns where raw.wants(column.match) {
      let field = decoder.decode(record[column.index])
      if column.match.field == .text {
        raw.take(text: field, column.match)
      } else {
        let value = String(decoding: field, as: UTF8.self)
        if value != null { raw.take(value, column.match) }
      }
    }
    try reading.maker.make(
      raw, fallbackID: "\(path)#\(records)", record: records, place: reading.rawPlace(start), body)
  }

  private func refuseEncoding<Failure: Error>(
    _ record: CSVRecord, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    for column in columns {
      let field = Array(record[column.index])
      guard let bad = UTF8Check.firstInvalid(in: field) else { continue }
      let place = FilePlace(
        path: path, line: record.line, column: column.index + 1, offset: record.byteOffset)
      let reason = TextDecoder.notUTF8(field[bad], at: place).reason
      return try body(reading.broken("not-utf8", reason, at: place, record: records))
    }
  }
}

/// Brings the fields of one record to UTF-8, all from the same encoding.
private struct FieldDecoder {
  private let encoding: LegacyEncoding?
  let source: TextSource

  /// Nil when they are not UTF-8, and no encoding is known that makes sense of them.
  init?(_ record: CSVRecord, _ columns: [Int], _ reading: FileReading) {
    // Where in the record the text stands is not known.
    var source = TextSource(
      map: nil, record: reading.rawRange(of: record.byteOffset..<record.byteEnd))
    if let utf16 = reading.utf16 {
      (source.encoding, source.confidence) = (utf16.name, utf16.confidence)
    }
    let isUTF8 = columns.allSatisfy {
      record[$0].withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0) } == nil
    }
    if isUTF8 {
      encoding = nil
    } else {
      // All together, as a title alone may be too short to tell.
      let joined = Array(columns.map { record[$0] }.joined(separator: [0x0A]))
      guard let fit = reading.legacy(joined) else { return nil }
      encoding = fit.encoding
      (source.encoding, source.confidence) = (fit.encoding.name, fit.confidence)
    }
    self.source = source
  }

  func decode(_ field: ArraySlice<UInt8>) -> [UInt8] {
    encoding?.decode(field).text ?? Array(field)
  }
}
