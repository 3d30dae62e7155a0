import Model

/// The columns and keys that a record may have.
enum DocumentField: String, CaseIterable {
  case id, text, title, published, url, outlet, author, place
}

/// One document as a file holds it, before anything is checked but its encoding.
struct RawDocument {
  var text: [UInt8]?
  /// What the text was read from.
  var source = TextSource(map: nil)
  /// Where the text stands in its JSON, between the quotes.
  var literal: Range<Int>?
  /// Fields other than the text; empty ones are left out.
  var metadata: [DocumentField: String] = [:]
  /// When it was fetched, where that is known.
  var retrieved: String?
  /// What was wrong with single fields, as reasons without the place.
  var problems: [String] = []
  /// The ranks of the names that the fields were set by.
  private var ranks: [DocumentField: Int] = [:]

  /// True when a value under this name would go before what is there.
  func wants(_ match: FieldNames.Match) -> Bool {
    ranks[match.field].map { match.rank < $0 } ?? true
  }

  /// Takes the text; an empty one does not keep another field from being it.
  mutating func take(text: [UInt8], _ match: FieldNames.Match) {
    if self.text == nil || !text.isEmpty { self.text = text }
    if !text.isEmpty { ranks[.text] = match.rank }
  }

  mutating func take(_ value: String, _ match: FieldNames.Match) {
    guard !value.isEmpty else { return }
    var field = match.field
    // An address in place of an author leads to a list of articles.
    if field == .author, Self.isAddress(value) { return }
    // trafilatura calls the address of the page its source.
    if field == .outlet, Self.isAddress(value) {
      guard metadata[.url] == nil else { return }
      field = .url
    }
    metadata[field] = value
    ranks[field] = field == match.field ? match.rank : .max
  }

  static func isAddress(_ value: String) -> Bool {
    value.hasPrefix("http://") || value.hasPrefix("https://")
  }
}

/// What a raw document's text was read from.
struct TextSource {
  var encoding = UnicodeEncoding.utf8.rawValue
  /// In percent.
  var confidence = 100
  /// Which bytes of the record the characters were read from; nil when that is not known.
  var map: RawMap? = RawMap()
  /// The bytes of the record in its file.
  var record = 0..<0
}

extension RawDocument {
  /// - Parameter rawBytes: The length of the file.
  init(_ decoded: DecodedText, rawBytes: Int, _ entry: Manifest.Entry?) {
    text = decoded.bytes
    source = TextSource(
      encoding: decoded.encoding, confidence: decoded.confidence, map: decoded.map,
      record: 0..<rawBytes)
    complete(by: entry)
  }

  /// What a manifest says goes before what the file says.
  mutating func complete(by entry: Manifest.Entry?) {
    guard let entry else { return }
    for (field, value) in [
      (DocumentField.title, entry.title), (.outlet, entry.outlet), (.url, entry.url),
      (.published, entry.published), (.place, entry.place), (.author, entry.author),
    ] {
      if let value { metadata[field] = value }
    }
  }
}
