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
  /// The value of a number of one to four digits and nothing else, ``noValue`` for other numbers;
  /// for what is no number ``PhraseTrie/following(_:)``, or zero where there is no trie.
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

extension Token {
  /// The second half of a token's memory: what a word is wherever it stands.
  enum Tail {
    /// The bit of ``Flags/spaceBefore``.
    static let space: UInt64 = 1 << 40

    /// That of a word.
    static func word(_ id: UInt32, _ flags: Flags, following: UInt16) -> UInt64 {
      UInt64(id) | UInt64(TokenKind.word.rawValue) << 32 | UInt64(flags.rawValue) << 40
        | UInt64(following) << 48
    }

    /// That of a mark.
    static func mark(_ id: UInt32, following: UInt16) -> UInt64 {
      UInt64(id) | UInt64(TokenKind.mark.rawValue) << 32 | UInt64(following) << 48
    }

    /// What may follow.
    @inline(__always)
    static func following(_ tail: UInt64) -> UInt64 { tail &>> 48 }
  }

  /// Writes a token as two numbers, as its fields one by one take five times as long.
  @inline(__always)
  static func write(
    at place: UnsafeMutablePointer<Token>, from start: Int, to end: Int, _ tail: UInt64
  ) {
    assert(MemoryLayout<Token>.size == 16)
    let memory = UnsafeMutableRawPointer(place)
    let span = UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end) &<< 32
    memory.storeBytes(of: span.littleEndian, as: UInt64.self)
    memory.storeBytes(of: tail.littleEndian, toByteOffset: 8, as: UInt64.self)
  }
}
