import Glibc
import Model

/// Turns the bytes of a text file into UTF-8.
public enum TextDecoder {
  /// Why bytes are no text.
  public struct Failure: Error, Sendable, Hashable {
    /// The rule's name: `ingest:not-utf8` or `ingest:nul`.
    public var rule: String
    /// Where in the file, what is wrong and what to do.
    public var reason: String
  }

  /// The text of a file: UTF-8, or UTF-16 with a byte order mark. The mark is dropped, and all else
  /// kept as it stands.
  ///
  /// - Parameter path: What messages call the file.
  public static func decode(_ bytes: [UInt8], path: String) throws(Failure) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try utf16(bytes, isBigEndian: false, path: path)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes, isBigEndian: true, path: path)
    }
    if let bad = UTF8Check.firstInvalid(in: bytes) {
      throw notUTF8(bytes[bad], at: FilePlace(path: path).advanced(by: bytes, to: bad))
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    try refuseNUL(in: text, at: FilePlace(path: path))
    return text
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
      reason: "\(place): byte 0x\(byte < 16 ? "0" : "")\(hex) is not UTF-8; convert the file, "
        + "e.g. iconv -f windows-1258 -t utf-8")
  }

  static func firstNUL(in text: [UInt8]) -> Int? {
    text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return memchr(base, 0, buffer.count).map { UnsafeRawPointer($0) - base }
    }
  }

  private static func utf16(
    _ bytes: [UInt8], isBigEndian: Bool, path: String
  ) throws(Failure) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }.makeIterator()
    var decoder = UTF16()
    decoding: while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case .emptyInput: break decoding
      case .error: throw brokenUTF16(FilePlace(path: path).advanced(by: text, to: text.count))
      }
    }
    guard bytes.count.isMultiple(of: 2) else {
      throw brokenUTF16(FilePlace(path: path).advanced(by: text, to: text.count))
    }
    try refuseNUL(in: text, at: FilePlace(path: path))
    return text
  }

  private static func brokenUTF16(_ place: FilePlace) -> Failure {
    Failure(
      rule: "ingest:not-utf8",
      reason: "\(place): the UTF-16 text is broken; get the file anew and convert it to UTF-8")
  }
}
