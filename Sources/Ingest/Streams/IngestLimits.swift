/// What one file may unpack to, so that a small file made to be huge does no harm.
public struct IngestLimits: Sendable, Hashable {
  /// The most bytes of one document; a longer one is refused alone.
  public var documentBytes = 256 << 20
  /// The most bytes that come out of an archive or a compressed file, for each byte of it.
  public var compressionRatio = 500
  /// The most bytes that come out of one file.
  public var unpackedBytes = 256 << 30
  /// The most bytes of one entry of an archive; a longer one is refused alone.
  public var entryBytes = 64 << 30
  /// The most entries of one archive.
  public var entries = 1_000_000
  /// How deep wrappers may lie in each other; `news.tar.gz` has two.
  public var nesting = 4

  public init() {}

  /// All of them, told apart from others.
  var description: String {
    [documentBytes, compressionRatio, unpackedBytes, entryBytes, entries, nesting]
      .map(String.init).joined(separator: " ")
  }
}

/// What one file has unpacked to so far, held against its limits.
final class UnpackBudget {
  let limits: IngestLimits
  /// The bytes of the file itself that were read.
  private var packed = 0
  /// What all of its wrappers gave, each counted.
  private var unpacked = 0
  private(set) var entries = 0

  /// A small file may well be one line a thousand times.
  private static let leastPacked = 64 << 10

  init(_ limits: IngestLimits) { self.limits = limits }

  func takePacked(_ count: Int) { packed += count }

  /// Begins an entry of an archive, which is held against the limits by itself, too.
  func entry(_ path: String) -> UnpackLayer {
    let entry = UnpackLayer(path: path)
    entry.packedBefore = packed
    return entry
  }

  /// Whether an entry is a bomb by itself, after what it gave was counted; it is then not held
  /// against the archive, so that what follows can be read.
  ///
  /// - Parameter count: what the entry gave last.
  func isBomb(_ entry: UnpackLayer, _ count: Int, of archive: UnpackLayer) -> Bool {
    entry.bytes += count
    let read = max(packed - entry.packedBefore, Self.leastPacked)
    guard entry.bytes > limits.compressionRatio * read else { return false }
    archive.bytes -= entry.bytes - count
    return true
  }

  /// Counts what a wrapper gave.
  func takeUnpacked(_ count: Int, from layer: UnpackLayer) throws(StreamError) {
    unpacked += count
    layer.bytes += count
    if layer.bytes > limits.compressionRatio * max(packed, Self.leastPacked) {
      throw over(layer, "more than \(limits.compressionRatio) times its size", "compression_ratio")
    }
    if unpacked > limits.unpackedBytes {
      throw over(layer, "more than \(limits.unpackedBytes) bytes", "unpacked_bytes")
    }
  }

  func takeEntry(of layer: UnpackLayer) throws(StreamError) {
    entries += 1
    guard entries > limits.entries else { return }
    throw over(layer, "more than \(limits.entries) entries", "entries")
  }

  private func over(_ layer: UnpackLayer, _ what: String, _ key: String) -> StreamError {
    .broken(
      rule: "bomb",
      reason:
        "\(layer.path): unpacks to \(what), at byte \(layer.bytes) of what is in it; the rest "
        + "is not read; unpack it yourself, or raise \(key) under limits in the pipeline file")
  }
}

/// One wrapper of a file that is being unpacked.
final class UnpackLayer {
  let path: String
  fileprivate(set) var bytes = 0
  /// Of an entry: how much of the file was read before it.
  fileprivate(set) var packedBefore = 0

  init(path: String) { self.path = path }
}
