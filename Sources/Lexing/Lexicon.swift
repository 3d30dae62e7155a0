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

  init(hashes: [UInt64: UInt32], count: UInt32, roles wordRoles: [UInt32: WordRoles] = [:]) {
    var capacity = 1024
    while capacity < hashes.count * 3 { capacity *= 2 }
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    ids = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    ids.initialize(repeating: 0, count: capacity)
    self.count = count
    let known = Int(max(count, Mark.firstWord))
    roles = .allocate(capacity: known)
    roles.initialize(repeating: [], count: known)
    for (word, own) in wordRoles { roles[Int(word)] = own }
    for mark in WordRoles.stops { roles[Int(mark)].insert(.stop) }
    for (hash, id) in hashes {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while ids[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = hash
      ids[slot] = id
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
