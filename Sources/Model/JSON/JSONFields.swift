/// Takes the fields of a JSON object by name and type, with errors that name the field.
///
/// A field that is missing and one that is `null` are the same.
struct JSONFields {
  private let fields: [String: JSONValue]
  private let prefix: String

  /// - Parameters:
  ///   - json: The object; throws where it is none.
  ///   - path: What the object is called in messages; empty for a whole line.
  init(_ json: JSONValue, path: String = "") throws(JSONFieldError) {
    guard case .object(let members) = json else {
      throw JSONFieldError(
        field: path.isEmpty ? "the line" : path,
        message: "expected an object, found \(json.typeName)")
    }
    fields = Dictionary(members.lazy.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    prefix = path.isEmpty ? "" : "\(path)."
  }

  private func present(_ name: String) -> JSONValue? {
    guard let value = fields[name], value != .null else { return nil }
    return value
  }

  private func failure(_ name: String, _ message: String) -> JSONFieldError {
    JSONFieldError(field: prefix + name, message: message)
  }

  func optionalString(_ name: String) throws(JSONFieldError) -> String? {
    guard let value = present(name) else { return nil }
    guard let text = value.string else {
      throw failure(name, "expected a string, found \(value.typeName)")
    }
    return text
  }

  func string(_ name: String) throws(JSONFieldError) -> String {
    guard let text = try optionalString(name) else { throw failure(name, "is missing") }
    return text
  }

  func optionalInt(_ name: String) throws(JSONFieldError) -> Int? {
    guard let value = present(name) else { return nil }
    guard let number = value.integer else {
      throw failure(name, "expected an integer, found \(value.typeName)")
    }
    return number
  }

  func int(_ name: String) throws(JSONFieldError) -> Int {
    guard let number = try optionalInt(name) else { throw failure(name, "is missing") }
    return number
  }

  func optionalDecimal(_ name: String) throws(JSONFieldError) -> ExactDecimal? {
    guard let text = try optionalString(name) else { return nil }
    guard let value = ExactDecimal(text) else {
      throw failure(
        name, "expected a decimal of at most \(ExactDecimal.maximumDigits) digits, found '\(text)'")
    }
    return value
  }

  func decimal(_ name: String) throws(JSONFieldError) -> ExactDecimal {
    guard let value = try optionalDecimal(name) else { throw failure(name, "is missing") }
    return value
  }

  /// One of the names of a vocabulary.
  func optionalName<Name: RawRepresentable & CaseIterable>(
    _ name: String, of type: Name.Type
  ) throws(JSONFieldError) -> Name? where Name.RawValue == String {
    guard let text = try optionalString(name) else { return nil }
    guard let value = Name(rawValue: text) else {
      let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(name, "'\(text)' is none of \(names)")
    }
    return value
  }

  func name<Name: RawRepresentable & CaseIterable>(
    _ name: String, of type: Name.Type
  ) throws(JSONFieldError) -> Name where Name.RawValue == String {
    guard let value = try optionalName(name, of: type) else { throw failure(name, "is missing") }
    return value
  }

  /// The elements of an array with their paths; none when the field is missing.
  func elements(_ name: String) throws(JSONFieldError) -> [(path: String, value: JSONValue)] {
    guard let value = present(name) else { return [] }
    guard case .array(let elements) = value else {
      throw failure(name, "expected an array, found \(value.typeName)")
    }
    return elements.enumerated().map { ("\(prefix)\(name)[\($0.offset)]", $0.element) }
  }

  /// The four offsets of a span, which must ascend.
  func span() throws(JSONFieldError) -> Span {
    let span = Span(
      charStart: try int("char_start"), charEnd: try int("char_end"),
      byteStart: try int("byte_start"), byteEnd: try int("byte_end"))
    guard span.charStart >= 0, span.charEnd >= span.charStart else {
      throw failure("char_end", "char_start and char_end must ascend from 0")
    }
    guard span.byteStart >= 0, span.byteEnd >= span.byteStart else {
      throw failure("byte_end", "byte_start and byte_end must ascend from 0")
    }
    return span
  }

  /// The span, or nil when no offset is given.
  func optionalSpan() throws(JSONFieldError) -> Span? {
    let names = ["char_start", "char_end", "byte_start", "byte_end"]
    return names.allSatisfy { present($0) == nil } ? nil : try span()
  }
}
