import Model

/// Finds the texts that were stored before under another name, and writes which version is an
/// appearance of which text.
///
/// Versions come in the order of the input, so that the first one there stands, whatever the number
/// of workers.
final class AppearanceWriter {
  private let insert: Statement
  private let selectAll: Statement
  private let selectLast: Statement
  private let selectText: Statement
  private let selectDigest: Statement
  private let selectCluster: Statement
  private let setText: Statement
  /// When texts are taken for one.
  var limits = LikenessLimits()
  private var index: AppearanceIndex?
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(
        into: "document_appearance",
        ["version_key", "cluster_key", "likeness", "text_key", "signature"]))
    selectAll = try connection.prepare(
      """
      SELECT a.version_key, v.digest, a.signature,
        a.text_key IS NULL AND v.superseded_run_id IS NULL
      FROM document_appearance AS a JOIN document_version AS v ON v.version_key = a.version_key
      ORDER BY a.version_key DESC
      """)
    selectLast = try connection.prepare("SELECT max(version_key) FROM document_appearance")
    selectText = try connection.prepare(
      """
      SELECT v.digest, t.text FROM document_version AS v
      LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
      JOIN document_text AS t ON t.version_key = ifnull(a.text_key, v.version_key)
      WHERE v.version_key = ?
      """)
    selectDigest = try connection.prepare(
      "SELECT digest FROM document_version WHERE version_key = ?")
    selectCluster = try connection.prepare(
      "SELECT cluster_key FROM document_appearance WHERE version_key = ?")
    setText = try connection.prepare(
      "UPDATE document_appearance SET text_key = ? WHERE version_key = ?")
  }

  /// Forgets what may have been rolled back.
  func forget() { index = nil }

  /// Reads what is known of all versions, when it is not at hand.
  func prepare() throws { try withIndex { _ in } }

  /// Whether it is known what a version is an appearance of.
  func isStored(_ version: Int) throws -> Bool {
    try cluster(of: version) != nil
  }

  /// The first appearance of a version's text.
  private func cluster(of version: Int) throws -> Int? {
    row.clear()
    row.add(version)
    return try selectCluster.firstRow(row) { $0.integer(0) }
  }

  /// The version that a text and its figures are stored with now; nil when there is none.
  func holder(of digest: String) throws -> Int? {
    try withIndex { index in
      guard let holder = index.holder(of: digest) else { return nil }
      row.clear()
      row.add(holder)
      // The index knows the beginning of a digest only.
      return try selectDigest.firstRow(row) { $0.text(0) } == digest ? holder : nil
    }
  }

  /// Finds and writes what a version is an appearance of.
  ///
  /// - Parameter holder: The version that its text is stored with; nil for itself.
  func store(_ reading: PreparedReading, version: Int, holder: Int?) throws {
    let (document, signature) = (reading.document, reading.signature)
    try withIndex { index in
      let (earlier, likeness) = try earlier(document, signature, index)
      let cluster = try earlier.map { try self.cluster(of: $0) ?? $0 } ?? version
      row.clear()
      row.add(version)
      row.add(cluster)
      row.add(likeness)
      row.add(holder)
      row.add(
        blob: signature.bands.flatMap { band in (0..<8).map { UInt8(band >> ($0 * 8) & 0xFF) } })
      try insert.execute(row)
      index.add(version, digest: document.digest, signature: signature)
      if holder == nil {
        index.hold(version, digest: document.digest)
      } else {
        index.release(version)
      }
    }
  }

  /// Has a version take its text from another one, or, without one, stand for it itself.
  func move(_ version: Int, digest: String, to holder: Int?) throws {
    row.clear()
    row.add(holder)
    row.add(version)
    try setText.execute(row)
    try withIndex { index in
      if holder == nil { index.hold(version, digest: digest) } else { index.release(version) }
    }
  }

  /// Takes note that a version is superseded.
  func release(_ version: Int) throws { try withIndex { $0.release(version) } }

  private func withIndex<Value>(_ body: (inout AppearanceIndex) throws -> Value) throws -> Value {
    var index = try index ?? load()
    // Not two references at once, or each change would copy it.
    self.index = nil
    let value = try body(&index)
    self.index = index
    return value
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
      if near == nil, TextLikeness(document.text, Array(found.text.utf8)).isNear(limits) {
        near = candidate
      }
    }
    return (near, near == nil ? "first" : "near")
  }

  private func load() throws -> AppearanceIndex {
    let most = try selectLast.firstRow { $0.integer(0) } ?? 0
    var loader = AppearanceLoader(mostVersions: most)
    try selectAll.forEachRow { row in
      let digest = row.withBytes(of: 1) { AppearanceIndex.number($0) }
      row.withBytes(of: 2) {
        loader.add(row.integer(0), digest: digest, bands: $0, isHeld: row.integer(3) != 0)
      }
    }
    return loader.finish()
  }
}
