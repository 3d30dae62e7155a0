/// A value as the database holds it.
public enum SQLValue: Sendable, Hashable, CustomStringConvertible {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// Equal as stored: texts by their bytes, so that composed and decomposed forms differ.
  public static func == (left: SQLValue, right: SQLValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.blob(let left), .blob(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: break
    case .integer(let value): hasher.combine(value)
    case .real(let value): hasher.combine(value)
    case .text(let value): for byte in value.utf8 { hasher.combine(byte) }
    case .blob(let value): hasher.combine(value)
    }
  }

  /// The text of the value; empty for null, hexadecimal for a blob.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    case .blob(let value): value.map { hexadecimal(UInt64($0), digits: 2) }.joined()
    }
  }

  /// The value when it is a text.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The value when it is a whole number.
  public var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }
}
