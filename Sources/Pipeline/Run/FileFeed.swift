import Ingest
import Model
import Warehouse

/// Turns what one file holds into events.
struct FileFeed {
  let feeder: SourceFeeder
  let source: PipelineFile.Source
  /// Without the tables, which are read for the first file.
  let options: IngestOptions
  let file: SourceFile
  let manifestPath: String?

  /// A document that was read, as long as there may be more to say about it.
  private var pending: (document: Document, refused: [Rejection])?
  private var documentCount = 0
  /// Documents that the file held when it was read before.
  private var metAgain = 0
  /// Documents that another file had before.
  private var repeatedCount = 0
  private var newestPublished: String?
  /// What was refused under the file's own name, and of the document of that name.
  private var refused: [Rejection] = []
  private var refusedOfOwn: [Rejection] = []
  private var hasOwnDocument = false
  private var manifestRefused: [Rejection] = []
  /// Set when the file could not be read as it is: it is then tried again in each run.
  private var unreadable: Rejection?

  init(
    feeder: SourceFeeder, source: PipelineFile.Source, options: IngestOptions, file: SourceFile,
    manifestPath: String?
  ) {
    self.options = options
    self.feeder = feeder
    self.source = source
    self.file = file
    self.manifestPath = manifestPath
  }

  /// - Parameter record: what is noted of the file once it is read.
  mutating func read(_ record: FileRecord) throws(SourceFeeder.Stopped) {
    var reader = DocumentReader(options: try feeder.complete(options), takesDigest: true)
    try reader.read(file) { (item) throws(SourceFeeder.Stopped) in try take(item) }
    try flushPending()
    if let manifestPath { try feeder.add(.manifest(path: manifestPath, refused: manifestRefused)) }
    if let unreadable { return try feeder.add(.refused(unreadable)) }
    guard let digest = reader.digest else { return }
    var record = record
    record.digest = digest
    record.documentCount = documentCount
    record.repeatedCount = repeatedCount
    record.newestPublished = newestPublished
    // After a break it is looked again for what was not reached.
    record.brokenCount = max(reader.progress.brokenRecords, reader.progress.isCut ? 1 : 0)
    let mayHaveLost = mayHaveLost(reader.progress)
    if mayHaveLost { feeder.reread.append((file.path, record)) }
    try feeder.add(
      .fileEnd(
        path: file.path, record: mayHaveLost ? nil : record, refused: refused,
        refusedOfOwn: hasOwnDocument ? refusedOfOwn : nil))
  }

  /// Whether what the file held before and was not met now is gone from it.
  ///
  /// Not when the reading broke off, nor when more records are broken than before: they may hold it.
  private func mayHaveLost(_ progress: ReadingProgress) -> Bool {
    guard let known = feeder.recordedFiles[file.path], !progress.isCut,
      progress.brokenRecords <= known.brokenCount
    else { return false }
    return metAgain < known.documentCount || known.brokenCount > 0
  }

  private mutating func take(_ item: IngestItem) throws(SourceFeeder.Stopped) {
    switch item {
    case .document(let document):
      try flushPending()
      pending = (withDefaults(document), [])
    case .rejection(let rejection): try take(rejection)
    }
  }

  private mutating func take(_ rejection: Rejection) throws(SourceFeeder.Stopped) {
    switch rejection.rule {
    case "ingest:manifest": manifestRefused.append(rejection)
    case "ingest:unreadable", "ingest:unknown-format", "ingest:changed": unreadable = rejection
    case "ingest:date", "ingest:field", "ingest:mixed": pending?.refused.append(rejection)
    default:
      try flushPending()
      guard rejection.document != file.path else { return refused.append(rejection) }
      try feeder.add(.refused(rejection))
    }
  }

  private mutating func flushPending() throws(SourceFeeder.Stopped) {
    guard let (document, refused) = pending else { return }
    pending = nil
    switch feeder.claims.claim(document) {
    case .repeated: repeatedCount += 1
    case .taken(let place): self.refused.append(duplicate(document, of: place))
    case .first(let isKnown, let rival, let wasHere):
      if wasHere { metAgain += 1 }
      if let rival { try feeder.forget(rival) }
      documentCount += 1
      newestPublished = SourceCounts.newer(newestPublished, document.published)
      if document.id == file.path {
        hasOwnDocument = true
        refusedOfOwn = refused
      }
      let isCopy = feeder.claims.hasMetText(of: document)
      try feeder.add(
        .document(document, refused: refused, isKnown ? .known : isCopy ? .copy : .new))
    }
  }

  /// Under the file's name, so that it is resolved when the file is read without meeting it again.
  private func duplicate(_ document: Document, of place: DocumentPlace) -> Rejection {
    Rejection(
      document: file.path, stage: .ingest, rule: SourceFeed.duplicateRule,
      reason: "\(DocumentPlace(path: file.path, record: document.record)): the id "
        + "'\(document.id)' is that of another text, in \(place), which is kept; give one of them "
        + "another id, or remove the one that is out of date")
  }

  private func withDefaults(_ document: Document) -> Document {
    var document = document
    document.outlet = document.outlet ?? source.outlet
    document.place = document.place ?? source.place
    return document
  }
}
