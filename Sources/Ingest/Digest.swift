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

  /// The digest of a file as it lies on disk.
  public static func sha256(ofFileAt path: String) throws(InputError) -> String {
    let chunks = ChunkReader(try InputFile(path: path))
    var hash = SHA256()
    while let chunk = try chunks.next() {
      hash.update(bufferPointer: UnsafeRawBufferPointer(chunk))
    }
    return hex(hash.finalize())
  }

  private static func hex(_ digest: SHA256Digest) -> String {
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
