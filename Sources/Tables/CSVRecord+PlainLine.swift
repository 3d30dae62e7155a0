extension CSVRecord {
  /// Takes the fields of a whole line, its line end included, where they are told without a parser;
  /// false where they are not: for a blank line, and for one that holds a quote or a carriage return
  /// of its own. Most lines hold none, and libcsv takes several times as long for a byte.
  mutating func take(plainLine line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
    var length = line.count - 1
    if length > 0, line[length - 1] == UInt8(ascii: "\r") { length -= 1 }
    guard length > 0 else { return false }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var start = 0
    for index in 0..<length {
      let byte = line[index]
      if byte == delimiter {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<index]))
        ends.append(bytes.count)
        start = index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") {
        return false
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<length]))
    ends.append(bytes.count)
    return true
  }
}
