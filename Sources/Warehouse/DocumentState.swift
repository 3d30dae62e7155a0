import Model

/// What decides whether a document must be read again: its text, its metadata, the rules.
public struct DocumentState: Sendable, Hashable {
  /// SHA-256 of the text.
  public var digest: String
  /// Of title, date, address, author, place and origin: they are stored, and bear on how a text is
  /// read.
  public var metadataDigest: String
  /// The rules that it is read by.
  public var rulesDigest: String

  /// The state that the warehouse will be in once the document is stored.
  public init(of document: Document, rulesDigest: String) {
    digest = document.digest
    var fingerprint = Fingerprint()
    for text in [
      document.title, document.published, document.url, document.outlet, document.author,
      document.place, document.path,
    ] {
      fingerprint.add(text)
    }
    fingerprint.add(document.record)
    if let origin = document.origin { fingerprint.add(origin) }
    metadataDigest = fingerprint.hexadecimalText
    self.rulesDigest = rulesDigest
  }

  init(digest: String, metadataDigest: String, rulesDigest: String) {
    self.digest = digest
    self.metadataDigest = metadataDigest
    self.rulesDigest = rulesDigest
  }
}

/// The state of a document as stored, with the run that stored it so.
public struct StoredDocumentState: Sendable, Hashable {
  public var state: DocumentState
  /// The run that last wrote anything of it; in a run taken up again, its own number tells a
  /// document that it had already done from one that it left unchanged.
  public var lastRun: RunID
}

extension Warehouse {
  private static let stateColumns =
    "v.digest, v.metadata_digest, s.rules_digest, v.last_run_id, d.document"
  private static let stateSource =
    """
    FROM document AS d
    JOIN document_version AS v
      ON v.document_key = d.document_key AND v.superseded_run_id IS NULL
    JOIN rule_set AS s ON s.rule_set_key = v.rule_set_key
    """

  private static func state(_ row: Statement) -> StoredDocumentState {
    StoredDocumentState(
      state: DocumentState(
        digest: row.text(0), metadataDigest: row.text(1), rulesDigest: row.text(2)),
      lastRun: RunID(rawValue: row.integer(3)))
  }

  /// The state of one document; nil when it is not known. Throws ``SQLiteError``.
  public func state(of document: String) throws -> StoredDocumentState? {
    let lookup =
      try stateLookup
      ?? connection.prepare(
        "SELECT \(Self.stateColumns) \(Self.stateSource) WHERE d.document = ?")
    stateLookup = lookup
    var parameters = Parameters()
    parameters.add(document)
    return try lookup.firstRow(parameters, Self.state)
  }

  /// The states of all documents by their ids; quicker than asking for many of them one by one.
  ///
  /// About 300 bytes of memory a document. Throws ``SQLiteError``.
  public func loadAllStates() throws -> [String: StoredDocumentState] {
    var states: [String: StoredDocumentState] = [:]
    let all = try connection.prepare("SELECT \(Self.stateColumns) \(Self.stateSource)")
    try all.forEachRow { states[$0.text(4)] = Self.state($0) }
    return states
  }

  /// The file that the current version of a document was read from; nil when it is not known.
  ///
  /// Throws ``SQLiteError``.
  public func path(of document: String) throws -> String? {
    let lookup =
      try pathLookup
      ?? connection.prepare("SELECT v.path \(Self.stateSource) WHERE d.document = ?")
    pathLookup = lookup
    var parameters = Parameters()
    parameters.add(document)
    return try lookup.firstRow(parameters) { $0.isNull(0) ? nil : $0.text(0) } ?? nil
  }
}
