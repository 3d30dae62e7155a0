import CNettle

/// SHA-256 (FIPS 180-4) of bytes that are given piece by piece.
public struct SHA256 {
  private var context = sha256_ctx()

  public init() { nettle_sha256_init(&context) }

  /// Takes the bytes behind those taken before.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of all bytes taken; begins anew.
  public mutating func finish() -> Digest256 {
    var digest = Digest256()
    withUnsafeMutableBytes(of: &digest.words) {
      shim_sha256_digest(&context, $0.baseAddress!.assumingMemoryBound(to: UInt8.self))
    }
    return digest
  }
}

/// 256 bits.
public struct Digest256: Sendable {
  // As they lie in memory: the first byte first.
  fileprivate var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// The first 64 bits.
  public var high: UInt64 { words.0.bigEndian }
  /// The 64 bits behind the first 64.
  public var low: UInt64 { words.1.bigEndian }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    withUnsafeBytes(of: words) { bytes in
      String(unsafeUninitializedCapacity: 64) { text in
        for (index, byte) in bytes.enumerated() {
          text[2 * index] = Self.digit(byte >> 4)
          text[2 * index + 1] = Self.digit(byte & 15)
        }
        return 64
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
