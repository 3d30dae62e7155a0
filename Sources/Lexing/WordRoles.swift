/// What brings a reader to a token without going over all the tokens before it.
public struct WordRoles: OptionSet, Sendable {
  public let rawValue: UInt8

  @inlinable
  @inline(__always)
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A number in digits, or a word that may open one in words.
  @inlinable public static var number: WordRoles { WordRoles(rawValue: 1) }
  /// A line break, or a mark that may end a sentence.
  @inlinable public static var stop: WordRoles { WordRoles(rawValue: 2) }
  /// A word that may begin a place's name.
  @inlinable public static var place: WordRoles { WordRoles(rawValue: 4) }
  /// A word that does so only where it has a capital; a token has ``place`` instead.
  @inlinable public static var capitalizedPlace: WordRoles { WordRoles(rawValue: 8) }
  /// A word that may begin the words by which somebody is cited.
  @inlinable public static var source: WordRoles { WordRoles(rawValue: 16) }
  /// A word that may begin the words of a time.
  @inlinable public static var time: WordRoles { WordRoles(rawValue: 32) }
  /// A word that may begin the words that deny something, or say what is so instead.
  @inlinable public static var contrast: WordRoles { WordRoles(rawValue: 64) }
  /// A word that may begin the words that tell plans from facts.
  @inlinable public static var status: WordRoles { WordRoles(rawValue: 128) }

  /// The marks that may end a sentence.
  static let stops = [Mark.period, Mark.exclamation, Mark.question, Mark.ellipsis]
}

/// A token that has a role.
public struct Landmark: Sendable {
  /// Its position among the tokens.
  public var token: UInt32
  public var roles: WordRoles

  @inlinable
  public init(token: UInt32, roles: WordRoles) {
    self.token = token
    self.roles = roles
  }
}
