import Model

/// What can be read of a text of which some lines cannot: they hold a NUL, or are in no encoding that
/// is known. Lines in another encoding than the others are read in theirs.
struct ReadableLines {
  /// Lines that were left out, or read otherwise than the rest.
  struct Finding {
    /// The rule's name without `ingest:`.
    let rule: String
    let reason: String
  }

  let text: DecodedText
  let findings: [Finding]

  /// Nil where less than half of the text is left: then it is no text.
  ///
  /// - Parameter declared: The encoding that was declared for the file by hand.
  init?(_ bytes: [UInt8], path: String, declared: String?, rules: IngestRules?) {
    var reader = LineSalvage(bytes, path: path, declared: declared)
    if let rules { reader.usual = reader.usualEncoding(rules) }
    reader.readAll(rules)
    guard reader.lostBytes * 2 <= reader.source.count, !reader.findings.isEmpty else { return nil }
    findings = reader.findings
    text = reader.text()
  }
}

/// Goes over the lines of a text, and takes what can be read.
private struct LineSalvage {
  /// Neighbouring lines that are read in the same way.
  private enum Kind: Equatable { case plain, nul, other }

  private struct Stretch {
    let kind: Kind
    var range: Range<Int>
    let firstLine: Int
    var lastLine: Int
  }

  /// UTF-8 but for some lines, with the map to the bytes as they came.
  let source: [UInt8]
  private let path: String
  private let declared: String?
  /// The encoding that the lines which are not UTF-8 are in, all together.
  var usual: String?
  private var walk: RawMapWalk
  private var map: RawMapBuilder
  private var result: [UInt8] = []
  private var encodings: [String] = []
  private var confidence = 100
  private(set) var findings: [ReadableLines.Finding] = []
  private(set) var lostBytes = 0

  init(_ bytes: [UInt8], path: String, declared: String?) {
    var decoded = DecodedText(bytes: bytes)
    if let utf16 = UTF16Text(bytes, declared: declared) {
      let (text, map, isWhole) = utf16.decode(bytes)
      decoded = DecodedText(
        bytes: text, encoding: utf16.name, confidence: utf16.confidence, map: map)
      // What follows a broken place is not known: all is lost then.
      if !isWhole { lostBytes = bytes.count }
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      var map = RawMapBuilder()
      map.skip(3)
      decoded = DecodedText(bytes: Array(bytes[3...]), map: map.map())
    }
    source = decoded.bytes
    self.path = path
    self.declared = declared
    walk = RawMapWalk(decoded.map, decoded.bytes)
    map = RawMapBuilder(width: decoded.map.width)
    encodings = [decoded.encoding]
    confidence = decoded.confidence
    result.reserveCapacity(source.count)
  }

  func text() -> DecodedText {
    DecodedText(
      bytes: result, encoding: encodings.joined(separator: "+"), confidence: confidence,
      map: map.map())
  }

  /// Nil unless they tell it well.
  func usualEncoding(_ rules: IngestRules) -> String? {
    let others = stretches().filter { $0.kind == .other }.flatMap { source[$0.range] }
    let fit = EncodingGuess(rules: rules).best(for: others[...])
    return fit.flatMap { $0.confidence >= Self.leastConfidence ? $0.encoding.name : nil }
  }

  /// In percent: that of four words that all fit. A whole file needs less, where nothing else is
  /// known of it.
  private static let leastConfidence = 80

  mutating func readAll(_ rules: IngestRules?) {
    for stretch in stretches() {
      switch stretch.kind {
      case .plain:
        result += source[stretch.range]
        _ = walk.move(to: stretch.range.upperBound, adding: &map)
      case .nul:
        leaveOut(stretch, "nul", "a NUL stands there", "remove it")
      case .other:
        read(stretch, rules)
      }
    }
  }

  /// The lines of the source, those of one kind together.
  private func stretches() -> [Stretch] {
    var stretches: [Stretch] = []
    var (start, line) = (0, 1)
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
      let kind = kind(of: start..<end)
      if let last = stretches.last, last.kind == kind {
        stretches[stretches.count - 1].range = last.range.lowerBound..<end
        stretches[stretches.count - 1].lastLine = line
      } else {
        stretches.append(
          Stretch(kind: kind, range: start..<end, firstLine: line, lastLine: line))
      }
      (start, line) = (end, line + 1)
    }
    return stretches
  }

  private func kind(of line: Range<Int>) -> Kind {
    source.withUnsafeBufferPointer { source in
      let bytes = UnsafeBufferPointer(rebasing: source[line])
      if bytes.contains(0) { return .nul }
      return UTF8Check.firstInvalid(in: bytes) == nil ? .plain : .other
    }
  }

  /// Reads lines that are not UTF-8.
  private mutating func read(_ stretch: Stretch, _ rules: IngestRules?) {
    let bytes = Array(source[stretch.range])
    guard let rules,
      let fit = LegacyFit(bytes, declared: declared, usual: usual, rules: rules),
      fit.confidence >= Self.leastConfidence || fit.encoding.name == usual
    else { return leaveOut(stretch, "not-utf8", "no encoding that is known fits", "convert it") }
    let (text, own) = fit.encoding.decode(bytes[...])
    var characters = RawMapWalk(own, text)
    let start = stretch.range.lowerBound
    let base = walk.characterRange(at: start)?.lowerBound ?? start
    var index = 0
    while index < text.count, let range = characters.characterRange(at: index) {
      let length = utf8Length(text[index])
      map.character(utf8Length: length, from: base + range.lowerBound..<base + range.upperBound)
      index += length
    }
    result += text
    if !encodings.contains(fit.encoding.name) { encodings.append(fit.encoding.name) }
    confidence = min(confidence, fit.confidence)
    _ = walk.characterRange(at: stretch.range.upperBound)
    note(
      stretch, "mixed", base + firstBad(stretch),
      "\(Self.lines(stretch)) read as \(fit.encoding.name) with a confidence of "
        + "\(fit.confidence)%, unlike the rest; look whether that is right, and convert the file")
  }

  private mutating func leaveOut(
    _ stretch: Stretch, _ rule: String, _ what: String, _ advice: String
  ) {
    let start = stretch.range.lowerBound
    let base = walk.characterRange(at: start + firstBad(stretch))?.lowerBound ?? start
    lostBytes += stretch.range.count
    _ = walk.characterRange(at: stretch.range.upperBound)
    note(
      stretch, rule, base,
      "\(Self.lines(stretch)) left out, as \(what), and the rest is read; \(advice)")
  }

  /// The first byte of a stretch that keeps it from being like the rest.
  private func firstBad(_ stretch: Stretch) -> Int {
    source.withUnsafeBufferPointer { source in
      let bytes = UnsafeBufferPointer(rebasing: source[stretch.range])
      return bytes.firstIndex(of: 0) ?? UTF8Check.firstInvalid(in: bytes) ?? 0
    }
  }

  /// - Parameter offset: of the first bad byte in the file.
  private mutating func note(
    _ stretch: Stretch, _ rule: String, _ offset: Int, _ words: String
  ) {
    let place = FilePlace(path: path, line: stretch.firstLine)
      .advanced(by: source[stretch.range], to: firstBad(stretch))
    findings.append(
      ReadableLines.Finding(rule: rule, reason: "\(place): \(words); byte \(offset)"))
  }

  private static func lines(_ stretch: Stretch) -> String {
    stretch.firstLine == stretch.lastLine
      ? "line \(stretch.firstLine) is" : "lines \(stretch.firstLine) to \(stretch.lastLine) are"
  }
}
