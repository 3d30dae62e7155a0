import Ingest
import Rules
import Synchronization

/// The tables that a run reads by. Whether they have changed is told by their bytes; they are taken
/// apart when the first document needs them, which most nights none does.
final class RunTables: Sendable {
  private let folder: String
  /// The digest of the rules, with the program: see ``ReadingDigest``.
  let rulesDigest: String
  /// How files are read where their source does not say so; its tables may be those of
  /// ``read()`` only.
  let standard: IngestOptions
  private let tables = Mutex<Result<ReadingTables, any Error>?>(nil)

  /// Throws `TableError` for a file that cannot be read.
  init(folder: String, limits: IngestLimits) throws {
    self.folder = folder
    rulesDigest = ReadingDigest.of(rules: try RuleSet.digest(folder: folder))
    var standard = try IngestOptions(digestOfRules: folder)
    standard.limits = limits
    self.standard = standard
  }

  /// Tells all tables from others. Where a warehouse says that they were read for it, they are right,
  /// and it has their names of places, units and indicators.
  var digest: String { rulesDigest + " " + standard.digest }

  /// Whether anybody needed them.
  var areRead: Bool { tables.withLock { $0 != nil } }

  /// The tables themselves, read once.
  ///
  /// Throws `TableError` with file, line and column; ``PipelineError`` when they are not those of the
  /// digest, as somebody changed them meanwhile.
  func read() throws -> ReadingTables {
    try tables.withLock { tables in
      let read = tables ?? Result { try load() }
      tables = read
      return try read.get()
    }
  }

  private func load() throws -> ReadingTables {
    let tables = try ReadingTables(folder: folder)
    guard ReadingDigest.of(rules: tables.rules.digest) == rulesDigest,
      standard.withTables(of: tables.options).digest == standard.digest
    else {
      throw PipelineError("\(folder): the rules were changed while they were read; run again")
    }
    return tables
  }
}
