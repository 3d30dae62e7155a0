import CBZip2
import CBrotli
import CLZMA
import CZstd

/// Unpacks one kind of compressed data, as they come.
protocol Decompressor: AnyObject {
  /// What messages call the data.
  static var name: String { get }

  /// Unpacks as much of `input` as fits into `output`.
  ///
  /// - Parameter isLast: Whether nothing follows `input`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> DecompressorStep
}

/// What one step did.
struct DecompressorStep {
  enum State: Equatable {
    /// More data are needed, or more room.
    case going
    /// The data are at an end; others may follow.
    case ended
    case broken
    /// More memory would be needed than is given.
    case tooLarge
  }

  /// The bytes taken of the input, and those given.
  var consumed: Int
  var produced: Int
  var state: State
}

final class ZstandardDecompressor: Decompressor {
  static let name = "zstd"
  private let stream = ZSTD_createDStream()

  deinit { ZSTD_freeDStream(stream) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> DecompressorStep {
    var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let result = ZSTD_decompressStream(stream, &to, &from)
    let state: DecompressorStep.State =
      ZSTD_isError(result) != 0 ? .broken : result == 0 ? .ended : .going
    return DecompressorStep(consumed: from.pos, produced: to.pos, state: state)
  }
}

final class XZDecompressor: Decompressor {
  static let name = "xz"
  /// What `xz -9` takes, twice.
  private static let memoryBytes: UInt64 = 130 << 20
  /// In a place of its own, as liblzma remembers where it is.
  private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: lzma_stream())
    _ = solieu_xz_init(stream, Self.memoryBytes)
  }

  deinit {
    lzma_end(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> DecompressorStep {
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = input.count
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = output.count
    let result = solieu_xz_step(stream, isLast ? 1 : 0)
    let state: DecompressorStep.State =
      result == 0 ? .going : result == 1 ? .ended : result == -2 ? .tooLarge : .broken
    return DecompressorStep(
      consumed: input.count - stream.pointee.avail_in,
      produced: output.count - stream.pointee.avail_out, state: state)
  }
}

final class Bzip2Decompressor: Decompressor {
  static let name = "bzip2"
  /// In a place of its own, as libbz2 remembers where it is.
  private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)
  private var hasEnded = false

  init() {
    stream.initialize(to: bz_stream())
    BZ2_bzDecompressInit(stream, 0, 0)
  }

  deinit {
    BZ2_bzDecompressEnd(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> DecompressorStep {
    if hasEnded {
      // Another stream follows, as from a packer with several workers.
      BZ2_bzDecompressEnd(stream)
      stream.pointee = bz_stream()
      BZ2_bzDecompressInit(stream, 0, 0)
      hasEnded = false
    }
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_out = UInt32(output.count)
    let result = BZ2_bzDecompress(stream)
    hasEnded = result == BZ_STREAM_END
    return DecompressorStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out),
      state: hasEnded ? .ended : result == BZ_OK ? .going : .broken)
  }
}

/// What browsers are sent; it has no mark to be known by.
final class BrotliDecompressor: Decompressor {
  static let name = "Brotli"
  private let stream = BrotliDecoderCreateInstance(nil, nil, nil)

  deinit { BrotliDecoderDestroyInstance(stream) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> DecompressorStep {
    var (left, room) = (input.count, output.count)
    var from = input.baseAddress
    var to = output.bindMemory(to: UInt8.self).baseAddress
    let result = BrotliDecoderDecompressStream(stream, &left, &from, &room, &to, nil)
    let state: DecompressorStep.State =
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS: .ended
      case BROTLI_DECODER_RESULT_ERROR: .broken
      default: .going
      }
    return DecompressorStep(
      consumed: input.count - left, produced: output.count - room, state: state)
  }
}
