/// Reads bytes in chunks of a fixed size.
final class ChunkReader {
  static let chunkBytes = 1 << 16

  private let bytes: ByteStream
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ChunkReader.chunkBytes, alignment: 16)

  init(_ bytes: ByteStream) { self.bytes = bytes }

  deinit { buffer.deallocate() }

  /// The next chunk, which is valid until the next call; nil at the end.
  func next() throws(StreamError) -> UnsafeBufferPointer<UInt8>? {
    let count = try bytes.read(into: buffer)
    guard count > 0 else { return nil }
    return UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count])
  }
}
