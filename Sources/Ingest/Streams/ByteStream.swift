import Glibc
import Tables

/// Bytes that come one after the other: of a file, or of what is packed in one.
package final class ByteStream {
  /// Fills a buffer from its start and gives the number of bytes; 0 at the end.
  package typealias Pull = (UnsafeMutableRawBufferPointer) throws(StreamError) -> Int

  /// What messages call it: `news.zip!/page.html`.
  package let path: String
  /// How many bytes will come, as far as that is known; 0 where it is not.
  let expectedBytes: Int
  /// How many bytes were read.
  package private(set) var offset = 0
  /// Goes on behind a place that cannot be unpacked, where the bytes allow that: gives where that
  /// was, or nil at the end.
  var resume: (() throws(StreamError) -> Int?)?

  private let pull: Pull
  /// Bytes that were looked at and not read yet.
  private var peeked: ArraySlice<UInt8> = []

  init(path: String, expectedBytes: Int = 0, _ pull: @escaping Pull) {
    self.path = path
    self.expectedBytes = expectedBytes
    self.pull = pull
  }

  /// Reads up to the size of `buffer` and gives the number of bytes read; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    let count: Int
    if peeked.isEmpty {
      count = try pull(buffer)
    } else {
      count = min(peeked.count, buffer.count)
      buffer.copyBytes(from: peeked.prefix(count))
      peeked = peeked.dropFirst(count)
    }
    offset += count
    return count
  }

  /// The next bytes, without moving past them: `count` of them, or fewer at the end.
  ///
  /// An error that lies within them comes up when they are read.
  func peek(_ count: Int) -> ArraySlice<UInt8> {
    while peeked.count < count {
      guard let piece = try? piece(limit: count - peeked.count), !piece.isEmpty else { break }
      peeked = peeked.isEmpty ? piece[...] : peeked + piece
    }
    return peeked.prefix(count)
  }

  /// Reads what is left, at most `limit` bytes; nil when there is more.
  func readAll(limit: Int) throws(StreamError) -> [UInt8]? {
    guard expectedBytes <= limit else { return nil }
    var bytes = Array(peeked)
    peeked = []
    // One byte more than is expected lets the last read see the end without growing.
    bytes.reserveCapacity(expectedBytes + 1)
    while bytes.count <= limit {
      // Small files in one go; of a large one no second copy.
      let piece = try piece(limit: min(max(expectedBytes + 1 - bytes.count, 1 << 16), 1 << 20))
      if piece.isEmpty { break }
      if bytes.isEmpty, expectedBytes < 1 << 20 {
        bytes = piece
      } else {
        bytes.append(contentsOf: piece)
      }
    }
    offset += bytes.count
    return bytes.count <= limit ? bytes : nil
  }

  private func piece(limit: Int) throws(StreamError) -> [UInt8] {
    var failure: StreamError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(StreamError) {
        count = try pull(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

extension ByteStream {
  /// The bytes that a file had when it was opened. One that is written to meanwhile is broken at its
  /// end, where a record may be cut.
  package convenience init(_ file: InputFile) {
    let size = file.status.st_mode & S_IFMT == S_IFREG ? Int(file.status.st_size) : 0
    var left = size > 0 ? size : .max
    self.init(path: file.path, expectedBytes: size) { (buffer) throws(StreamError) in
      var count = 0
      do throws(InputError) {
        if left > 0 {
          count = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, left)]))
        }
      } catch {
        throw .unreadable(error)
      }
      left -= count
      if count == 0, size > 0, file.hasChanged {
        throw .broken(
          rule: "changed",
          reason: "\(file.path): was written to while it was read; the next run reads it again")
      }
      return count
    }
  }

  /// Bytes in memory.
  convenience init(path: String, bytes: ArraySlice<UInt8>) {
    var rest = bytes
    self.init(path: path, expectedBytes: bytes.count) { (buffer) throws(StreamError) in
      let count = min(rest.count, buffer.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }
}
