/// A text is not JSON as RFC 8259 defines it.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The byte offset, from 0, at which reading stopped.
  public var offset: Int
  /// What is wrong there, in a few words.
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  public var description: String { "byte \(offset + 1): \(message)" }
}

/// A JSON value is well-formed, but one of its fields is not what the contract asks for.
public struct JSONFieldError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the field, with the names of those around it: `verdicts[0].severity`.
  public var field: String
  /// What is wrong, and what is expected.
  public var message: String

  public init(field: String, message: String) {
    self.field = field
    self.message = message
  }

  public var description: String { "\(field): \(message)" }
}
