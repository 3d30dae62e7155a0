/// Reads the records of a WARC file one after the other; of a broken one it says where it is, and
/// goes on at the next.
struct WARCReader {
  struct Record {
    /// Its number, counted from 1.
    var number: Int
    /// The offset of its first byte, in what is unpacked.
    var offset: Int
    /// Its bytes, header included.
    var length: Int
    var fields: HeaderFields
    /// What was recorded.
    var block: [UInt8]
  }

  enum Event {
    case record(Record)
    /// A record that cannot be read.
    case broken(number: Int, offset: Int, reason: String)
  }

  private let bytes: ByteStream
  private let limit: Int
  private var window: WARCWindow
  private(set) var number = 0
  /// Whether the broken place that was told last goes on.
  private var isLost = false

  private static let version = Array("WARC/".utf8)
  private static let headerBytes = 64 << 10

  /// - Parameter limit: the most bytes of a page's record.
  init(_ bytes: ByteStream, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    window = WARCWindow(bytes)
  }

  /// The next record that holds a page, or the next broken one; nil at the end.
  mutating func next() throws(StreamError) -> Event? {
    while true {
      do throws(StreamError) {
        guard try skipLineEnds() else { return nil }
        if let event = try readRecord() { return event }
      } catch {
        // The data of a member are broken: the next one holds the next record.
        let offset = window.offset
        guard let resume = bytes.resume, try resume() != nil else { throw error }
        window.clear()
        guard !isLost else { continue }
        isLost = true
        return .broken(number: number, offset: offset, reason: error.reason)
      }
    }
  }

  /// False at the end of the file.
  private mutating func skipLineEnds() throws(StreamError) -> Bool {
    while try window.fill(1) {
      guard let byte = window.prefix(1).first, byte == 0x0D || byte == 0x0A else { return true }
      _ = try window.skip(1)
    }
    return false
  }

  /// Nil for a record that holds no page.
  private mutating func readRecord() throws(StreamError) -> Event? {
    let offset = window.offset
    _ = try window.fill(Self.version.count)
    guard window.prefix(Self.version.count).elementsEqual(Self.version) else {
      return try lose(offset, "no record begins here")
    }
    number += 1
    isLost = false
    guard let header = try readHeader() else {
      return try lose(offset, "its header does not end")
    }
    let fields = HeaderFields(window.prefix(header.end))
    guard fields.isWellFormed else {
      return try lose(offset, "its header has a line that is no field")
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      return try lose(offset, "its header has no Content-Length")
    }
    guard try isWanted(fields, header: header.next, length) else {
      guard try window.skip(header.next), try window.skip(length) else {
        return try lose(offset, "the file ends within it")
      }
      return nil
    }
    return try take(fields, offset, header: header.next, length)
  }

  private mutating func take(
    _ fields: HeaderFields, _ offset: Int, header: Int, _ length: Int
  ) throws(StreamError) -> Event? {
    guard length <= limit else {
      // No page is so long; most likely its length is wrong.
      _ = try window.skip(header)
      return try lose(offset, "has \(length) bytes, more than a document may")
    }
    let isWhole = try window.fill(header + length)
    guard isWhole, endsAfter(header + length) else {
      // Its length may be wrong: what follows its header is searched for the next record.
      _ = try window.skip(header)
      return try lose(
        offset, isWhole ? "is longer or shorter than its Content-Length" : "the file ends within it"
      )
    }
    let block = Array(window.prefix(header + length).dropFirst(header))
    _ = try window.skip(header + length)
    return .record(
      Record(
        number: number, offset: offset, length: header + length, fields: fields, block: block))
  }

  private mutating func readHeader() throws(StreamError) -> (end: Int, next: Int)? {
    let found =
      try window.find([0x0D, 0x0A, 0x0D, 0x0A], within: Self.headerBytes).map { ($0, $0 + 4) }
    if let found { return found }
    return try window.find([0x0A, 0x0A], within: Self.headerBytes).map { ($0, $0 + 2) }
  }

  /// Whether a record holds a page: only those are kept in memory.
  private mutating func isWanted(
    _ fields: HeaderFields, header: Int, _ length: Int
  ) throws(StreamError) -> Bool {
    switch fields["warc-type"]?.lowercased() {
    case "response":
      _ = try window.fill(header + min(length, Self.headerBytes))
      let block = window.prefix(header + length).dropFirst(header)
      // One that is no answer of a web server may be broken, which its end shows.
      return HTTPResponse(block)?.isPage
        ?? (fields["warc-target-uri"]?.contains("http") ?? false)
    case "resource": return fields["content-type"].map(HTTPResponse.isPage) ?? false
    default: return false
    }
  }

  /// Whether a record ends so many bytes on: two line ends follow, or a record, or nothing.
  private mutating func endsAfter(_ count: Int) -> Bool {
    let wanted = count + 4 + Self.version.count
    // What follows may be broken; that is its own affair.
    _ = try? window.fill(wanted)
    let after = window.prefix(wanted).dropFirst(count)
    let next = after.drop { $0 == 0x0D || $0 == 0x0A }
    return after.starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) || next.isEmpty
      || (next.startIndex > after.startIndex && next.starts(with: Self.version))
  }

  /// Whether a version of the format is that of a record: it begins a line, or a field of a record
  /// follows, as the record before may have been cut anywhere.
  private mutating func beginsRecord(at index: Int) throws(StreamError) -> Bool {
    if index > 0, window.prefix(index).last == 0x0A { return true }
    let count = Self.version.count
    _ = try window.fill(index + count + 12)
    let rest = window.prefix(index + count + 12).dropFirst(index + count)
    let line = rest.drop { Array("0123456789.".utf8).contains($0) }
    let next = line.drop { $0 == 0x0D || $0 == 0x0A }
    return next.startIndex > line.startIndex && next.starts(with: "WARC-".utf8)
  }

  /// Goes to the next record after a broken place.
  private mutating func lose(_ offset: Int, _ reason: String) throws(StreamError) -> Event? {
    if window.offset == offset { _ = try window.skip(1) }
    while true {
      if let found = try window.find(Self.version, within: 1 << 20) {
        if try beginsRecord(at: found) {
          _ = try window.skip(found)
          break
        }
        _ = try window.skip(found + 1)
        continue
      }
      let passed = max(0, window.count - Self.version.count)
      guard try window.fill(passed + Self.version.count + 1) else {
        _ = try window.skip(window.count)
        break
      }
      _ = try window.skip(passed)
    }
    guard !isLost else { return nil }
    isLost = true
    return .broken(number: number, offset: offset, reason: reason)
  }
}
