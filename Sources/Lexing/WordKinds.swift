/// What words are to the readers, whatever else they are: most words are of a few hundred kinds.
struct WordKind {
  /// The ``PhrasePlace/starts`` of the word alone.
  var starts: UInt32
  var roles: WordRoles
}

/// The kinds that a lexer has met, each with a number of twelve bits.
final class WordKinds {
  /// The most kinds that are told apart.
  static let most = 4096
  /// The places among which a kind is looked for.
  private static let slots = 2 * most

  /// By their numbers.
  let values: UnsafeMutablePointer<WordKind>
  private var count = 0
  /// The number of the kind at each place, and one more; 0 where there is none.
  private let numbers: UnsafeMutablePointer<UInt16>

  init() {
    values = .allocate(capacity: Self.most)
    numbers = .allocate(capacity: Self.slots)
    numbers.initialize(repeating: 0, count: Self.slots)
  }

  deinit {
    values.deallocate()
    numbers.deallocate()
  }

  /// The number of a kind; nil where there are too many.
  func number(of kind: WordKind) -> UInt16? {
    let mixed = (UInt64(kind.starts) | UInt64(kind.roles.rawValue) << 32) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 40) & (Self.slots - 1)
    while numbers[slot] != 0 {
      let number = numbers[slot] - 1
      let known = values[Int(number)]
      if known.starts == kind.starts, known.roles == kind.roles { return number }
      slot = (slot + 1) & (Self.slots - 1)
    }
    guard count < Self.most else { return nil }
    values[count] = kind
    numbers[slot] = UInt16(count + 1)
    count += 1
    return UInt16(count - 1)
  }
}
