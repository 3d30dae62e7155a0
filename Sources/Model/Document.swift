/// One article: its text as stored and what is known about it.
public struct Document: Sendable, Hashable {
  /// Names the document within the warehouse: its `id`, or its path as given.
  public var id: String
  /// The stored text: valid UTF-8 in Unicode normalization form C.
  public var text: [UInt8]
  public var title: String?
  /// Publication as ISO 8601 date, or date and time with offset; a month where only that is known.
  public var published: String?
  public var url: String?
  public var outlet: String?
  /// Who wrote it, as it stands there: names, an agency, or what the outlet puts for them (`PV`).
  public var author: String?
  /// The ISO 3166-2 code of the area that the article is about when its text names none.
  public var place: String?
  /// The file that it was read from, as given.
  public var path: String?
  /// Where in the file it stood, counted from 1; nil when the file holds a single document.
  public var record: Int?
  /// When it was fetched, as ISO 8601, where an archive says so.
  public var retrieved: String?
  /// SHA-256 of the stored text, as 64 lower-case hexadecimal digits.
  public var digest: String
  /// The title, the byline and the like within the text, in its order.
  public var parts: [DocumentPart] = []
  /// What ties the text to the bytes of the file; nil when that is not known.
  public var origin: DocumentOrigin?

  public init(
    id: String, text: [UInt8], title: String? = nil, published: String? = nil, url: String? = nil,
    outlet: String? = nil, place: String? = nil, path: String? = nil, record: Int? = nil,
    digest: String = ""
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.published = published
    self.url = url
    self.outlet = outlet
    self.place = place
    self.path = path
    self.record = record
    self.digest = digest
  }
}
