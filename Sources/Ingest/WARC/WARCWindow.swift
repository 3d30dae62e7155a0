import Glibc

/// A stretch of a WARC file, from which one can go back as far as a record begins.
struct WARCWindow {
  private let bytes: ByteStream
  private var buffer: [UInt8] = []
  private var start = 0
  /// The offset of the first byte, in what is unpacked.
  private(set) var offset = 0

  init(_ bytes: ByteStream) { self.bytes = bytes }

  /// What is there, at most `count` bytes of it.
  func prefix(_ count: Int) -> ArraySlice<UInt8> { buffer[start...].prefix(count) }

  var count: Int { buffer.count - start }

  /// Reads on until `count` bytes are there; false when the file ends before.
  mutating func fill(_ count: Int) throws(StreamError) -> Bool {
    while self.count < count {
      guard try readOn() else { return false }
    }
    return true
  }

  /// Reads on until `mark` is found within `limit` bytes, and gives where it begins.
  mutating func find(_ mark: [UInt8], within limit: Int) throws(StreamError) -> Int? {
    var searched = 0
    while true {
      if let found = Self.position(of: mark, in: prefix(limit).dropFirst(searched)) {
        return found - start
      }
      searched = max(0, min(count, limit) - mark.count)
      guard count < limit, try readOn() else { return nil }
    }
  }

  /// Moves past bytes; false when the file ends before.
  mutating func skip(_ count: Int) throws(StreamError) -> Bool {
    var left = count
    while left > 0 {
      let there = min(left, self.count)
      start += there
      offset += there
      left -= there
      if left > 0, try !readOn() { return false }
    }
    return true
  }

  /// Forgets what was read and not moved past.
  mutating func clear() {
    offset += count
    buffer.removeAll(keepingCapacity: true)
    start = 0
  }

  private mutating func readOn() throws(StreamError) -> Bool {
    if start > 0, start >= count || start > 8 << 20 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    // A large page leaves no room behind that others do not need.
    if buffer.isEmpty, buffer.capacity > 16 << 20 { buffer = [] }
    let piece = 1 << 16
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: piece))
    var failure: StreamError?
    let count = buffer.withUnsafeMutableBytes { target -> Int in
      do throws(StreamError) {
        return try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: target[before...]))
      } catch {
        failure = error
        return 0
      }
    }
    buffer.removeLast(piece - count)
    if let failure { throw failure }
    return count > 0
  }

  static func position(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = mark.first, bytes.count >= mark.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index + mark.count <= buffer.count {
        guard
          let found = memchr(buffer.baseAddress! + index, Int32(first), buffer.count - index)
        else { return nil }
        index = UnsafeRawPointer(found) - UnsafeRawPointer(buffer.baseAddress!)
        guard index + mark.count <= buffer.count else { return nil }
        if memcmp(buffer.baseAddress! + index, mark, mark.count) == 0 {
          return bytes.startIndex + index
        }
        index += 1
      }
      return nil
    }
  }
}
