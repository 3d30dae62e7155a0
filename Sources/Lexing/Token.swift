/// What a token is.
public enum TokenKind: UInt8, Sendable {
  /// A run of letters.
  case word
  /// A run of digits with dots and commas inside it: `1.363`, `22.4`, `3,4`.
  case number
  /// One punctuation mark or symbol.
  case mark
  /// A line break; several in a row are one token.
  case lineBreak
}

/// A piece of the text between spaces, as the rules see it.
public struct Token: Sendable {
  /// UTF-8 offsets, half-open.
  public var start: UInt32
  public var end: UInt32
  /// The lexicon's number for the word, number or mark; 0 for what no rule names.
  public var id: UInt32
  public var kind: TokenKind
  public var flags: Flags
  /// The value of a number of one to four digits and nothing else; ``noValue`` for all others.
  public var value: UInt16

  @inlinable public static var noValue: UInt16 { .max }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8

    @inlinable
    @inline(__always)
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space, or the start of the text, stands before it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1) }
    /// Its first letter is a capital.
    @inlinable public static var capitalized: Flags { Flags(rawValue: 2) }
    /// It has two letters or more and all are capitals.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 4) }
    /// It has a soft hyphen, full-width digits, or other characters to be passed over.
    @inlinable public static var irregular: Flags { Flags(rawValue: 8) }
  }

  @inlinable public var isWord: Bool { kind == .word }
  @inlinable public var isNumber: Bool { kind == .number }
  @inlinable public var isMark: Bool { kind == .mark }
  @inlinable public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
  @inlinable public var isCapitalized: Bool { flags.contains(.capitalized) }
  @inlinable public var length: Int { Int(end - start) }
}
