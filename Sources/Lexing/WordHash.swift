/// A 64-bit hash of a word that does not see case, nor which vowel carries the tone.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var tone: UInt16 = 0
  private(set) var count = 0

  /// Adds a letter by its ``LetterTable`` entry, or a digit by its byte.
  @inline(__always)
  mutating func add(_ entry: UInt16) {
    state = (state ^ UInt64(entry & 0xFF)) &* 0x0000_0100_0000_01B3
    // A syllable has one tone; combining it apart from the letters makes its place indifferent.
    tone |= (entry >> LetterTable.toneShift) & 7
    count += 1
  }

  @inline(__always)
  mutating func add(foreign value: UInt32) {
    state = (state ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    count += 1
  }

  @inline(__always)
  var value: UInt64 {
    var mixed = state ^ (UInt64(tone) &* 0x9E37_79B9_7F4A_7C15)
    mixed ^= mixed >> 32
    return mixed
  }
}
