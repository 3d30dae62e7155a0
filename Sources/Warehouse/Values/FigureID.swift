/// The name of a figure: the same wherever and whenever the same text is read the same way.
///
/// The first 6 hexadecimal digits come from the document and its digest, the other 10 from the
/// span within it. Figures of one document thus lie side by side in the index of names, and
/// storing a document touches one page of it instead of one for each figure.
public struct FigureID: Sendable, Hashable, CustomStringConvertible {
  public let rawValue: UInt64

  /// Names the figures of one version of one document.
  struct Namer {
    private let origin: Fingerprint
    private let prefix: UInt64

    init(document: String, digest: String) {
      var origin = Fingerprint()
      origin.add(document)
      origin.add(digest)
      self.origin = origin
      prefix = origin.value & 0xffff_ff00_0000_0000
    }

    func name(byteStart: Int, byteEnd: Int, ordinal: Int) -> FigureID {
      var span = origin
      span.add(byteStart)
      span.add(byteEnd)
      span.add(ordinal)
      return FigureID(rawValue: prefix | (span.value >> 24))
    }
  }

  /// Names the figure at a span of a text; `ordinal` counts the figures of the same span, from 0.
  public init(
    document: String, digest: String, byteStart: Int, byteEnd: Int, ordinal: Int = 0
  ) {
    let namer = Namer(document: document, digest: digest)
    self = namer.name(byteStart: byteStart, byteEnd: byteEnd, ordinal: ordinal)
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// 16 lower-case hexadecimal digits.
  public var description: String { hexadecimal(rawValue, digits: 16) }
}
