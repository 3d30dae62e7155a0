import Model

/// What finds, among all texts that are stored, those like a new one: a few bytes of memory a text,
/// however long it is; the rest lies in files.
struct AppearanceIndex {
  /// The first version met with a number: the beginning of a digest, or a part of a signature.
  let versions = DigestTable()
  /// Versions that no longer stand for their text, and those that do in place of the first ones.
  private var released = VersionSet()
  private var successors: [UInt64: Int] = [:]

  /// Adds a version, unless an earlier one is found by the same numbers.
  func add(_ version: Int, digest: String, signature: TextSignature) {
    add(version, Self.number(digest))
    for band in signature.bands { add(version, band) }
  }

  private func add(_ version: Int, _ number: UInt64) {
    let key = Self.key(number)
    if versions[key] == nil { versions[key] = DigestTable.Value(first: UInt64(version)) }
  }

  /// The versions that may have the text of this digest, or one like it, the earliest first.
  func candidates(digest: String, signature: TextSignature) -> [Int] {
    var found: [Int] = []
    for number in [Self.number(digest)] + signature.bands {
      guard let version = version(number), !found.contains(version) else { continue }
      found.append(version)
    }
    return found.sorted()
  }

  /// The version that the text of this digest and its figures are stored with now.
  func holder(of digest: String) -> Int? { holder(of: Self.number(digest)) }

  private func holder(of number: UInt64) -> Int? {
    guard let version = successors[number] ?? version(number), !released.contains(version) else {
      return nil
    }
    return version
  }

  /// Has a version stand for its text, unless another one does.
  mutating func hold(_ version: Int, digest: String) { hold(version, Self.number(digest)) }

  mutating func hold(_ version: Int, _ number: UInt64) {
    guard holder(of: number) == nil else { return }
    released.remove(version)
    successors[number] = version
  }

  /// A version was superseded, or has its text from another one.
  mutating func release(_ version: Int) { released.insert(version) }

  private func version(_ number: UInt64) -> Int? {
    versions[Self.key(number)].map { Int($0.first) }
  }

  private static func number(_ digest: String) -> UInt64 {
    var digest = digest
    return digest.withUTF8 { number(UnsafeRawBufferPointer($0)) }
  }

  /// The number of the first 16 lower-case hexadecimal digits.
  static func number(_ digest: UnsafeRawBufferPointer) -> UInt64 {
    digest.prefix(16).reduce(0) { number, digit in
      number << 4 | UInt64(digit > 0x39 ? digit &- 0x57 : digit &- 0x30) & 0xF
    }
  }

  static func key(_ number: UInt64) -> DigestTable.Key { DigestTable.Key(high: number) }
}

/// Versions by their numbers, which go up from 1: a bit each.
private struct VersionSet {
  private var words: [UInt64] = []

  func contains(_ version: Int) -> Bool {
    let (word, bit) = version.quotientAndRemainder(dividingBy: 64)
    return word < words.count && words[word] & (1 << bit) != 0
  }

  mutating func insert(_ version: Int) {
    let (word, bit) = version.quotientAndRemainder(dividingBy: 64)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << bit
  }

  mutating func remove(_ version: Int) {
    let (word, bit) = version.quotientAndRemainder(dividingBy: 64)
    if word < words.count { words[word] &= ~(1 << bit) }
  }
}
