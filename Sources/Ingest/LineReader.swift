import Glibc
import Tables

/// Reads a file line by line, with memory bounded by the longest line.
package final class LineReader {
  package enum Line {
    /// The line without its line feed; valid until the next call.
    case text(UnsafeBufferPointer<UInt8>)
    /// The line has more bytes than allowed and was passed over.
    case tooLong
  }

  /// The number of the line that was given last, counted from 1.
  package private(set) var number = 0

  private let file: InputFile
  private let limit: Int
  private var buffer: UnsafeMutableRawBufferPointer
  /// What is read and not given yet, and how far it was searched for a line feed.
  private var start = 0
  private var searched = 0
  private var end = 0
  private var isAtEnd = false

  /// - Parameter limit: The most bytes that a line may have.
  package init(_ file: InputFile, limit: Int) {
    self.file = file
    self.limit = limit
    buffer = .allocate(byteCount: ChunkReader.chunkBytes, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// The next line; nil at the end. A line feed at the end of the file begins no line.
  package func next() throws(InputError) -> Line? {
    var isTooLong = false
    while true {
      if let lineFeed = findLineFeed() {
        let line = take(upTo: lineFeed)
        start = lineFeed + 1
        searched = start
        return isTooLong ? .tooLong : line
      }
      if isAtEnd { return takeRest(isTooLong: isTooLong) }
      if end - start > limit {
        isTooLong = true
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
  private func fill() throws(InputError) {
    if start > 0 { moveToFront() }
    if end == buffer.count { grow() }
    let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    end += count
    isAtEnd = count == 0
  }

  private func moveToFront() {
    if let base = buffer.baseAddress { memmove(base, base + start, end - start) }
    end -= start
    searched -= start
    start = 0
  }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: buffer.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
    buffer.deallocate()
    buffer = larger
  }
}
