/// A query kept in a file, `Warehouse/queries/NAME.sql`.
///
/// Its first line is a comment that says what it answers. Comments of the form
/// `-- param: name = default` name its parameters; without `= default` one must be given, with
/// nothing after the `=` it is null unless given. A parameter is of the type of its default: a
/// whole number, or else a text.
public struct CannedQuery: Sendable, Hashable {
  public struct Parameter: Sendable, Hashable {
    public var name: String
    public var isRequired: Bool
    /// Null for one that is required.
    public var standard: SQLValue
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
    _ text: Substring, of file: SQLFile
  ) throws(WarehouseError) -> Parameter {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = trimmed(parts[0])
    guard !name.isEmpty else {
      throw .unusableFile(path: file.path, reason: "a parameter without a name")
    }
    guard parts.count == 2 else {
      return Parameter(name: name, isRequired: true, standard: .null)
    }
    let standard = trimmed(parts[1])
    let value: SQLValue =
      standard.isEmpty ? .null : Int(standard).map { .integer($0) } ?? .text(standard)
    return Parameter(name: name, isRequired: false, standard: value)
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
    guard case .integer = parameter.standard else { return .text(given) }
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
