import Model
import Rules
import Warehouse

/// Takes what was read, in order, into the warehouse, and counts it. Without a run to write for it
/// only counts.
final class RunWriter {
  let warehouse: Warehouse?
  /// Nil for a dry run.
  let run: RunID?
  let rulesDigest: String
  private let knownFiles: KnownFiles
  /// Those of them that the warehouse knows no longer.
  private var forgotten: Set<String> = []
  private(set) var report: RunReport

  init(
    warehouse: Warehouse?, run: RunID?, rulesDigest: String, knownFiles: KnownFiles,
    report: RunReport
  ) {
    self.warehouse = warehouse
    self.run = run
    self.rulesDigest = rulesDigest
    self.knownFiles = knownFiles
    self.report = report
  }

  func write(_ batch: ReadBatch) throws {
    report.times.ingest += batch.ingesting
    report.times.extract += batch.extracting
    report.times.validate += batch.validating
    for event in batch.events {
      switch event {
      case .reading(let reading, let counts):
        try write(reading, counts)
        inSource { $0.add(documents: 1, newest: reading.document.published) }
      case .known(let document, let refused):
        try write(known: document, refused)
        inSource { $0.add(documents: 1, newest: document.published) }
      case .other(let other): try write(other)
      }
    }
  }

  func write(_ reading: DocumentReading) throws {
    let limits = warehouse?.likenessLimits ?? LikenessLimits()
    try write(
      PreparedReading(reading, rulesDigest: rulesDigest, limits: limits), ReadingCounts(reading))
  }

  private func write(_ reading: PreparedReading, _ counts: ReadingCounts) throws {
    let change: StoreOutcome.Change
    var isCopy = false
    if let run, let warehouse {
      let outcome = try warehouse.store(reading, run: run)
      (change, isCopy) = (outcome.change, outcome.isCopy)
      report.counts.figuresAdded += outcome.figuresAdded
      report.counts.figuresSuperseded += outcome.figuresSuperseded
      report.counts.rejectionsAdded += outcome.rejectionsAdded
      report.counts.rejectionsResolved += outcome.rejectionsResolved
    } else {
      change = try expectedChange(reading.document)
      if change != .unchanged { report.counts.figuresAdded += reading.figureCount }
    }
    switch change {
    case .new: report.counts.documentsNew += 1
    case .changed: report.counts.documentsChanged += 1
    case .returned: report.counts.documentsReturned += 1
    case .reread: report.counts.documentsReread += 1
    case .unchanged: return try countUnchanged(warehouse?.state(of: reading.document.id))
    }
    if isCopy {
      report.copies += 1
      report.textBytes += reading.document.text.count
    } else {
      report.count(counts)
    }
  }

  private func expectedChange(_ document: Document) throws -> StoreOutcome.Change {
    guard let stored = try warehouse?.state(of: document.id) else { return .new }
    let state = DocumentState(of: document, rulesDigest: rulesDigest)
    if stored.state == state { return .unchanged }
    return stored.state.digest == state.digest ? .reread : .changed
  }

  private func countUnchanged(_ stored: StoredDocumentState?) {
    if let stored, stored.lastRun == run {
      report.documentsDoneBefore += 1
    } else {
      report.counts.documentsUnchanged += 1
    }
  }

  private func write(known document: Document, _ refused: [Rejection]) throws {
    countUnchanged(try warehouse?.state(of: document.id))
    try store(refused, of: document.id)
  }

