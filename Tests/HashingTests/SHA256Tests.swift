import Hashing
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// Of the examples of FIPS 180-4 and of NIST's for long messages.
  static let known: [(bytes: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("is that of the standard, in whatever pieces the bytes come", arguments: known)
  func pieces(bytes: [UInt8], digest: String) {
    for size in [1 << 20, 4_096, 63, 64] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { hash.update($0) }
      }
      #expect(hash.finish().hexadecimal == digest)
    }
  }

  @Test("begins anew when it was asked for, and gives its first bits as numbers")
  func words() {
    var hash = SHA256()
    Array("abc".utf8).withUnsafeBytes { hash.update($0) }
    let digest = hash.finish()
    #expect(digest.high == 0xba78_16bf_8f01_cfea)
    #expect(digest.low == 0x4141_40de_5dae_2223)
    #expect(hash.finish().hexadecimal == Self.known[0].digest)
  }
}
