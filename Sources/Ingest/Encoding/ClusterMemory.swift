import Model
@_spi(_Unicode) import Swift

/// Remembers what letters with their marks are composed to. A language has a few hundred of them, and
/// asking the standard library takes a string for each.
struct ClusterMemory {
  /// A letter with its marks as one number, 0 where there is none, and the character that it is.
  private var entries = [(cluster: UInt64, composed: UInt64)](
    repeating: (0, 0), count: 1 << ClusterMemory.bits)

  private static let bits = 10

  /// The bytes of the one character that a cluster is composed to, the first one lowest; 0 where it
  /// is more than one, or the cluster is too long to be remembered.
  mutating func composed(_ cluster: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard cluster.count <= 8 else { return 0 }
    var key: UInt64 = 0
    for byte in cluster.reversed() { key = key << 8 | UInt64(byte) }
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
    if entries[place].cluster != key { entries[place] = (key, Self.compose(cluster)) }
    return entries[place].composed
  }

  private static func compose(_ cluster: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let scalars = Array(String(decoding: cluster, as: UTF8.self)._nfc)
    guard scalars.count == 1, let bytes = UTF8.encode(scalars[0]) else { return 0 }
    return Array(bytes).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
