import Model

/// A file as it was when it was read: one that is still so need not be read again.
public struct FileRecord: Sendable, Hashable {
  public var sizeBytes: Int
  /// Nanoseconds since 1970.
  public var modifiedNanoseconds: Int
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  public var digest: String
  /// The rules that it was read by, with what else its reading depends on.
  public var rulesDigest: String
  public var documentCount: Int
  /// Documents in it that another file had first: they are not counted as its own.
  public var repeatedCount: Int
  /// Records in it that could not be read: it is not known which documents they held.
  public var brokenCount: Int
  /// The day, or the month, of its newest document, as ISO 8601.
  public var newestPublished: String?
  /// The run that read it last; in a run taken up again, its own number marks a file as done.
  public var lastRun: RunID

  public init(
    sizeBytes: Int, modifiedNanoseconds: Int, digest: String, rulesDigest: String,
    documentCount: Int, repeatedCount: Int = 0, brokenCount: Int = 0,
    newestPublished: String? = nil, lastRun: RunID
  ) {
    self.sizeBytes = sizeBytes
    self.modifiedNanoseconds = modifiedNanoseconds
    self.digest = digest
    self.rulesDigest = rulesDigest
    self.documentCount = documentCount
    self.repeatedCount = repeatedCount
    self.brokenCount = brokenCount
    self.newestPublished = newestPublished
    self.lastRun = lastRun
  }
}

extension Warehouse {
  /// Notes that a file was read; do so in the transaction that stores its last document.
  ///
  /// Throws ``SQLiteError``.
  public func recordFile(_ path: String, _ record: FileRecord) throws {
    try withTransaction {
      let write =
        try fileWrite
        ?? connection.prepare(
          """
          INSERT OR REPLACE INTO source_file
            (path, size_bytes, modified_ns, digest, rules_digest, document_count,
               repeated_count, broken_count, newest_published, last_run_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      fileWrite = write
      var parameters = Parameters()
      parameters.add(path)
      parameters.add(record.sizeBytes)
      parameters.add(record.modifiedNanoseconds)
      parameters.add(record.digest)
      parameters.add(record.rulesDigest)
      parameters.add(record.documentCount)
      parameters.add(record.repeatedCount)
      parameters.add(record.brokenCount)
      parameters.add(record.newestPublished)
      parameters.add(record.lastRun)
      try write.execute(parameters)
    }
  }

  /// Forgets that a file was read, so that it will be read again. Throws ``SQLiteError``.
  public func forgetFile(_ path: String) throws {
    try withTransaction {
      var parameters = Parameters()
      parameters.add(path)
      try connection.prepare("DELETE FROM source_file WHERE path = ?").execute(parameters)
    }
  }
}
