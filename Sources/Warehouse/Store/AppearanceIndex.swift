import Model

/// What finds, among all texts that are stored, those like a new one: about 100 bytes of memory a
/// text, however long it is.
struct AppearanceIndex {
  /// The first version met with a number: the beginning of a digest, or a part of a signature.
  private var versions: [UInt64: Int32] = [:]
  /// The first appearances of texts that are not first themselves.
  private var clusters: [Int32: Int32] = [:]
  /// Versions that no longer stand for their text, and those that do in place of the first ones.
  private var released: Set<Int32> = []
  private var successors: [UInt64: Int32] = [:]

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

  /// The version that the text of this digest and its figures are stored with now.
  func holder(of digest: String) -> Int? {
    let key = Self.key(digest)
    guard let version = successors[key] ?? versions[key], !released.contains(version) else {
      return nil
    }
    return Int(version)
  }

  /// Has a version stand for its text, unless another one does.
  mutating func hold(_ version: Int, digest: String) {
    guard holder(of: digest) == nil else { return }
    released.remove(Int32(version))
    successors[Self.key(digest)] = Int32(version)
  }

  /// A version was superseded, or has its text from another one.
  mutating func release(_ version: Int) { released.insert(Int32(version)) }

  private static func key(_ digest: String) -> UInt64 { UInt64(digest.prefix(16), radix: 16) ?? 0 }
}
