/// A refusal of the warehouse's own, told in one line: what happened, what to do.
public enum WarehouseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no file to read.
  case missing(path: String)
  /// The file is a database of something else.
  case notAWarehouse(path: String)
  /// A later program has changed the file's schema.
  case newerSchema(path: String, found: Int, known: Int)
  /// Reading needs a schema that only writing can bring about.
  case olderSchema(path: String, found: Int, known: Int)
  /// A file or folder of the program's own data cannot be used.
  case unusableFile(path: String, reason: String)
  /// What is to be stored contradicts itself.
  case inconsistentReading(document: String, reason: String)
  /// The ledger knows no such run.
  case unknownRun(Int)
  case unknownQuery(name: String, known: [String])
  case unknownParameter(name: String, query: String, known: [String])
  case missingParameter(name: String, query: String)
  case badParameter(name: String, query: String, expected: String, found: String)
  /// A query is one statement and no more.
  case notOneStatement(sql: String)

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no warehouse; `solieu run` makes one"
    case .notAWarehouse(let path):
      "\(path): a database, but not a solieu warehouse; name another file"
    case .newerSchema(let path, let found, let known):
      "\(path): its schema is version \(found), this program knows up to \(known); "
        + "use a newer solieu"
    case .olderSchema(let path, let found, let known):
      "\(path): its schema is version \(found), this program needs \(known); "
        + "`solieu run` brings it up to date"
    case .unusableFile(let path, let reason): "\(path): \(reason)"
    case .inconsistentReading(let document, let reason):
      "\(document): cannot be stored, \(reason)"
    case .unknownRun(let run): "run \(run): not in the ledger"
    case .unknownQuery(let name, let known):
      "\(name): no such query; there are \(known.joined(separator: ", "))"
    case .unknownParameter(let name, let query, let known):
      known.isEmpty
        ? "\(query): takes no parameter \(name), nor any other"
        : "\(query): takes no parameter \(name); it has \(known.joined(separator: ", "))"
    case .missingParameter(let name, let query):
      "\(query): needs a value for \(name); give it by --param \(name)=…"
    case .badParameter(let name, let query, let expected, let found):
      "\(query): \(name) must be \(expected), not “\(found)”"
    case .notOneStatement(let sql):
      "a query is one statement and no more: \(sql.split(whereSeparator: \.isNewline).first ?? "")"
    }
  }
}
