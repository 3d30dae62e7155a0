/// The fields of a ``Table`` as they are in the file, without quotes: text is made of them when it is
/// asked for, as many fields never are.
final class TableContents: Sendable {
  let path: String
  let header: [String]
  /// The names of the header, as ``key(_:)`` has them.
  private let keys: [UInt64]
  /// The columns that the file may lack.
  let optional: [String]
  /// The line on which each row starts.
  let lines: [Int32]
  /// All fields, one after the other: valid UTF-8, each by itself.
  private let bytes: [UInt8]
  /// Where each field ends in ``bytes``; before the first row's stands a zero.
  private let ends: [UInt32]

  init(
    path: String, header: [String], optional: [String], lines: [Int32], bytes: [UInt8],
    ends: [UInt32]
  ) {
    self.path = path
    self.header = header
    keys = header.map(Self.key)
    self.optional = optional
    self.lines = lines
    self.bytes = bytes
    self.ends = ends
  }

  /// Where a column stands.
  ///
  /// Tens of thousands of fields are asked for by name: each name is taken as one number, and a handful
  /// of those is gone through.
  func place(of column: String) -> Int? {
    let key = Self.key(column)
    return keys.firstIndex { $0 == key }
  }

  /// By FNV-1a, of 64 bits: a table with two columns of one hash is not to be expected.
  private static func key(_ column: String) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in column.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  func text(row: Int, column: Int) -> String {
    let field = row * header.count + column
    return bytes.withUnsafeBufferPointer { bytes in
      let text = bytes[Int(ends[field])..<Int(ends[field + 1])]
      return String(decoding: UnsafeBufferPointer(rebasing: text), as: UTF8.self)
    }
  }
}
