import Glibc
import Model

extension TextDecoder {
  /// The text of an HTML page in UTF-8, with the offset of its first byte that is none.
  ///
  /// Such bytes are replaced by U+FFFD: they may stand where no article is.
  static func decodePage(
    _ bytes: [UInt8], declared: String?, at place: FilePlace, rules: IngestRules? = nil
  ) throws(Failure) -> (text: DecodedText, firstBad: Int?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (try decode(bytes, path: place.path), nil)
    }
    try refuseNUL(in: bytes, at: place)
    guard let bad = UTF8Check.firstInvalid(in: bytes) else {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return (DecodedText(bytes: hasMark ? Array(bytes[3...]) : bytes), nil)
    }
    let stated = declared ?? PageCharset.declared(in: bytes[...])
    // A page that says so is UTF-8 with a broken place.
    let isUTF8 = stated == "utf-8" || stated == "utf8"
    if !isUTF8, let text = legacy(bytes, declared: stated, rules: rules) { return (text, nil) }
    guard let name = stated, !isUTF8 else {
      return (DecodedText(bytes: PageCharset.repaired(bytes)), bad)
    }
    guard let text = converted(bytes, from: name) else {
      throw Failure(
        rule: "ingest:not-utf8",
        reason: "\(place): the page is said to be in '\(name)', and is not; correct that, or "
          + "convert it to UTF-8")
    }
    return (DecodedText(bytes: text, encoding: name), nil)
  }

  /// The text in UTF-8, by the system's tables; nil where they lack the encoding or a byte is none of
  /// it.
  static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", encoding)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var (left, room) = (input.count, output.count)
    let size = output.count
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        let result = iconv(converter, &from, &left, &to, &room)
        // What was held back, as the base of a letter to be composed.
        _ = iconv(converter, nil, nil, &to, &room)
        return result
      }
    }
    guard result != -1, left == 0 else { return nil }
    return output[..<(size - room)].map { UInt8(bitPattern: $0) }
  }
}