  private func write(_ event: SourceEvent) throws {
    switch event {
    case .document: break
    case .failed(let error): throw error
    case .source(let source): report.sources.append(SourceCounts(source: source))
    case .refused(let rejection):
      report.countUnreadable(rejection)
      inSource { $0.refused += 1 }
      guard try warehouse?.isStanding(rejection) != true else { return }
      try store([rejection], of: rejection.document)
    case .manifest(let path, let refused):
      for rejection in refused { report.rejections.count(rejection) }
      try store(refused, of: path)
    case .opened(let path): try store([], of: path)
    case .skipped(let files): countSkipped(files)
    case .touched(let path, let record):
      var touched = SkippedFiles()
      touched.add(record, in: run ?? RunID(rawValue: 0))
      countSkipped(touched)
      try note(record, of: path)
    case .gone(let paths): try withdraw(paths)
    case .lost(let documents): try withdraw(documents: documents)
    case .recorded(let path, let record): try note(record, of: path)
    case .forgotten(let path):
      forgotten.insert(path)
      if run != nil { try warehouse?.forgetFile(path) }
    case .fileEnd(let path, let record, let refused, let refusedOfOwn):
      report.counts.filesSeen += 1
      inSource {
        $0.files += 1
        $0.refused += refused.count
      }
      for rejection in refused { report.countUnreadable(rejection) }
      // A document of the file's name has brought its own rejections; do not take them back.
      if refusedOfOwn == nil || !refused.isEmpty {
        try store((refusedOfOwn ?? []) + refused, of: path)
      }
      if let record { try note(record, of: path) }
    }
  }

  private func withdraw(_ paths: [String]) throws {
    guard let warehouse else { return }
    forgotten.formUnion(paths)
    guard let run else {
      report.counts.documentsWithdrawn += try warehouse.documentCount(ofFiles: paths)
      return
    }
    let (documents, figures) = try warehouse.withdraw(files: paths, run: run)
    report.counts.documentsWithdrawn += documents
    report.counts.figuresSuperseded += figures
  }

  private func withdraw(documents ids: [String]) throws {
    guard let run, let warehouse else {
      report.counts.documentsWithdrawn += ids.count
      return
    }
    let (documents, figures) = try warehouse.withdraw(documents: ids, run: run)
    report.counts.documentsWithdrawn += documents
    report.counts.figuresSuperseded += figures
  }

  /// Has the texts whose documents are gone stored with other documents that have them too.
  func adoptOrphans(_ stages: () throws -> Stages) throws {
    guard let run, let warehouse else { return }
    for version in try warehouse.orphanedAppearances() {
      guard let document = try warehouse.orphan(version) else { continue }
      let outcome = try warehouse.adopt(
        try stages().read(document), run: run, rulesDigest: rulesDigest)
      report.counts.figuresAdded += outcome.figuresAdded
      report.counts.figuresSuperseded += outcome.figuresSuperseded
      report.counts.rejectionsAdded += outcome.rejectionsAdded
    }
  }

  private func inSource(_ change: (inout SourceCounts) -> Void) {
    guard !report.sources.isEmpty else { return }
    change(&report.sources[report.sources.count - 1])
  }

  private func countSkipped(_ skipped: SkippedFiles) {
    report.counts.filesSeen += skipped.files
    inSource {
      $0.files += skipped.files
      $0.add(documents: skipped.documents, newest: skipped.newestPublished)
    }
    report.documentsDoneBefore += skipped.documentsDoneBefore
    report.counts.documentsUnchanged += skipped.documents - skipped.documentsDoneBefore
  }

  private func store(_ rejections: [Rejection], of document: String) throws {
    guard let run, let warehouse else { return }
    if !rejections.isEmpty,
      try warehouse.areStanding(rejections, document: document, stage: .ingest)
    {
      return
    }
    let (added, resolved) = try warehouse.storeRejections(
      rejections, document: document, stages: [.ingest], run: run)
    report.counts.rejectionsAdded += added
    report.counts.rejectionsResolved += resolved
  }

  private func note(_ record: FileRecord, of path: String) throws {
    guard run != nil, let warehouse else { return }
    if !forgotten.contains(path), let known = knownFiles[path], known.isSameFile(as: record),
      known.digest == record.digest, known.documentCount == record.documentCount,
      known.repeatedCount == record.repeatedCount, known.brokenCount == record.brokenCount
    {
      return
    }
    try warehouse.recordFile(path, record)
  }

  /// Adds to the report what only the whole run knows.
  func update(_ change: (inout RunReport) -> Void) { change(&report) }
}
