/// The words, numbers and marks that the rules name, each with a small number.
///
/// Looked up by hash alone: two different words of one language sharing a 64-bit hash are not to
/// be expected, and the builder refuses a table in which two do.
public final class Lexicon: @unchecked Sendable {
  private let mask: Int
  private let keys: UnsafeMutablePointer<UInt64>
  private let ids: UnsafeMutablePointer<UInt32>
  /// The roles of the words by their numbers.
  private let roles: UnsafeMutablePointer<WordRoles>

  /// Words, marks included, with numbers below this.
  public let count: UInt32

  /// - Parameters:
  ///   - hashes: Those of the words in the order of their numbers, from ``Mark/firstWord`` on.
  ///   - wordRoles: Those of the marks and words by their numbers; the rest has none.
  init(hashes: [UInt64], roles wordRoles: [WordRoles]) {
    var capacity = 1024
    while capacity < hashes.count * 3 { capacity *= 2 }
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    ids = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    ids.initialize(repeating: 0, count: capacity)
    let known = Int(Mark.firstWord) + hashes.count
    count = UInt32(known)
    roles = .allocate(capacity: known)
    roles.initialize(repeating: [], count: known)
    for (word, own) in wordRoles.enumerated() { roles[word] = own }
    for mark in WordRoles.stops { roles[Int(mark)].insert(.stop) }
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while ids[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = hash
      ids[slot] = Mark.firstWord + UInt32(number)
    }
  }

  deinit {
    keys.deallocate()
    ids.deallocate()
    roles.deallocate()
  }

  @inline(__always)
  func id(of hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while ids[slot] != 0 {
      if keys[slot] == hash { return ids[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// What a word that stands in a text with or without a capital is to the readers.
  @inline(__always)
  func roles(of id: UInt32, isCapitalized: Bool = false) -> WordRoles {
    var found = roles[Int(id)]
    if found.contains(.capitalizedPlace) {
      found.remove(.capitalizedPlace)
      if isCapitalized { found.insert(.place) }
    }
    return found
  }
}
