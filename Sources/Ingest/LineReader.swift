import Glibc

/// Reads bytes line by line, with memory bounded by the longest line.
package final class LineReader {
  package enum Line {
    /// The line without its line feed; valid until the next call.
    case text(UnsafeBufferPointer<UInt8>)
    /// The line has more bytes than allowed and was passed over.
    case tooLong
  }

  /// The number of the line that was given last, counted from 1.
  package private(set) var number = 0
  /// The offset of its first byte.
  package private(set) var lineOffset = 0

  private let bytes: ByteStream
  private let limit: Int
  private var buffer: UnsafeMutableRawBufferPointer
  /// The offset of the next line.
  private var nextOffset = 0
  /// What is read and not given yet, and how far it was searched for a line feed.
  private var start = 0
  private var searched = 0
  private var end = 0
  private var isAtEnd = false

  /// - Parameter limit: The most bytes that a line may have.
  package init(_ bytes: ByteStream, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    buffer = UnsafeMutableRawBufferPointer(
      start: malloc(ChunkReader.chunkBytes), count: ChunkReader.chunkBytes)
  }

  deinit { free(buffer.baseAddress) }

  /// The next line; nil at the end. A line feed at the end of the file begins no line.
  package func next() throws(StreamError) -> Line? {
    var isTooLong = false
    lineOffset = nextOffset
    shrink()
    while true {
      if let lineFeed = findLineFeed() {
        let line = take(upTo: lineFeed)
        nextOffset += lineFeed + 1 - start
        start = lineFeed + 1
        searched = start
        return isTooLong ? .tooLong : line
      }
      if isAtEnd { return takeRest(isTooLong: isTooLong) }
      if end - start > limit {
        isTooLong = true
        nextOffset += end - start
        start = end
      }
      try fill()
    }
  }

  private func findLineFeed() -> Int? {
    guard let base = buffer.baseAddress else { return nil }
    guard let found = memchr(base + searched, 0x0A, end - searched) else {
      searched = end
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func take(upTo stop: Int) -> Line {
    number += 1
    guard stop - start <= limit else { return .tooLong }
    return .text(UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[start..<stop]))
  }

  private func takeRest(isTooLong: Bool) -> Line? {
    guard start < end || isTooLong else { return nil }
    let line = take(upTo: end)
    start = end
    return isTooLong ? .tooLong : line
  }

  /// Reads on behind what is there, after making room for it.
  private func fill() throws(StreamError) {
    if start > 0 { moveToFront() }
    if end == buffer.count { grow() }
    let count = try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    end += count
    isAtEnd = count == 0
  }

  private func moveToFront() {
    if let base = buffer.baseAddress { memmove(base, base + start, end - start) }
    end -= start
    searched -= start
    start = 0
  }

  private func grow() { resize(to: buffer.count * 2) }

  /// Gives back the room that a long line took.
  private func shrink() {
    guard buffer.count > Self.keptBytes, end - start <= Self.keptBytes / 2 else { return }
    moveToFront()
    resize(to: Self.keptBytes)
  }

  private static let keptBytes = 4 << 20

  /// By `realloc`, which moves pages where it can and does not need both places at once.
  private func resize(to count: Int) {
    buffer = UnsafeMutableRawBufferPointer(
      start: realloc(buffer.baseAddress, count), count: count)
  }
}
