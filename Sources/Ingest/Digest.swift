import Crypto
import Tables

/// SHA-256, as 64 lower-case hexadecimal digits.
public enum Digest {
  /// The digest of bytes in memory: of a document's stored text.
  public static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hex(hash.finalize())
  }

  /// The first 128 bits of a short text's digest: what stands for it where many are kept.
  public static func prefix(of text: String) -> DigestPrefix {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return hash.finalize().withUnsafeBytes {
      DigestPrefix(
        high: $0.loadUnaligned(as: UInt64.self).bigEndian,
        low: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian)
    }
  }

  /// The digest of a file as it lies on disk.
  public static func sha256(ofFileAt path: String) throws(InputError) -> String {
    let file = try InputFile(path: path)
    let digest = FileDigest(file)
    return try digest.finish(file)
  }

  fileprivate static func hex(_ digest: SHA256Digest) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
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
  init(_ file: InputFile) { file.observer = { [self] in hash.update(bufferPointer: $0) } }

  /// Reads what the reader left of the file, and gives the digest of the whole.
  func finish(_ file: InputFile) throws(InputError) -> String {
    defer { file.observer = nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while try file.read(into: buffer) > 0 {}
    return Digest.hex(hash.finalize())
  }
}
