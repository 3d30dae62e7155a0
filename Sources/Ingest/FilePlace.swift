/// A place in a file, for messages: `path:line:column`, both counted from 1, the column in bytes.
struct FilePlace: CustomStringConvertible {
  var path: String
  var line = 1
  var column = 1
  /// Counted in bytes from the start of the file, from 0.
  var offset = 0

  /// The place `count` bytes on, where `bytes` stand from this place on.
  func advanced(by bytes: some Sequence<UInt8>, to count: Int) -> FilePlace {
    var place = self
    place.offset += count
    for byte in bytes.prefix(count) {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }

  /// The place behind a byte order mark, which has no column.
  func advanced(byMark count: Int) -> FilePlace {
    var place = self
    place.offset += count
    return place
  }

  /// Which record of the file it is about, and where that stands: what a message ends with.
  func record(_ number: Int?) -> String { number.map { "; record \($0), byte \(offset)" } ?? "" }

  var description: String { "\(path):\(line):\(column)" }
}
