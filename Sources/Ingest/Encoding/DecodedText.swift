import Model

/// A text in UTF-8 with what is known of its raw bytes.
public struct DecodedText: Sendable, Hashable {
  /// Valid UTF-8, not normalized yet.
  public var bytes: [UInt8]
  /// The encoding that the raw bytes were read in.
  public var encoding: String
  /// How sure that is, in percent.
  public var confidence: Int
  /// Which raw bytes the characters were read from.
  public var map: RawMap

  public init(
    bytes: [UInt8], encoding: String = "utf-8", confidence: Int = 100,
    map: RawMap = RawMap()
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.confidence = confidence
    self.map = map
  }
}
