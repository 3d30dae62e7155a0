import Model

/// Makes documents of raw ones: checks, normalizes, dates and digests them.
struct DocumentMaker {
  /// The file, as given; nil for the standard input.
  var path: String?
  /// The offset that times of publication are brought to; nil leaves them as they stand.
  var timeZone: UTCOffset?
  /// Numbers the documents of an archive, in place of their numbers within its entries.
  var counter: RecordCounter?
  /// What is known of Vietnamese; nil takes every text.
  var rules: IngestRules?
  /// What stands above an article.
  var headers = HeaderRules()
  /// Who published what does not say so itself.
  var outlet: String?

  /// - Parameters:
  ///   - raw: What the file holds.
  ///   - fallbackID: What the document is called when it has no id of its own.
  ///   - record: Its number within the file; nil for the only one.
  ///   - place: Where it stands, for messages.
  ///   - body: Takes the document and what there is to say about it, or why there is none.
  func make<Failure: Error>(
    _ raw: RawDocument, fallbackID: String, record: Int?, place: FilePlace,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let id = raw.metadata[.id] ?? fallbackID
    guard let text = raw.text, !Self.isBlank(text) else {
      let reason = raw.problems.first ?? "there is no text; give it one, or remove it"
      try body(.refused(id, "empty", "\(place): \(reason)\(place.record(record))"))
      return
    }
    if TextDecoder.firstNUL(in: text) != nil {
      try body(
        .refused(id, "nul", "\(place): the text holds a NUL; remove it\(place.record(record))"))
      return
    }
    let stored: StoredText
    do throws(StoredText.Refusal) {
      stored = try StoredText(text, raw.source, rules: rules)
    } catch {
      let offset = place.advanced(by: text, to: error.offset)
      return try body(.refused(id, error.rule, "\(offset): \(error.reason)\(place.record(record))"))
    }
    var document = Document(
      id: id, text: stored.text, path: path, record: counter?.next() ?? record)
    document.origin = stored.origin
    if place.path != path, path != nil { document.origin?.rawFile = place.path }
    let header = TextHeader(document.text, headers)
    document.title = raw.metadata[.title].map(stored.metadata) ?? header.title
    document.url = raw.metadata[.url]
    let named = header.namedOutlet
    document.outlet = raw.metadata[.outlet].map(stored.metadata) ?? outlet ?? named?.name
    document.place = raw.metadata[.place]
    document.retrieved = raw.retrieved
    let stated = raw.metadata[.published]
    let stamp = HeaderDate.stamp(in: document.text, headers)
    document.published = date(stated) ?? stamp?.date
    document.author = raw.metadata[.author].map(stored.metadata)
    if headers.knowsParts {
      var parts = TextParts(document.text, headers)
      if let title = document.title { parts.add(title: title, in: header) }
      parts.add(.dateline, stamp?.range)
      parts.add(.outlet, named?.range)
      if let byline = Byline.find(in: document.text, headers) {
        parts.add(.byline, byline.range)
        document.author = document.author ?? byline.author
      }
      parts.addCaptions()
      document.parts = parts.parts()
    }
    document.digest = Digest.sha256(of: document.text)
    try body(.document(document))
    for problem in raw.problems { try body(.refused(id, "field", "\(place): \(problem)")) }
    if let stated, date(stated) == nil {
      try body(.refused(id, "date", Self.dateReason(stated, place)))
    }
  }

  private func date(_ stated: String?) -> String? {
    stated.flatMap { PublishedDate.iso($0, zone: timeZone) }
  }

  private static func dateReason(_ stated: String, _ place: FilePlace) -> String {
    "\(place): published '\(stated.prefix(40))' is no date; write it as 2023-10-12 or 12/10/2023"
  }

  /// Whether a text holds nothing that is seen: ASCII blanks, U+00A0, U+200B, U+3000, U+FEFF.
  static func isBlank(_ text: [UInt8]) -> Bool { isBlank(text[...]) }

  static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let first = rest.first {
      if first <= 0x20, first != 0 {
        rest = rest.dropFirst()
      } else if let blank = wideBlanks.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(blank.count)
      } else {
        return false
      }
    }
    return true
  }

  private static let wideBlanks: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF],
  ]
}

/// Counts the documents of an archive from 1.
final class RecordCounter {
  private var last = 0

  func next() -> Int {
    last += 1
    return last
  }
}
