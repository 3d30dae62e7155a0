import Glibc
import Model

/// Turns the bytes of a text into UTF-8.
public enum TextDecoder {
  /// Why bytes are no text.
  public struct Failure: Error, Sendable, Hashable {
    /// The rule's name: `ingest:not-utf8` or `ingest:nul`.
    public var rule: String
    /// Where in the file, what is wrong and what to do.
    public var reason: String
  }

  /// The text of a file or a record, with what it was read from. A byte order mark is dropped, and
  /// all else kept as it stands.
  ///
  /// Bytes that are UTF-8 or UTF-16 are taken for it. Others are read in the encoding that is
  /// declared, unless the text makes more sense in another one of the tables.
  /// - Parameters:
  ///   - path: What messages call the file.
  ///   - declared: The encoding that a page or a header names.
  ///   - isTrusted: Whether it was declared for the files by hand: then it goes before all others.
  ///   - rules: The other encodings; without them there are none.
  public static func decode(
    _ bytes: [UInt8], path: String, declared: String? = nil, isTrusted: Bool = false,
    rules: IngestRules? = nil
  ) throws(Failure) -> DecodedText {
    try decode(
      bytes, at: FilePlace(path: path), declared: declared, isTrusted: isTrusted, rules: rules)
  }

  /// As above, of bytes that stand at a place in a file.
  static func decode(
    _ bytes: [UInt8], at place: FilePlace, declared: String? = nil, isTrusted: Bool = false,
    rules: IngestRules?
  ) throws(Failure) -> DecodedText {
    if let utf16 = UTF16Text(bytes, declared: isTrusted ? declared : nil) {
      let (text, map, isWhole) = utf16.decode(bytes)
      guard isWhole else { throw brokenUTF16(place.advanced(by: text, to: text.count)) }
      try refuseNUL(in: text, at: place)
      return DecodedText(
        bytes: text, encoding: utf16.name, confidence: utf16.confidence, map: map)
    }
    guard let bad = UTF8Check.firstInvalid(in: bytes) else {
      return try utf8(bytes, at: place)
    }
    guard let legacy = legacy(bytes, declared: declared, isTrusted: isTrusted, rules: rules) else {
      throw notUTF8(bytes[bad], at: place.advanced(by: bytes, to: bad))
    }
    try refuseNUL(in: legacy.bytes, at: place)
    return legacy
  }

  private static func utf8(_ bytes: [UInt8], at place: FilePlace) throws(Failure) -> DecodedText {
    try refuseNUL(in: bytes, at: place)
    guard bytes.starts(with: byteOrderMark) else { return DecodedText(bytes: bytes) }
    var map = RawMapBuilder()
    map.skip(byteOrderMark.count)
    return DecodedText(bytes: Array(bytes[byteOrderMark.count...]), map: map.map())
  }

  /// Reads bytes in an encoding from before Unicode; nil where none makes sense of them.
  static func legacy(
    _ bytes: [UInt8], declared: String?, isTrusted: Bool = false, rules: IngestRules?
  ) -> DecodedText? {
    guard let rules, !EncodingGuess.holdsUTF8(bytes) else { return nil }
    let guess = EncodingGuess(rules: rules)
    var fit = guess.best(for: bytes[...])
    if isTrusted, let stated = declared.flatMap({ guess.fit($0, bytes[...]) }) {
      fit = stated
    } else if let name = declared.flatMap({ rules.labels[$0.lowercased()] }),
      name != fit?.encoding.name,
      let stated = guess.fit(name, bytes[...]), stated.score >= fit?.score ?? 0
    {
      fit = stated
    }
    guard let fit else { return nil }
    let (text, map) = fit.encoding.decode(bytes[...])
    return DecodedText(
      bytes: text, encoding: fit.encoding.name, confidence: fit.confidence, map: map)
  }

  /// Throws when the text holds a NUL, which databases and other tools take for its end.
  static func refuseNUL(in text: [UInt8], at place: FilePlace) throws(Failure) {
    guard let nul = firstNUL(in: text) else { return }
    throw Failure(
      rule: "ingest:nul",
      reason: "\(place.advanced(by: text, to: nul)): the text holds a NUL; remove it, "
        + "or convert the file if it is UTF-16 or no text at all")
  }

  static func notUTF8(_ byte: UInt8, at place: FilePlace) -> Failure {
    let hex = String(byte, radix: 16, uppercase: true)
    return Failure(
      rule: "ingest:not-utf8",
      reason: "\(place): byte 0x\(byte < 16 ? "0" : "")\(hex) is not UTF-8, and no encoding that "
        + "is known gives Vietnamese; convert the file, e.g. iconv -f windows-1252 -t utf-8")
  }

  static func firstNUL(in text: [UInt8], upTo limit: Int = .max) -> Int? {
    text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return memchr(base, 0, min(limit, buffer.count)).map { UnsafeRawPointer($0) - base }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func brokenUTF16(_ place: FilePlace) -> Failure {
    Failure(
      rule: "ingest:not-utf8",
      reason: "\(place): the UTF-16 text is broken; get the file anew and convert it to UTF-8")
  }
}
