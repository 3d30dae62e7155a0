import Model
import Tables

/// Makes documents of the records of a CSV file.
struct CSVDocuments {
  let reading: FileReading
  private var columns: [(index: Int, match: FieldNames.Match)] = []
  private var width = 0
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
      let place = FilePlace(
        path: path, line: problem.line, column: problem.column, offset: problem.byteOffset)
      try body(.refused(reading.file, "csv", "\(place): \(problem.message)"))
    case .record(let record):
      if width > 0 { return try takeRecord(record, body) }
      try takeHeader(record, body)
    }
  }

  /// Refuses a file without a header.
  func finish<Failure: Error>(_ body: (IngestItem) throws(Failure) -> Void) throws(Failure) {
    guard width == 0, !isHopeless else { return }
    try body(.refused(reading.file, "empty", "\(path): the file is empty; fill it, or remove it"))
  }

  private mutating func takeHeader<Failure: Error>(
    _ record: CSVRecord, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    width = record.count
    for index in 0..<record.count {
      guard let name = record.text(at: index), let match = reading.options.fields.match(name)
      else { continue }
      columns.append((index, match))
    }
    guard !columns.contains(where: { $0.match.field == .text }) else { return }
    isHopeless = true
    let place = FilePlace(path: path, line: record.line)
    let reason =
      "\(place): the header has no column 'text'; name the column of the texts so, or map it in "
      + "the pipeline file"
    try body(.refused(reading.file, "csv", reason))
  }

  private mutating func takeRecord<Failure: Error>(
    _ record: CSVRecord, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    records += 1
    guard record.count == width else {
      let place = FilePlace(
        path: path, line: record.line, column: min(record.count, width) + 1)
      let reason =
        "\(place): the record has \(record.count) fields, the header \(width); "
        + "put fields that hold the delimiter in quotes"
      return try body(.refused(reading.file, "csv", reason))
    }
    var raw = RawDocument()
    for column in columns where raw.wants(column.match) {
      let field = record[column.index]
      guard field.withUnsafeBufferPointer({ UTF8Check.firstInvalid(in: $0) }) == nil else {
        return try refuseEncoding(record, column.index, body)
      }
      if column.match.field == .text {
        raw.take(text: Array(field), column.match)
      } else {
        raw.take(String(decoding: field, as: UTF8.self), column.match)
      }
    }
    let place = FilePlace(path: path, line: record.line, offset: record.byteOffset)
    try reading.maker.make(
      raw, fallbackID: "\(path)#\(records)", record: records, place: place, body)
  }

  private func refuseEncoding<Failure: Error>(
    _ record: CSVRecord, _ index: Int, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let field = Array(record[index])
    let bad = UTF8Check.firstInvalid(in: field) ?? 0
    let place = FilePlace(path: path, line: record.line, column: index + 1)
    try body(.refused(reading.file, "not-utf8", TextDecoder.notUTF8(field[bad], at: place).reason))
  }
}
