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
    if !isSkippingLine {
      if endsLine, isBetweenRecords, plain.take(plainLine: piece, delimiter: delimiter) {
        return try deliverPlain(piece, body)
      }
      try parse(piece, body)
    }
    offset += piece.count
    if resumesAfterOpenQuote { kept.add(piece) }
    guard endsLine else { return }
    if let problem = pendingProblem, try resolve(problem, body) { return }
    try endLine(body)
    line += 1
    if parser.pstate == Self.rowNotBegun {
      (recordLine, recordOffset) = (line, offset)
      kept.clear()
    } else {
      kept.begin(line: line, offset: offset, openField: ends.count)
    }
  }

  /// Gives the record that a whole line is.
  private func deliverPlain<Failure: Error>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    (plain.line, plain.byteOffset) = (recordLine, recordOffset)
    offset += line.count
    self.line += 1
    (recordLine, recordOffset) = (self.line, offset)
    kept.clear()
    plain.byteEnd = offset
    try body(.record(plain))
  }

  private var isBetweenRecords: Bool {
    parser.pstate == Self.rowNotBegun && fields.isEmpty && ends.isEmpty && finished.isEmpty
  }

  private func parse<Failure: Error>(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    let consumed = csv_parse(&parser, piece.baseAddress, piece.count, onField, onRecord, context)
    if consumed < piece.count {
      let isParseError = csv_error(&parser) == CSV_EPARSE
      if isParseError, kept.canBeRead, depth < Self.mostDepth {
        // Where reading goes on is seen at the end of the line.
        pendingProblem = problem(.strayQuote, column: ends.count + 1)
        isSkippingLine = true
        return
      }
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

  /// How often lines are read once more within one another.
  private static var mostDepth: Int { 50 }

  /// Reports a record that ended in a stray quote, and reads on at the first of its lines that begins
  /// like it: what closed its quote was the opening one of a later record. False when none does.
  @discardableResult
  func resolve<Failure: Error>(
    _ problem: CSVProblem, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    pendingProblem = nil
    var problem = problem
    let lines = kept.linesFromRecord(delimiter: delimiter)
    problem.lastLine = lines.map { $0.line - 1 } ?? line
    reset()
    isSkippingLine = lines == nil
    try body(.problem(problem))
    guard let lines else { return false }
    (line, offset) = (lines.line, lines.offset)
    (recordLine, recordOffset) = (line, offset)
    depth += 1
    defer { depth -= 1 }
    try lines.bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try readLines(buffer, body)
    }
    return true
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
