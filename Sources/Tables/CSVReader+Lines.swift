import CLibCSV
import Glibc

extension CSVReader {
  /// libcsv's state between two records.
  static let rowNotBegun: Int32 = 0

  /// The most bytes handed to libcsv at a time, so that the cap on records holds within long lines.
  private static let pieceBytes = 1 << 16

  /// Hands the chunk to libcsv line by line.
  ///
  /// Its callbacks can neither stop it nor tell where they are. With one line at a time, a record
  /// ends where a line ends, and lines are counted here.
  func readLines<Failure: Error>(
    _ chunk: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    guard let base = chunk.baseAddress else { return }
    var index = 0
    while index < chunk.count {
      let rest = chunk.count - index
      let length = Swift.min(rest, Self.pieceBytes)
      let lineFeed = memchr(base + index, 0x0A, length)
      let end = lineFeed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) + 1 } ?? index + length
      let piece = UnsafeBufferPointer(start: base + index, count: end - index)
      try readPiece(piece, endsLine: lineFeed != nil, body)
      index = end
    }
  }

  private func readPiece<Failure: Error>(
    _ piece: UnsafeBufferPointer<UInt8>, endsLine: Bool,
    _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    if !isSkippingLine { try parse(piece, body) }
    offset += piece.count
    if resumesAfterOpenQuote { kept.add(piece) }
    guard endsLine else { return }
    try endLine(body)
    line += 1
    if parser.pstate == Self.rowNotBegun {
      (recordLine, recordOffset) = (line, offset)
      kept.clear()
    } else {
      kept.begin(line: line, offset: offset)
    }
  }

  private func parse<Failure: Error>(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    let consumed = csv_parse(&parser, piece.baseAddress, piece.count, onField, onRecord, context)
    if consumed < piece.count {
      let isParseError = csv_error(&parser) == CSV_EPARSE
      try fail(isParseError ? .strayQuote : .outOfMemory, column: ends.count + 1, body)
    } else if finished.count > 1 || (!finished.isEmpty && parser.pstate != Self.rowNotBegun) {
      // A record has ended on this line and another one begins: only a CR can do that.
      try fail(.loneCarriageReturn, column: 1, body)
    } else if parser.entry_pos + fields.count > maximumRecordBytes {
      try fail(.tooLong(limit: maximumRecordBytes), column: ends.count + 1, body)
    }
  }

  /// Gives the record that ended on this line, if one did.
  private func endLine<Failure: Error>(
    _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    if isSkippingLine {
      isSkippingLine = false
    } else if finished.isEmpty, parser.pstate == Self.rowNotBegun, !skipsBlankLines {
      try body(.problem(problem(.blankLine, column: 1)))
    } else {
      try deliver(body)
    }
  }

  func deliver<Failure: Error>(_ body: (CSVEvent) throws(Failure) -> Void) throws(Failure) {
    guard var record = finished.first else { return }
    record.byteEnd = offset
    finished.removeAll(keepingCapacity: true)
    // A huge field leaves nothing behind beside the record.
    if record.bytes.count > keptBytes, parser.pstate == Self.rowNotBegun { csv_free(&parser) }
    try body(.record(record))
  }

  /// Reports the record that is being read as broken, and passes over the rest of its line.
  func fail<Failure: Error>(
    _ kind: CSVProblem.Kind, column: Int, lastLine: Int? = nil,
    _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    var problem = problem(kind, column: column)
    problem.lastLine = lastLine ?? line
    reset()
    isSkippingLine = true
    try body(.problem(problem))
  }

  /// Drops the record that is being read.
  ///
  /// By hand, since `csv_fini` after an error either reports a record or changes nothing.
  func reset() {
    csv_free(&parser)
    parser.pstate = Self.rowNotBegun
    parser.quoted = 0
    parser.spaces = 0
    parser.entry_pos = 0
    parser.status = 0
    fields.removeAll()
    ends.removeAll()
    finished.removeAll()
    kept.clear()
  }

  /// What libcsv hands to its callbacks.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  private func problem(_ kind: CSVProblem.Kind, column: Int) -> CSVProblem {
    CSVProblem(kind: kind, line: recordLine, byteOffset: recordOffset, column: column)
  }
}

/// The lines of a record after its first one.
struct KeptLines {
  private(set) var bytes: [UInt8] = []
  private(set) var line = 0
  private(set) var offset = 0
  private var isKeeping = false
  private var isFull = false

  /// Longer records are not read twice.
  private static let mostBytes = 16 << 20

  var canBeRead: Bool { isKeeping && !isFull }

  /// A line has ended, and the record goes on.
  mutating func begin(line: Int, offset: Int) {
    guard !isKeeping else { return }
    (isKeeping, self.line, self.offset) = (true, line, offset)
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isKeeping, !isFull else { return }
    guard bytes.count + piece.count <= Self.mostBytes else {
      isFull = true
      bytes = []
      return
    }
    bytes.append(contentsOf: piece)
  }

  mutating func clear() {
    guard isKeeping else { return }
    bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
    (isKeeping, isFull) = (false, false)
  }
}

/// How much room is set aside for a record.
private let keptBytes = 4 << 20

/// Called by libcsv at the end of each field.
let onField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
  bytes, count, context in
  guard let context else { return }
  let reader = Unmanaged<CSVReader>.fromOpaque(context).takeUnretainedValue()
  reader.fields.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  reader.ends.append(reader.fields.count)
}

/// Called by libcsv at the end of each record.
let onRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
  guard let context else { return }
  let reader = Unmanaged<CSVReader>.fromOpaque(context).takeUnretainedValue()
  let record = CSVRecord(
    line: reader.recordLine, byteOffset: reader.recordOffset, bytes: reader.fields,
    ends: reader.ends)
  reader.finished.append(record)
  // The next record is likely to be about as long.
  reader.fields = []
  reader.fields.reserveCapacity(min(record.bytes.count + 32, keptBytes))
  reader.ends = []
  reader.ends.reserveCapacity(record.ends.count)
}
