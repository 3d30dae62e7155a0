import Ingest
import Model
import Warehouse

/// Gathers events into batches and hands them on.
final class SourceFeeder {
  /// Nothing more is wanted.
  struct Stopped: Error {}

  let claims: DocumentClaims
  /// The files that the warehouse knows.
  let recordedFiles: KnownFiles
  /// Files that were read as a whole and held something else before, with what is to be noted of
  /// them once what they no longer hold is withdrawn: a run that is killed before reads them again.
  var reread: [(path: String, record: FileRecord)] = []
  private var forgotten: Set<String> = []
  private let put: (SourceBatch) -> Bool
  private var batch = SourceBatch()
  private let clock = ContinuousClock()
  private var started: ContinuousClock.Instant

  private let tables: RunTables
  private var read: ReadingTables?

  init(
    claims: DocumentClaims, recordedFiles: KnownFiles, tables: RunTables,
    put: @escaping (SourceBatch) -> Bool
  ) {
    self.claims = claims
    self.recordedFiles = recordedFiles
    self.tables = tables
    self.put = put
    started = clock.now
  }

  /// The options with the tables: a file is to be read.
  func complete(_ options: IngestOptions) throws(Stopped) -> IngestOptions {
    if let read { return options.withTables(of: read.options) }
    do {
      let tables = try tables.read()
      read = tables
      return options.withTables(of: tables.options)
    } catch {
      try add(.failed(error))
      try flush()
      throw Stopped()
    }
  }

  /// Has a file that is still to come read again, also when the run is stopped before.
  func forget(_ path: String) throws(Stopped) {
    guard forgotten.insert(path).inserted else { return }
    try add(.forgotten(path: path))
  }

  /// Whether a file is to be read again in any case.
  func isForgotten(_ path: String) -> Bool { !forgotten.isEmpty && forgotten.contains(path) }

  func add(_ event: SourceEvent) throws(Stopped) {
    batch.events.append(event)
    if case .document(let document, _, _) = event { batch.textBytes += document.text.count }
    if batch.textBytes >= SourceFeed.batchBytes || batch.events.count >= SourceFeed.batchEvents {
      try flush()
    }
  }

  /// Adds a file that is left unread, by its place among ``recordedFiles``.
  func skip(_ index: Int, in run: RunID) throws(Stopped) {
    var files = SkippedFiles()
    if case .skipped(let before) = batch.events.last {
      files = before
      batch.events.removeLast()
    }
    files.add(
      documents: recordedFiles.documentCount(at: index),
      newest: recordedFiles.newestPublished(at: index),
      isOfRun: recordedFiles.lastRun(at: index) == run)
    batch.events.append(.skipped(files))
    batch.skippedFiles += 1
    if batch.skippedFiles >= SourceFeed.batchSkippedFiles { try flush() }
  }

  /// Hands on what is there.
  func flush() throws(Stopped) {
    guard !batch.events.isEmpty else { return }
    batch.reading = clock.now - started
    guard put(batch) else { throw Stopped() }
    batch = SourceBatch()
    started = clock.now
  }
}
