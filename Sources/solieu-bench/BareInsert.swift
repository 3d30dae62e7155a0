import CSQLite
import Pipeline
import Warehouse

/// What a warehouse holds, inserted by the SQLite C interface into the same schema, with prepared
/// statements and the same settings, and nothing else to do: the least that storing can take.
struct BareInsert {
  private var tables: [BareRows] = []
  private let documentCount: Int64
  private let textBytes: [Int]

  /// Reads all rows of a warehouse into memory.
  init(from path: String) throws {
    let database = try BareDatabase(path: path)
    for (table, columns, select) in Self.sources {
      tables.append(
        try BareRows(database, into: table, columns: columns, select: select))
    }
    let sizes = try database.prepare(
      "SELECT length(CAST(text AS BLOB)) FROM document_text ORDER BY version_key")
    defer { sqlite3_finalize(sizes) }
    var bytes: [Int] = []
    while sqlite3_step(sizes) == SQLITE_ROW { bytes.append(Int(sqlite3_column_int64(sizes, 0))) }
    textBytes = bytes
    documentCount = Int64(bytes.count)
  }

  /// Inserts them into an empty warehouse, in transactions as large as a run's.
  func insert(into path: String) throws {
    let database = try BareDatabase(path: path)
    try database.execute(
      """
      PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = OFF
      """)
    let statements = try tables.map { try database.prepare($0.insertion) }
    defer { for statement in statements { sqlite3_finalize(statement) } }
    var next = [Int](repeating: 0, count: tables.count)
    var bytes = 0
    try database.execute("BEGIN IMMEDIATE")
    for group in 0...documentCount {
      for (index, table) in tables.enumerated() {
        guard table.insert(group: group, next: &next[index], by: statements[index]) else {
          throw database.failure()
        }
      }
      if group > 0 { bytes += textBytes[Int(group) - 1] }
      if bytes >= 8 << 20 {
        try database.execute("COMMIT; BEGIN IMMEDIATE")
        bytes = 0
      }
    }
    try database.execute("COMMIT")
  }

  /// Tables in an order in which references lead to rows that are there, each with its columns when
  /// they are not all, and its rows with the document that they belong to. Of a first run, where
  /// documents have one version, numbered from 1.
  private static let sources: [(String, String, String)] = [
    ("run", "", "SELECT 0, * FROM run"), ("rule_set", "", "SELECT 0, * FROM rule_set"),
    ("rule", "", "SELECT 0, * FROM rule"), ("unit", "", "SELECT 0, * FROM unit"),
    ("period", "", "SELECT 0, * FROM period"), ("source", "", "SELECT 0, * FROM source"),
    ("indicator", "", "SELECT 0, * FROM indicator"),
    ("document", "", "SELECT document_key, * FROM document ORDER BY document_key"),
    (
      "document_version", "", "SELECT version_key, * FROM document_version ORDER BY version_key"
    ),
    ("document_origin", "", "SELECT version_key, * FROM document_origin ORDER BY version_key"),
    (
      "document_appearance", "",
      "SELECT version_key, * FROM document_appearance ORDER BY version_key"
    ),
    ("document_text", "", "SELECT version_key, * FROM document_text ORDER BY version_key"),
    ("figure", "", "SELECT version_key, * FROM figure ORDER BY version_key, figure_key"),
    (
      "verdict", "",
      """
      SELECT f.version_key, w.* FROM verdict AS w JOIN figure AS f USING (figure_key)
      ORDER BY f.version_key, w.figure_key, w.ordinal
      """
    ),
    ("numeral", "", "SELECT version_key, * FROM numeral ORDER BY version_key, ordinal"),
    (
      "relation", "", "SELECT version_key, * FROM relation ORDER BY version_key, relation_key"
    ),
    (
      "relation_member", "",
      """
      SELECT r.version_key, m.* FROM relation_member AS m JOIN relation AS r USING (relation_key)
      ORDER BY r.version_key, m.relation_key, m.ordinal
      """
    ),
    (
      "sentence", "",
      """
      SELECT f.version_key, s.* FROM sentence AS s
      JOIN figure AS f ON f.figure_key = s.sentence_key ORDER BY 1, s.sentence_key
      """
    ),
    (
      "sentence_search", "(rowid, sentence, subjects)",
      """
      SELECT version_key, sentence_key, sentence, subjects FROM sentence_content
      ORDER BY 1, sentence_key
      """
    ),
    (
      "rejection", "",
      """
      SELECT d.document_key, r.* FROM rejection AS r JOIN document AS d USING (document)
      ORDER BY d.document_key, r.rejection_key
      """
    ),
  ]
}
