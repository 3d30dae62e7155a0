import Tables

/// How the article and what is known about it are found in an HTML page: the rows of
/// `Pipelines/rules/html.csv`.
///
/// Its columns: `part` (what the row is about), `name`, `role`, and `note`. The parts:
/// - `tag`: an element; `drop` with all in it, `inline` (does not end a paragraph), `paragraph` (part
///   of the text around it rather than its container), `body` (holds an article).
/// - `word`: a class or an id, whole or one of its words; `drop`, `body`, `lead`, `date`.
/// - `meta`: the name of a meta tag or the property of an element, the best first; `title`,
///   `published`, `url`, `outlet`.
/// - `type`: a type of schema.org; `article`.
/// - `line`: how a paragraph begins that is none of the article; `drop`.
public struct PageRules: Sendable, Hashable {
  static let columns = ["part", "name", "role"]

  private(set) var tags: [UInt64: PageRole] = [:]
  private(set) var words: [UInt64: PageRole] = [:]
  private(set) var metas: [UInt64: MetaMatch] = [:]
  private(set) var articleTypes: Set<String> = []
  private(set) var droppedLines: [[UInt8]] = []
  /// What stands above an article.
  var headers = HeaderRules()

  struct MetaMatch: Hashable {
    var field: DocumentField
    /// The lower one goes before.
    var rank: Int
  }

  /// No rules: a page is then its text.
  public init() {}

  /// Reads the table.
  public init(path: String, headers: HeaderRules = HeaderRules()) throws(TableError) {
    self.headers = headers
    let table = try Table.read(path: path, columns: Self.columns, optional: ["note"])
    for (rank, row) in table.rows.enumerated() { try add(row, rank: rank) }
  }

  private mutating func add(_ row: TableRow, rank: Int) throws(TableError) {
    let name = row["name"]
    guard !name.isEmpty else { throw row.error("name", "is empty; write what the row is about") }
    switch row["part"] {
    case "tag":
      let role = try Self.role(row, ["drop", "inline", "paragraph", "body"])
      tags[NameHash.of(name), default: []].insert(role)
    case "word":
      let role = try Self.role(row, ["drop", "body", "lead", "date"])
      words[NameHash.of(name), default: []].insert(role)
    case "meta":
      guard let field = DocumentField(rawValue: row["role"]), field != .text else {
        throw row.error("role", "'\(row["role"])' is none; write title, published, url or outlet")
      }
      metas[NameHash.of(name)] = MetaMatch(field: field, rank: rank)
    case "type": articleTypes.insert(name)
    case "line": droppedLines.append(Array(name.utf8))
    default:
      throw row.error(
        "part", "'\(row["part"])' is no part; there are tag, word, meta, type and line")
    }
  }

  private static func role(_ row: TableRow, _ names: [String]) throws(TableError) -> PageRole {
    guard names.contains(row["role"]), let role = PageRole(name: row["role"]) else {
      throw row.error(
        "role", "'\(row["role"])' is no role here; there are \(names.joined(separator: ", "))")
    }
    return role
  }
}

/// What an element is, by its tag and by its class and id.
struct PageRole: OptionSet, Hashable {
  let rawValue: UInt16

  static let drop = PageRole(rawValue: 1)
  static let inline = PageRole(rawValue: 2)
  static let paragraph = PageRole(rawValue: 4)
  static let body = PageRole(rawValue: 8)
  static let lead = PageRole(rawValue: 16)
  static let date = PageRole(rawValue: 32)
  /// It is not shown.
  static let hidden = PageRole(rawValue: 64)
  /// What the program itself has to know of HTML.
  static let cell = PageRole(rawValue: 128)
  static let row = PageRole(rawValue: 256)
  static let heading = PageRole(rawValue: 512)
  static let root = PageRole(rawValue: 1024)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init?(name: String) {
    switch name {
    case "drop": self = .drop
    case "inline": self = .inline
    case "paragraph": self = .paragraph
    case "body": self = .body
    case "lead": self = .lead
    case "date": self = .date
    default: return nil
    }
  }
}

/// A hash of a name that does not see the case of ASCII letters.
enum NameHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ name: String) -> UInt64 {
    name.utf8.reduce(start) { add(lower($1), to: $0) }
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.reduce(start) { add(lower($1), to: $0) }
  }

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
