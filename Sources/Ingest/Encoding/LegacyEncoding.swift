import Model
import Tables

/// An encoding of one byte a code, as it was common before Unicode. Bytes below 0x80 that its table
/// does not name are ASCII.
struct LegacyEncoding: Sendable {
  let name: String
  /// For each byte the UTF-8 of what it stands for, empty where it stands for nothing.
  private let texts: [[UInt8]]
  private let counts: [Int]

  private init(name: String, _ codes: [UInt8: [Unicode.Scalar]]) {
    self.name = name
    let scalars = (0...255).map { byte in
      codes[UInt8(byte)] ?? (byte < 0x80 ? [Unicode.Scalar(UInt8(byte))] : [])
    }
    texts = scalars.map { $0.flatMap { Array(UTF8.encode($0) ?? .init()) } }
    counts = scalars.map(\.count)
  }

  /// The encodings of a table with a row a byte, in the order of the table.
  static func all(_ table: Table) throws(TableError) -> [LegacyEncoding] {
    var names: [String] = []
    var codes: [String: [UInt8: [Unicode.Scalar]]] = [:]
    for row in table.rows {
      let name = row["encoding"]
      guard let byte = UInt8(row["byte"], radix: 16) else {
        throw row.error("byte", "'\(row["byte"])' is no byte; write it as two hexadecimal digits")
      }
      var scalars: [Unicode.Scalar] = []
      for code in row["code_points"].split(separator: " ") {
        guard let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) else {
          throw row.error("code_points", "'\(code)' is no code point; write it as 1EA5")
        }
        scalars.append(scalar)
      }
      if codes[name] == nil { names.append(name) }
      guard codes[name, default: [:]].updateValue(scalars, forKey: byte) == nil else {
        throw row.error("byte", "the byte stands twice; remove one of the rows")
      }
    }
    return names.map { LegacyEncoding(name: $0, codes[$0] ?? [:]) }
  }

  /// The offset of the first byte that stands for nothing; nil when there is none.
  func firstUnknown(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.firstIndex { counts[Int($0)] == 0 }
  }

  /// The text, not normalized, with the map to the bytes; bytes that stand for nothing become
  /// U+FFFD.
  func decode(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], map: RawMap) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var map = RawMapBuilder(width: 1)
    for byte in bytes {
      let count = counts[Int(byte)]
      text.append(contentsOf: count == 0 ? [0xEF, 0xBF, 0xBD] : texts[Int(byte)])
      map.plain(1)
      map.characters(count - 1, rawBytes: 0)
    }
    return (text, map.map())
  }
}
