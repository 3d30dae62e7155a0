/// What ties a document's stored text to the bytes of the file as it came.
public struct DocumentOrigin: Sendable, Hashable {
  /// The encoding that the raw bytes were read in: `utf-8`, `windows-1258` …
  public var encoding: String
  /// How sure that is, in percent.
  public var confidence: Int
  /// The file, or the entry of an archive, where the document's path does not tell it.
  public var rawFile: String?
  /// The bytes of the record in its file, as it is when unpacked: from the first one to before the last.
  public var rawStart: Int
  public var rawEnd: Int
  /// Which bytes of the record each character of the text was read from; nil when only the record is
  /// known, as for the text of a page.
  public var map: RawMap?

  public init(
    encoding: String, confidence: Int, rawFile: String? = nil, rawStart: Int, rawEnd: Int,
    map: RawMap? = RawMap()
  ) {
    self.rawFile = rawFile
    self.encoding = encoding
    self.confidence = confidence
    self.rawStart = rawStart
    self.rawEnd = rawEnd
    self.map = map
  }

  /// The bytes of the file that a span of the text was read from; nil when only the record is known.
  ///
  /// - Parameters:
  ///   - span: A span of the text in UTF-8 bytes.
  ///   - text: The stored text.
  public func rawRange(of span: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard let range = map?.rawRange(of: span, in: text) else { return nil }
    return rawStart + range.lowerBound..<rawStart + range.upperBound
  }
}
