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

  public static let noValue: UInt16 = .max

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space, or the start of the text, stands before it.
    public static let spaceBefore = Flags(rawValue: 1)
    /// Its first letter is a capital.
    public static let capitalized = Flags(rawValue: 2)
    /// It has two letters or more and all are capitals.
    public static let allCapitals = Flags(rawValue: 4)
    /// It has a soft hyphen, full-width digits, or other characters to be passed over.
    public static let irregular = Flags(rawValue: 8)
  }

  public var isWord: Bool { kind == .word }
  public var isNumber: Bool { kind == .number }
  public var isMark: Bool { kind == .mark }
  public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
  public var isCapitalized: Bool { flags.contains(.capitalized) }
  public var length: Int { Int(end - start) }
}
