import Model
import Warehouse

/// Gathers events into batches and hands them on.
final class SourceFeeder {
  /// Nothing more is wanted.
  struct Stopped: Error {}

  let claims: DocumentClaims
  /// The files that were read before.
  private(set) var knownFiles: [String: FileRecord]
  /// The files that the warehouse knows.
  let recordedFiles: [String: FileRecord]
  /// Files that were read as a whole and held something else before, with what is to be noted of
  /// them once what they no longer hold is withdrawn: a run that is killed before reads them again.
  var reread: [(path: String, record: FileRecord)] = []
  private var forgotten: Set<String> = []
  private let put: (SourceBatch) -> Bool
  private var batch = SourceBatch()
  private let clock = ContinuousClock()
  private var started: ContinuousClock.Instant

  init(
    claims: DocumentClaims, knownFiles: [String: FileRecord],
    recordedFiles: [String: FileRecord], put: @escaping (SourceBatch) -> Bool
  ) {
    self.claims = claims
    self.knownFiles = knownFiles
    self.recordedFiles = recordedFiles
    self.put = put
    started = clock.now
  }

  /// Has a file that is still to come read again, also when the run is stopped before.
  func forget(_ path: String) throws(Stopped) {
    guard forgotten.insert(path).inserted else { return }
    knownFiles[path] = nil
    try add(.forgotten(path: path))
  }

  func add(_ event: SourceEvent) throws(Stopped) {
    batch.events.append(event)
    if case .document(let document, _, _) = event { batch.textBytes += document.text.count }
    if batch.textBytes >= SourceFeed.batchBytes || batch.events.count >= SourceFeed.batchEvents {
      try flush()
    }
  }

  /// Adds a file that is left unread.
  func skip(_ record: FileRecord, in run: RunID) throws(Stopped) {
    var files = SkippedFiles()
    if case .skipped(let before) = batch.events.last {
      files = before
      batch.events.removeLast()
    }
    files.add(record, in: run)
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
