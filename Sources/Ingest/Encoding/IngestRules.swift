import Model
import Tables

/// What reading raw files knows about Vietnamese: encodings, syllables, words. Tables below
/// `Pipelines/rules`, read once and shared.
public final class IngestRules: Sendable, Hashable {
  let encodings: [LegacyEncoding]
  /// What encodings are called in pages and headers, in lower case.
  let labels: [String: String]
  let syllables: SyllableTable
  let languages: LanguageRules
  /// What stands above an article.
  public let headers: HeaderRules
  /// The digest of ``digest(folder:)``.
  public let digest: String

  /// The tables that are read, and that of ``PageRules``.
  static let tableNames = [
    "encodings", "encoding_labels", "syllables", "language_words", "language_limits", "headers",
    "html",
  ]

  /// SHA-256 over the bytes of the tables in `folder`, as 64 lower-case hexadecimal digits.
  ///
  /// Throws ``TableError`` for a file that cannot be read.
  public static func digest(folder: String) throws(TableError) -> String {
    try TableFiles.digest(folder: folder, names: tableNames)
  }

  /// Reads the tables in `folder`. Throws ``TableError`` with file, line and column.
  public init(folder: String) throws(TableError) {
    func table(_ name: String, _ columns: [String]) throws(TableError) -> Table {
      try Table.read(path: "\(folder)/\(name).csv", columns: columns, optional: ["note"])
    }
    let codes = try table("encodings", ["encoding", "byte", "code_points"])
    let names = try table("encoding_labels", ["label", "encoding"])
    let parts = try table("syllables", ["part", "letters"])
    let words = try table("language_words", ["word", "language"])
    let limits = try table("language_limits", ["name", "value"])
    let above = try table("headers", ["words", "role", "value"])
    headers = try HeaderRules(above)
    encodings = try LegacyEncoding.all(codes)
    labels = try Self.labels(names, encodings.map(\.name))
    syllables = try SyllableTable(parts)
    languages = try LanguageRules(words: words, limits: limits)
    digest = try Self.digest(folder: folder)
  }

  /// The name that the tables have for an encoding, by its name or a label of it; nil for none.
  public func encoding(named label: String) -> String? {
    let label = label.lowercased()
    return encodings.first { $0.name == label }?.name
      ?? UnicodeEncoding(rawValue: label)?.rawValue ?? labels[label]
  }

  /// The names of all encodings.
  public var encodingNames: [String] {
    UnicodeEncoding.allCases.map(\.rawValue) + encodings.map(\.name)
  }

  /// Reads bytes of a known encoding; nil where they are none of it.
  public func decode(_ bytes: [UInt8], from encoding: String) -> DecodedText? {
    if let known = encodings.first(where: { $0.name == encoding }) {
      let (text, map) = known.decode(bytes[...])
      return DecodedText(bytes: text, encoding: encoding, map: map)
    }
    if encoding == UnicodeEncoding.utf8.rawValue {
      return UTF8Check.firstInvalid(in: bytes) == nil ? DecodedText(bytes: bytes) : nil
    }
    guard UnicodeEncoding(rawValue: encoding) != nil,
      let utf16 = UTF16Text(bytes, declared: encoding)
    else { return nil }
    let (text, map, isWhole) = utf16.decode(bytes)
    return isWhole ? DecodedText(bytes: text, encoding: encoding, map: map) : nil
  }

  public static func == (left: IngestRules, right: IngestRules) -> Bool {
    left.digest == right.digest
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  private static func labels(
    _ table: Table, _ encodings: [String]
  ) throws(TableError) -> [String: String] {
    let known = Set(encodings + UnicodeEncoding.allCases.map(\.rawValue))
    var labels: [String: String] = [:]
    for row in table.rows {
      guard known.contains(row["encoding"]) else {
        throw row.error("encoding", "no table has the encoding '\(row["encoding"])'")
      }
      labels[row["label"].lowercased()] = row["encoding"]
    }
    return labels
  }
}

/// The encodings that need no table.
enum UnicodeEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
}
