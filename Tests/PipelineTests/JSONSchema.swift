import Model
import Patterns

/// As much of JSON Schema as `figure.schema.json` is written in.
struct JSONSchema {
  private let required: [String]
  private let properties: [String: JSONValue]

  init(_ schema: JSONValue) {
    required = Self.array(schema["required"]).compactMap(\.string)
    guard case .object(let members)? = schema["properties"] else {
      properties = [:]
      return
    }
    properties = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  private static func array(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements)? = value else { return [] }
    return elements
  }

  /// What is wrong with an object; nothing when it satisfies the schema.
  func failures(_ object: JSONValue) throws -> [String] {
    guard case .object(let members) = object else { return ["no object"] }
    var failures = required.filter { object[$0] == nil }.map { "\($0) is missing" }
    for member in members {
      guard let rule = properties[member.key] else { continue }
      failures += try Self.failures(member.value, rule).map { "\(member.key): \($0)" }
    }
    return failures
  }

  private static func failures(_ value: JSONValue, _ rule: JSONValue) throws -> [String] {
    var failures: [String] = []
    let types = rule["type"]?.string.map { [$0] } ?? array(rule["type"]).compactMap(\.string)
    if !types.isEmpty, !types.contains(type(of: value)) {
      failures.append("\(value) is no \(types)")
    }
    let names = array(rule["enum"])
    if !names.isEmpty, !names.contains(value) { failures.append("\(value) is none of \(names)") }
    if let least = rule["minimum"]?.integer, let number = value.integer, number < least {
      failures.append("\(number) is below \(least)")
    }
    guard let text = value.string else { return failures }
    if let least = rule["minLength"]?.integer, text.unicodeScalars.count < least {
      failures.append("is shorter than \(least)")
    }
    if let source = rule["pattern"]?.string {
      let pattern = try Pattern(name: "schema", source: source)
      let bytes = Array(text.utf8)
      let outcome = bytes.withUnsafeBufferPointer {
        Matcher().match(pattern, in: $0, from: 0, to: $0.count, anchored: false)
      }
      if outcome == .noMatch { failures.append("\(text) does not match \(source)") }
    }
    return failures
  }

  private static func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number: value.integer == nil ? "number" : "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
