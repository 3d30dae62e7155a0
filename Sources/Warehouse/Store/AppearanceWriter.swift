import Model

/// Finds the texts that were stored before under another name, and writes which version is an
/// appearance of which text.
///
/// Versions come in the order of the input, so that the first one there stands, whatever the number
/// of workers.
final class AppearanceWriter {
  private let insert: Statement
  private let selectAll: Statement
  private let selectText: Statement
  private let isStored: Statement
  private var index: AppearanceIndex?
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(
        into: "document_appearance", ["version_key", "cluster_key", "likeness", "signature"]))
    selectAll = try connection.prepare(
      """
      SELECT a.version_key, a.cluster_key, v.digest, a.signature
      FROM document_appearance AS a JOIN document_version AS v ON v.version_key = a.version_key
      ORDER BY a.version_key
      """)
    selectText = try connection.prepare(
      """
      SELECT v.digest, t.text FROM document_version AS v
      JOIN document_text AS t ON t.version_key = v.version_key WHERE v.version_key = ?
      """)
    isStored = try connection.prepare("SELECT 1 FROM document_appearance WHERE version_key = ?")
  }

  /// Forgets what may have been rolled back.
  func forget() { index = nil }

  /// Whether it is known what a version is an appearance of.
  func isStored(_ version: Int) throws -> Bool {
    row.clear()
    row.add(version)
    return try isStored.firstRow(row) { _ in true } ?? false
  }

  /// Finds and writes what a version is an appearance of.
  func store(_ reading: PreparedReading, version: Int) throws {
    let (document, signature) = (reading.document, reading.signature)
    var index = try index ?? load()
    self.index = nil
    let (earlier, likeness) = try earlier(document, signature, index)
    let cluster = earlier.map { index.cluster(of: $0) } ?? version
    row.clear()
    row.add(version)
    row.add(cluster)
    row.add(likeness)
    row.add(
      blob: signature.bands.flatMap { band in (0..<8).map { UInt8(band >> ($0 * 8) & 0xFF) } })
    try insert.execute(row)
    index.add(version, cluster: cluster, digest: document.digest, signature: signature)
    self.index = index
  }

  /// The earliest version of the same text, or else of one like it.
  private func earlier(
    _ document: Document, _ signature: TextSignature, _ index: AppearanceIndex
  ) throws -> (version: Int?, likeness: String) {
    var near: Int?
    for candidate in index.candidates(digest: document.digest, signature: signature) {
      row.clear()
      row.add(candidate)
      let found = try selectText.firstRow(row) { (digest: $0.text(0), text: $0.text(1)) }
      guard let found else { continue }
      if found.digest == document.digest { return (candidate, "exact") }
      if near == nil, TextLikeness(document.text, Array(found.text.utf8)).isNear {
        near = candidate
      }
    }
    return (near, near == nil ? "first" : "near")
  }

  private func load() throws -> AppearanceIndex {
    var index = AppearanceIndex()
    try selectAll.forEachRow { row in
      guard case .blob(let bytes) = row.value(3) else { return }
      let bands = stride(from: 0, to: bytes.count - 7, by: 8).map { start in
        (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) }
      }
      index.add(
        row.integer(0), cluster: row.integer(1), digest: row.text(2),
        signature: TextSignature(bands: bands))
    }
    return index
  }
}
