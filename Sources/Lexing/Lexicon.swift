/// The words, numbers and marks that the rules name, each with a small number.
///
/// Looked up by hash alone: two different words of one language sharing a 64-bit hash are not to
/// be expected, and the builder refuses a table in which two do.
public final class Lexicon: @unchecked Sendable {
  private let mask: Int
  private let keys: UnsafeMutablePointer<UInt64>
  private let ids: UnsafeMutablePointer<UInt32>

  /// Words, marks included, with numbers below this.
  public let count: UInt32

  init(hashes: [UInt64: UInt32], count: UInt32) {
    var capacity = 1024
    while capacity < hashes.count * 3 { capacity *= 2 }
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    ids = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    ids.initialize(repeating: 0, count: capacity)
    self.count = count
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
}
