import CZlib

/// Unpacks gzip: one member, or many after each other as in WARC files.
///
/// By zlib and not by libarchive, which loses what it unpacked last when the data end too early or
/// are broken, does not compare the checksums, and cannot go on at the next member.
final class GzipSource {
  private let input: ByteStream
  private let budget: UnpackBudget
  private let layer: UnpackLayer
  /// In a place of its own, as zlib remembers where it is.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: GzipSource.capacity)
  /// What of the buffer is filled, what of it was given to zlib, and where the member began.
  private var end = 0
  private var next = 0
  private var memberStart = 0
  /// The offset of the buffer's first byte in the packed bytes.
  private var bufferOffset = 0
  private var isInMember = true
  private var failure: StreamError?

  private static let capacity = 1 << 20
  private static let pieceBytes = 1 << 16

  /// - Parameter isAlsoZlib: whether the data may have zlib's header instead of gzip's.
  init(_ input: ByteStream, _ budget: UnpackBudget, isAlsoZlib: Bool = false) {
    self.input = input
    self.budget = budget
    layer = UnpackLayer(path: input.path)
    stream.initialize(to: z_stream())
    _ = solieu_inflate_init(stream, isAlsoZlib ? 47 : 31)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// What is packed.
  func unpacked() -> ByteStream {
    let bytes = ByteStream(path: input.path) { [self] (buffer) throws(StreamError) in
      try read(into: buffer)
    }
    bytes.resume = { [self] () throws(StreamError) in try goToNextMember() }
    return bytes
  }

  private func read(into output: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    if let failure { throw failure }
    do throws(StreamError) {
      let count = try inflate(into: output)
      try budget.takeUnpacked(count, from: layer)
      return count
    } catch {
      failure = error
      throw error
    }
  }

  private func isOverLimit(_ error: StreamError) -> Bool {
    if case .broken("bomb", _) = error { return true }
    return false
  }

  private func inflate(into output: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(min(output.count, 1 << 30))
    let wanted = stream.pointee.avail_out
    // What was unpacked before a broken place is good: it is given before the error.
    while stream.pointee.avail_out == wanted {
      if next == end {
        guard try fill() else {
          guard isInMember else { return 0 }
          throw broken("ends too early, at byte \(bufferOffset + end)", "get the file anew")
        }
      }
      if !isInMember, try !beginMember() { return 0 }
      try inflateOnce(wanted)
    }
    return Int(wanted - stream.pointee.avail_out)
  }

  private func inflateOnce(_ wanted: UInt32) throws(StreamError) {
    stream.pointee.next_in = buffer + next
    stream.pointee.avail_in = UInt32(end - next)
    let result = CZlib.inflate(stream, Z_NO_FLUSH)
    next = end - Int(stream.pointee.avail_in)
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInMember = false
    case _ where stream.pointee.avail_out < wanted: break
    default:
      throw broken(
        "is broken in the member at byte \(bufferOffset + memberStart), "
          + "before byte \(bufferOffset + next)", "get the file anew")
    }
  }

  /// True when another member follows; zeros after the last one are padding.
  private func beginMember() throws(StreamError) -> Bool {
    while true {
      while next < end, buffer[next] == 0 { next += 1 }
      if next < end { break }
      guard try fill() else { return false }
    }
    memberStart = next
    isInMember = true
    inflateReset(stream)
    guard buffer[next] == 0x1F else {
      throw broken("is followed by other data at byte \(bufferOffset + next)", "cut them off")
    }
    return true
  }

  /// Reads on; keeps the bytes of the member as far as there is room, so that one can go back.
  private func fill() throws(StreamError) -> Bool {
    if end + Self.pieceBytes > Self.capacity {
      let kept = memberStart > 0 && end - memberStart < Self.capacity / 2 ? memberStart : next
      buffer.update(from: buffer + kept, count: end - kept)
      bufferOffset += kept
      next -= kept
      end -= kept
      memberStart -= kept
    }
    let count = try input.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + end, count: Self.pieceBytes))
    end += count
    return count > 0
  }

  private func broken(_ what: String, _ advice: String) -> StreamError {
    .broken(
      rule: "compressed",
      reason: "\(input.path): the gzip data \(what), after \(layer.bytes) bytes unpacked; \(advice)"
    )
  }

  /// After an error: goes to what looks like the next member. Gives the offset at which the broken
  /// one began, or nil when there is none after it.
  private func goToNextMember() throws(StreamError) -> Int? {
    guard let failure, !isOverLimit(failure) else { return nil }
    let brokenAt = bufferOffset + memberStart
    var index = max(memberStart, 0) + 1
    while true {
      while index + 4 <= end {
        if buffer[index] == 0x1F, buffer[index + 1] == 0x8B, buffer[index + 2] == 0x08,
          buffer[index + 3] & 0xE0 == 0
        {
          next = index
          isInMember = false
          self.failure = nil
          return brokenAt
        }
        index += 1
      }
      let before = bufferOffset
      // Nothing before here is wanted any more.
      memberStart = index
      next = index
      guard try fill() else { return nil }
      index -= bufferOffset - before
    }
  }
}
