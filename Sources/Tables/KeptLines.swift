/// The lines of a record after its first one.
struct KeptLines {
  private(set) var bytes: [UInt8] = []
  private(set) var line = 0
  private(set) var offset = 0
  /// The field of the record, counted from 0, whose quote was open at the end of its first line.
  private var openField = 0
  private var isKeeping = false
  private var isFull = false

  /// Longer records are not read twice.
  private static let mostBytes = 16 << 20

  var canBeRead: Bool { isKeeping && !isFull }

  /// A line has ended, and the record goes on.
  mutating func begin(line: Int, offset: Int, openField: Int) {
    guard !isKeeping else { return }
    (isKeeping, self.line, self.offset, self.openField) = (true, line, offset, openField)
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isKeeping, !isFull else { return }
    guard bytes.count + piece.count <= Self.mostBytes else {
      isFull = true
      bytes = []
      return
    }
    bytes.append(contentsOf: piece)
  }

  mutating func clear() {
    guard isKeeping else { return }
    bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
    (isKeeping, isFull) = (false, false)
  }

  /// What of the lines follows from the first one on that begins like the record: with a quote
  /// before the field that its first line left open. The text of a record hardly ever does.
  func linesFromRecord(
    delimiter: UInt8
  ) -> (bytes: [UInt8], line: Int, offset: Int)? {
    guard canBeRead else { return nil }
    var (start, number) = (0, line)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if isRecord(bytes[start..<end], delimiter) {
        return (Array(bytes[start...]), number, offset + start)
      }
      (start, number) = (end + 1, number + 1)
    }
    return nil
  }

  /// Whether the fields of a line are well-formed up to the quote of the field in question.
  private func isRecord(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
    let quote = UInt8(ascii: "\"")
    var rest = line
    for _ in 0..<openField {
      if rest.first == quote {
        rest = rest.dropFirst()
        while let close = rest.firstIndex(of: quote) {
          rest = rest[(close + 1)...]
          guard rest.first == quote else { break }
          rest = rest.dropFirst()
        }
      } else {
        let field = rest.prefix { $0 != delimiter }
        guard !field.contains(quote) else { return false }
        rest = rest.dropFirst(field.count)
      }
      guard rest.first == delimiter else { return false }
      rest = rest.dropFirst()
    }
    guard rest.first == quote else { return false }
    // At the start of a line a quote may well be one of a text, with a blank behind the comma.
    guard openField == 0 else { return true }
    rest = rest.dropFirst().drop { $0 != quote }.dropFirst()
    return rest.first == delimiter && rest.dropFirst().first.map { $0 > 0x20 } == true
  }
}
