import Lexing
import Model
import Rules

/// A text read as one number, an amount of money or a quantity.
public struct ReadNumber: Sendable, Hashable {
  public var value: ExactDecimal
  /// The upper end of a range.
  public var upper: ExactDecimal?
  /// The whole of a ratio or a fraction.
  public var of: ExactDecimal?
  /// ISO 4217, UCUM, `%`, or the noun; nil for a bare number.
  public var unit: String?
  /// Nil for a bare number.
  public var kind: FigureKind?
  /// The power of ten of the last digit stated.
  public var precision: Int
}

/// Why a text is no number.
public enum NumberRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  case empty
  /// It begins with what no number begins with.
  case noNumber(at: String)
  /// Its dots and commas fit no way to write a number, or it has more digits than can be held.
  case malformed(String)
  /// A number, and something behind it that does not belong to it.
  case leftOver(String)

  public var description: String {
    switch self {
    case .empty: "there is nothing in it"
    case .noNumber(let text): "no number begins with '\(text)'"
    case .malformed(let text):
      "the dots and commas of '\(text)' fit no way to write a number, or it is longer than "
        + "\(ExactDecimal.maximumDigits) digits"
    case .leftOver(let text): "'\(text)' is left over behind the number"
    }
  }
}

/// Reads what a person types as one number: `hai mươi mốt`, `3 tỷ rưỡi`, `$20`, `7-10 phút`.
///
/// More is taken than from running text, where một is an article and không a denial; what is left
/// over makes it no number.
public struct NumberReader {
  let rules: RuleSet

  public init(rules: RuleSet) { self.rules = rules }

  /// The number that the whole of `text`, in Unicode NFC, is; throws why it is none.
  public func read(_ text: String) throws(NumberRefusal) -> ReadNumber {
    let typed = Self.inVietnamese(Self.trimmed(text))
    if let scientific = Self.scientific(typed) { return scientific }
    if let vulgar = Self.vulgar(typed) { return vulgar }
    do throws(NumberRefusal) {
      return try scanned(Self.leadingPoint(typed))
    } catch {
      if let number = loosely(typed) { return number }
      throw error
    }
  }

  /// What is said or typed in short: `triệu hai` without một, `năm đến bảy` without từ, `2 đến 3 giờ`,
  /// `1 234,5` with common spaces, `5 tr`.
  private func loosely(_ typed: String) -> ReadNumber? {
    if startsWithScale(typed) { return try? scanned("một " + typed) }
    if let number = try? scanned("từ " + typed), number.upper != nil { return number }
    for joint in [" đến ", " tới "] where typed.contains(joint) {
      if let number = try? scanned(typed.replacing(joint, with: " - ")) { return number }
    }
    if let decimal = Self.decimalFraction(typed) { return try? scanned(decimal) }
    if typed.contains(" tr") {
      return try? scanned(typed.replacing(" tr", with: "tr"))
    }
    let spaced = Self.hardened(typed)
    return spaced == typed ? nil : try? scanned(spaced)
  }

  /// The spaces between digits made hard, so that they set thousands apart.
  private static func hardened(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isBetween =
        byte == UInt8(ascii: " ") && index > 0 && index + 1 < bytes.count
        && bytes[index - 1] &- 0x30 < 10 && bytes[index + 1] &- 0x30 < 10
      result += isBetween ? [0xC2, 0xA0] : [byte]
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func scanned(_ text: String) throws(NumberRefusal) -> ReadNumber {
    let tokens = TokenBuffer()
    let hits = HitMemory(trie: rules.trie)
    let bytes = Array(text.utf8)
    let result: Result<ReadNumber, NumberRefusal> = bytes.withUnsafeBufferPointer { bytes in
      Lexer(lexicon: rules.lexicon, trie: rules.trie).scan(bytes, into: tokens)
      return withExtendedLifetime(hits) {
        let scan = Scan(
          text: bytes, tokens: tokens.tokens, hits: hits.hits(in: tokens), rules: rules)
        do throws(NumberRefusal) {
          return .success(try TypedNumber(scan: scan).read())
        } catch {
          return .failure(error)
        }
      }
    }
    return try result.get()
  }

  private func startsWithScale(_ text: String) -> Bool {
    let first = text.split(separator: " ", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    return rules.scales.contains { $0.word == first || $0.word == "tỷ" && first == "tỉ" }
  }

  /// Without blanks around it, nor a full stop behind it.
  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last,
      last.properties.isWhitespace || ".,;!".unicodeScalars.contains(last)
    {
      scalars.removeLast()
    }
    return String(scalars)
  }

  /// `.5` and `,5` for `0.5`.
  private static func leadingPoint(_ text: String) -> String {
    guard let first = text.utf8.first, first == UInt8(ascii: ".") || first == UInt8(ascii: ","),
      let next = text.utf8.dropFirst().first, next &- 0x30 < 10
    else { return text }
    return "0" + text
  }
}
