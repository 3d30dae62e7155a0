import CLibCSV

/// Reads CSV (RFC 4180) chunk by chunk: strict, with the line of every record, and memory bounded by
/// the longest record.
///
/// A record that is broken becomes a problem, and reading goes on at the next line. That line may lie
/// within the broken record's text, so more problems can follow from one.
public final class CSVReader {
  /// The most bytes that a record may have by default.
  public static let defaultMaximumRecordBytes = 64 << 20

  var parser = csv_parser()
  let maximumRecordBytes: Int
  let skipsBlankLines: Bool
  let resumesAfterOpenQuote: Bool

  /// The line and the offset of the next byte.
  var line = 1
  var offset = 0
  /// Where the record that is being read starts.
  var recordLine = 1
  var recordOffset = 0

  /// What libcsv reported of the record that is being read; its callbacks are the only ones at work
  /// on it then.
  @exclusivity(unchecked) var fields: [UInt8] = []
  @exclusivity(unchecked) var ends: [Int] = []
  /// The records that ended on the line that is being read: more than one is a lone CR.
  var finished: [CSVRecord] = []
  /// The last record that was read without libcsv; its memory is used again for the next one.
  @exclusivity(unchecked) var plain = CSVRecord(line: 0, byteOffset: 0, bytes: [], ends: [])
  /// True while the rest of a broken record's line is passed over.
  var isSkippingLine = false
  var hasSeenFirstBytes = false
  /// The start of the input, as long as it may become a byte order mark.
  var pendingMark: [UInt8] = []
  /// The lines of the record that is being read after its first one, as they came: what is read on
  /// with when its quote is never closed.
  var kept = KeptLines()
  /// What is wrong with the record that is being read, until it is known where reading goes on.
  var pendingProblem: CSVProblem?
  /// How often lines are being read once more within one another.
  var depth = 0
  private var resumptions = 0
  let delimiter: UInt8

  /// - Parameters:
  ///   - delimiter: What separates fields: `,`, `;` or a tab.
  ///   - maximumRecordBytes: The most bytes that a record may have before it is a problem.
  ///   - skipsBlankLines: Pass over empty lines silently; without it each is a problem.
  ///   - resumesAfterOpenQuote: Read on at the next line when a quote is never closed, or at the one
  ///     that begins like a record when a later quote closes it; without it all up to there is lost.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","),
    maximumRecordBytes: Int = CSVReader.defaultMaximumRecordBytes, skipsBlankLines: Bool = false,
    resumesAfterOpenQuote: Bool = false
  ) {
    self.resumesAfterOpenQuote = resumesAfterOpenQuote
    self.delimiter = delimiter
    self.maximumRecordBytes = maximumRecordBytes
    self.skipsBlankLines = skipsBlankLines
    // Without these options a stray quote silently swallows the records after it.
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(&parser, delimiter)
    // Nothing is a space: libcsv would otherwise trim unquoted fields.
    csv_set_space_func(&parser) { _ in 0 }
    // The buffer grows by one such block at a time: the default of 128 bytes is quadratic.
    csv_set_blk_size(&parser, 1 << 16)
  }

  deinit { csv_free(&parser) }

  /// Reads the next chunk of the input, which may end anywhere, calling `body` for each record that
  /// ends in it.
  public func read<Failure: Error>(
    _ chunk: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    if hasSeenFirstBytes { return try readLines(chunk, body) }
    if pendingMark.isEmpty, chunk.count >= 3 {
      return try readFirstBytes(chunk, body)
    }
    pendingMark.append(contentsOf: chunk)
    if pendingMark.count < 3, Self.byteOrderMark.starts(with: pendingMark) { return }
    try readPendingMark(body)
  }

  /// Ends the input: gives the last record when no line end follows it.
  public func finish<Failure: Error>(
    _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    if !hasSeenFirstBytes { try readPendingMark(body) }
    defer { reset() }
    if let problem = pendingProblem {
      try resolve(problem, body)
      return try finish(body)
    }
    guard !isSkippingLine else { return }
    if csv_fini(&parser, onField, onRecord, context) != 0 {
      let kept = kept
      let isResumed = kept.canBeRead && resumptions < Self.mostResumptions
      try fail(
        .unterminatedQuote, column: ends.count + 1, lastLine: isResumed ? recordLine : line, body)
      if isResumed { try resume(kept, body) }
    } else if finished.count > 1 {
      try fail(.loneCarriageReturn, column: 1, body)
    } else {
      try deliver(body)
    }
  }

  /// More open quotes than that in one file are no slips.
  private static let mostResumptions = 50

  /// Reads on at the line after the one with an open quote.
  private func resume<Failure: Error>(
    _ lines: KeptLines, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    resumptions += 1
    isSkippingLine = false
    (line, offset) = (lines.line, lines.offset)
    (recordLine, recordOffset) = (line, offset)
    try lines.bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try readLines(buffer, body)
    }
    try finish(body)
  }

  private func readPendingMark<Failure: Error>(
    _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    let first = pendingMark
    pendingMark = []
    try first.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try readFirstBytes(buffer, body)
    }
  }

  /// Passes over a byte order mark, which libcsv would leave in the first field.
  private func readFirstBytes<Failure: Error>(
    _ first: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) throws(Failure) -> Void
  ) throws(Failure) {
    hasSeenFirstBytes = true
    let skipped = first.starts(with: Self.byteOrderMark) ? 3 : 0
    offset = skipped
    recordOffset = skipped
    try readLines(UnsafeBufferPointer(rebasing: first[skipped...]), body)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
