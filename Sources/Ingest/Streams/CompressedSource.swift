/// Unpacks what is compressed otherwise than by gzip, as a stream.
///
/// Not by libarchive, which loses what it unpacked last when the data end too early or are broken.
final class CompressedSource<Method: Decompressor> {
  private let input: ByteStream
  private let method: Method
  private let budget: UnpackBudget
  private let layer: UnpackLayer
  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  /// What of the buffer is filled, and what of it was taken.
  private var end = 0
  private var next = 0
  private var packedBytes = 0
  private var isLast = false
  /// Whether the data are at an end: nothing need follow.
  private var hasEnded = false
  private var failure: StreamError?

  init(_ input: ByteStream, _ method: Method, _ budget: UnpackBudget) {
    self.input = input
    self.method = method
    self.budget = budget
    layer = UnpackLayer(path: input.path)
  }

  deinit { buffer.deallocate() }

  /// What is packed.
  func unpacked() -> ByteStream {
    ByteStream(path: input.path) { [self] (output) throws(StreamError) in
      if let failure { throw failure }
      do throws(StreamError) {
        let count = try fill(output)
        try budget.takeUnpacked(count, from: layer)
        return count
      } catch {
        failure = error
        throw error
      }
    }
  }

  /// Gives what was unpacked before a broken place before the error.
  private func fill(_ output: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    var filled = 0
    while filled == 0 {
      if next == end, !isLast { try readOn() }
      if next == end, isLast, hasEnded { return 0 }
      let step = method.step(
        UnsafeBufferPointer(rebasing: buffer[next..<end]), isLast: isLast, into: output)
      next += step.consumed
      filled = step.produced
      switch step.state {
      case .ended: hasEnded = true
      case .going:
        if step.consumed > 0 || step.produced > 0 { hasEnded = false }
        let isStuck = step.consumed == 0 && step.produced == 0
        if isStuck, next == end, isLast { throw broken("end too early") }
      case .tooLarge: throw broken("need too much memory to be unpacked")
      case .broken:
        if filled == 0 {
          throw broken(hasEnded ? "are followed by something else" : "are broken")
        }
      }
    }
    return filled
  }

  private func readOn() throws(StreamError) {
    packedBytes += end
    next = 0
    end = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
    isLast = end == 0
  }

  private func broken(_ what: String) -> StreamError {
    .broken(
      rule: "compressed",
      reason: "\(input.path): the \(Method.name) data \(what), at byte \(packedBytes + next), "
        + "after \(layer.bytes) bytes unpacked; get the file anew")
  }
}
