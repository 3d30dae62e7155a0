/// The lines `Name: value` of a WARC record or an HTTP message.
struct HeaderFields {
  /// The first line, which is none of them.
  let firstLine: String
  private var fields: [String: String] = [:]
  /// Whether all other lines are fields, or go on with one.
  private(set) var isWellFormed = true

  /// - Parameter bytes: the lines, without the blank one after them.
  init(_ bytes: ArraySlice<UInt8>) {
    let lines = bytes.split(separator: 0x0A).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    firstLine = lines.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        if let first = line.first, first != 0x20, first != 0x09 { isWellFormed = false }
        continue
      }
      let name = String(decoding: line[..<colon].map(NameHash.lower), as: UTF8.self)
      let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      if fields[name] == nil {
        fields[name] = String(
          decoding: value.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
      }
    }
  }

  /// The value of the first field of a name in lower case.
  subscript(_ name: String) -> String? { fields[name] }

  /// Where the header ends, and where what follows it begins: after a blank line.
  static func end(in bytes: ArraySlice<UInt8>) -> (end: Int, next: Int)? {
    var lineStart = bytes.startIndex
    while let lineFeed = bytes[lineStart...].firstIndex(of: 0x0A) {
      let line = bytes[lineStart..<lineFeed]
      if line.isEmpty || line.elementsEqual([0x0D]) { return (lineStart, lineFeed + 1) }
      lineStart = lineFeed + 1
    }
    return nil
  }
}
