/// One JSON value. Numbers stay as written, so that no digit passes through floating point.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in their order, duplicates among them; the subscript takes the last.
  case object([JSONMember])

  /// The value of the last member named `key`; nil for a missing one and for what is no object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string; nil for anything else.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of a number written without fraction and exponent that fits; nil for anything else.
  public var integer: Int? {
    if case .number(let text) = self { return Int(text) }
    return nil
  }

  /// What the value is, for messages: `a string`, `null`, ….
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// One member of a JSON object.
public struct JSONMember: Sendable, Hashable {
  public var key: String
  public var value: JSONValue

  public init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}
