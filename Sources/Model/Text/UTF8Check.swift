/// Strict validation of UTF-8 as the Unicode standard defines it (table 3-7): no overlong forms,
/// no surrogates, nothing above U+10FFFF.
public enum UTF8Check {
  /// The offset of the first byte that does not belong to valid UTF-8, or nil when all of it does.
  ///
  /// For a sequence that breaks off or is malformed it is the offset of its lead byte.
  public static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    automaton.firstRejected(in: bytes)
  }

  /// As above, of an array.
  public static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid(in: $0) }
  }

  /// What may come next.
  private enum State: Int {
    case character, oneMore, twoMore, threeMore
    /// After E0, ED, F0 and F4, where the second byte has narrower bounds.
    case afterE0, afterED, afterF0, afterF4
    case invalid
  }

  private static let automaton = ByteAutomaton(states: 9) { state, byte in
    (State(rawValue: state).map { next($0, byte) } ?? .invalid).rawValue
  }

  private static func next(_ state: State, _ byte: UInt8) -> State {
    switch (state, byte) {
    case (.character, 0...0x7F): .character
    case (.character, 0xC2...0xDF): .oneMore
    case (.character, 0xE0): .afterE0
    case (.character, 0xED): .afterED
    case (.character, 0xE1...0xEF): .twoMore
    case (.character, 0xF0): .afterF0
    case (.character, 0xF1...0xF3): .threeMore
    case (.character, 0xF4): .afterF4
    case (.oneMore, 0x80...0xBF): .character
    case (.twoMore, 0x80...0xBF), (.afterE0, 0xA0...0xBF), (.afterED, 0x80...0x9F): .oneMore
    case (.threeMore, 0x80...0xBF), (.afterF0, 0x90...0xBF), (.afterF4, 0x80...0x8F): .twoMore
    default: .invalid
    }
  }
}
