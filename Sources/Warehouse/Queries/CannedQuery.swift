/// A query kept in a file, `Warehouse/queries/NAME.sql`.
///
/// Its first line is a comment that says what it answers. Each of its parameters has a comment of
/// the form `-- param: name type = default -- what it is`. Without `= default` one must be given;
/// with nothing after the `=` it is null unless given. The types are `text` and `integer`.
public struct CannedQuery: Sendable, Hashable {
  public struct Parameter: Sendable, Hashable {
    public enum Kind: String, Sendable { case text, integer }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool
    /// Null for one that is required.
    public var standard: SQLValue
    /// What it is.
    public var description: String
  }

  public var name: String
  /// What it answers, in a sentence.
  public var description: String
  public var parameters: [Parameter]
  public var sql: String

  /// The queries of a folder, by their names.
  ///
  /// Throws ``WarehouseError/unusableFile(path:reason:)``.
  public static func load(folder: String) throws -> [CannedQuery] {
    try SQLFolder.read(folder).map { try CannedQuery(file: $0) }
  }

  init(file: SQLFile) throws(WarehouseError) {
    name = file.name
    sql = file.text
    description = try file.firstComment()
    parameters = []
    for line in file.text.split(whereSeparator: \.isNewline) where line.hasPrefix("-- param:") {
      parameters.append(try Self.parameter(line.dropFirst("-- param:".count), of: file))
    }
  }

  private static func parameter(
    _ line: Substring, of file: SQLFile
  ) throws(WarehouseError) -> Parameter {
    func refuse(_ what: String) -> WarehouseError {
      .unusableFile(
        path: file.path,
        reason: "“-- param:\(line)” \(what); write -- param: name type = default -- what it is")
    }
    let (declaration, description) = halves(line, at: "--")
    let (named, standard) = halves(declaration[...], at: "=")
    let words = named.split(separator: " ")
    guard words.count == 2, let kind = Parameter.Kind(rawValue: String(words[1])) else {
      throw refuse("has no name and type")
    }
    guard let description, !description.isEmpty else { throw refuse("is not described") }
    var parameter = Parameter(
      name: String(words[0]), kind: kind, isRequired: standard == nil, standard: .null,
      description: description)
    if let standard, !standard.isEmpty {
      switch (kind, Int(standard)) {
      case (.integer, let number?): parameter.standard = .integer(number)
      case (.integer, nil): throw refuse("has a default that is no whole number")
      case (.text, _): parameter.standard = .text(standard)
      }
    }
    return parameter
  }

  /// What stands before a mark and after it, without blanks around; nil when there is no mark.
  private static func halves(_ text: Substring, at mark: String) -> (String, String?) {
    guard let range = text.firstRange(of: mark) else { return (trimmed(text), nil) }
    return (trimmed(text[..<range.lowerBound]), trimmed(text[range.upperBound...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
  }

  /// The values that the query is run with.
  ///
  /// Throws ``WarehouseError`` for a value of an unknown parameter, one of the wrong type, and one
  /// that is missing.
  func values(_ given: [String: String]) throws(WarehouseError) -> [String: SQLValue] {
    for key in given.keys.sorted() where !parameters.contains(where: { $0.name == key }) {
      throw .unknownParameter(name: key, query: name, known: parameters.map(\.name))
    }
    var values: [String: SQLValue] = [:]
    for parameter in parameters {
      values[parameter.name] = try value(given[parameter.name], for: parameter)
    }
    return values
  }

  private func value(
    _ given: String?, for parameter: Parameter
  ) throws(WarehouseError) -> SQLValue {
    guard let given else {
      guard !parameter.isRequired else {
        throw .missingParameter(name: parameter.name, query: name)
      }
      return parameter.standard
    }
    guard parameter.kind == .integer else { return .text(given) }
    guard let number = Int(given) else {
      throw .badParameter(
        name: parameter.name, query: name, expected: "a whole number", found: given)
    }
    return .integer(number)
  }
}

extension Warehouse {
  /// Begins the canned query of that name.
  ///
  /// - Throws: ``WarehouseError`` for an unknown name, and for parameters that are unknown,
  ///   missing or of the wrong type; ``SQLiteError``.
  public func query(
    named name: String, among queries: [CannedQuery], parameters: [String: String] = [:]
  ) throws -> Query {
    guard let query = queries.first(where: { $0.name == name }) else {
      throw WarehouseError.unknownQuery(name: name, known: queries.map(\.name))
    }
    return try self.query(query.sql, parameters: query.values(parameters), name: name)
  }
}

extension SQLFile {
  /// The first line without its `--`: what the script is for.
  func firstComment() throws(WarehouseError) -> String {
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    guard line.hasPrefix("-- "), line.count > 3 else {
      throw .unusableFile(path: path, reason: "its first line must be a comment that describes it")
    }
    return String(line.dropFirst(3))
  }
}
