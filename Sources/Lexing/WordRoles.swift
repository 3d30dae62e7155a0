/// What brings a reader to a token without going over all the tokens before it.
public struct WordRoles: OptionSet, Sendable {
  public let rawValue: UInt8

  @inlinable
  @inline(__always)
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A number in digits, or a word that may open one in words.
  public static let number = WordRoles(rawValue: 1)
  /// A line break, or a mark that may end a sentence.
  public static let stop = WordRoles(rawValue: 2)
  /// A word that may begin a place's name.
  public static let place = WordRoles(rawValue: 4)
  /// A word that does so only where it has a capital; a token has ``place`` instead.
  public static let capitalizedPlace = WordRoles(rawValue: 8)
  /// A word that may begin the words by which somebody is cited.
  public static let source = WordRoles(rawValue: 16)

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
