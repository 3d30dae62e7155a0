import Glibc
import Model

/// The encoding that a page declares, and its text in UTF-8.
enum PageCharset {
  /// How far into a page a declaration is looked for.
  private static let searchedBytes = 4096

  /// The name of the encoding in a `Content-Type`, or in the `meta` tags of a page.
  static func declared(in bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(searchedBytes).map(NameHash.lower)
    let mark = Array("charset=".utf8)
    var index = 0
    while index + mark.count < head.count {
      if head[index] == mark[0], head[index...].starts(with: mark) {
        let value = head[(index + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        let name = value.prefix { isNameByte($0) }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  /// The text with each byte that is no UTF-8 replaced by U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
