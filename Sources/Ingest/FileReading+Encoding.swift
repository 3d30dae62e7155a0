import Model

extension FileReading {
  /// The same with the bytes turned into UTF-8 where they are UTF-16, for formats that are read
  /// record by record; others are decoded as a whole.
  func decodingUTF16() -> FileReading {
    let head = Array(bytes.peek(ChunkReader.chunkBytes))
    var reading = self
    if let kind = UTF16Text(head, declared: options.encoding) {
      let stream = UTF16Stream(bytes, kind)
      reading.bytes = stream.text()
      reading.utf16 = stream
    } else if options.encoding == nil, let bad = UTF8Check.firstInvalid(in: head),
      // Not a character that the end of the piece cuts in two.
      bad + 4 < head.count || head.count < ChunkReader.chunkBytes
    {
      let guess = options.rules.map { EncodingGuess(rules: $0) }
      reading.usualEncoding = guess?.best(for: head[...])?.encoding.name
    }
    return reading
  }

  /// Reads a record in an encoding from before Unicode: in the one that is declared, or the one that
  /// fits best. Where a record is too short to tell it is that of the file's beginning.
  func legacy(_ record: [UInt8]) -> LegacyFit? {
    options.rules.flatMap {
      LegacyFit(record, declared: options.encoding, usual: usualEncoding, rules: $0)
    }
  }

  /// Where a record stood in the file as it came, by its offsets in UTF-8.
  func rawRange(of range: Range<Int>) -> Range<Int> { utf16?.rawRange(of: range) ?? range }

  /// What is wrong with the UTF-16 of a record; nil when nothing is.
  func brokenUTF16(in range: Range<Int>, at place: FilePlace) -> String? {
    utf16?.firstBroken(in: range).map {
      "\(place): byte \($0) is not UTF-16; get the file anew, or convert it to UTF-8"
    }
  }
}

/// The encoding from before Unicode that a record is read in.
struct LegacyFit {
  let encoding: LegacyEncoding
  /// In percent.
  let confidence: Int

  /// A record with fewer words that have letters beyond ASCII does not tell its encoding.
  private static let leastWords = 4

  init?(_ record: [UInt8], declared: String?, usual: String?, rules: IngestRules) {
    guard !EncodingGuess.holdsUTF8(record) else { return nil }
    let guess = EncodingGuess(rules: rules)
    let stated = declared.flatMap { guess.fit($0, record[...]) }
    var fit = stated ?? guess.best(for: record[...])
    if stated == nil, fit.map({ $0.marked < Self.leastWords }) ?? true, let usual {
      fit = guess.fit(usual, record[...]) ?? fit
    }
    guard let fit else { return nil }
    encoding = fit.encoding
    confidence = fit.confidence
  }
}
