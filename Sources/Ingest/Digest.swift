import Hashing
import Tables

/// SHA-256, as 64 lower-case hexadecimal digits.
public enum Digest {
  /// The digest of bytes in memory: of a document's stored text.
  public static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish().hexadecimal
  }

  /// The first 128 bits of a short text's digest: what stands for it where many are kept.
  public static func prefix(of text: String) -> DigestPrefix {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(UnsafeRawBufferPointer($0)) }
    let digest = hash.finish()
    return DigestPrefix(high: digest.high, low: digest.low)
  }

  /// The digest of a file as it lies on disk.
  public static func sha256(ofFileAt path: String) throws(InputError) -> String {
    let file = try InputFile(path: path)
    let digest = FileDigest(file)
    return try digest.finish(file)
  }
}

/// The first 128 bits of a SHA-256.
public struct DigestPrefix: Sendable, Hashable {
  public var high: UInt64
  public var low: UInt64

  // The bits of a digest are spread well already.
  public func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// Takes the digest of a file while it is read by somebody else.
final class FileDigest {
  private var hash = SHA256()

  /// Listens to what is read of the file from now on.
  init(_ file: InputFile) { file.observer = { [self] in hash.update($0) } }

  /// Reads what the reader left of the file, and gives the digest of the whole.
  func finish(_ file: InputFile) throws(InputError) -> String {
    defer { file.observer = nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while try file.read(into: buffer) > 0 {}
    return hash.finish().hexadecimal
  }
}
