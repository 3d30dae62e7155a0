import Model

/// What finds, among all texts that are stored, those like a new one: about 100 bytes of memory a
/// text, however long it is.
struct AppearanceIndex {
  /// The first version met with a number: the beginning of a digest, or a part of a signature.
  private var versions: [UInt64: Int32] = [:]
  /// The first appearances of texts that are not first themselves.
  private var clusters: [Int32: Int32] = [:]

  /// Adds a version, unless an earlier one is found by the same numbers.
  mutating func add(_ version: Int, cluster: Int, digest: String, signature: TextSignature) {
    let version = Int32(version)
    if cluster != Int(version) { clusters[version] = Int32(cluster) }
    for key in [Self.key(digest)] + signature.bands where versions[key] == nil {
      versions[key] = version
    }
  }

  /// The versions that may have the text of this digest, or one like it, the earliest first.
  func candidates(digest: String, signature: TextSignature) -> [Int] {
    var found: [Int] = []
    for key in [Self.key(digest)] + signature.bands {
      guard let version = versions[key].map(Int.init), !found.contains(version) else { continue }
      found.append(version)
    }
    return found.sorted()
  }

  /// The first appearance of a version's text.
  func cluster(of version: Int) -> Int { clusters[Int32(version)].map(Int.init) ?? version }

  private static func key(_ digest: String) -> UInt64 { UInt64(digest.prefix(16), radix: 16) ?? 0 }
}
