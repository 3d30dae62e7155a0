/// Which shapes are worth trying on a run of characters: found in one pass over it.
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
    self.always = always
    self.literals = literals
    bounds = (0...256).map { byte in
      UInt8(literals.firstIndex { Int($0.bytes[0]) >= byte } ?? literals.count)
    }
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
