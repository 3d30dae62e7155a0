/// A few words of the lexicon, asked for at nearly every token near a number.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// A bit for each number of the lexicon, up to the highest one in the set.
  @usableFromInline let bits: ContiguousArray<UInt64>

  public init(_ words: some Sequence<UInt32>) {
    var bits: ContiguousArray<UInt64> = []
    for word in words {
      let index = Int(word >> 6)
      while bits.count <= index { bits.append(0) }
      bits[index] |= 1 << UInt64(word & 63)
    }
    self.bits = bits
  }

  /// The words of all sets, and others.
  init(_ sets: [WordSet], _ words: [UInt32]) {
    var bits = WordSet(words).bits
    for set in sets {
      while bits.count < set.bits.count { bits.append(0) }
      for index in set.bits.indices { bits[index] |= set.bits[index] }
    }
    self.bits = bits
  }

  public init(arrayLiteral words: UInt32...) { self.init(words) }

  @inlinable
  @inline(__always)
  public func contains(_ word: UInt32) -> Bool {
    let index = Int(word &>> 6)
    return index < bits.count && bits[index] &>> UInt64(word & 63) & 1 != 0
  }
}
