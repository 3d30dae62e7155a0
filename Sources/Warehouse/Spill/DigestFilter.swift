/// Tells of most digests that are not in a set that they are not: 10 bits a digest.
struct DigestFilter {
  private static let bits = 10
  private static let probes = 5
  /// Blocks of 512 bits, so that asking looks at one line of the processor's cache.
  private var words: [UInt64]
  private let blocks: UInt64

  /// - Parameter count: how many digests will be added.
  init(count: Int) {
    blocks = UInt64(count * Self.bits / 512 + 1)
    words = [UInt64](repeating: 0, count: Int(blocks) * 8)
  }

  mutating func add(_ key: DigestTable.Key) {
    var (start, bits) = place(of: key)
    for _ in 0..<Self.probes {
      words[start + Int(bits >> 6 & 7)] |= 1 << (bits & 63)
      bits >>= 9
    }
  }

  /// False when the digest was surely not added.
  func mayHold(_ key: DigestTable.Key) -> Bool {
    var (start, bits) = place(of: key)
    for _ in 0..<Self.probes {
      if words[start + Int(bits >> 6 & 7)] & (1 << (bits & 63)) == 0 { return false }
      bits >>= 9
    }
    return true
  }

  /// The block of a digest, and the places of its bits in there, nine bits each.
  private func place(of key: DigestTable.Key) -> (start: Int, bits: UInt64) {
    let block = key.high.multipliedFullWidth(by: blocks).high
    var bits = (key.high ^ key.low) &* 0x9E37_79B9_7F4A_7C15
    bits ^= bits >> 32
    return (Int(block) * 8, bits)
  }
}
