import Lexing

/// Which shapes are worth trying on a number: by the literals of the run of characters that holds
/// it, found in one pass over it, and by what stands around it.
public final class ShapeIndex: Sendable {
  private struct Literal: Sendable {
    var bytes: [UInt8]
    var rules: UInt64
  }

  /// A bit for each rule, by its place in the table, that needs no literal.
  public let always: UInt64
  private let literals: [Literal]
  /// For each byte, where the literals that begin with it start and end among ``literals``.
  private let bounds: [UInt8]
  /// For each first digit, without and with a plus before it, the rules that may begin so.
  private let beginning: [UInt64]
  /// For each kind of what follows, the rules that may go on so.
  private let following: [UInt64]

  /// The most rules that a set of bits can tell apart.
  static let mostRules = 64

  init(_ rules: [ShapeRule]) {
    var always: UInt64 = 0
    var literals: [Literal] = []
    for (number, rule) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      if rule.literals.isEmpty, rule.anchor == .number { always |= bit }
      for bytes in rule.literals where !bytes.isEmpty {
        if let known = literals.firstIndex(where: { $0.bytes == bytes }) {
          literals[known].rules |= bit
        } else {
          literals.append(Literal(bytes: bytes, rules: bit))
        }
      }
    }
    literals.sort { $0.bytes[0] < $1.bytes[0] }
    beginning = (0..<20).map { number in
      Self.rules(of: rules) {
        ($0.firstDigits == 0 || $0.firstDigits & 1 << UInt16(number % 10) != 0)
          && (!$0.isBehindPlus || number >= 10)
      }
    }
    following = (0..<64).map { kind in
      Self.rules(of: rules) { $0.following == 0 || $0.following & 1 << UInt64(kind) != 0 }
    }
    self.always = always
    self.literals = literals
    bounds = (0...256).map { byte in
      UInt8(literals.firstIndex { Int($0.bytes[0]) >= byte } ?? literals.count)
    }
  }

  private static func rules(
    of rules: [ShapeRule], where allows: (ShapeSurroundings) -> Bool
  ) -> UInt64 {
    var bits: UInt64 = 0
    for (number, rule) in rules.enumerated() where allows(rule.surroundings) {
      bits |= 1 << UInt64(number)
    }
    return bits
  }

  /// The rules that may match at a number that begins with the byte, as bits.
  ///
  /// - Parameter next: The token behind the number; nil at the end of the text.
  public func possible(first: UInt8, isBehindPlus: Bool, next: Token?) -> UInt64 {
    let digit = first &- 0x30
    // Full-width digits: whatever they begin with.
    let begun = digit < 10 ? beginning[Int(digit) + (isBehindPlus ? 10 : 0)] : ~0
    return begun & following[Int(FollowingKind(next).number)]
  }

  /// The rules of which a literal stands in `text`, as bits.
  public func held(in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var held: UInt64 = 0
    for position in text.indices {
      let byte = Int(text[position])
      for number in Int(bounds[byte])..<Int(bounds[byte + 1])
      where held & literals[number].rules != literals[number].rules {
        if stands(literals[number].bytes, at: position, in: text) { held |= literals[number].rules }
      }
    }
    return held
  }

  private func stands(
    _ literal: [UInt8], at position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard text.count - position >= literal.count else { return false }
    for offset in 1..<max(1, literal.count) where text[position + offset] != literal[offset] {
      return false
    }
    return true
  }
}
